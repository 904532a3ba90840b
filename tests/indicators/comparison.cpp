// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison.h"

#include "engine_side.h"
#include "naive_table.h"

namespace yipi::indicators {

namespace {

std::string words(const oracle::Figure &f) {
    return std::to_string(f.num) + "/" + std::to_string(f.den);
}

oracle::Figure figureOf(const RateResult &result) {
    return {result.rate.num(), result.rate.den()};
}

/// The ledger as both sides see it, and the one engine that is asked.
class Comparison {
public:
    explicit Comparison(const Scenario &scenario)
        : m_ledger(scenario.ledger)
        , m_facts(factsOf(scenario.ledger, scenario.textsTouch))
        , m_engine(m_facts) {
        for (const oracle::Rules &rules : scenario.rules)
            m_rules.emplace_back(rules, engineRules(rules));
    }

    void change(const LedgerChange &change) {
        if (change.project >= 0) {
            m_ledger.projects[std::size_t(change.project)] = change.now;
            replaceProject(m_facts, change.project, change.now);
        }
        if (change.added) {
            m_ledger.entries.push_back(*change.added);
            m_facts.entries.push_back(entryFact(qint64(m_ledger.entries.size()), *change.added));
            m_facts.indexEntries();
        }
    }

    std::string ask(const Question &question) {
        m_question = &question;
        m_naive = &m_rules[question.rules].first;
        m_set = &m_rules[question.rules].second;
        m_filter = engineFilter(question.filter);
        for (const auto check :
             {&Comparison::checkFilter, &Comparison::checkTable, &Comparison::checkExplanation,
              &Comparison::checkOverdue, &Comparison::checkTrend})
            if (std::string difference = (this->*check)(); !difference.empty())
                return difference;
        return {};
    }

private:
    std::string checkFilter() const {
        const QDate asOf = m_question->asOf.lastDay();
        const FilterMatcher matcher(m_facts, m_filter, asOf);
        for (int i = 0; i < int(m_facts.projects.size()); ++i) {
            const bool expected =
                oracle::passes(m_ledger, m_question->filter, {oracle::Row::OfProject, i, i}, asOf);
            if (matcher.matches(std::uint32_t(i)) != expected)
                return "project " + std::to_string(i) + (expected ? " should pass" : " should not pass");
        }
        return {};
    }

    std::string compare(const GroupResult &group, const NaiveGroup &expected) const {
        const std::string where = "group '" + group.key.toStdString() + "' '" + group.key2.toStdString();
        for (std::size_t r = 0; r < expected.rates.size(); ++r)
            if (figureOf(group.rates[r]) != expected.rates[r])
                return where + "' rate " + std::to_string(r) + ": engine " + words(figureOf(group.rates[r])) +
                       ", oracle " + words(expected.rates[r]);
        const std::array totals{&group.sign, &group.start, &group.produce};
        for (std::size_t list = 0; list < totals.size(); ++list)
            if (totals[list]->count != expected.lists[list].count ||
                totals[list]->investment != expected.lists[list].investment ||
                totals[list]->output != expected.lists[list].output)
                return where + "' totals of list " + std::to_string(list);
        return {};
    }

    NaiveTable naive(QDate asOf, Cut by) const {
        return naiveTable(m_ledger, *m_naive, asOf, m_question->filter, by);
    }

    std::string checkTable() const {
        const NaiveTable expected = naive(m_question->asOf.lastDay(), m_question->by);
        const RateTable table = m_engine.rates(*m_set, m_question->asOf, m_question->by, m_filter);
        if (std::string difference = compare(table.total, expected.total); !difference.empty())
            return "total: " + difference;
        if (m_question->by.first == GroupBy::None)
            return table.groups.empty() ? "" : "groups without a cut";
        std::set<GroupName> seen;
        for (const GroupResult &group : table.groups) {
            const auto at = expected.groups.find({group.key, group.key2});
            if (at == expected.groups.end() || !at->second.isShown() || !seen.insert(at->first).second)
                return "group '" + group.key.toStdString() + "' '" + group.key2.toStdString() + "' too many";
            if (std::string difference = compare(group, at->second); !difference.empty())
                return difference;
        }
        for (const auto &[name, group] : expected.groups)
            if (group.isShown() && !seen.contains(name))
                return "group '" + name.first.toStdString() + "' '" + name.second.toStdString() + "' missing";
        return {};
    }

