// SPDX-License-Identifier: GPL-3.0-or-later
// One small ledger for each population besides the three lists, with the figures worked out by hand.
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

class Populations : public ::testing::Test {
protected:
    FactsBuilder ledger;
    const std::int32_t zone = ledger.zone(QStringLiteral("甲区"));
    const std::int32_t campaign = ledger.campaign(2024, 1, "2024-03-20");

    QString ask(const RateRule &rule, Month asOf = kAsOf, const ProjectFilter &filter = {}) {
        return fraction(
            Engine(ledger.facts()).rates(ruleSetOf(rule), asOf, GroupBy::None, filter).total.rates.front());
    }
};

TEST_F(Populations, ReserveTurnsIntoSignedProjects) {
    // 储备转化率: four in reserve by July, one signed by its date, one by the list of a campaign.
    ledger.project({.sign = day("2024-07-31"), .reserved = day("2023-11-01")});
    ledger.entry(ledger.project({.reserved = day("2024-01-05")}), campaign, Batch::Sign);
    ledger.project({.sign = day("2024-08-01"), .reserved = day("2024-07-31")});
    ledger.project({.reserved = day("2024-02-01")});
    ledger.project({.sign = day("2024-01-01"), .reserved = day("2024-08-01")});
    ledger.project({.sign = day("2024-01-01")});
    RateRule rule = countRule(Population::Reserve, Event::Signed);
    EXPECT_EQ(ask(rule), "2/4");
    EXPECT_EQ(ask(rule, Month(2024, 8)), "4/5");
    rule.period = Period::AsOfYear;
    EXPECT_EQ(ask(rule), "1/3");
}

TEST_F(Populations, ProjectsAreThereFromTheirSigning) {
    ledger.project({.sign = day("2023-12-31"), .fulfilled = day("2024-01-31")});
    ledger.entry(ledger.project({.fulfilled = day("2024-08-01")}), campaign, Batch::Sign);
    ledger.entry(ledger.project({.start = day("2024-01-01")}), campaign, Batch::Start); // never signed
    RateRule rule = countRule(Population::Projects, Event::Fulfilled);
    EXPECT_EQ(ask(rule, Month(2024, 2)), "1/1");
    EXPECT_EQ(ask(rule), "1/2");
    rule.period = Period::AsOfYear;
    EXPECT_EQ(ask(rule), "0/1");
    EXPECT_EQ(ask(rule, Month(2023, 12)), "0/1") << "fulfilled in the next year";
}

TEST_F(Populations, ProjectsOfChainsFollowEachOther) {
    // 签约 → 履约 → 开工: four signed, three fulfilled, two of those started; the fourth started as well.
    for (int i = 0; i < 4; ++i)
        ledger.project({.sign = day("2024-01-01"),
                        .start = i != 1 ? day("2024-05-01") : 0,
                        .fulfilled = i < 3 ? day("2024-02-01") : 0});
    RuleSet set = ruleSetOf(countRule(Population::Projects, Event::Fulfilled));
    RateRule start = countRule(Population::Projects, Event::Started);
    start.id = QStringLiteral("start");
    start.denominatorOf = QStringLiteral("r");
    set.rates.push_back(start);
    const RateTable table = Engine(ledger.facts()).rates(set, kAsOf, GroupBy::None);
    EXPECT_EQ(fraction(table, "r"), "3/4");
    EXPECT_EQ(fraction(table, "start"), "2/3");
}

TEST_F(Populations, PlannedCountFromJanuaryToDecember) {
    ledger.project({.plannedStart = day("2024-12-31"), .start = day("2023-12-01")});
    ledger.project({.plannedStart = day("2024-01-01")});
    ledger.project({.plannedStart = day("2023-12-31"), .start = day("2024-01-01")});
    ledger.project({.start = day("2024-01-01")});
    const RateRule rule = countRule(Population::Planned, Event::Started);
    EXPECT_EQ(ask(rule, Month(2024, 1)), "1/2");
    EXPECT_EQ(ask(rule, Month(2024, 12)), "1/2");
    EXPECT_EQ(ask(rule, Month(2023, 12)), "0/1");
    EXPECT_EQ(ask(rule, Month(2025, 1)), "0/0");
}

TEST_F(Populations, ProgressIsTheYearsInvestmentOverItsPlan) {
    RateRule rule = countRule(Population::Progress, Event::Invested);
    rule.weight = Weight::Plan;
    ledger.project();
    ledger.yearInvestment(Month(2023, 12), 90, 100);
    ledger.yearInvestment(Month(2024, 2), 10);      // the plan is not yet named
    ledger.yearInvestment(Month(2024, 3), 20, 200); // and stays until it is changed
    ledger.yearInvestment(Month(2024, 6), 50);
    ledger.yearInvestment(Month(2024, 8), 170, 150);
    ledger.project();
    ledger.yearInvestment(Month(2024, 5), 7);
    EXPECT_EQ(ask(rule, Month(2023, 12)), "90/100");
    EXPECT_EQ(ask(rule, Month(2024, 1)), "0/0") << "January starts anew";
    EXPECT_EQ(ask(rule, Month(2024, 2)), "0/0");
    EXPECT_EQ(ask(rule, Month(2024, 3)), "20/200");
    EXPECT_EQ(ask(rule, Month(2024, 7)), "50/200");
    EXPECT_EQ(ask(rule, Month(2024, 12)), "170/150");
    rule.capAt100 = true;
    EXPECT_EQ(ask(rule, Month(2024, 12)), "150/150");
    EXPECT_EQ(ask(rule, Month(2025, 1)), "0/0");
}

