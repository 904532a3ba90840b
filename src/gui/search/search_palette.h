// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/search/command_search.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace yipi::services {
class LedgerService;
}

namespace yipi::gui {

class LedgerSearch;
class SearchModel;
class SearchPreview;

/// The search over the window (Ctrl+K): a field, the answers by kind, and what there is to know about the
/// current one. The field keeps the focus; arrow keys move through the answers.
class SearchPalette : public QFrame {
    Q_OBJECT

public:
    /// `keys` open it from everywhere; `common` are offered while nothing is typed.
    SearchPalette(CommandSearch commands, QKeyCombination keys, QList<QAction *> common, QWidget *window);

    /// Null: nothing is open, only commands can be found. Forgets what was picked.
    void setLedger(const services::LedgerService *ledger, LedgerSearch *search);
    /// Shows the search, empty, with the stages of projects at this day; shown, it closes.
    void toggle(QDate asOf);
    /// Hides it and gives the focus back.
    void dismiss();

Q_SIGNALS:
    /// An answer of the ledger was chosen.
    void chosen(const yipi::services::SearchHit &hit);
    /// The page of a project is asked for.
    void detailsRequested(qint64 projectId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressed(QKeyCombination keys);
    void place();
    void refresh();
    void showProposals();
    void showAnswers();
    void showStatus(const QString &text);
    void setCurrent(int row);
    void showCurrent();
    void choose(int row);
    /// The page of the project or of that with the problem; anything else is chosen as usual.
    void chooseDetails(int row);
    void remember(const SearchEntry &entry);
    std::vector<SearchSection> ledgerSections(const QString &typed);

    CommandSearch m_commands;
    QKeyCombination m_keys;
    QList<QAction *> m_common;
    const services::LedgerService *m_ledger = nullptr;
    LedgerSearch *m_search = nullptr;
    QDate m_asOf;
    std::vector<SearchEntry> m_recent; ///< newest first
    QString m_problem;                 ///< of the last search
    QPointer<QWidget> m_formerFocus;
    QLineEdit *m_edit;
    SearchModel *m_model;
    QListView *m_list;
    SearchPreview *m_preview;
    QLabel *m_status; ///< in place of the answers
    QLabel *m_hint;
};

} // namespace yipi::gui
