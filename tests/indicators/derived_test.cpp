// SPDX-License-Identifier: GPL-3.0-or-later
// The figures beside the rates on ledgers small enough to count by hand, and the words that explain them.
#include "facts_builder.h"

#include "indicators/cohort.h"
#include "indicators/due_lists.h"
#include "indicators/funnel.h"
#include "indicators/pace.h"
#include "indicators/ranking.h"

namespace yipi::indicators {
namespace {

QString why(const std::vector<CountedRow> &rows, qint64 project) {
    for (const CountedRow &row : rows)
        if (row.projectId == project)
            return row.why;
    return {};
}

class Cohorts : public ::testing::Test {
protected:
    Cohorts() {
        ledger.campaign(2023, 1, "2023-02-22");
        ledger.campaign(2023, 2, "");
        ledger.project({.sign = day("2023-01-10"), .start = day("2022-12-05")});   // 1: before it was signed
        ledger.project({.sign = day("2023-03-31"), .start = day("2023-06-30")});   // 2: third month
        ledger.project({.sign = day("2023-02-01"), .produce = day("2024-01-02")}); // 3: next year
        ledger.project({.sign = day("2024-05-20"), .start = day("2024-05-21")});   // 4
        ledger.entry(ledger.project({}), 1, Batch::Sign);                          // 5: day of the campaign
        ledger.project({});                                                        // 6: not signed
        ledger.project({.sign = day("2024-08-01")});                               // 7: after the as-of date
        ledger.project({.sign = day("2024-06-01")});                               // 8: open
    }
    CohortQuestion question(CohortBy by) {
        CohortQuestion q;
        q.asOf = kAsOf;
        q.by = by;
        return q;
    }
    FactsBuilder ledger;
};

TEST_F(Cohorts, CumulateByMonthsSinceSigning) {
    const CohortTable table = cohortTable(ledger.facts(), question(CohortBy::Quarter));
    ASSERT_EQ(table.cohorts.size(), 3U);
    const Cohort &first = table.cohorts[0];
    EXPECT_EQ(first.key, "2023-Q1");
    EXPECT_EQ(first.members, 3);
    EXPECT_EQ(first.cells[0].reached, 1);
    EXPECT_EQ(first.cells[2].reached, 1);
    EXPECT_EQ(first.cells[3].reached, 2) << "31 March to 30 June is the third month";
    EXPECT_EQ(first.cells[10].reached, 2);
    EXPECT_EQ(first.rate(11).displayText(), "100.00%") << "producing proves the start";
    EXPECT_EQ(first.rate(24).displayText(), "100.00%") << "all have started: nothing can change";
    EXPECT_EQ(first.sameYearRate().displayText(), "66.67%");
    EXPECT_TRUE(first.isSameYearOver);
    EXPECT_EQ(table.cohorts[1].key, "2023-Q2") << "by the assumed day of campaign 2023-2";
}

TEST_F(Cohorts, AreNotYetRatherThanLow) {
    const CohortTable table = cohortTable(ledger.facts(), question(CohortBy::Quarter));
    const Cohort &last = table.cohorts[2];
    EXPECT_EQ(last.key, "2024-Q2");
    EXPECT_EQ(last.rate(1).displayText(), "50.00%") << "the month after June is over";
    EXPECT_EQ(last.cells[2].open, 1);
    EXPECT_FALSE(last.cells[2].isOver);
    EXPECT_FALSE(last.rate(2).isDefined());
    EXPECT_FALSE(last.isSameYearOver);
    EXPECT_EQ(table.total[1].rate().num(), 2) << "of the quarters 2023-Q1, 2023-Q2 and 2024-Q2";
    EXPECT_EQ(table.total[1].rate().den(), 6);
    EXPECT_EQ(table.total[2].rate().den(), 4) << "2024-Q2 is not yet there";
    CohortQuestion year = question(CohortBy::Year);
    EXPECT_FALSE(cohortTable(ledger.facts(), year).cohorts.back().rate(0).isDefined())
        << "more may be signed before the year ends";
}

TEST_F(Cohorts, OfACampaignCountFromItsDay) {
    const CohortTable table = cohortTable(ledger.facts(), question(CohortBy::Campaign));
    ASSERT_EQ(table.cohorts.size(), 1U);
    EXPECT_EQ(table.cohorts[0].key, "2023-2");
    EXPECT_EQ(table.cohorts[0].rate(13).displayText(), "0.00%");
    EXPECT_FALSE(table.cohorts[0].rate(14).isDefined());
}

TEST_F(Cohorts, SayWhyEachProjectIsWhereItIs) {
    const auto rows = explainCohort(ledger.facts(), question(CohortBy::Quarter), "2023-Q1", 3);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->included.size() + rows->excluded.size(), 8U);
    EXPECT_EQ(why(rows->included, 1), "2023-01-10 签约，2022-12-05 开工（早于签约月）");
    EXPECT_EQ(why(rows->included, 2), "2023-03-31 签约，2023-06-30 开工（签约后第 3 个月）");
    EXPECT_EQ(why(rows->excluded, 4), "2024-05-20 签约，属于 2024-Q2");
    EXPECT_EQ(why(rows->excluded, 6), "没有签约日期，也不在签约一批，未计入");
    EXPECT_EQ(why(rows->excluded, 7), "2024-08-01 签约，晚于截止日，未计入");
    const auto open = explainCohort(ledger.facts(), question(CohortBy::Quarter), "2024-Q2", 6);
    EXPECT_EQ(why(open->included, 4), "2024-05-20 签约，2024-05-21 开工（签约当月）");
    EXPECT_EQ(why(open->included, 8), "2024-06-01 签约，只过了 1 个月，未开工，尚不能判断");
    const auto assumed = explainCohort(ledger.facts(), question(CohortBy::Quarter), "2023-Q2", 6);
    EXPECT_EQ(why(assumed->included, 5),
              "2023-06-30 签约（未填签约日期，按 2023-2 活动当天计）（2023-2 活动未填举办日期，按 2023-06-30 "
              "计），未开工");
    const auto none = explainCohort(ledger.facts(), question(CohortBy::Quarter), "2020-Q1", 6);
    ASSERT_FALSE(none);
    EXPECT_TRUE(none.error().text().contains("可以选 2023-Q1、2023-Q2、2024-Q2"))
        << none.error().text().toStdString();
}

TEST(Funnel, CountsWhatHasComeSoFar) {
    FactsBuilder ledger;
    ledger.project({.investment = 10, .reserved = day("2023-01-01")});
    ledger.project({.investment = 20, .sign = day("2023-01-01"), .terminated = day("2024-01-01")});
    ledger.project({.produce = day("2024-02-01")});
    ledger.project({.investment = 40, .reserved = day("2024-08-01")});
    ledger.project({.investment = 80, .sign = day("2024-08-01")});
    const Funnel answer = funnel(ledger.facts(), kAsOf);
    const auto count = [&](FunnelStep step) { return answer.level(step).count; };
    EXPECT_EQ(count(FunnelStep::Reserved), 4);
    EXPECT_EQ(count(FunnelStep::Signed), 2);
    EXPECT_EQ(count(FunnelStep::Started), 1);
    EXPECT_EQ(count(FunnelStep::Produced), 1);
    EXPECT_EQ(count(FunnelStep::Attained), 0);
    EXPECT_EQ(answer.level(FunnelStep::Reserved).investment, 110);
    EXPECT_EQ(answer.level(FunnelStep::Reserved).withoutInvestment, 1);
    EXPECT_EQ(answer.level(FunnelStep::Signed).terminated, 1);
    EXPECT_FALSE(answer.countConversion(FunnelStep::Reserved).isDefined());
    EXPECT_EQ(answer.countConversion(FunnelStep::Signed), Rate(2, 4));
    EXPECT_EQ(answer.investmentConversion(FunnelStep::Signed), Rate(20, 110));
    const CountedRows rows = explainFunnel(ledger.facts(), FunnelStep::Signed, kAsOf);
    EXPECT_EQ(why(rows.included, 2), "2023-01-01 签约（2024-01-01 已终止）");
    EXPECT_EQ(why(rows.included, 3), "2024-02-01 投产，视同已签约（未填总投资，金额按 0 计）");
    EXPECT_EQ(why(rows.excluded, 1), "未签约");
    EXPECT_EQ(why(rows.excluded, 5), "未签约（2024-08-01 签约，晚于截止日）");
    const CountedRows reserve = explainFunnel(ledger.facts(), FunnelStep::Reserved, kAsOf);
    EXPECT_EQ(why(reserve.included, 1), "2023-01-01 储备");
    EXPECT_EQ(why(reserve.included, 2), "在台账中，没有储备日期（2024-01-01 已终止）");
    EXPECT_EQ(why(reserve.excluded, 4), "未储备（2024-08-01 储备，晚于截止日）");
}

class ZoneRankings : public ::testing::Test {
protected:
    /// A zone with `signed` entries of which `started` have started; the last one on `lastStart`.
    void zone(const char *name, int all, int started, const char *lastStart = "2024-01-01",
              const char *group = "") {
        const auto index = ledger.zone(QString::fromUtf8(name));
        groups.push_back(QString::fromUtf8(group));
        for (int i = 0; i < all; ++i) {
            ProjectFact project;
            project.zone = index;
            if (i < started)
                project.start = day(i == started - 1 ? lastStart : "2023-07-01");
            ledger.entry(ledger.project(project), 0, Batch::Sign);
        }
    }
    Ranking ranking(bool byGroup) {
        Facts facts = ledger.facts();
        for (std::size_t i = 0; i < groups.size(); ++i)
            facts.zones[i].rankingGroup = groups[i];
        auto answer = zoneRanking(facts, preset("basic"), QStringLiteral("start"), kAsOf, byGroup);
        EXPECT_TRUE(answer);
        return answer.value_or(Ranking());
    }
    FactsBuilder ledger;
    std::int32_t first = ledger.campaign(2023, 1, "2023-02-22");
    std::vector<QString> groups;
};

TEST_F(ZoneRankings, AreDenseAndTellTheChange) {
    zone("甲", 10, 4);
    zone("乙", 5, 2);                // 40 % as 甲
    zone("丙", 10, 5, "2024-07-10"); // 40 % a month ago
    zone("丁", 3, 1);
    const auto late = ledger.zone(QStringLiteral("戊"));
    groups.push_back({});
    ledger.entry(ledger.project({.zone = late}), 0, Batch::Start);
    const Ranking answer = ranking(false);
    ASSERT_EQ(answer.tables.size(), 1U);
    const auto &lines = answer.tables[0].lines;
    ASSERT_EQ(lines.size(), 5U);
    const std::vector<std::pair<QString, int>> expected{
        {"丙", 1}, {"甲", 2}, {"乙", 2}, {"丁", 3}, {"戊", 0}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        EXPECT_EQ(std::pair(lines[i].name, lines[i].rank), expected[i]) << i;
    EXPECT_TRUE(lines[1].isTied && lines[2].isTied);
    EXPECT_FALSE(lines[0].isTied || lines[4].isTied);
    EXPECT_EQ(lines[0].sinceLastMonth.rank, 1) << "all three at 40 %";
    EXPECT_EQ(lines[0].sinceLastMonth.places, 0);
    EXPECT_EQ(lines[0].sinceLastMonth.points, "10.00");
    EXPECT_EQ(lines[1].sinceLastMonth.places, -1);
    EXPECT_EQ(lines[1].sinceLastMonth.points, "0.00");
    EXPECT_EQ(lines[3].sinceLastMonth.places, -1) << "from second to third";
    EXPECT_EQ(lines[3].sinceLastYear.points, "33.33") << "0/3 a year ago";
    EXPECT_FALSE(lines[4].sinceLastMonth.places.has_value());
    EXPECT_TRUE(lines[4].sinceLastMonth.points.isEmpty());
    EXPECT_EQ(answer.total.rate, Rate(12, 28));
}

TEST_F(ZoneRankings, MayBeWithinGroups) {
    zone("甲", 2, 1, "2024-01-01", "");
    zone("乙", 4, 1, "2024-01-01", "一类");
    zone("丙", 4, 3, "2024-01-01", "二类");
    zone("丁", 4, 2, "2024-01-01", "一类");
    const Ranking answer = ranking(true);
    ASSERT_EQ(answer.tables.size(), 3U);
    EXPECT_EQ(answer.tables[0].group, "一类");
    EXPECT_EQ(answer.tables[0].lines[0].name, "丁");
    EXPECT_EQ(answer.tables[0].lines[0].rank, 1);
    EXPECT_EQ(answer.tables[0].lines[1].rank, 2);
    EXPECT_EQ(answer.tables[1].group, "二类");
    EXPECT_EQ(answer.tables[2].group, "") << "zones without a group come last";
    EXPECT_EQ(answer.tables[2].lines[0].rank, 1);
    const auto unknown = zoneRanking(ledger.facts(), preset("basic"), "none", kAsOf, true);
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().text().contains("可以选 start、produce"));
}

class Targets : public ::testing::Test {
protected:
    Targets() {
        const auto north = ledger.zone(QStringLiteral("北区")), south = ledger.zone(QStringLiteral("南区"));
        ledger.campaign(2024, 1, "2024-03-01");
        ledger.project({.investment = 500, .zone = north, .sign = day("2024-01-01")});
        ledger.entry(ledger.project({.investment = 300, .zone = north}), 0, Batch::Sign);
        ledger.project({.investment = 70, .zone = north, .sign = day("2023-12-31")});
        ledger.project({.zone = south, .sign = day("2024-07-31"), .produce = day("2024-07-31")});
        ledger.project({.investment = 9, .sign = day("2024-05-01")});
        facts = ledger.facts();
        target(north, TargetIndicator::SignCount, 3, 583);
        target(south, TargetIndicator::SignCount, 4, 500);
        target(north, TargetIndicator::SignInvestment, 1000, 583);
        target(north, TargetIndicator::AnnualInvestment, 100, 583);
        target(south, TargetIndicator::StartCount, 0, 583);
        facts.plans = {{Month(2023, 12).index(), -1, 90},
                       {Month(2024, 3).index(), -1, 10},
                       {Month(2024, 7).index(), -1, 25},
                       {Month(2024, 8).index(), -1, 30}};
        facts.projects[0].planEnd = 4;
    }
    void target(std::int32_t zone, TargetIndicator indicator, qint64 value, int tenths) {
        TargetFact fact{0, zone, 2024, indicator, value, {}};
        fact.paceTenths[6] = tenths;
        facts.targets.push_back(fact);
        fact.year = 2023;
        facts.targets.push_back(fact);
    }
    FactsBuilder ledger;
    Facts facts;
};

TEST_F(Targets, AreComparedWithThePace) {
    LightRules lights;
    lights.rules = {{LightSubject::Pace, LightMeasure::PercentOfPace, 100, false, Light::Red}};
    const PaceTable table = paceTable(facts, lights, kAsOf);
    ASSERT_EQ(table.zones.size(), 5U) << "of this year only";
    const PaceLine &count = table.zones[0];
    EXPECT_EQ(count.name, "北区");
    EXPECT_EQ(count.actual, 2);
    EXPECT_EQ(count.completion().displayText(), "66.67%");
    EXPECT_EQ(count.pace().displayText(), "58.30%");
    EXPECT_EQ(count.gapPoints(), "8.37");
    EXPECT_EQ(count.gapThousandths(), 251) << "2 − 3 × 58.3 %";
    EXPECT_EQ(count.light, Light::Green);
    EXPECT_EQ(table.zones[1].actual, 800) << "the year before does not count";
    EXPECT_EQ(table.zones[2].actual, 25) << "the year's latest report up to July";
    EXPECT_EQ(table.zones[3].light, Light::Red) << "1 of 4 where half was asked for";
    EXPECT_EQ(table.zones[3].gapPoints(), "-25.00");
    EXPECT_FALSE(table.zones[4].completion().isDefined()) << "no target, no rate";
    EXPECT_TRUE(table.zones[4].gapPoints().isEmpty());
    ASSERT_EQ(table.totals.size(), 4U);
    EXPECT_EQ(table.totals[0].completion(), Rate(3, 7));
    EXPECT_EQ(table.totals[0].pace(), Rate(3 * 583 + 4 * 500, 7000));
}

TEST_F(Targets, SayWhatIsCounted) {
    const auto rows = explainTarget(facts, TargetIndicator::SignInvestment, kAsOf);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->included.size() + rows->excluded.size(), 5U);
    EXPECT_EQ(why(rows->included, 1), "2024-01-01 签约");
    EXPECT_EQ(why(rows->included, 2), "2024-03-01 签约（未填签约日期，按 2024-1 活动当天计）");
    EXPECT_EQ(why(rows->excluded, 3), "2023-12-31 签约，不在 2024 年，未计入");
    EXPECT_EQ(why(rows->excluded, 4),
              "2024-07-31 签约，未填总投资，按 0 计，所在开发区没有下达这项目标，未计入");
    const auto annual = explainTarget(facts, TargetIndicator::AnnualInvestment, kAsOf);
    EXPECT_EQ(why(annual->excluded, 2), "本年没有上报完成投资，未计入");
    const auto start = explainTarget(facts, TargetIndicator::StartCount, kAsOf);
    EXPECT_EQ(why(start->included, 4), "2024-07-31 开工");
    EXPECT_EQ(why(start->excluded, 1), "未开工，未计入");
    const auto none = explainTarget(facts, TargetIndicator::ProduceCount, kAsOf);
    ASSERT_FALSE(none);
    EXPECT_TRUE(none.error().text().contains("2024 年没有下达投产个数目标"));
}

