// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rules/rule_trial.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace yipi::gui {

class DifferingRowsModel;
class RateDifferenceModel;

/// Two rule sets over the ledger: the rates side by side, and of the chosen rate the rows that differ.
class RuleCompareView : public QWidget {
    Q_OBJECT

public:
    explicit RuleCompareView(QWidget *parent = nullptr);
    ~RuleCompareView() override;

    void setWorkspace(const Workspace *workspace);
    /// Computes shortly after; what is shown stays until then.
    void compare(const indicators::RuleSet &a, const indicators::RuleSet &b, const QString &aName,
                 const QString &bName, const services::FigureScope &scope);
    /// Shows that figures can't be computed now, and why; the last ones stay, greyed.
    void suspend(const QString &reason);
    /// The rate whose rows are shown.
    void chooseRate(const QString &rateId);
    QString chosenRate() const { return m_rateId; }
    RateDifferenceModel *rates() const { return m_rates; }
    DifferingRowsModel *rows() const { return m_rows; }
    bool isBusy() const { return m_trial->isBusy(); }

Q_SIGNALS:
    void projectListRequested(const std::vector<qint64> &ids, const QString &title);
    void answered(); ///< what was asked for last is shown

private:
    void ask();
    void showAnswer(const RuleTrial::Answer &answer);
    void rateSelected(int row);

    const Workspace *m_workspace = nullptr;
    RuleTrial *m_trial;
    RateDifferenceModel *m_rates;
    DifferingRowsModel *m_rows;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QLabel *m_note;
    QLabel *m_rowsNote;
    QTableView *m_rateView;
    QTableView *m_rowView;
    QPushButton *m_open;
    std::optional<RuleTrial::Question> m_question;
    QString m_rateId;
    bool m_isShowing = false; ///< selections of the model's own do not ask anew
};

} // namespace yipi::gui
