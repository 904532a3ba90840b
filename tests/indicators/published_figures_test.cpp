// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that real bulletins print, remade from small ledgers by the shipped rule sets.
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

constexpr qint64 kYi = 100'000'000;

/// `count` projects on a list; the first `done` of them with the event on `on`.
void addProjects(FactsBuilder &ledger, std::int32_t campaign, Batch batch, int count, int done,
                 Day ProjectFact::*event, const char *on) {
    for (int i = 0; i < count; ++i) {
        ProjectFact fact;
        if (i < done)
            fact.*event = day(on);
        ledger.entry(ledger.project(fact), campaign, batch);
    }
}

void addProducing(FactsBuilder &ledger, std::int32_t campaign, bool industrial, Month month, qint64 actual,
                  qint64 expected) {
    ProjectFact fact;
    fact.industrial = industrial;
    const auto project = ledger.project(fact);
    ledger.output(month, actual);
    ledger.entry(project, campaign, Batch::Produce, 5 * kYi, expected);
}

TEST(PublishedFigures, JinzhongAugust2021ByTheShanxiRules) {
    // 晋中 2021-08: five campaigns held, the rates are over the first four (前四期).
    FactsBuilder ledger;
    std::int32_t campaigns[5];
    const char *held[] = {"2020-08-20", "2020-11-20", "2021-02-26", "2021-05-20", "2021-08-06"};
    for (int i = 0; i < 5; ++i)
        campaigns[i] = ledger.campaign(i < 2 ? 2020 : 2021, i < 2 ? i + 1 : i - 1, held[i]);
    addProjects(ledger, campaigns[0], Batch::Sign, 50, 45, &ProjectFact::start, "2021-01-10");
    addProjects(ledger, campaigns[3], Batch::Sign, 44, 37, &ProjectFact::start, "2021-08-31");
    addProjects(ledger, campaigns[4], Batch::Sign, 20, 3, &ProjectFact::start, "2021-08-10");
    addProjects(ledger, campaigns[1], Batch::Start, 107, 67, &ProjectFact::produce, "2021-06-01");
    addProjects(ledger, campaigns[4], Batch::Start, 30, 1, &ProjectFact::produce, "2021-08-20");
    addProducing(ledger, campaigns[2], false, Month(2021, 7), 11665 * (kYi / 100), 13504 * (kYi / 100));
    addProducing(ledger, campaigns[3], true, Month(2021, 8), 100 * kYi, 100 * kYi);
    addProducing(ledger, campaigns[4], true, Month(2021, 8), 9 * kYi, 10 * kYi);

    const RateTable table =
        Engine(ledger.facts()).rates(preset("shanxi-batch"), Month(2021, 8), GroupBy::None);
    EXPECT_EQ(fraction(table, "start"), "82/94");
    EXPECT_EQ(table.total.rate("start")->text(), "87.23%");
    EXPECT_EQ(fraction(table, "produce"), "67/107");
    EXPECT_EQ(table.total.rate("produce")->text(), "62.62%");
    EXPECT_EQ(fraction(table, "attain"), "21665000000/23504000000");
    EXPECT_EQ(table.total.rate("attain")->text(), "92.18%");
    EXPECT_EQ(table.total.sign.count, 114);
}

TEST(PublishedFigures, LvliangJuly2024ByItsOwnRules) {
    FactsBuilder ledger;
    const char *held[] = {"2023-02-22", "2023-05-18", "2023-08-17", "2023-12-01",
                          "2024-03-20", "2024-05-29", "2024-08-19"};
    const int sign[] = {18, 17, 18, 18, 20, 20, 11};
    const int started[] = {16, 14, 13, 13, 9, 4, 0}; // 56 of the first 71
    const int start[] = {20, 20, 19, 20, 15, 15, 17};
    const int produced[] = {10, 7, 5, 3, 2, 0, 0}; // 27 of 109
    for (int i = 0; i < 7; ++i) {
        const auto campaign = ledger.campaign(i < 4 ? 2023 : 2024, i < 4 ? i + 1 : i - 3, held[i]);
        addProjects(ledger, campaign, Batch::Sign, sign[i], started[i], &ProjectFact::start, "2024-07-31");
        addProjects(ledger, campaign, Batch::Start, start[i], produced[i], &ProjectFact::produce,
                    "2024-07-01");
        addProducing(ledger, campaign, true, Month(2024, 6), i * kYi, 9 * kYi);
        addProducing(ledger, campaign, false, Month(2024, 6), 50 * kYi,
                     10 * kYi); // not 产业项目: must not count
    }
    const Engine engine(ledger.facts());
    const RateTable table = engine.rates(preset("lvliang-2024"), Month(2024, 7), GroupBy::None);
    EXPECT_EQ(fraction(table, "start"), "56/71");
    EXPECT_EQ(table.total.rate("start")->text(), "78.87%");
    EXPECT_EQ(fraction(table, "produce"), "27/109");
    EXPECT_EQ(table.total.rate("produce")->text(), "24.77%");
    EXPECT_EQ(fraction(table, "attain"), "1500000000/5400000000");
    EXPECT_EQ(table.total.sign.count, 111);

    const auto list = engine.overdue(preset("lvliang-2024"), Month(2024, 7));
    EXPECT_EQ(std::count_if(list.begin(), list.end(),
                            [](const auto &i) { return i.kind == OverdueKind::NotStarted; }),
              15);
}

