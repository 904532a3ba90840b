// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/child_models.h"

#include "domain/monthly_progress.h"
#include "domain/problem.h"
#include "gui/theme.h"
#include "gui/widgets/figure_table.h"
#include "indicators/engine.h"

namespace yipi::gui {

using services::MilestoneStep;
using services::TypedField;

MilestoneModel::MilestoneModel(services::LedgerService &ledger, QObject *parent)
    : ChildTableModel(ledger, EntityKind::Milestone,
                      {QStringLiteral("kind"), QStringLiteral("planned"), QStringLiteral("forecast"),
                       QStringLiteral("actual"), QStringLiteral("document_number"),
                       QStringLiteral("responsible")},
                      parent) {}

bool MilestoneModel::isOverdue(const Record &record) const {
    const auto milestone = fromRecord<Milestone>(record);
    return !milestone.actual.isValid() && milestone.planned.isValid() && milestone.planned < m_today;
}

int MilestoneModel::doneCount() const {
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += fromRecord<Milestone>(record(row)).actual.isValid();
    return count;
}

int MilestoneModel::overdueCount() const {
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += isOverdue(record(row));
    return count;
}

bool MilestoneModel::isEditable(const Record &, const QString &key) const {
    return key != u"kind";
}

QVariant MilestoneModel::decoration(const Record &record, const QString &key, int role) const {
    if (role == Qt::ToolTipRole && key == u"kind")
        return explanation(record);
    if (role == Qt::ForegroundRole && isOverdue(record) && (key == u"planned" || key == u"kind"))
        return theme().red;
    if (role == LightRole && key == u"kind") {
        if (fromRecord<Milestone>(record).actual.isValid())
            return int(indicators::Light::Green);
        return int(isOverdue(record) ? indicators::Light::Red : indicators::Light::Done);
    }
    return {};
}

QString MilestoneModel::explanation(const Record &record) const {
    const auto milestone = fromRecord<Milestone>(record);
    QStringList lines;
    if (isOverdue(record))
        lines << tr("计划 %1，已超期 %2 天")
                     .arg(milestone.planned.toString(Qt::ISODate))
                     .arg(milestone.planned.daysTo(m_today));
    else
        lines << (milestone.actual.isValid() ? tr("已完成") : tr("待办"));
    for (const MilestoneStep &step : m_steps) {
        if (step.kind != milestone.kind)
            continue;
        lines << tr("一般需 %1 个工作日").arg(step.usualWorkdays);
        for (const MilestoneKind before : step.after) {
            const bool isDone =
                int(before) < rowCount() && fromRecord<Milestone>(this->record(int(before))).actual.isValid();
            lines << tr("前置：%1（%2）").arg(yipi::title(before), isDone ? tr("已完成") : tr("未完成"));
        }
    }
    return lines.join(u'\n');
}

ProblemModel::ProblemModel(services::LedgerService &ledger, QObject *parent)
    : ChildTableModel(ledger, EntityKind::Problem,
                      {QStringLiteral("description"), QStringLiteral("category"), QStringLiteral("state"),
                       QStringLiteral("due"), QStringLiteral("measure"), QStringLiteral("responsible_unit"),
                       QStringLiteral("responsible_person"), QStringLiteral("closed_on")},
                      parent) {}

int ProblemModel::openCount() const {
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += record(row).id != 0 && fromRecord<Problem>(record(row)).state != ProblemState::Closed;
    return count;
}

std::vector<TypedField> ProblemModel::editsFor(const Record &record, const TypedField &typed) const {
    std::vector<TypedField> edits{typed};
    if (typed.key != u"state")
        return edits;
    const bool closes = typed.text == yipi::title(ProblemState::Closed);
    const bool isDated = fromRecord<Problem>(record).closedOn.isValid();
    if (closes != isDated) // a problem that is taken up again has no date of closing
        edits.push_back({QStringLiteral("closed_on"), closes ? m_today.toString(Qt::ISODate) : QString()});
    return edits;
}

QVariant ProblemModel::decoration(const Record &record, const QString &key, int role) const {
    const auto problem = fromRecord<Problem>(record);
    if (role != Qt::ForegroundRole)
        return {};
    if (problem.state == ProblemState::Closed)
        return theme().t3;
    const bool isLate =
        problem.due.isValid() && problem.due < m_today && problem.state != ProblemState::Resolved;
    return key == u"due" && isLate ? QVariant(theme().red) : QVariant();
}

ReportModel::ReportModel(services::LedgerService &ledger, QObject *parent)
    : ChildTableModel(ledger, EntityKind::MonthlyProgress,
                      {QStringLiteral("month"), QStringLiteral("progress"), QStringLiteral("problems"),
                       QStringLiteral("next_step"), QStringLiteral("investment"), QStringLiteral("state")},
                      parent) {}

bool ReportModel::isEditable(const Record &record, const QString &key) const {
    if (key == u"state")
        return false; // by the monthly round
    return record.id == 0 ||
           (key != u"month" && fromRecord<MonthlyProgress>(record).state != ReportState::Locked);
}

EntryModel::EntryModel(services::LedgerService &ledger, QObject *parent)
    : ChildTableModel(ledger, EntityKind::CampaignEntry,
                      {QStringLiteral("batch"), QStringLiteral("campaign"),
                       QStringLiteral("declared_investment"), QStringLiteral("declared_output")},
                      parent) {}

bool EntryModel::isEditable(const Record &record, const QString &key) const {
    return record.id == 0 || (key != u"batch" && key != u"campaign");
}

} // namespace yipi::gui
