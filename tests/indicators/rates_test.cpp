// SPDX-License-Identifier: GPL-3.0-or-later
// One test for each part of a rule.
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

QString ask(const Facts &facts, const RateRule &rule, Month asOf = kAsOf) {
    return fraction(Engine(facts).rates(ruleSetOf(rule), asOf, GroupBy::None).total.rates.front());
}

ProjectFact with(Day ProjectFact::*event, const char *on) {
    ProjectFact fact;
    fact.*event = day(on);
    return fact;
}

/// Campaigns of the check ledger: two old ones, one of this spring, one after the as-of date.
class Rates : public ::testing::Test {
protected:
    FactsBuilder ledger;
    const std::int32_t first = ledger.campaign(2023, 1, "2023-02-22");
    const std::int32_t second = ledger.campaign(2023, 4, "2024-01-31");
    const std::int32_t third = ledger.campaign(2024, 1, "2024-03-20");
    const std::int32_t future = ledger.campaign(2024, 3, "2024-08-19");

    qint64 signedProject(std::int32_t campaign, const ProjectFact &fact = {}, qint64 investment = -1) {
        return ledger.entry(ledger.project(fact), campaign, Batch::Sign, investment);
    }
};

TEST_F(Rates, EmptyDenominatorHasNoRate) {
    const RateTable table =
        Engine(ledger.facts()).rates(ruleSetOf(countRule(Batch::Sign, Event::Started)), kAsOf, GroupBy::Zone);
    EXPECT_EQ(table.total.rates.front().text(), "—");
    EXPECT_TRUE(table.groups.empty());
}

TEST_F(Rates, AsOfIsStrictForCampaignsAndEvents) {
    signedProject(first, with(&ProjectFact::start, "2024-07-31"));
    signedProject(first, with(&ProjectFact::start, "2024-08-01"));
    signedProject(future, with(&ProjectFact::start, "2024-07-01"));
    const RateRule rule = countRule(Batch::Sign, Event::Started);
    EXPECT_EQ(ask(ledger.facts(), rule), "1/2");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 8)), "3/3");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2023, 1)), "0/0");
}

TEST_F(Rates, OnlyItsOwnListCounts) {
    ledger.entry(ledger.project(), first, Batch::Start);
    signedProject(first);
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Sign, Event::Started)), "0/1");
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Start, Event::Started)), "0/1");
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Produce, Event::Started)), "0/0");
}

TEST_F(Rates, BeforeCurrentLeavesOutTheLatestHeld) {
    for (const auto campaign : {first, second, third, future})
        signedProject(campaign);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.campaigns = CampaignScope::BeforeCurrent;
    EXPECT_EQ(ask(ledger.facts(), rule), "0/2");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 8)), "0/3");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2023, 3)), "0/0");
}

TEST_F(Rates, HeldAtLeastMonthsCountsCalendarMonths) {
    // 2024-01-31 and six months is 2024-07-31: just in.
    signedProject(second);
    signedProject(third);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.campaigns = CampaignScope::HeldAtLeastMonths;
    rule.heldAtLeastMonths = 6;
    EXPECT_EQ(ask(ledger.facts(), rule), "0/1");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 6)), "0/0");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 9)), "0/2");
}

TEST_F(Rates, RangeTakesBothEnds) {
    for (const auto campaign : {first, second, third, future})
        signedProject(campaign);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.campaigns = CampaignScope::Range;
    rule.firstCampaign = CampaignKey{2023, 4};
    EXPECT_EQ(ask(ledger.facts(), rule), "0/2") << "a campaign not yet held is in no range";
    rule.lastCampaign = CampaignKey{2023, 4};
    EXPECT_EQ(ask(ledger.facts(), rule), "0/1");
    rule.firstCampaign.reset();
    EXPECT_EQ(ask(ledger.facts(), rule), "0/2");
}