    /// The rows of the explained rate that are there: by kind (of a task or not) and id.
    std::map<std::pair<bool, qint64>, std::optional<oracle::Part>> explainedRows(int rate) const {
        const QDate asOf = m_question->asOf.lastDay();
        std::map<std::pair<bool, qint64>, std::optional<oracle::Part>> rows;
        for (const oracle::Row &row : oracle::rows(m_ledger, m_naive->rates[std::size_t(rate)]))
            if (oracle::passes(m_ledger, m_question->filter, row, asOf) &&
                oracle::isThere(m_ledger, *m_naive, rate, row, asOf))
                rows[{row.kind == oracle::Row::OfTask, row.index + 1}] =
                    oracle::part(m_ledger, *m_naive, rate, row, asOf);
        return rows;
    }

    std::string checkExplanation() const {
        const auto rate = m_question->explained % m_set->rates.size();
        const auto explanation = m_engine.explain(*m_set, m_set->rates[rate].id, m_question->asOf, m_filter);
        if (!explanation)
            return "no explanation";
        auto expected = explainedRows(int(rate));
        const std::string where = "explanation of rate " + std::to_string(rate) + ": ";
        if (explanation->included.size() + explanation->excluded.size() != expected.size())
            return where + std::to_string(explanation->included.size()) + " rows in and " +
                   std::to_string(explanation->excluded.size()) + " out, oracle has " +
                   std::to_string(expected.size());
        oracle::Figure sum;
        for (const auto *rows : {&explanation->included, &explanation->excluded})
            for (const ExplainedEntry &row : *rows) {
                const auto at = expected.find({row.projectId == 0, row.entryId});
                const bool included = rows == &explanation->included;
                if (at == expected.end() || !agrees(row, included, at->second))
                    return where + "row " + std::to_string(row.entryId) + (included ? " in " : " out ") +
                           std::to_string(row.num) + "/" + std::to_string(row.den) + ": " +
                           row.why.toStdString();
                expected.erase(at);
                sum.num += row.num;
                sum.den += row.den;
            }
        if (sum != figureOf(explanation->rate))
            return where + "the rows make " + words(sum) + ", the rate is " +
                   words(figureOf(explanation->rate));
        return {};
    }

    static bool agrees(const ExplainedEntry &row, bool included, const std::optional<oracle::Part> &part) {
        const oracle::Part expected = part.value_or(oracle::Part());
        return included == part.has_value() && !row.why.isEmpty() && row.num == expected.num &&
               row.den == expected.den && row.inNumerator == expected.inNumerator;
    }

    std::string checkOverdue() const {
        const QDate asOf = m_question->asOf.lastDay();
        std::map<std::pair<int, std::string>, oracle::Late> expected;
        for (const oracle::Late &late : oracle::overdue(m_ledger, *m_naive, asOf, m_question->filter))
            expected[{late.project, late.kind}] = late;
        const auto items = m_engine.overdue(*m_set, m_question->asOf, m_filter);
        if (items.size() != expected.size())
            return "overdue: engine " + std::to_string(items.size()) + ", oracle " +
                   std::to_string(expected.size());
        for (const OverdueItem &item : items) {
            const auto late = expected.find({int(item.projectId) - 1, key(item.kind).toStdString()});
            if (late == expected.end() || late->second.due != item.due ||
                late->second.light != key(item.light).toStdString() ||
                item.daysOverdue != (item.due.isValid() ? item.due.daysTo(asOf) : 0))
                return "overdue project " + std::to_string(item.projectId - 1);
        }
        return checkOverdueSummary(items);
    }

