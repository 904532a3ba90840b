// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that the as-of date decides, in figures: every month of a trend, and a table of one month, must
// say what the explanation as of that month says, which asks the condition anew.
#include "facts_builder.h"
#include "single_case.h"

namespace yipi::indicators {
namespace {

TEST(DatedConditions, AProjectCountsInTheMonthsInWhichItPasses) {
    FactsBuilder ledger;
    const auto campaign = ledger.campaign(2024, 1, "2024-01-10");
    const auto late = ledger.project({.plannedStart = day("2024-03-31"), .start = day("2024-05-10")});
    ledger.entry(late, campaign, Batch::Sign);
    ledger.entry(ledger.project({.plannedStart = day("2024-06-01")}), campaign, Batch::Sign);
    ProjectFilter filter;
    filter.where = QStringLiteral("计划开工 < 截至 且 非 阶段 = 开工");
    const Engine engine(ledger.facts());
    const RuleSet rules = ruleSetOf(countRule(Batch::Sign, Event::Started));
    const RateTable trend = engine.trend(rules, Month(2024, 2), Month(2024, 7), filter);
    QStringList counted;
    for (const GroupResult &month : trend.groups)
        counted << fraction(month.rates.front());
    EXPECT_EQ(counted.join(u' '), "0/0 0/0 0/1 0/0 0/1 0/1");
    EXPECT_EQ(fraction(engine.rates(rules, Month(2024, 4), GroupBy::None, filter), "r"), "0/1");
}

TEST(DatedConditions, OneEntryMustHaveTheListAndTheCondition) {
    FactsBuilder ledger;
    const auto project = ledger.project({.sign = day("2024-01-10"), .start = day("2024-05-10")});
    ledger.entry(project, ledger.campaign(2024, 1, "2024-01-10"), Batch::Sign);
    ledger.entry(project, ledger.campaign(2024, 2, "2024-04-10"), Batch::Start);
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.population = Population::Projects;
    ProjectFilter filter;
    filter.batch = Batch::Start;
    filter.where = QStringLiteral("batch = sign and actual_start != as_of");
    const RateTable trend =
        Engine(ledger.facts()).trend(ruleSetOf(rule), Month(2024, 5), Month(2024, 6), filter);
    ASSERT_EQ(trend.groups.size(), 2U);
    for (const GroupResult &month : trend.groups)
        EXPECT_EQ(fraction(month.rates.front()), "0/0");
}

TEST(DatedConditions, TrendsAndTablesAgreeWithExplanations) {
    const char *const given = std::getenv("YIPI_SEED");
    const quint64 seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    Random random(seed);
    static const QStringList kConditions{
        "stage = started",
        "not stage = started",
        "stage in (signed, producing)",
        "planned_start <= as_of",
        "planned_start < as_of and actual_start is empty or stage = terminated",
        "not (stage != signed or industrial) or planned_produce > as_of",
        "batch = sign and actual_start != as_of and not stage = reserved"};
    for (int i = 0; i < 700; ++i) {
        const SingleCase question = SingleCase::random(random);
        const Facts facts = question.facts();
        const RuleSet rules = question.ruleSet();
        const Engine engine(facts);
        ProjectFilter filter = question.filter();
        filter.where = kConditions[i % kConditions.size()];
        const RateTable trend = engine.trend(rules, question.asOf.plus(-8), question.asOf, filter);
        for (int k = 0; k < 9; ++k) {
            const Month month = question.asOf.plus(k - 8);
            const RateTable alone = engine.rates(rules, month, GroupBy::None, filter);
            for (std::size_t r = 0; r < rules.rates.size(); ++r) {
                const auto explained = engine.explain(rules, rules.rates[r].id, month, filter);
                ASSERT_TRUE(explained);
                const QString expected = fraction(explained->rate);
                ASSERT_EQ(fraction(trend.groups[std::size_t(k)].rates[r]), expected)
                    << "seed " << seed << " case " << i << " " << month.text().toStdString() << " "
                    << filter.where.toStdString() << "\n"
                    << question.describe();
                ASSERT_EQ(fraction(alone.total.rates[r]), expected)
                    << "seed " << seed << " case " << i << " " << month.text().toStdString() << " "
                    << filter.where.toStdString() << "\n"
                    << question.describe();
            }
        }
    }
}

} // namespace
} // namespace yipi::indicators
