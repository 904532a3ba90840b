// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/engine.h"

#include "indicators/campaign_dates.h"
#include "indicators/tally.h"

namespace yipi::indicators {

namespace {

constexpr std::size_t kSheetsKept = 4;
constexpr int kMonthsBack = 360; ///< a mistyped year must not make a window of centuries

RateTable tableFor(const RuleSet &rules, Month asOf, Cut by) {
    RateTable table;
    table.asOf = asOf;
    table.rulesId = rules.id;
    table.rulesName = rules.name;
    table.notice = rules.noticeFor(asOf);
    table.by = by.first;
    table.by2 = by.second;
    return table;
}

/// A zone without a single row has nothing to be ranked by.
bool hasRows(const GroupResult &group) {
    return group.sign.count + group.start.count + group.produce.count > 0 ||
           std::any_of(group.rates.begin(), group.rates.end(), [](const RateResult &result) {
               return result.rate.num() != 0 || result.rate.den() != 0;
           });
}

} // namespace

Engine::Engine(const Facts &facts)
    : m_facts(facts) {}

Engine::~Engine() = default;

const RateSheet &Engine::sheet(const RuleSet &rules, Month first, Month last) const {
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&](const auto &sheet) { return sheet->rules() == rules; });
    if (found != m_sheets.end()) {
        std::rotate(m_sheets.begin(), found, found + 1);
        if (m_sheets.front()->covers(first, last) && m_sheets.front()->follow())
            return *m_sheets.front();
        m_sheets.erase(m_sheets.begin());
    }
    // Every campaign's months at once, so that going from month to month does not start anew.
    for (const Campaign &campaign : m_facts.campaigns)
        if (const QDate held = heldOn(campaign); held.isValid()) {
            first = std::min(first, std::max(Month::of(held), last.plus(-kMonthsBack)));
            last = std::max(last, std::min(Month::of(held), first.plus(kMonthsBack)));
        }
    if (m_sheets.size() == kSheetsKept)
        m_sheets.pop_back();
    m_sheets.insert(m_sheets.begin(), std::make_unique<RateSheet>(m_facts, rules, first, last));
    return *m_sheets.front();
}

void Engine::follow(const RuleSet &rules) const {
    for (const auto &sheet : m_sheets)
        if (sheet->rules() == rules)
            sheet->follow();
}

RateTable Engine::rates(const RuleSet &rules, Month asOf, Cut by, const ProjectFilter &filter) const {
    const Grouping grouping(m_facts, by);
    const Tally tally(sheet(rules, asOf, asOf), grouping, filter, asOf, asOf);
    RateTable table = tableFor(rules, asOf, by);
    table.total = tally.total(0);
    if (by.first == GroupBy::None)
        return table;
    for (std::size_t i = 0; i < grouping.size(); ++i)
        if (GroupResult group = tally.result(i, 0); hasRows(group))
            table.groups.push_back(std::move(group));
    return table;
}

RateTable Engine::trend(const RuleSet &rules, Month first, Month last, const ProjectFilter &filter,
                        GroupBy by) const {
    RateTable table = tableFor(rules, last, GroupBy::Month);
    if (by != GroupBy::None) {
        table.by = by;
        table.by2 = GroupBy::Month;
    }
    const Grouping grouping(m_facts, by);
    const Month from = std::min(first, last);
    const Tally tally(sheet(rules, from, last), grouping, filter, from, last);
    const int months = last.index() - from.index() + 1;
    table.total = tally.total(months - 1);
    for (std::size_t i = 0; first <= last && i < grouping.size(); ++i) {
        const std::size_t before = table.groups.size();
        bool isEmpty = by != GroupBy::None;
        for (int k = 0; k < months; ++k) {
            GroupResult group = tally.result(i, k);
            isEmpty = isEmpty && !hasRows(group);
            (by == GroupBy::None ? group.key : group.key2) = from.plus(k).text();
            table.groups.push_back(std::move(group));
        }
        if (isEmpty)
            table.groups.resize(before);
    }
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
