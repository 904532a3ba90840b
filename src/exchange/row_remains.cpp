// SPDX-License-Identifier: GPL-3.0-or-later
// What a row leaves besides its fields: control sums, and columns that are kept in the remarks.
#include "domain/text_parsing.h"
#include "exchange/row_planner.h"

namespace yipi::exchange::detail {

void RowPlanner::tally(const RowData &data, const Target &target, const std::vector<Report> &reports,
                       const ProjectDraft &draft) {
    const CampaignEntry *entry = nullptr;
    if (target.batch)
        if (const Campaign *campaign = m_state.dictionary.campaign(*target.campaign))
            if (const auto *known = m_state.entry(campaign->id, draft.record.id, *target.batch))
                entry = &known->now;
    m_totals.store(data, [&](const SheetColumn &column, qint64 value) {
        if (column.match.entity == EntityKind::Project)
            return draft.record.values[std::size_t(column.field)] == Value(value);
        if (column.match.entity == EntityKind::CustomValue)
            return m_state.customFields.value(draft.record.id, column.field) == Value(value);
        if (column.match.entity == EntityKind::CampaignEntry) {
            const bool isInvestment = column.mapping.field == QStringLiteral("declared_investment");
            return entry && (isInvestment ? entry->declaredInvestment : entry->declaredOutput) ==
                                std::optional(Money::fromYuan(value));
        }
        for (const Report &report : reports)
            for (const ProgressValue *progress : report.values)
                if (progress->column == column.mapping.column && progress->field == column.field)
                    if (const auto *planned = m_state.plannedReport(draft.record.id, report.month))
                        return toRecord(*planned).values[std::size_t(progress->field)] == Value(value);
        return false;
    });
}

RowData RowPlanner::withAppended(const RowData &data, const Target &target) {
    static const int kRemarks = entityInfo(EntityKind::Project).indexOf(QStringLiteral("remarks"));
    RowData whole = data;
    const auto own = std::find_if(whole.project.begin(), whole.project.end(),
                                  [](const auto &value) { return value.first == kRemarks; });
    QString remarks;
    if (own != whole.project.end())
        remarks = std::get<QString>(own->second);
    else if (target.match.handle)
        if (const Value &known =
                m_state.projects.draft(*target.match.handle).record.values[std::size_t(kRemarks)];
            !isEmpty(known))
            remarks = std::get<QString>(known);
    const auto framed = [](const QString &text) { return u'；' + text + u'；'; };
    for (const QString &part : data.appended)
        if (!framed(remarks).contains(framed(part)))
            remarks += (remarks.isEmpty() ? QString() : QStringLiteral("；")) + part;
    if (own != whole.project.end())
        own->second = Value(remarks);
    else
        whole.project.emplace_back(kRemarks, Value(remarks));
    return whole;
}

} // namespace yipi::exchange::detail
