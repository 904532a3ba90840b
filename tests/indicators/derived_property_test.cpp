// SPDX-License-Identifier: GPL-3.0-or-later
// The figures beside the rates against a naive second implementation over random ledgers.
// YIPI_CASES sets the number of cases, YIPI_SEED the seed.
#include "derived_oracle.h"
#include "facts_builder.h"
#include "single_case.h"

#include "indicators/cohort.h"
#include "indicators/due_lists.h"
#include "indicators/funnel.h"
#include "indicators/pace.h"
#include "indicators/ranking.h"

#include <cstdlib>
#include <iostream>

namespace yipi::indicators {
namespace {

using Difference = std::string;

qint64 countedRows(const CountedRows &rows) {
    return qint64(rows.included.size() + rows.excluded.size());
}

qint64 valueOf(const CountedRows &rows) {
    qint64 sum = 0;
    for (const CountedRow &row : rows.included)
        sum += row.value;
    return sum;
}

/// A reason for every row, and nothing added by what is excluded.
bool hasReasons(const CountedRows &rows) {
    const auto isExplained = [](const CountedRow &row) { return !row.why.isEmpty(); };
    return std::all_of(rows.included.begin(), rows.included.end(), isExplained) &&
           std::all_of(rows.excluded.begin(), rows.excluded.end(), [&](const CountedRow &row) {
               return isExplained(row) && !row.counts && row.value == 0;
           });
}

/// A random case with a rate of its own for the start.
SingleCase randomCase(Random &random) {
    SingleCase one = SingleCase::random(random);
    static const std::array<std::string, 3> kLists{"sign", "start", "produce"};
    oracle::Rule start;
    start.id = "start";
    start.population = kLists[random() % kLists.size()];
    start.terminated = random() % 2 ? "keep" : "exclude";
    start.dueOnly = random() % 2;
    one.rules.rates = {start};
    return one;
}

class DerivedComparison {
public:
    DerivedComparison(const SingleCase &question, Random &random)
        : m_case(question)
        , m_facts(question.facts())
        , m_rules(question.ruleSet())
        , m_filter(question.filter())
        , m_asOf(question.asOf.lastDay())
        , m_choice(random())
        , m_plans(question.ledger.projects.size()) {
        addPlansAndTargets(random);
    }

    Difference run() const {
        for (const auto check : {&DerivedComparison::checkCohorts, &DerivedComparison::checkFunnel,
                                 &DerivedComparison::checkRanking, &DerivedComparison::checkTargets,
                                 &DerivedComparison::checkDueLists})
            if (Difference difference = (this->*check)(); !difference.empty())
                return difference;
        return {};
    }

private:
    void addPlansAndTargets(Random &random) {
        const auto number = [&](int lowest, int highest) {
            return std::uniform_int_distribution<int>(lowest, highest)(random);
        };
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
            ProjectFact &p = m_facts.projects[i];
            p.reserved = number(0, 1) ? dayOf(QDate(2022, 7, 1).addDays(number(0, 1100))) : 0;
            p.planBegin = std::uint32_t(m_facts.plans.size());
            for (Month month(2022, 10); month < Month(2025, 10); month = month.plus(number(1, 9))) {
                const qint64 done = number(0, 9);
                m_facts.plans.push_back({month.index(), -1, done});
                m_plans[i].push_back({month.firstDay(), done});
            }
            p.planEnd = std::uint32_t(m_facts.plans.size());
        }
        m_facts.targets.clear(); // the ledger's own tasks have no pace
        for (std::size_t zone = 0; zone < m_facts.zones.size(); ++zone) {
            m_facts.zones[zone].rankingGroup = QStringLiteral("组%1").arg(number(0, 1));
            for (std::size_t k = 0; k < choicesOf<TargetIndicator>().size(); ++k)
                if (number(0, 2) > 0) {
                    TargetFact target{
                        qint64(m_facts.targets.size()) + 1, std::int32_t(zone), number(2022, 2025),
                        static_cast<TargetIndicator>(k),    number(0, 9),       {}};
                    for (auto &tenths : target.paceTenths)
                        tenths = number(0, 1000);
                    m_facts.targets.push_back(target);
                }
        }
    }

    bool passes(std::size_t project) const {
        return oracle::passesAsProject(m_case.ledger, m_case.cut, int(project), m_asOf);
    }
    qint64 population() const {
        qint64 count = 0;
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i)
            count += passes(i);
        return count;
    }