    std::string checkOverdueSummary(const std::vector<OverdueItem> &items) const {
        constexpr std::size_t kMost = 2;
        const OverdueSummary summary = m_engine.overdueSummary(*m_set, m_question->asOf, m_filter, kMost);
        OverdueCounts expected;
        expected.byZone.resize(m_ledger.zones.size() + 1);
        for (const OverdueItem &item : items) {
            const int zone = m_ledger.projects[std::size_t(item.projectId) - 1].zone;
            ++expected.byKind[std::size_t(item.kind)][std::size_t(item.light)];
            ++expected.byZone[std::size_t(zone + 1)][std::size_t(item.light)];
        }
        if (summary.counts.byKind != expected.byKind || summary.counts.byZone != expected.byZone)
            return "overdue counts";
        if (summary.first.size() != std::min(kMost, items.size()))
            return "first overdue: " + std::to_string(summary.first.size());
        for (std::size_t i = 0; i < summary.first.size(); ++i)
            if (summary.first[i].projectId != items[i].projectId || summary.first[i].kind != items[i].kind)
                return "first overdue: order";
        return {};
    }

    std::string checkTrend() const {
        if (m_question->trendMonths == 0)
            return {};
        const Month last = m_question->asOf;
        const Month first = last.plus(1 - m_question->trendMonths);
        const GroupBy by = m_question->trendBy;
        const RateTable trend = m_engine.trend(*m_set, first, last, m_filter, by);
        // Its groups are those that any of the months shows.
        std::set<GroupName> shown;
        if (by == GroupBy::None)
            shown.emplace();
        for (Month month = first; month <= last; month = month.plus(1))
            for (const auto &[name, group] : naive(month.lastDay(), by).groups)
                if (by != GroupBy::None && group.isShown())
                    shown.insert(name);
        if (trend.groups.size() != shown.size() * std::size_t(m_question->trendMonths))
            return "trend: " + std::to_string(trend.groups.size()) + " results for " +
                   std::to_string(shown.size()) + " groups";
        for (std::size_t i = 0; i < trend.groups.size(); ++i) {
            const GroupResult &group = trend.groups[i];
            const Month month = first.plus(int(i) % m_question->trendMonths);
            if ((by == GroupBy::None ? group.key : group.key2) != month.text())
                return "trend: month " + group.key2.toStdString();
            NaiveTable expected = naive(month.lastDay(), by);
            const NaiveGroup &same =
                by == GroupBy::None ? expected.total : expected.group({group.key, QString()});
            if (std::string difference = compare(group, same); !difference.empty())
                return "trend " + month.text().toStdString() + ": " + difference;
        }
        return {};
    }

    oracle::Ledger m_ledger;
    Facts m_facts;
    Engine m_engine;
    std::vector<std::pair<oracle::Rules, RuleSet>> m_rules;
    const Question *m_question = nullptr;
    const oracle::Rules *m_naive = nullptr;
    const RuleSet *m_set = nullptr;
    ProjectFilter m_filter;
};

/// Whether the question alone fails as well: then the engine is wrong, else what it has kept is.
std::string alone(const Scenario &scenario, std::size_t failed) {
    Scenario single = scenario;
    for (Step &step : single.steps) {
        if (&step - single.steps.data() > std::ptrdiff_t(failed))
            break;
        if (step.change.project >= 0)
            single.ledger.projects[std::size_t(step.change.project)] = step.change.now;
        if (step.change.added)
            single.ledger.entries.push_back(*step.change.added);
        step.change = {};
    }
    single.steps = {single.steps[failed]};
    Comparison comparison(single);
    return comparison.ask(single.steps.front().question).empty() ? " (a fresh engine agrees)" : "";
}

} // namespace

Disagreement replay(const Scenario &scenario) {
    Comparison comparison(scenario);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        comparison.change(scenario.steps[i].change);
        if (std::string difference = comparison.ask(scenario.steps[i].question); !difference.empty())
            return {i, difference + alone(scenario, i)};
    }
    return {};
}

} // namespace yipi::indicators
