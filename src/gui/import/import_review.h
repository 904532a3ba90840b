// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_session.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QTableView;
class QTabWidget;

namespace yipi::gui {

class FindingsModel;
class RowChoiceModel;

/// What is left for the person to settle: cells that can't be read or were guessed, and rows that may be a
/// known project or that contradict the ledger.
class ImportReview : public QWidget {
    Q_OBJECT

public:
    ImportReview(ImportSession &session, const services::LedgerService &ledger, QWidget *parent = nullptr);

    /// Shows the plan of the session; `isReady` false empties it.
    void showPlan(bool isReady);
    /// Types into a cell as it was read, in all that say the same where the person wants that.
    void fix(const Place &place, const QString &text);

Q_SIGNALS:
    void findingChosen(const yipi::exchange::Finding &finding);
    void markedFileRequested();
    void fixed(int cells);

private:
    QWidget *makeFindings();
    QWidget *makeChoices();

    ImportSession &m_session;
    FindingsModel *m_findings;
    RowChoiceModel *m_choices;
    QTabWidget *m_tabs;
    QCheckBox *m_alike;
    QPushButton *m_accept;
    QPushButton *m_export;
    QTableView *m_choiceView = nullptr;
};

} // namespace yipi::gui
