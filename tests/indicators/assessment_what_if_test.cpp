// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment_cases.h"
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

/// Rates start (签约) and produce over the numerator of start, and attain by output.
RuleSet chainedRules() {
    RateRule start = countRule(Batch::Sign, Event::Started);
    start.id = QStringLiteral("start");
    RateRule produce = countRule(Batch::Sign, Event::Produced);
    produce.id = QStringLiteral("produce");
    produce.denominatorOf = start.id;
    RateRule attain = countRule(Batch::Produce, Event::Attained);
    attain.id = QStringLiteral("attain");
    attain.weight = Weight::Output;
    RuleSet rules = ruleSetOf(start);
    rules.rates = {start, produce, attain};
    return rules;
}

AssessmentScheme chainedScheme() {
    AssessmentScheme scheme = schemeOf({itemOf("start", 50), itemOf("produce", 30), itemOf("attain", 20)});
    for (AssessmentItem &item : scheme.items) {
        item.form = ScoringForm::Completion;
        item.rate = item.id;
    }
    return scheme;
}

AssessmentFigures chainedFigures(const std::vector<std::vector<Rate>> &zones) {
    std::vector<std::vector<ItemFigure>> items;
    for (const auto &rates : zones) {
        items.emplace_back();
        for (const Rate &rate : rates)
            items.back().push_back({rate, {}, false});
    }
    AssessmentFigures figures = figuresOf(items);
    for (std::size_t i = 0; i < zones.size(); ++i)
        figures.zones[i].rates = zones[i];
    return figures;
}

const std::vector<std::vector<Rate>> kThreeZones{
    {Rate(9, 10), Rate(6, 9), Rate(80, 100)},  // 45 + 20 + 16 = 81
    {Rate(8, 10), Rate(4, 8), Rate(90, 100)},  // 40 + 15 + 18 = 73
    {Rate(7, 10), Rate(4, 7), Rate(90, 100)}}; // 35 + 17.14 + 18 = 70.14

TEST(WhatIf, OneStartedMoreMovesTheRateAndTheDenominatorOfTheNext) {
    const AssessmentScheme scheme = chainedScheme();
    const auto outcome = whatIf(scheme, chainedRules(), chainedFigures(kThreeZones), {3, 1});
    ASSERT_TRUE(outcome) << outcome.error().text().toStdString();
    EXPECT_EQ(outcome->changed, (std::vector<std::size_t>{0, 1}));
    const ZoneFigures &zone = outcome->figures.zones[2];
    EXPECT_EQ(zone.items[0].now.num(), 8);
    EXPECT_EQ(zone.items[0].now.den(), 10);
    EXPECT_EQ(zone.items[1].now.num(), 4);
    EXPECT_EQ(zone.items[1].now.den(), 8) << "one more that can produce";
    // 40 + 15 + 18 = 73: ties with the second
    EXPECT_EQ(whatIfText(scheme, *outcome, {3, 1}), "开工增加 1 个：得分 70.14 → 73.00，名次 3 → 2（并列）");
    EXPECT_TRUE(outcome->notes.isEmpty());
}

TEST(WhatIf, NobodyStartsTwice) {
    const auto outcome = whatIf(chainedScheme(), chainedRules(), chainedFigures(kThreeZones), {1, 5, 1});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures.zones[0].items[0].now.num(), 10);
    EXPECT_EQ(outcome->figures.zones[0].items[1].now.den(), 10) << "only the one that was left";
    EXPECT_EQ(outcome->figures.zones[0].items[1].now.num(), 7);
    ASSERT_EQ(outcome->notes.size(), 1);
    EXPECT_TRUE(outcome->notes[0].contains("只剩 1 个")) << outcome->notes[0].toStdString();
}

TEST(WhatIf, APieceTellsNoMoney) {
    const auto outcome = whatIf(chainedScheme(), chainedRules(), chainedFigures(kThreeZones), {1, 0, 0, 2});
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(outcome->changed.empty());
    ASSERT_EQ(outcome->notes.size(), 2);
    EXPECT_TRUE(outcome->notes[0].contains("按金额计算"));
    EXPECT_TRUE(outcome->notes[1].contains("没有哪项指标"));
    const auto byItem = whatIf(chainedScheme(), chainedRules(), chainedFigures(kThreeZones),
                               {1, 0, 0, 0, {{QStringLiteral("attain"), 20}}});
    ASSERT_TRUE(byItem);
    EXPECT_EQ(byItem->after.zone(1)->total->text(), "85.00");
}

TEST(WhatIf, TargetsAndAmountsGrowAsWell) {
    AssessmentScheme scheme =
        schemeOf({itemOf("t", 50, AssessmentMeasure::Target), itemOf("n", 50, AssessmentMeasure::Amount),
                  itemOf("m", 0, AssessmentMeasure::Target)});
    scheme.items[0].form = ScoringForm::Completion;
    scheme.items[1].form = ScoringForm::Completion;
    scheme.items[2].target = TargetIndicator::StartInvestment;
    auto figures = figuresOf({{ItemFigure{Rate(3, 10), {}, false}, ItemFigure{Rate(4, 1), {}, false},
                               ItemFigure{Rate(5, 10), {}, true}}});
    figures.zones[0].rates = {Rate(4, 6), Rate(), Rate()};
    const auto outcome = whatIf(scheme, chainedRules(), figures, {1, 2});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures.zones[0].items[0].now.num(), 5);
    EXPECT_EQ(outcome->figures.zones[0].items[1].now.num(), 6);
    EXPECT_EQ(outcome->figures.zones[0].items[1].now.den(), 1);
    EXPECT_EQ(outcome->notes.size(), 1) << "the investment of those started is not known";
}

TEST(WhatIf, FindsTheFewestForTheNextRank) {
    const AssessmentScheme scheme = chainedScheme();
    const RuleSet rules = chainedRules();
    const AssessmentFigures figures = chainedFigures(kThreeZones);
    const auto least = [&](qint64 zone, Event event) {
        const auto found = leastToClimb(scheme, rules, figures, zone, event);
        EXPECT_TRUE(found);
        return found ? found->value_or(0) : -1;
    };
    EXPECT_EQ(least(3, Event::Started), 1) << "the tie shares the rank above";
    EXPECT_EQ(least(3, Event::Produced), 1) << "70.14 + 30/7 = 74.43";
    EXPECT_EQ(least(2, Event::Produced), 3) << "73 + 30·3/8 = 84.25, with two 80.5";
    EXPECT_EQ(least(2, Event::Started), 0) << "both started: 50 + 12 + 18 = 80 at most";
    EXPECT_EQ(least(1, Event::Started), 0) << "first";
    EXPECT_EQ(least(3, Event::Attained), 0) << "by money";
}

TEST(WhatIf, UnknownZonesAndItemsAreErrors) {
    const auto figures = chainedFigures(kThreeZones);
    const auto zone = whatIf(chainedScheme(), chainedRules(), figures, {9, 1});
    ASSERT_FALSE(zone);
    EXPECT_EQ(zone.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(leastToClimb(chainedScheme(), chainedRules(), figures, 9, Event::Started));
    const auto item =
        whatIf(chainedScheme(), chainedRules(), figures, {1, 0, 0, 0, {{QStringLiteral("x"), 1}}});
    ASSERT_FALSE(item);
    EXPECT_TRUE(item.error().text().contains("可以写 start、produce、attain"));
}

} // namespace
} // namespace yipi::indicators
