// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/project_suggestions.h"

#include <QFrame>

#include <functional>
#include <unordered_set>

class QLabel;
class QListWidget;
class QPushButton;

namespace yipi::gui {

/// Finds projects of the ledger by code, name or investor and hands over those that are chosen, several at
/// once. Several codes, separated by commas, spaces or lines, may be pasted.
class ProjectPicker : public QFrame {
    Q_OBJECT

public:
    explicit ProjectPicker(const services::LedgerService &ledger, QWidget *parent = nullptr);

    /// Opens for a list that holds these projects already.
    void open(const QString &title, std::unordered_set<qint64> listed);
    /// These are on the list by now.
    void setListed(std::unordered_set<qint64> listed);
    void showProblem(const QString &text);

Q_SIGNALS:
    void picked(const std::vector<qint64> &projects);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    std::vector<qint64> chosen() const;
    void showChoice();
    void submit();

    const services::LedgerService &m_ledger;
    std::unordered_set<qint64> m_listed;
    QLabel *m_title;
    QLineEdit *m_search;
    QListWidget *m_found;
    QPushButton *m_add;
    QLabel *m_problem;
};

} // namespace yipi::gui