TEST_F(Targets, FollowZonesAndCityOfTheFilter) {
    ProjectFilter filter;
    filter.zones = {102};
    EXPECT_EQ(paceTable(facts, {}, kAsOf, filter).zones.size(), 2U);
    EXPECT_FALSE(narrowsWithinZones(filter));
    filter.city = QStringLiteral("太原市");
    EXPECT_TRUE(paceTable(facts, {}, kAsOf, filter).zones.empty());
    filter = {};
    filter.strategic = true;
    EXPECT_TRUE(narrowsWithinZones(filter));
    const PaceTable narrowed = paceTable(facts, {}, kAsOf, filter);
    EXPECT_EQ(narrowed.totals[0].target, 7) << "targets stay whole";
    EXPECT_EQ(narrowed.totals[0].actual, 0);
}

class DueLists : public ::testing::Test {
protected:
    DueLists() {
        const auto campaign = ledger.campaign(2023, 1, "2023-02-22");
        const auto entry = [&](const ProjectFact &project) {
            ledger.entry(ledger.project(project), campaign, Batch::Sign);
        };
        entry({.plannedStart = day("2024-06-30"), .start = day("2024-08-01")});      // 1: late by 31 days
        entry({.plannedStart = day("2024-09-30"), .start = day("2024-07-01")});      // 2: early
        entry({.plannedStart = day("2024-06-30"), .start = day("2024-07-01")});      // 3: due, started
        entry({.plannedStart = day("2024-09-30")});                                  // 4: not due
        entry({.plannedStart = day("2024-01-01"), .terminated = day("2024-02-01")}); // 5
        const auto recent = ledger.campaign(2024, 2, "2024-05-29");
        const auto later = ledger.campaign(2024, 4, "2024-12-01");
        ledger.entry(ledger.project({}), later, Batch::Sign);  // 6: not held yet
        ledger.entry(ledger.project({}), recent, Batch::Sign); // 7: not due
    }
    DueListResult list(DueList which, const RuleSet &rules = preset("basic")) {
        auto answer = dueList(ledger.facts(), rules, which, kAsOf);
        EXPECT_TRUE(answer);
        return answer.value_or(DueListResult());
    }
    FactsBuilder ledger;
};