    Difference checkCohorts() const {
        const CohortQuestion question{m_case.asOf, static_cast<CohortBy>(m_choice % 3),
                                      static_cast<CohortOf>(m_choice / 3 % 2),
                                      m_choice / 6 % 2 ? Event::Started : Event::Produced, m_filter};
        const std::string event = question.event == Event::Started ? "started" : "produced";
        const auto members = oracle::cohortMembers(m_case.ledger, m_case.cut, key(question.by).toStdString(),
                                                   key(question.of).toStdString(), m_asOf);
        std::set<std::string> keys;
        for (const auto &member : members)
            if (!member.key.empty())
                keys.insert(member.key);
        const CohortTable table = cohortTable(m_facts, question);
        if (table.cohorts.size() != keys.size())
            return "number of cohorts";
        std::array<RateSum, kCohortMonths + 1> total;
        for (const Cohort &cohort : table.cohorts) {
            const auto expected =
                oracle::cohort(m_case.ledger, members, cohort.key.toStdString(), event, m_asOf);
            const std::string name = "cohort " + cohort.key.toStdString();
            if (cohort.members != expected.members || cohort.sameYear != expected.sameYear ||
                cohort.isSameYearOver != expected.sameYearOver)
                return name + " members or same year";
            for (std::size_t k = 0; k <= kCohortMonths; ++k) {
                const CohortCell &cell = cohort.cells[k];
                if (cell.reached != expected.reached[k] || cell.open != expected.open[k] ||
                    cell.isOver != expected.over[k])
                    return name + " month " + std::to_string(k);
                if (cell.isOver)
                    total[k].add(Rate(expected.reached[k], expected.members));
                if (cohort.rate(int(k)).isDefined() != cell.isOver)
                    return name + " has a rate that may still rise";
            }
            const int months = int(m_choice / 12 % (kCohortMonths + 1));
            const auto rows = explainCohort(m_facts, question, cohort.key, months);
            if (!rows || countedRows(*rows) != qint64(members.size()) || !hasReasons(*rows) ||
                qint64(rows->included.size()) != cohort.members ||
                valueOf(*rows) != cohort.cells[std::size_t(months)].reached)
                return "explanation of " + name;
        }
        for (std::size_t k = 0; k <= kCohortMonths; ++k)
            if (table.total[k].num != total[k].num || table.total[k].den != total[k].den)
                return "total of cohorts";
        return {};
    }

