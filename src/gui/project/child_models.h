// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/child_table_model.h"
#include "services/milestone_steps.h"

namespace yipi::gui {

/// 手续清单: one row for each kind of milestone; overdue dates are red, the tool tip says what comes before.
class MilestoneModel : public ChildTableModel {
    Q_OBJECT

public:
    explicit MilestoneModel(services::LedgerService &ledger, QObject *parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    void setSteps(std::vector<services::MilestoneStep> steps) { m_steps = std::move(steps); }
    int doneCount() const;
    int overdueCount() const;

protected:
    bool isEditable(const Record &record, const QString &key) const override;
    QVariant decoration(const Record &record, const QString &key, int role) const override;

private:
    bool isOverdue(const Record &record) const;
    QString explanation(const Record &record) const;

    QDate m_today;
    std::vector<services::MilestoneStep> m_steps;
};

/// 问题清单: closing a problem dates it.
class ProblemModel : public ChildTableModel {
    Q_OBJECT

public:
    explicit ProblemModel(services::LedgerService &ledger, QObject *parent = nullptr);

    void setToday(QDate today) { m_today = today; }
    int openCount() const;

protected:
    std::vector<services::TypedField> editsFor(const Record &record,
                                               const services::TypedField &typed) const override;
    QVariant decoration(const Record &record, const QString &key, int role) const override;

private:
    QDate m_today;
};

/// 形象进度: the monthly texts; a locked month is not edited.
class ReportModel : public ChildTableModel {
    Q_OBJECT

public:
    explicit ReportModel(services::LedgerService &ledger, QObject *parent = nullptr);

protected:
    bool isEditable(const Record &record, const QString &key) const override;
};

/// 入批: the list is chosen once, its declared figures can be put right.
class EntryModel : public ChildTableModel {
    Q_OBJECT

public:
    explicit EntryModel(services::LedgerService &ledger, QObject *parent = nullptr);

protected:
    bool isEditable(const Record &record, const QString &key) const override;
};

} // namespace yipi::gui
