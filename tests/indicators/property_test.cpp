// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against the naive oracle over random ledgers, rules, dates and cuts.
// YIPI_CASES sets the number of cases, YIPI_SEED the seed.
#include "random_case.h"

#include "facts_builder.h"

#include <cstdlib>
#include <iostream>

namespace yipi::indicators {
namespace {

std::string text(const oracle::Figure &f) {
    return std::to_string(f.num) + "/" + std::to_string(f.den);
}

oracle::Figure figureOf(const RateResult &result) {
    return {result.rate.num(), result.rate.den()};
}

/// The ledger as both sides see it for one question.
class Comparison {
public:
    explicit Comparison(const RandomCase &question)
        : m_case(question)
        , m_facts(question.facts())
        , m_rules(question.ruleSet())
        , m_filter(question.filter())
        , m_engine(m_facts) {}

    /// The first disagreement in words; empty when there is none.
    std::string run(bool withTrend) const {
        for (const auto check : {&Comparison::checkFilter, &Comparison::checkTable,
                                 &Comparison::checkExplanations, &Comparison::checkOverdue})
            if (std::string difference = (this->*check)(); !difference.empty())
                return difference;
        return withTrend ? checkTrend() : std::string();
    }

private:
    std::vector<oracle::Entry> entries(QDate asOf) const {
        std::vector<oracle::Entry> result;
        for (const oracle::Entry &entry : m_case.ledger.entries)
            if (oracle::passes(m_case.ledger, m_case.cut, entry, asOf))
                result.push_back(entry);
        return result;
    }

    std::string checkFilter() const {
        const QDate asOf = m_case.asOf.lastDay();
        const FilterMatcher matcher(m_facts, m_filter, asOf);
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
            bool expected = oracle::passes(m_case.ledger, m_case.cut, int(i), asOf);
            if (!m_case.cut.list.empty() || m_case.cut.first || m_case.cut.last) {
                bool listed = false;
                for (const oracle::Entry &entry : m_case.ledger.entries)
                    listed |=
                        entry.project == int(i) && oracle::passes(m_case.ledger, m_case.cut, entry, asOf);
                expected = expected && listed;
            }
            if (matcher.matches(std::uint32_t(i)) != expected)
                return "project " + std::to_string(i) + (expected ? " should pass" : " should not pass");
        }
        return {};
    }

    std::string compare(const GroupResult &group, const std::vector<oracle::Entry> &mine, QDate asOf) const {
        for (std::size_t r = 0; r < m_rules.rates.size(); ++r) {
            const auto expected = oracle::figure(m_case.ledger, m_case.rules, int(r), asOf, mine);
            if (figureOf(group.rates[r]) != expected)
                return "group '" + group.key.toStdString() + "' rate " + std::to_string(r) + ": engine " +
                       text(figureOf(group.rates[r])) + ", oracle " + text(expected);
        }
        for (const auto &[list, total] :
             {std::pair("sign", group.sign), {"start", group.start}, {"produce", group.produce}}) {
            BatchTotal expected;
            for (const oracle::Entry &entry : mine) {
                if (entry.list != list ||
                    oracle::held(m_case.ledger.campaigns[std::size_t(entry.campaign)]) > asOf)
                    continue;
                ++expected.count;
                expected.investment += entry.investment.value_or(0);
                expected.output += entry.output.value_or(0);
            }
            if (total.count != expected.count || total.investment != expected.investment ||
                total.output != expected.output)
                return std::string("list totals of ") + list;
        }
        return {};
    }

    QString groupName(const oracle::Entry &entry, GroupBy by) const {
        const oracle::Project &p = m_case.ledger.projects[std::size_t(entry.project)];
        const oracle::Campaign &c = m_case.ledger.campaigns[std::size_t(entry.campaign)];
        const QString none = QStringLiteral("未填");
        switch (by) {
        case GroupBy::Zone:
            return p.zone < 0 ? none : m_case.ledger.zones[std::size_t(p.zone)].name;
        case GroupBy::City: {
            const QString city = p.zone < 0 ? QString() : m_case.ledger.zones[std::size_t(p.zone)].city;
            return city.isEmpty() ? none : city;
        }
        case GroupBy::Chain:
            return p.chain < 0 ? none : QStringLiteral("链%1").arg(p.chain);
        case GroupBy::Industry:
            return p.industry < 0 ? none : QStringLiteral("业%1").arg(p.industry);
        case GroupBy::Campaign:
            return QStringLiteral("%1-%2").arg(c.year).arg(c.sequence);
        case GroupBy::Month:
            return oracle::held(c).toString(QStringLiteral("yyyy-MM"));
        default:
            break;
        }
        return {};
    }

    std::string checkTable() const {
        const QDate asOf = m_case.asOf.lastDay();
        const auto mine = entries(asOf);
        const auto by = static_cast<GroupBy>(m_case.ledger.entries.size() % 7);
        const RateTable table = m_engine.rates(m_rules, m_case.asOf, by, m_filter);
        if (std::string difference = compare(table.total, mine, asOf); !difference.empty())
            return "total: " + difference;
        if (by == GroupBy::None)
            return table.groups.empty() ? "" : "groups without a cut";
        std::map<QString, std::vector<oracle::Entry>> groups;
        std::set<QString> shown;
        for (const oracle::Entry &entry : mine) {
            groups[groupName(entry, by)].push_back(entry);
            if (oracle::held(m_case.ledger.campaigns[std::size_t(entry.campaign)]) <= asOf)
                shown.insert(groupName(entry, by));
        }
        if (table.groups.size() != shown.size())
            return "number of groups";
        for (const GroupResult &group : table.groups)
            if (std::string difference = compare(group, groups[group.key], asOf); !difference.empty())
                return difference;
        return {};
    }

