// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/engine.h"

#include "indicators/tally.h"

namespace yipi::indicators {

namespace {

RateTable tableFor(const RuleSet &rules, Month asOf, GroupBy by) {
    RateTable table;
    table.asOf = asOf;
    table.rulesId = rules.id;
    table.rulesName = rules.name;
    table.by = by;
    return table;
}

} // namespace

RateTable Engine::rates(const RuleSet &rules, Month asOf, GroupBy by, const ProjectFilter &filter) const {
    const MonthWindow window(asOf, asOf);
    const RateProgram program(m_facts, rules, window);
    const Grouping grouping(m_facts, by);
    const Tally tally(m_facts, rules, program, grouping, filter);
    RateTable table = tableFor(rules, asOf, by);
    table.total = tally.total(0);
    for (std::size_t i = 0; by != GroupBy::None && i < grouping.groups().size(); ++i) {
        GroupResult group = tally.result(grouping.groups()[i], i, 0);
        // A zone without a single entry has nothing to be ranked by.
        if (group.sign.count + group.start.count + group.produce.count > 0)
            table.groups.push_back(std::move(group));
    }
    return table;
}

RateTable Engine::trend(const RuleSet &rules, Month first, Month last, const ProjectFilter &filter) const {
    const MonthWindow window(std::min(first, last), last);
    const RateProgram program(m_facts, rules, window);
    const Grouping grouping(m_facts, GroupBy::None);
    const Tally tally(m_facts, rules, program, grouping, filter);
    RateTable table = tableFor(rules, last, GroupBy::Month);
    for (int k = 0; first <= last && k < window.size(); ++k)
        table.groups.push_back(tally.result({window.month(k).text(), 0}, 0, k));
    table.total = tally.total(window.size() - 1);
    return table;
}

CampaignSummary Engine::summary(CampaignKey campaign, const ProjectFilter &filter) const {
    constexpr qint64 k100m = 100'000'000; // “亿元以上” is ≥ 1 亿元
    CampaignSummary summary;
    summary.campaign = campaign;
    // A summary has no as-of date: a stage in the filter means the stage by all events that are known.
    const FilterMatcher matcher(m_facts, filter, QDate(9999, 12, 31));
    for (const EntryFact &entry : m_facts.entries) {
        if (m_facts.campaigns[static_cast<std::size_t>(entry.campaign)].key() != campaign ||
            !matcher.matchesEntry(entry))
            continue;
        const std::array lists{&summary.sign, &summary.start, &summary.produce};
        BatchTotal &list = *lists[static_cast<std::size_t>(entry.batch)];
        ++list.count;
        list.investment += std::max<qint64>(entry.investment, 0);
        list.output += std::max<qint64>(entry.output, 0);
        summary.over100m += entry.investment >= k100m ? 1 : 0;
        summary.strategic += m_facts.projects[entry.project].strategic ? 1 : 0;
    }
    return summary;
}

} // namespace yipi::indicators