TEST_F(Rates, CampaignWithoutDateCountsFromTheEndOfItsQuarter) {
    FactsBuilder other;
    const char *const held[] = {"2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2024-12-31"};
    for (int sequence = 1; sequence <= 5; ++sequence)
        other.entry(other.project(), other.campaign(2024, sequence, ""), Batch::Sign);
    const RateRule rule = countRule(Batch::Sign, Event::Started);
    for (int sequence = 1; sequence <= 5; ++sequence) {
        const Month month = Month::of(dateOf(day(held[sequence - 1])));
        EXPECT_EQ(ask(other.facts(), rule, month), QStringLiteral("0/%1").arg(sequence >= 4 ? 5 : sequence));
        EXPECT_EQ(ask(other.facts(), rule, month.plus(-1)),
                  QStringLiteral("0/%1").arg(std::min(sequence, 4) - 1));
    }
}

TEST_F(Rates, ALaterEventProvesTheEarlierOne) {
    signedProject(first, with(&ProjectFact::produce, "2024-01-01"));
    signedProject(first, with(&ProjectFact::attain, "2024-01-01"));
    signedProject(first, with(&ProjectFact::start, "2024-01-01"));
    signedProject(first, with(&ProjectFact::statistics, "2024-01-01"));
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Sign, Event::Started)), "3/4");
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Sign, Event::Produced)), "2/4");
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Sign, Event::Attained)), "1/4");
    EXPECT_EQ(ask(ledger.facts(), countRule(Batch::Sign, Event::InStatistics)), "1/4");
}

TEST_F(Rates, TerminatedStayOrGo) {
    signedProject(first, with(&ProjectFact::terminated, "2024-07-31"));
    signedProject(first, with(&ProjectFact::terminated, "2024-08-01"));
    signedProject(first, with(&ProjectFact::suspended, "2024-01-01"));
    RateRule rule = countRule(Batch::Sign, Event::Started);
    EXPECT_EQ(ask(ledger.facts(), rule), "0/3");
    rule.terminated = Terminated::Exclude;
    EXPECT_EQ(ask(ledger.facts(), rule), "0/2");
}

TEST_F(Rates, IndustrialOnly) {
    ProjectFact industrial;
    industrial.industrial = true;
    signedProject(first, industrial);
    signedProject(first);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.projects = ProjectScope::Industrial;
    EXPECT_EQ(ask(ledger.facts(), rule), "0/1");
}

TEST_F(Rates, WeightByDeclaredInvestmentLeavesOutTheUnknown) {
    signedProject(first, with(&ProjectFact::start, "2024-01-01"), 300);
    signedProject(first, {}, 500);
    signedProject(first, with(&ProjectFact::start, "2024-01-01"), -1);
    signedProject(first, {}, 0);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.weight = Weight::Investment;
    EXPECT_EQ(ask(ledger.facts(), rule), "300/800");
}

TEST_F(Rates, ChainedDenominatorsAreNumerators) {
    // 5 signed, 4 of them fulfilled, 3 started, 2 producing, 1 attained; a project that produced without
    // being on the list is no matter.
    ProjectFact fact;
    signedProject(first, fact);
    fact.fulfilled = day("2023-03-01");
    signedProject(first, fact);
    fact.start = day("2023-05-01");
    signedProject(first, fact);
    fact.produce = day("2024-02-01");
    signedProject(first, fact);
    fact.attain = day("2024-06-01");
    signedProject(first, fact);
    const RateTable table = Engine(ledger.facts()).rates(preset("henan-chain"), kAsOf, GroupBy::None);
    EXPECT_EQ(fraction(table, "fulfil"), "4/5");
    EXPECT_EQ(fraction(table, "start"), "3/4");
    EXPECT_EQ(fraction(table, "produce"), "2/3");
    EXPECT_EQ(fraction(table, "attain"), "1/2");
}