TEST_F(DueLists, NameWhatIsLateAndWhatIsEarly) {
    const DueListResult late = list(DueList::DueNotStarted);
    EXPECT_EQ(late.counts.due, 3);
    EXPECT_EQ(late.counts.late, 2);
    EXPECT_EQ(late.counts.early, 1);
    EXPECT_EQ(late.counts.started, 2);
    ASSERT_EQ(late.items.size(), 2U);
    EXPECT_EQ(late.items[0].projectId, 5);
    EXPECT_EQ(late.items[0].light, Light::Done) << "terminated: nobody has to act";
    EXPECT_EQ(late.items[0].level, Escalation::None);
    EXPECT_EQ(late.items[1].days, 31);
    EXPECT_EQ(late.items[1].event, 0) << "a start after the as-of date does not exist";
    EXPECT_EQ(late.items[1].light, Light::Yellow);
    EXPECT_EQ(late.items[1].level, Escalation::Zone);
    EXPECT_EQ(why(late.rows.included, 1), "应于 2024-06-30 开工，未开工");
    EXPECT_EQ(why(late.rows.excluded, 3), "应于 2024-06-30 开工，2024-07-01 已开工");
    EXPECT_EQ(why(late.rows.excluded, 4), "应于 2024-09-30 开工，未开工，截止日尚未到期");
    EXPECT_EQ(why(late.rows.excluded, 6), "2024-4 活动于 2024-12-01 举办，晚于截止日，未列入");
    EXPECT_EQ(why(list(DueList::DueNotStarted, preset("lvliang-2024")).rows.excluded, 7),
              "“开工率”的口径不统计，未列入")
        << "held less than six months ago";
    const DueListResult early = list(DueList::EarlyStarted);
    ASSERT_EQ(early.items.size(), 1U);
    EXPECT_EQ(early.items[0].projectId, 2);
    EXPECT_EQ(early.items[0].days, 91);
    EXPECT_EQ(early.items[0].light, Light::Green);
}