    Difference checkFunnel() const {
        const Funnel answer = funnel(m_facts, m_case.asOf, m_filter);
        const char *const events[] = {"", "", "started", "produced", "attained"};
        for (std::size_t step = 0; step < kFunnelSteps; ++step) {
            qint64 count = 0, investment = 0, unknown = 0, terminated = 0;
            for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
                const oracle::Project &p = m_case.ledger.projects[i];
                bool reached = m_facts.projects[i].reserved == 0
                                   ? step == 0
                                   : step == 0 && dateOf(m_facts.projects[i].reserved) <= m_asOf;
                const QDate sign = oracle::signDate(m_case.ledger, int(i));
                reached |= step <= 1 && sign.isValid() && sign <= m_asOf;
                for (std::size_t later = std::max<std::size_t>(step, 2); later < kFunnelSteps; ++later) {
                    const QDate day = oracle::eventDate(p, events[later]);
                    reached |= day.isValid() && day <= m_asOf;
                }
                if (!reached || !passes(i))
                    continue;
                ++count;
                investment += std::max(p.investment, 0LL);
                unknown += p.investment < 0;
                terminated += p.terminated.isValid() && p.terminated <= m_asOf;
            }
            const FunnelLevel &level = answer.levels[step];
            if (level.count != count || level.investment != investment ||
                level.withoutInvestment != unknown || level.terminated != terminated)
                return "funnel step " + std::to_string(step);
            if (step > 0 && level.count > answer.levels[step - 1].count)
                return "the funnel widens";
            const CountedRows rows = explainFunnel(m_facts, level.step, m_case.asOf, m_filter);
            if (countedRows(rows) != population() || qint64(rows.included.size()) != count ||
                valueOf(rows) != investment || !hasReasons(rows))
                return "explanation of funnel step " + std::to_string(step);
        }
        return {};
    }

    /// One more than the number of different rates above it among those it is ranked with.
    int naiveRank(const RateTable &table, const GroupResult &zone, std::size_t rate, bool byGroup) const {
        const auto nameOf = [&](const GroupResult &group) {
            for (const Zone &known : m_facts.zones)
                if (byGroup && known.id == group.id)
                    return known.rankingGroup;
            return QString();
        };
        const Rate own = zone.rates[rate].rate;
        if (own.den() <= 0)
            return 0;
        std::vector<Rate> above;
        for (const GroupResult &other : table.groups) {
            const Rate r = other.rates[rate].rate;
            if (nameOf(other) != nameOf(zone) || r.den() <= 0 || r.num() * own.den() <= own.num() * r.den())
                continue;
            if (std::none_of(above.begin(), above.end(), [&](const Rate &known) {
                    return known.num() * r.den() == r.num() * known.den();
                }))
                above.push_back(r);
        }
        return int(above.size()) + 1;
    }

    Difference checkRanking() const {
        const bool byGroup = m_choice % 2;
        const std::size_t rate = m_choice / 2 % m_rules.rates.size();
        const auto ranking =
            zoneRanking(m_facts, m_rules, m_rules.rates[rate].id, m_case.asOf, byGroup, m_filter);
        if (!ranking)
            return "no ranking";
        const Engine engine(m_facts);
        const RateTable now = engine.rates(m_rules, m_case.asOf, GroupBy::Zone, m_filter);
        const RateTable before = engine.rates(m_rules, m_case.asOf.plus(-1), GroupBy::Zone, m_filter);
        std::size_t lines = 0;
        for (const RankingTable &table : ranking->tables) {
            int last = 1;
            for (const RankingLine &line : table.lines) {
                ++lines;
                const auto isZone = [&](const GroupResult &g) { return g.id == line.zone; };
                const auto zone = std::find_if(now.groups.begin(), now.groups.end(), isZone);
                const auto then = std::find_if(before.groups.begin(), before.groups.end(), isZone);
                if (zone == now.groups.end() || line.rank != naiveRank(now, *zone, rate, byGroup))
                    return "rank of " + line.name.toStdString();
                const int rankThen =
                    then == before.groups.end() ? 0 : naiveRank(before, *then, rate, byGroup);
                if (line.sinceLastMonth.rank != rankThen ||
                    line.sinceLastMonth.places.has_value() != (rankThen > 0 && line.rank > 0) ||
                    (line.sinceLastMonth.places && *line.sinceLastMonth.places != rankThen - line.rank))
                    return "change of " + line.name.toStdString();
                const auto same = std::count_if(table.lines.begin(), table.lines.end(),
                                                [&](const auto &other) { return other.rank == line.rank; });
                if (line.isTied != (line.rank > 0 && same > 1))
                    return "tie of " + line.name.toStdString();
                if (line.rank != 0 && line.rank < last)
                    return "order of ranks";
                last = line.rank ? line.rank : std::numeric_limits<int>::max(); // nothing ranked after these
            }
        }
        return lines == now.groups.size() ? Difference() : "zones in the ranking";
    }

    bool showsZone(std::size_t zone) const {
        return (m_case.cut.city.isEmpty() || m_case.ledger.zones[zone].city == m_case.cut.city) &&
               (m_case.cut.zones.empty() || m_case.cut.zones.contains(int(zone)));
    }

    qint64 actual(const std::string &indicator, std::size_t zone) const {
        qint64 sum = 0;
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i)
            if (m_case.ledger.projects[i].zone == int(zone) && passes(i))
                sum += oracle::targetPart(m_case.ledger, indicator, int(i), m_plans[i], m_asOf).value_or(0);
        return sum;
    }

    Difference checkTargets() const {
        const PaceTable table = paceTable(m_facts, LightRules::byDays(1, 91), m_case.asOf, m_filter);
        std::map<TargetIndicator, PaceLine> totals;
        std::size_t lines = 0;
        for (const TargetFact &target : m_facts.targets) {
            if (target.year != m_asOf.year() || !showsZone(std::size_t(target.zone)))
                continue;
            ++lines;
            const qint64 id = m_facts.zones[std::size_t(target.zone)].id;
            const auto line = std::find_if(table.zones.begin(), table.zones.end(), [&](const PaceLine &l) {
                return l.zone == id && l.indicator == target.indicator;
            });
            const qint64 done = actual(key(target.indicator).toStdString(), std::size_t(target.zone));
            const qint64 expected = target.value * target.paceTenths[std::size_t(m_asOf.month()) - 1];
            if (line == table.zones.end() || line->target != target.value || line->actual != done ||
                line->expectedThousandths != expected || line->gapThousandths() != done * 1000 - expected)
                return "target line " + key(target.indicator).toStdString();
            totals[target.indicator].target += target.value;
            totals[target.indicator].actual += done;
            totals[target.indicator].expectedThousandths += expected;
        }
        if (lines != table.zones.size() || totals.size() != table.totals.size())
            return "number of target lines";
        for (const PaceLine &total : table.totals) {
            const PaceLine &expected = totals[total.indicator];
            if (total.target != expected.target || total.actual != expected.actual ||
                total.expectedThousandths != expected.expectedThousandths)
                return "total of targets";
            const auto rows = explainTarget(m_facts, total.indicator, m_case.asOf, m_filter);
            if (!rows || countedRows(*rows) != population() || valueOf(*rows) != total.actual ||
                !hasReasons(*rows))
                return "explanation of target " + key(total.indicator).toStdString();
        }
        return {};
    }

    Difference checkDueLists() const {
        if (m_rules.rates.front().id != "start")
            return "the random rules have no rate start";
        oracle::Rules open = m_case.rules; // what the rate may count, due or not
        open.rates.front().dueOnly = open.rates.front().leaveEarly = false;
        DueCounts expected;
        qint64 entries = 0;
        for (std::size_t i = 0; i < m_case.ledger.entries.size(); ++i) {
            const oracle::Entry &entry = m_case.ledger.entries[i];
            const oracle::Row row{oracle::Row::OfEntry, int(i), entry.project};
            if (entry.list != open.rates.front().population ||
                !oracle::passes(m_case.ledger, m_case.cut, row, m_asOf))
                continue;
            ++entries;
            if (!oracle::part(m_case.ledger, open, 0, row, m_asOf))
                continue;
            const QDate due = oracle::startDue(m_case.ledger, m_case.rules, entry);
            const QDate start =
                oracle::eventDate(m_case.ledger.projects[std::size_t(entry.project)], "started");
            const bool started = start.isValid() && start <= m_asOf;
            expected.withoutDue += !due.isValid();
            if (!due.isValid())
                continue;
            expected.due += due <= m_asOf;
            expected.late += due <= m_asOf && !started;
            expected.early += due > m_asOf && started;
            expected.started += started;
        }
        for (const DueList list : {DueList::DueNotStarted, DueList::EarlyStarted}) {
            const auto answer = dueList(m_facts, m_rules, list, m_case.asOf, m_filter);
            if (!answer)
                return "no due list";
            const DueCounts &counts = answer->counts;
            if (counts.started != counts.due - counts.late + counts.early)
                return "started is not due - late + early";
            if (counts.due != expected.due || counts.late != expected.late ||
                counts.early != expected.early || counts.started != expected.started ||
                counts.withoutDue != expected.withoutDue)
                return "due counts";
            const qint64 listed = list == DueList::DueNotStarted ? counts.late : counts.early;
            if (qint64(answer->items.size()) != listed || qint64(answer->rows.included.size()) != listed ||
                countedRows(answer->rows) != entries || !hasReasons(answer->rows))
                return "rows of the due list";
        }
        const auto statistics = dueList(m_facts, m_rules, DueList::NotInStatistics, m_case.asOf, m_filter);
        if (!statistics || countedRows(statistics->rows) != population() || !hasReasons(statistics->rows))
            return "rows of the statistics list";
        qint64 missing = 0;
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
            const oracle::Project &p = m_case.ledger.projects[i];
            const QDate start = oracle::eventDate(p, "started");
            missing += passes(i) && start.isValid() && start <= m_asOf &&
                       !(p.statistics.isValid() && p.statistics <= m_asOf);
        }
        return qint64(statistics->items.size()) == missing ? Difference() : "the statistics list";
    }

    const SingleCase &m_case;
    Facts m_facts;
    RuleSet m_rules;
    ProjectFilter m_filter;
    QDate m_asOf;
    quint64 m_choice; ///< which way of each question is asked
    std::vector<std::vector<oracle::PlanReport>> m_plans;
};

TEST(DerivedProperty, AgreesWithTheNaiveOracle) {
    const char *const wantedCases = std::getenv("YIPI_CASES");
    const char *const wantedSeed = std::getenv("YIPI_SEED");
    const quint64 cases = wantedCases ? std::strtoull(wantedCases, nullptr, 10) : 20'000;
    const quint64 seed = wantedSeed ? std::strtoull(wantedSeed, nullptr, 10) : std::random_device{}();
    std::cout << "seed " << seed << ", cases " << cases << std::endl;
    Random random(seed);
    for (quint64 i = 0; i < cases; ++i) {
        const SingleCase question = randomCase(random);
        const Difference difference = DerivedComparison(question, random).run();
        ASSERT_TRUE(difference.empty()) << "seed " << seed << " case " << i << ": " << difference << "\n"
                                        << question.describe();
    }
}

} // namespace
} // namespace yipi::indicators