    std::string checkExplanations() const {
        const QDate asOf = m_case.asOf.lastDay();
        const auto mine = entries(asOf);
        for (std::size_t r = 0; r < m_rules.rates.size(); ++r) {
            const auto explanation = m_engine.explain(m_rules, m_rules.rates[r].id, m_case.asOf, m_filter);
            if (!explanation)
                return "no explanation";
            const auto population = std::count_if(mine.begin(), mine.end(), [&](const auto &e) {
                return e.list == m_case.rules.rates[r].list &&
                       oracle::held(m_case.ledger.campaigns[std::size_t(e.campaign)]) <= asOf;
            });
            if (std::ptrdiff_t(explanation->included.size() + explanation->excluded.size()) != population)
                return "included + excluded is not the population";
            oracle::Figure sum;
            for (const ExplainedEntry &row : explanation->included) {
                sum.num += row.num;
                sum.den += row.den;
                const oracle::Entry &entry = m_case.ledger.entries[std::size_t(row.entryId) - 1];
                const auto expected = oracle::part(m_case.ledger, m_case.rules, int(r), entry, asOf);
                if (!expected || expected->num != row.num || expected->den != row.den ||
                    expected->inNumerator != row.inNumerator || row.why.isEmpty())
                    return "explained entry " + std::to_string(row.entryId) + " " + row.why.toStdString();
            }
            for (const ExplainedEntry &row : explanation->excluded)
                if (row.num != 0 || row.den != 0 || row.inNumerator || row.why.isEmpty())
                    return "excluded entry adds something";
            const auto expected = oracle::figure(m_case.ledger, m_case.rules, int(r), asOf, mine);
            if (sum != expected || figureOf(explanation->rate) != expected)
                return "explanation of rate " + std::to_string(r) + ": " + text(sum) + ", oracle " +
                       text(expected);
        }
        return {};
    }

    std::string checkOverdue() const {
        const QDate asOf = m_case.asOf.lastDay();
        std::map<std::pair<int, std::string>, oracle::Late> expected;
        for (const oracle::Late &late : oracle::overdue(m_case.ledger, m_case.rules, asOf, entries(asOf)))
            expected[{late.project, late.kind}] = late;
        const auto items = m_engine.overdue(m_rules, m_case.asOf, m_filter);
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
        return {};
    }

    std::string checkTrend() const {
        const Month first = m_case.asOf.plus(-int(m_case.ledger.entries.size()));
        const RateTable trend = m_engine.trend(m_rules, first, m_case.asOf, m_filter);
        if (int(trend.groups.size()) != m_case.asOf.index() - first.index() + 1)
            return "months of the trend";
        for (std::size_t k = 0; k < trend.groups.size(); ++k) {
            const QDate asOf = first.plus(int(k)).lastDay();
            if (trend.groups[k].key != first.plus(int(k)).text())
                return "month of the trend";
            if (std::string difference = compare(trend.groups[k], entries(asOf), asOf); !difference.empty())
                return "trend: " + difference;
        }
        return {};
    }

    const RandomCase &m_case;
    Facts m_facts;
    RuleSet m_rules;
    ProjectFilter m_filter;
    Engine m_engine;
};

/// Takes entries away as long as the two still disagree.
RandomCase smaller(RandomCase failing) {
    for (std::size_t i = failing.ledger.entries.size(); i-- > 0;) {
        RandomCase attempt = failing;
        attempt.ledger.entries.erase(attempt.ledger.entries.begin() + std::ptrdiff_t(i));
        if (!Comparison(attempt).run(true).empty())
            failing = std::move(attempt);
    }
    RandomCase attempt = failing;
    attempt.cut = {};
    return Comparison(attempt).run(true).empty() ? failing : attempt;
}

quint64 fromEnvironment(const char *name, quint64 standard) {
    const char *value = std::getenv(name);
    return value ? std::strtoull(value, nullptr, 10) : standard;
}

TEST(Property, EngineAgreesWithTheNaiveOracle) {
    const quint64 cases = fromEnvironment("YIPI_CASES", 100'000);
    const quint64 seed = fromEnvironment("YIPI_SEED", std::random_device{}());
    std::cout << "seed " << seed << ", cases " << cases << std::endl;
    Random random(seed);
    RandomCase question;
    quint64 trends = 0;
    for (quint64 i = 0; i < cases; ++i) {
        if (i % 8 == 0)
            question.newLedger(random);
        if (i % 2 == 0)
            question.newRules(random);
        question.newQuestion(random);
        const bool withTrend = i % 16 == 0;
        trends += withTrend;
        const std::string difference = Comparison(question).run(withTrend);
        if (difference.empty())
            continue;
        const RandomCase small = smaller(question);
        FAIL() << "seed " << seed << " case " << i << ": " << difference
               << "\nmade smaller: " << Comparison(small).run(true) << "\n"
               << small.describe();
    }
    std::cout << cases << " cases agree, " << trends << " of them with a trend" << std::endl;
}

} // namespace
} // namespace yipi::indicators