TEST(PublishedFigures, AnqingAndQingyangOverTheSigned) {
    struct Place {
        int signedCount, started, produced;
        QString startText, produceText;
    };
    for (const Place &place : {Place{218, 199, 118, "91.28", "54.13"}, Place{56, 46, 23, "82.14", "41.07"}}) {
        FactsBuilder ledger;
        const auto campaign = ledger.campaign(2023, 1, "2023-02-01");
        for (int i = 0; i < place.signedCount; ++i) {
            ProjectFact fact;
            fact.start = i < place.started ? day("2023-06-01") : 0;
            fact.produce = i < place.produced ? day("2023-12-01") : 0;
            ledger.entry(ledger.project(fact), campaign, Batch::Sign);
        }
        const RateTable table =
            Engine(ledger.facts()).rates(preset("signed-base"), Month(2023, 12), GroupBy::None);
        EXPECT_EQ(table.total.rate("start")->rate.percentText(), place.startText);
        EXPECT_EQ(table.total.rate("produce")->rate.percentText(), place.produceText);
    }
}

/// `count` signed projects, the first `done` of them with the event.
void addSigned(FactsBuilder &ledger, int count, int done, Day ProjectFact::*event, const char *on) {
    for (int i = 0; i < count; ++i) {
        ProjectFact fact;
        fact.sign = day("2017-01-10");
        if (i < done)
            fact.*event = day(on);
        ledger.project(fact);
    }
}

TEST(PublishedFigures, KaifengAugust2019OverTheYearsPlan) {
    // 258 are to start in 2019: 186 by August, of which 168 did, and 11 of the others ahead of time.
    FactsBuilder ledger;
    for (int i = 0; i < 258; ++i)
        ledger.project({.plannedStart = i < 186 ? day("2019-06-01") : day("2019-11-01"),
                        .start = i < 168 || (i >= 186 && i < 197) ? day("2019-05-20") : 0});
    ledger.project({.plannedStart = day("2020-03-01"), .start = day("2019-05-20")}); // next year's plan
    RateRule wholeYear = countRule(Population::Planned, Event::Started);
    RateRule onTime = wholeYear;
    onTime.id = QStringLiteral("on_time_start");
    onTime.entries = EntryScope::DueOnly;
    onTime.early = Early::Leave;
    RateRule withoutEarly = wholeYear;
    withoutEarly.id = QStringLiteral("without_early");
    withoutEarly.early = Early::Leave;
    RuleSet set = ruleSetOf(wholeYear);
    set.rates.push_back(onTime);
    set.rates.push_back(withoutEarly);
    const RateTable table = Engine(ledger.facts()).rates(set, Month(2019, 8), GroupBy::None);
    EXPECT_EQ(fraction(table, "r"), "179/258");
    EXPECT_EQ(table.total.rate("r")->text(), "69.38%");
    EXPECT_EQ(fraction(table, "on_time_start"), "168/186");
    EXPECT_EQ(fraction(table, "without_early"), "168/258");
}

TEST(PublishedFigures, XuchangOctober2017) {
    FactsBuilder ledger;
    addSigned(ledger, 247, 244, &ProjectFact::fulfilled, "2017-09-01");
    RateRule fulfilled = countRule(Population::Projects, Event::Fulfilled);
    fulfilled.decimals = 1;
    const RateTable table =
        Engine(ledger.facts()).rates(ruleSetOf(fulfilled), Month(2017, 10), GroupBy::None);
    EXPECT_EQ(fraction(table, "r"), "244/247");
    EXPECT_EQ(table.total.rate("r")->text(), "98.8%");
}

TEST(PublishedFigures, XuchangsFundsInPlaceWithoutDecimals) {
    FactsBuilder ledger;
    ledger.project({.investment = 1000 * kYi, .sign = day("2017-01-10")});
    ledger.funds(Month(2017, 9), 300 * kYi);
    ledger.funds(Month(2017, 10), 370 * kYi);
    ledger.project({.investment = 77 * kYi, .sign = day("2017-01-10")}); // nothing reported counts as 0
    RateRule funds = countRule(Population::Projects, Event::FundsInPlace);
    funds.weight = Weight::Investment;
    funds.decimals = 0;
    const RateTable table = Engine(ledger.facts()).rates(ruleSetOf(funds), Month(2017, 10), GroupBy::None);
    EXPECT_EQ(fraction(table, "r"), "37000000000/107700000000");
    EXPECT_EQ(table.total.rate("r")->text(), "34%");
}

TEST(PublishedFigures, ZerosAtTheEndAreDroppedWhereTheRuleSaysSo) {
    FactsBuilder ledger;
    addSigned(ledger, 100, 40, &ProjectFact::start, "2017-06-01");
    RateRule rule = countRule(Population::Projects, Event::Started);
    const Engine engine(ledger.facts());
    const auto printed = [&] {
        return engine.rates(ruleSetOf(rule), Month(2017, 10), GroupBy::None).total.rates.front().text();
    };
    EXPECT_EQ(printed(), "40.00%");
    rule.zeros = Zeros::Drop;
    EXPECT_EQ(printed(), "40%");
    rule.decimals = 0;
    EXPECT_EQ(printed(), "40%") << "the zero before the point is part of the number";
}

} // namespace
} // namespace yipi::indicators