TEST_F(Rates, DueByPlannedDateElseEventPlusMonthsPlusGrace) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.entries = EntryScope::DueOnly;
    RuleSet set = ruleSetOf(rule);
    const auto isDue = [&](const ProjectFact &fact, std::int32_t campaign, int grace) {
        FactsBuilder one;
        one.campaign(2023, 1, "2023-02-22");
        one.campaign(2023, 4, "2024-01-31");
        one.campaign(2024, 1, "2024-03-20");
        one.entry(one.project(fact), campaign, Batch::Sign);
        set.deadlines.graceDays = grace;
        return Engine(one.facts()).rates(set, kAsOf, GroupBy::None).total.rates.front().rate.den() == 1;
    };
    EXPECT_TRUE(isDue(with(&ProjectFact::plannedStart, "2024-07-31"), third, 0));
    EXPECT_FALSE(isDue(with(&ProjectFact::plannedStart, "2024-07-31"), third, 1));
    EXPECT_FALSE(isDue(with(&ProjectFact::plannedStart, "2024-08-01"), first, 0))
        << "the plan wins over the months";
    EXPECT_TRUE(isDue(with(&ProjectFact::sign, "2024-01-31"), third, 0));
    EXPECT_FALSE(isDue(with(&ProjectFact::sign, "2024-02-01"), first, 0))
        << "the sign date wins over the campaign's";
    EXPECT_TRUE(isDue(with(&ProjectFact::sign, "2024-01-21"), third, 10));
    EXPECT_FALSE(isDue(with(&ProjectFact::sign, "2024-01-22"), third, 10));
    EXPECT_TRUE(isDue({}, second, 0)) << "without a date the campaign's day stands in";
    EXPECT_FALSE(isDue({}, third, 0));
}

TEST_F(Rates, MonthEndsStayMonthEnds) {
    // 2023-08-29, 30 and 31 plus six months are all 2024-02-29.
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.entries = EntryScope::DueOnly;
    for (const char *sign : {"2023-08-29", "2023-08-30", "2023-08-31", "2023-09-01"})
        signedProject(first, with(&ProjectFact::sign, sign));
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 2)), "0/3");
    EXPECT_EQ(ask(ledger.facts(), rule, Month(2024, 1)), "0/0");
}

/// An on-time ledger as bulletins describe it: `due` are due, `late` of them have not started, `early` more
/// have.
struct OnTime {
    int due, late, early;
    QString started, percent;
};

class Identity : public ::testing::TestWithParam<OnTime> {};

TEST_P(Identity, StartedIsDueLessLatePlusEarly) {
    const auto [due, late, early, started, percent] = GetParam();
    FactsBuilder ledger;
    const auto campaign = ledger.campaign(2023, 1, "2023-02-22");
    for (int i = 0; i < due + early + 5; ++i) {
        ProjectFact fact;
        fact.plannedStart = i < due ? day("2024-05-01") : day("2024-12-01");
        fact.start = i < late || i >= due + early ? 0 : day("2024-06-15");
        ledger.entry(ledger.project(fact), campaign, Batch::Sign);
    }
    const RateTable table = Engine(ledger.facts()).rates(preset("on-time"), kAsOf, GroupBy::None);
    const Rate withEarly = table.total.rate("start")->rate;
    const RateResult onTime = *table.total.rate("on_time_start");
    EXPECT_EQ(onTime.rate.den(), due);
    EXPECT_EQ(QString::number(withEarly.num()), started);
    EXPECT_EQ(withEarly.num(), due - late + early);
    EXPECT_EQ(withEarly.num() - onTime.rate.num(), early);
    EXPECT_EQ(onTime.rate.den() - onTime.rate.num(), late);
    EXPECT_EQ(onTime.rate.percentText(), percent);
}

INSTANTIATE_TEST_SUITE_P(Bulletins, Identity,
                         ::testing::Values(OnTime{140, 33, 11, "118", "76.43"},
                                           OnTime{74, 5, 3, "72", "93.24"}, OnTime{22, 4, 4, "22", "81.82"},
                                           OnTime{186, 18, 11, "179", "90.32"}));

