// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/engine.h"

#include "indicators/campaign_dates.h"
#include "indicators/prepared_rules.h"
#include "indicators/row_matcher.h"

namespace yipi::indicators {

namespace {

constexpr std::size_t kRuleSetsKept = 4;
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

PreparedRules &Engine::prepared(const RuleSet &rules, Month first, Month last) const {
    const auto found = std::find_if(m_prepared.begin(), m_prepared.end(),
                                    [&](const auto &known) { return known->sheet().rules() == rules; });
    if (found != m_prepared.end()) {
        std::rotate(m_prepared.begin(), found, found + 1);
        if (m_prepared.front()->sheet().covers(first, last) && m_prepared.front()->follow())
            return *m_prepared.front();
        m_prepared.erase(m_prepared.begin());
    }
    // Every campaign's months at once, so that going from month to month does not start anew.
    for (const Campaign &campaign : m_facts.campaigns)
        if (const QDate held = heldOn(campaign); held.isValid()) {
            first = std::min(first, std::max(Month::of(held), last.plus(-kMonthsBack)));
            last = std::max(last, std::min(Month::of(held), first.plus(kMonthsBack)));
        }
    if (m_prepared.size() == kRuleSetsKept)
        m_prepared.pop_back();
    m_prepared.insert(m_prepared.begin(), std::make_unique<PreparedRules>(m_facts, rules, first, last));
    return *m_prepared.front();
}

void Engine::follow(const RuleSet &rules) const {
    for (const auto &known : m_prepared)
        if (known->sheet().rules() == rules)
            known->follow();
}

RateTable Engine::rates(const RuleSet &rules, Month asOf, Cut by, const ProjectFilter &filter) const {
    const Tally &tally = prepared(rules, asOf, asOf).tally(by, filter, asOf, asOf);
    RateTable table = tableFor(rules, asOf, by);
    table.total = tally.total(asOf);
    if (by == Cut())
        return table;
    for (std::size_t i = 0; i < tally.size(); ++i)
        if (GroupResult group = tally.result(i, asOf); hasRows(group))
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
    const Month from = std::min(first, last);
    const Tally &tally = prepared(rules, from, last).tally(by, filter, from, last);
    table.total = tally.total(last);
    if (by == GroupBy::None) {
        for (Month month = first; month <= last; month = month.plus(1)) {
            table.groups.push_back(tally.total(month));
            table.groups.back().key = month.text();
        }
        return table;
    }
    for (std::size_t i = 0; i < tally.size(); ++i) {
        const std::size_t before = table.groups.size();
        bool isEmpty = true;
        for (Month month = first; month <= last; month = month.plus(1)) {
            GroupResult group = tally.result(i, month);
            isEmpty = isEmpty && !hasRows(group);
            group.key2 = month.text();
            table.groups.push_back(std::move(group));
        }
        if (isEmpty)
            table.groups.resize(before);
    }
    return table;
}

std::vector<OverdueItem> Engine::overdue(const RuleSet &rules, Month asOf,
                                         const ProjectFilter &filter) const {
    return prepared(rules, asOf, asOf).overdue(asOf, filter).items();
}

OverdueSummary Engine::overdueSummary(const RuleSet &rules, Month asOf, const ProjectFilter &filter,
                                      std::size_t most) const {
    const OverdueBoard &board = prepared(rules, asOf, asOf).overdue(asOf, filter);
    return {board.counts(), board.items(most)};
}

const PreparedRules *Engine::latest() const {
    if (!m_prepared.empty() && !m_prepared.front()->follow())
        m_prepared.erase(m_prepared.begin());
    return m_prepared.empty() || m_prepared.front()->sheet().isBehind() ? nullptr : m_prepared.front().get();
}

CampaignSummary Engine::summary(CampaignKey campaign, const ProjectFilter &filter) const {
    constexpr qint64 k100m = 100'000'000; // “亿元以上” is ≥ 1 亿元
    CampaignSummary summary;
    summary.campaign = campaign;
    // A summary has no as-of date: a stage in the filter means the stage by all events that are known.
    const RowMatcher matcher(m_facts, filter, QDate(9999, 12, 31));
    const auto held = std::find_if(m_facts.campaigns.begin(), m_facts.campaigns.end(),
                                   [&](const Campaign &known) { return known.key() == campaign; });
    const auto index = static_cast<std::int32_t>(held - m_facts.campaigns.begin());
    const PreparedRules *ready = latest();
    const std::array lists{&summary.sign, &summary.start, &summary.produce};
    for (const Population of : {Population::Sign, Population::Start, Population::Produce}) {
        std::optional<PopulationRows> made;
        const PopulationRows &rows = ready ? ready->sheet().rows(of) : made.emplace(m_facts, of);
        BatchTotal &list = *lists[static_cast<std::size_t>(of)];
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (rows.campaign[row] != index || !matcher.passes(rows, row))
                continue;
            ++list.count;
            list.investment += std::max<qint64>(rows.investment[row], 0);
            list.output += std::max<qint64>(rows.output[row], 0);
            summary.over100m += rows.investment[row] >= k100m ? 1 : 0;
            summary.strategic += rows.strategic[row];
        }
    }
    return summary;
}

} // namespace yipi::indicators