TEST_F(Populations, MilestonesAreCountedOneByOne) {
    RateRule rule = countRule(Population::Milestones, Event::Finished);
    rule.weight = Weight::Items;
    ledger.project({.terminated = day("2024-06-01")});
    ledger.milestone("2024-05-01", "2024-05-20"); // late, but done
    ledger.milestone("2024-07-31", "");
    ledger.project();
    ledger.milestone("2024-09-01", "2024-07-01"); // early
    ledger.milestone("", "2024-08-01");
    EXPECT_EQ(ask(rule), "2/4");
    rule.terminated = Terminated::Exclude;
    EXPECT_EQ(ask(rule), "1/2");
    rule.terminated = Terminated::Keep;
    rule.entries = EntryScope::DueOnly;
    EXPECT_EQ(ask(rule), "2/2") << "the early one counts above the line only, the undated one not at all";
    rule.early = Early::Leave;
    EXPECT_EQ(ask(rule), "1/2");
}

TEST_F(Populations, TargetsAreTheTasksOfTheYear) {
    ledger.target(zone, 2024, TargetIndicator::SignCount, 10);
    ledger.target(zone, 2024, TargetIndicator::SignInvestment, 500);
    ledger.target(zone, 2023, TargetIndicator::SignCount, 8);
    ledger.project({.investment = 70, .zone = zone, .sign = day("2024-01-01")});
    ledger.entry(ledger.project({.zone = zone}), campaign, Batch::Sign); // by the list; no investment known
    ledger.project({.investment = 30, .zone = zone, .sign = day("2023-12-31")});
    ledger.project({.investment = 40, .zone = zone, .sign = day("2024-08-01")});
    RateRule rule = countRule(Population::Targets, Event::Signed);
    EXPECT_EQ(ask(rule), "2/10");
    EXPECT_EQ(ask(rule, Month(2023, 12)), "1/8");
    ProjectFilter filter;
    filter.zones = {101};
    EXPECT_EQ(ask(rule, kAsOf, filter), "2/10");
    filter.minInvestment = Money::fromYuan(50);
    EXPECT_EQ(ask(rule, kAsOf, filter), "1/0") << "a task is set for a zone, not for large projects";
    rule.target = TargetIndicator::SignInvestment;
    rule.weight = Weight::Investment;
    EXPECT_EQ(ask(rule), "70/500");
}

TEST_F(Populations, TheTaskOfInvestmentIsFulfilledByWhatReportsName) {
    ledger.target(zone, 2024, TargetIndicator::AnnualInvestment, 300);
    ledger.project({.zone = zone}); // neither total investment nor a plan are needed
    ledger.yearInvestment(Month(2023, 12), 99);
    ledger.yearInvestment(Month(2024, 4), 60);
    ledger.yearInvestment(Month(2024, 8), 80);
    ledger.project({.investment = 500, .zone = zone});
    ledger.yearInvestment(Month(2024, 7), 40, 100);
    RateRule rule = countRule(Population::Targets, Event::Invested);
    rule.target = TargetIndicator::AnnualInvestment;
    rule.weight = Weight::Investment;
    EXPECT_EQ(ask(rule), "100/300");
    EXPECT_EQ(ask(rule, Month(2024, 1)), "0/300");
    EXPECT_EQ(ask(rule, Month(2025, 1)), "0/0");
}

TEST_F(Populations, FundsAreInPlaceByCountOrByValue) {
    const auto first = ledger.project({.investment = 100});
    ledger.funds(Month(2024, 3), 0);
    ledger.funds(Month(2024, 5), 30);
    ledger.funds(Month(2024, 8), 60);
    const auto second = ledger.project({.investment = 50});
    for (const auto project : {first, second})
        ledger.entry(project, campaign, Batch::Sign, 80);
    RateRule rule = countRule(Population::Sign, Event::FundsInPlace);
    EXPECT_EQ(ask(rule, Month(2024, 4)), "0/2");
    EXPECT_EQ(ask(rule, Month(2024, 5)), "1/2");
    rule.weight = Weight::Investment;
    EXPECT_EQ(ask(rule), "30/160") << "over what the entries declare";
    EXPECT_EQ(ask(rule, Month(2024, 8)), "60/160");
    rule.population = Population::Projects;
    EXPECT_EQ(ask(rule), "30/150") << "over the projects' total investment";
}

TEST_F(Populations, RemovedOnceApproved) {
    ledger.entry(ledger.project({.terminated = day("2024-05-01"), .removalApproved = day("2024-08-01")}),
                 campaign, Batch::Sign);
    ledger.entry(ledger.project({.terminated = day("2024-05-01")}), campaign, Batch::Sign);
    RateRule rule = countRule(Population::Sign, Event::Started);
    rule.terminated = Terminated::ExcludeApproved;
    EXPECT_EQ(ask(rule), "0/2");
    EXPECT_EQ(ask(rule, Month(2024, 8)), "0/1");
}

} // namespace
} // namespace yipi::indicators