TEST_F(Rates, EarlyOnesCountOrNotOverTheWholeYear) {
    // 开封 2019-08: (168 + 11 early) over 258.
    for (int i = 0; i < 258; ++i) {
        ProjectFact fact;
        fact.plannedStart = i < 186 ? day("2024-06-01") : day("2024-12-01");
        fact.start = i < 168 || (i >= 186 && i < 197) ? day("2024-05-01") : 0;
        signedProject(first, fact);
    }
    RateRule rule = countRule(Batch::Sign, Event::Started);
    EXPECT_EQ(ask(ledger.facts(), rule), "179/258");
    rule.early = Early::Leave;
    EXPECT_EQ(ask(ledger.facts(), rule), "168/258");
}

TEST_F(Rates, AttainmentByValueTakesTheLatestReportAndCountsMissingOnesAsZero) {
    const auto producing = [&](std::initializer_list<std::pair<Month, qint64>> outputs, qint64 expected) {
        const auto project = ledger.project();
        for (const auto &[month, value] : outputs)
            ledger.output(month, value);
        ledger.entry(project, first, Batch::Produce, -1, expected);
    };
    producing({{Month(2024, 5), 10}, {Month(2024, 7), 30}, {Month(2024, 8), 90}}, 40);
    producing({}, 60);
    producing({{Month(2024, 1), 500}}, -1);
    producing({{Month(2024, 1), 130}}, 100);
    RateRule rule = countRule(Batch::Produce, Event::Attained);
    rule.weight = Weight::Output;
    EXPECT_EQ(ask(ledger.facts(), rule), "160/200");
    rule.capAt100 = true;
    EXPECT_EQ(ask(ledger.facts(), rule), "130/200");
}

TEST_F(Rates, TrendIsTheRatesOfEachMonth) {
    signedProject(first, with(&ProjectFact::start, "2023-06-30"));
    signedProject(second);
    signedProject(third, with(&ProjectFact::start, "2024-05-15"));
    const RuleSet rules = preset("shanxi-batch");
    const Engine engine(ledger.facts());
    const RateTable trend = engine.trend(rules, Month(2023, 1), Month(2024, 7));
    ASSERT_EQ(trend.groups.size(), 19U);
    EXPECT_EQ(trend.groups.front().key, "2023-01");
    for (const GroupResult &group : trend.groups) {
        const RateTable single = engine.rates(rules, *Month::parse(group.key), GroupBy::None);
        for (std::size_t r = 0; r < group.rates.size(); ++r)
            EXPECT_EQ(fraction(group.rates[r]), fraction(single.total.rates[r])) << group.key.toStdString();
        EXPECT_EQ(group.sign.count, single.total.sign.count);
    }
    EXPECT_EQ(fraction(trend, "start"), fraction(trend.groups.back().rates.front()));
    EXPECT_TRUE(engine.trend(rules, Month(2024, 8), Month(2024, 7)).groups.empty());
}

TEST_F(Rates, SumsOfTheLists) {
    const auto project = ledger.project();
    ledger.entry(project, first, Batch::Sign, 100, 7);
    ledger.entry(project, second, Batch::Sign, -1, -1);
    ledger.entry(project, first, Batch::Produce, 5, 3);
    ledger.entry(project, future, Batch::Sign, 1000, 1000);
    const GroupResult total =
        Engine(ledger.facts())
            .rates(ruleSetOf(countRule(Batch::Sign, Event::Started)), kAsOf, GroupBy::None)
            .total;
    EXPECT_EQ(total.sign.count, 2);
    EXPECT_EQ(total.sign.investment, 100);
    EXPECT_EQ(total.sign.output, 7);
    EXPECT_EQ(total.start.count, 0);
    EXPECT_EQ(total.produce.investment, 5);
}

} // namespace
} // namespace yipi::indicators