TEST_F(DueLists, NeedTheStartRate) {
    RuleSet rules = preset("basic");
    rules.rates.erase(rules.rates.begin());
    const auto answer = dueList(ledger.facts(), rules, DueList::DueNotStarted, kAsOf);
    ASSERT_FALSE(answer);
    EXPECT_TRUE(answer.error().text().contains("没有开工率（start），列不出应开未开"));
}

TEST_F(DueLists, StartedWithoutAStatisticsEntry) {
    FactsBuilder other;
    other.project({.start = day("2024-04-01")});
    other.project({.start = day("2024-04-01"), .statistics = day("2024-05-01")});
    other.project({.start = day("2024-08-01")});
    RuleSet rules = preset("basic");
    rules.lights.rules = {{LightSubject::StatisticsEntry, LightMeasure::MonthsOverdue, 2, true, Light::Red}};
    const auto answer = dueList(other.facts(), rules, DueList::NotInStatistics, kAsOf);
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->items.size(), 1U);
    EXPECT_EQ(answer->items[0].light, Light::Red);
    EXPECT_EQ(answer->items[0].days, 121);
    EXPECT_EQ(why(answer->rows.included, 1), "2024-04-01 开工，未入库纳统");
    EXPECT_EQ(why(answer->rows.excluded, 2), "2024-04-01 开工，2024-05-01 已入库纳统");
    EXPECT_EQ(why(answer->rows.excluded, 3), "截止日未开工，未列入");
}

} // namespace
} // namespace yipi::indicators
