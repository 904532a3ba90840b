// SPDX-License-Identifier: GPL-3.0-or-later
// Every score here was worked out by hand.
#include "assessment_cases.h"
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

/// "A 100.00 1；B 80.00 2" of the only group, in order of rank; 并 marks ties.
QString table(const AssessmentScores &scores, std::size_t group = 0) {
    QStringList lines;
    for (const ZoneScore &zone : scores.groups[group].zones)
        lines << QStringLiteral("%1 %2 %3%4")
                     .arg(zone.name, zone.total ? zone.total->text() : QStringLiteral("—"),
                          QString::number(zone.rank), zone.isTied ? QStringLiteral("并") : QString());
    return lines.join(QStringLiteral("；"));
}

QString scored(const AssessmentScheme &scheme, const AssessmentFigures &figures) {
    return table(scoreAssessment(scheme, figures));
}

TEST(Assessment, EfficacyOfTenTwentyFiveForty) {
    const auto figures = figuresOf(oneItem({{10, 100}, {25, 100}, {40, 100}}));
    AssessmentScheme scheme = schemeOf({itemOf("a")});
    EXPECT_EQ(scored(scheme, figures), "C 100.00 1；B 80.00 2；A 60.00 3");
    scheme.items[0].direction = ScoringDirection::Lower;
    EXPECT_EQ(scored(scheme, figures), "A 100.00 1；B 80.00 2；C 60.00 3");
    scheme.items[0].base = 50;
    scheme.items[0].span = 30;
    scheme.items[0].weight = 20;
    EXPECT_EQ(scored(scheme, figures), "A 16.00 1；B 13.00 2；C 10.00 3");
}

TEST(Assessment, TheSameValueEverywhereIsFullMarks) {
    AssessmentScheme scheme = schemeOf({itemOf("a")});
    EXPECT_EQ(scored(scheme, figuresOf(oneItem({{1, 2}, {2, 4}, {50, 100}}))),
              "A 100.00 1并；B 100.00 1并；C 100.00 1并");
    EXPECT_EQ(scored(scheme, figuresOf(oneItem({{0, 7}}))), "A 100.00 1") << "alone in its group";
    scheme.items[0].span = 20;
    EXPECT_EQ(scored(scheme, figuresOf(oneItem({{1, 2}, {2, 4}}))), "A 80.00 1并；B 80.00 1并");
}

TEST(Assessment, RanksAreDenseAndExact) {
    AssessmentScheme scheme = schemeOf({itemOf("a")});
    // 120/1100 ties with 12/110; a billionth more does not.
    EXPECT_EQ(scored(scheme, figuresOf(oneItem({{12, 110}, {1, 2}, {120, 1100}, {0, 5}}))),
              "B 100.00 1；A 68.73 2并；C 68.73 2并；D 60.00 3");
    EXPECT_EQ(
        scored(scheme,
               figuresOf(oneItem(
                   {{1'200'000'000, 11'000'000'000}, {1'200'000'001, 11'000'000'000}, {1, 2}, {0, 5}}))),
        "C 100.00 1；B 68.73 2；A 68.73 3；D 60.00 4")
        << "the same when printed";
}

TEST(Assessment, ThirdsOfThreeItemsTieWithAWhole) {
    AssessmentScheme scheme = schemeOf({itemOf("a", 1), itemOf("b", 1), itemOf("c", 1)});
    for (AssessmentItem &item : scheme.items)
        item.form = ScoringForm::Completion;
    const ItemFigure third{Rate(1, 3), {}, false}, whole{Rate(1, 1), {}, false}, none{Rate(0, 1), {}, false};
    EXPECT_EQ(scored(scheme, figuresOf({{third, third, third}, {none, whole, none}})),
              "A 1.00 1并；B 1.00 1并");
}

TEST(Assessment, CompletionIsCappedAndFloored) {
    AssessmentItem item = itemOf("a", 50);
    item.form = ScoringForm::Completion;
    item.goal = 80;
    item.cap = 110;
    item.floor = 20;
    const auto figures = figuresOf(oneItem({{60, 100}, {88, 100}, {100, 100}, {1, 100}}));
    // 75, 110, 125 → 110, 1.25 → 20; half of each
    EXPECT_EQ(scored(schemeOf({item}), figures), "B 55.00 1并；C 55.00 1并；A 37.50 2；D 10.00 3");
    item.direction = ScoringDirection::Lower;
    // 80/60 → 133.33 → 110; 80/88 = 90.91; 80; 8000 → 110
    EXPECT_EQ(scored(schemeOf({item}), figures), "A 55.00 1并；D 55.00 1并；B 45.45 2；C 40.00 3");
    EXPECT_EQ(scored(schemeOf({item}), figuresOf(oneItem({{0, 9}}))), "A 55.00 1") << "nothing left";
}

TEST(Assessment, StepsAndLinesFollowTheirTable) {
    AssessmentItem item = itemOf("a");
    item.form = ScoringForm::Steps;
    item.bands = {{50, 60}, {80, 100}};
    const auto figures = figuresOf(oneItem({{49, 100}, {50, 100}, {799, 1000}, {8, 10}, {1, 1}}));
    EXPECT_EQ(scored(schemeOf({item}), figures),
              "D 100.00 1并；E 100.00 1并；B 60.00 2并；C 60.00 2并；A 0.00 3");
    item.form = ScoringForm::Linear;
    // 79.9 → 60 + 40 × 29.9/30 = 99.87
    EXPECT_EQ(scored(schemeOf({item}), figures),
              "D 100.00 1并；E 100.00 1并；C 99.87 2；A 60.00 3并；B 60.00 3并");
}

TEST(Assessment, RankFormTakesAStepForEachRank) {
    AssessmentItem item = itemOf("a");
    item.form = ScoringForm::Rank;
    item.step = 30;
    item.floor = 20;
    const auto figures = figuresOf(oneItem({{1, 10}, {2, 10}, {2, 10}, {3, 10}, {4, 10}}));
    // 4th place 100 − 90 = 10 → 20
    EXPECT_EQ(scored(schemeOf({item}), figures),
              "E 100.00 1；D 70.00 2；B 40.00 3并；C 40.00 3并；A 20.00 4");
    item.direction = ScoringDirection::Lower;
    EXPECT_EQ(scored(schemeOf({item}), figures),
              "A 100.00 1；B 70.00 2并；C 70.00 2并；D 40.00 3；E 20.00 4");
}

TEST(Assessment, AmountsAndGrowthsAreApart) {
    AssessmentItem amount = itemOf("a", 100, AssessmentMeasure::Amount);
    amount.form = ScoringForm::Completion;
    amount.goal = 20;
    // 12 pieces of 20; 5 亿元 of 20
    EXPECT_EQ(scored(schemeOf({amount}), figuresOf({{ItemFigure{Rate(12, 1), {}, false}},
                                                    {ItemFigure{Rate(500'000'000, 1), {}, true}}})),
              "A 60.00 1；B 25.00 2");
    AssessmentItem growth = itemOf("a", 100, AssessmentMeasure::AmountGrowth);
    growth.form = ScoringForm::Linear;
    growth.bands = {{-50, 0}, {0, 60}, {100, 100}};
    // 4 → 6: +50 % → 80; 4 → 3: −25 % → 30; from 0 there is none
    EXPECT_EQ(scored(schemeOf({growth}), figuresOf({{ItemFigure{Rate(6, 1), Rate(4, 1), false}},
                                                    {ItemFigure{Rate(3, 1), Rate(4, 1), false}},
                                                    {ItemFigure{Rate(3, 1), Rate(0, 1), false}}})),
              "A 80.00 1；B 30.00 2；C — 0");
    AssessmentItem points = itemOf("a", 100, AssessmentMeasure::RateGrowth);
    // +25 points, −5 points, +10 points
    EXPECT_EQ(scored(schemeOf({points}), figuresOf({{ItemFigure{Rate(3, 4), Rate(1, 2), false}},
                                                    {ItemFigure{Rate(45, 100), Rate(1, 2), false}},
                                                    {ItemFigure{Rate(6, 10), Rate(1, 2), false}}})),
              "A 100.00 1；C 80.00 2；B 60.00 3");
}

TEST(Assessment, AMissingValueIsZeroOrItsWeightIsShared) {
    AssessmentScheme scheme = schemeOf({itemOf("a", 30), itemOf("b", 50), itemOf("c", 20)});
    for (AssessmentItem &item : scheme.items)
        item.form = ScoringForm::Completion;
    const ItemFigure half{Rate(1, 2), {}, false}, whole{Rate(1, 1), {}, false}, none{Rate(0, 0), {}, false};
    const auto figures = figuresOf({{half, whole, none}, {half, half, half}, {none, none, none}});
    // A: 15 + 50 + 0
    EXPECT_EQ(scored(scheme, figures), "A 65.00 1；B 50.00 2；C — 0");
    scheme.missing = MissingValue::Redistribute;
    // A: weights 37.5 and 62.5
    const AssessmentScores scores = scoreAssessment(scheme, figures);
    EXPECT_EQ(table(scores), "A 81.25 1；B 50.00 2；C — 0");
    const ZoneScore &first = scores.groups[0].zones[0];
    EXPECT_EQ(first.items[0].weight.text(1), "37.5");
    EXPECT_EQ(first.items[1].points.text(1), "62.5");
    EXPECT_FALSE(first.items[2].score);
    EXPECT_TRUE(first.items[2].weight.isZero());
    scheme.items[0].weight = scheme.items[1].weight = 0;
    EXPECT_EQ(scored(scheme, figures), "B 10.00 1；A — 0；C — 0") << "nothing to share the weight among";
}

TEST(Assessment, BonusIsAddedAndCapped) {
    AssessmentScheme scheme = schemeOf({itemOf("a")});
    scheme.items[0].form = ScoringForm::Completion;
    const auto figures = figuresOf(oneItem({{80, 100}, {81, 100}, {82, 100}}));
    scheme.bonus = {{QStringLiteral("A"), QStringLiteral("现场会"), 2, QStringLiteral("承办"), {}},
                    {QStringLiteral("A"), QStringLiteral("表彰"), 2, QStringLiteral("省级"), {}},
                    {QStringLiteral("B"), QStringLiteral("通报"), -4, QStringLiteral("迟报"), {}},
                    {QStringLiteral("B"), QStringLiteral("表彰"), 3, QStringLiteral("市级"), {}}};
    EXPECT_EQ(scored(scheme, figures), "A 84.00 1；C 82.00 2；B 80.00 3");
    scheme.bonusCap = *Decimal::parse(QStringLiteral("1.5"), 0, 10);
    scheme.malusCap = 3;
    const AssessmentScores scores = scoreAssessment(scheme, figures);
    EXPECT_EQ(table(scores), "C 82.00 1；A 81.50 2；B 79.50 3");
    EXPECT_EQ(scores.groupOf(2)->zone(2)->bonusEntries, (std::vector<std::size_t>{2, 3}));
    EXPECT_EQ(scores.groupOf(2)->zone(2)->bonus.text(), "-1.50");
    EXPECT_EQ(scores.groupOf(99), nullptr);
}

TEST(Assessment, GroupsAreScoredApart) {
    AssessmentScheme scheme = schemeOf({itemOf("a")});
    auto figures = figuresOf(oneItem({{10, 100}, {25, 100}, {40, 100}, {90, 100}, {80, 100}}));
    figures.zones[0].group = figures.zones[2].group = QStringLiteral("工业类");
    figures.zones[3].group = QStringLiteral("农业类");
    scheme.grouping = AssessmentGrouping::Category;
    const AssessmentScores scores = scoreAssessment(scheme, figures);
    ASSERT_EQ(scores.groups.size(), 3U);
    EXPECT_EQ(scores.groups[0].group, "工业类");
    EXPECT_EQ(table(scores, 0), "C 100.00 1；A 60.00 2");
    EXPECT_EQ(table(scores, 1), "D 100.00 1");
    EXPECT_EQ(scores.groups[2].group, "") << "without a group last";
    EXPECT_EQ(table(scores, 2), "E 100.00 1；B 60.00 2");
}

TEST(Assessment, SaysHowAScoreCameAbout) {
    AssessmentScheme scheme = schemeOf({itemOf("a", 30), itemOf("b", 20)});
    scheme.items[1].form = ScoringForm::Completion;
    scheme.items[1].goal = 80;
    const ItemFigure none{Rate(0, 0), {}, false};
    const auto figures =
        figuresOf({{ItemFigure{Rate(10, 100), {}, false}, none},
                   {ItemFigure{Rate(25, 100), {}, false}, ItemFigure{Rate(9, 10), {}, false}},
                   {ItemFigure{Rate(40, 100), {}, false}, none}});
    const AssessmentScores scores = scoreAssessment(scheme, figures);
    const auto said = [&](qint64 zone, std::size_t item) {
        return scoreText(scheme, item, scores.groups[0], *scores.groups[0].zone(zone),
                         figures.zones[std::size_t(zone - 1)].items[item]);
    };
    EXPECT_EQ(said(2, 0),
              "60 + 40 ×（25.00 − 10.00）÷（40.00 − 10.00）= 80.00；× 权重 30.00 ÷ 100 = 24.00 分");
    EXPECT_EQ(said(2, 1), "90.00 ÷ 目标 80 × 100 = 100.00（最高 100）；× 权重 20.00 ÷ 100 = 20.00 分");
    EXPECT_EQ(said(1, 1), "分母为 0，比率不计算；记 0 分");
    EXPECT_EQ(figureText(scheme.items[0], figures.zones[1].items[0]), "25 / 100");
    EXPECT_EQ(itemRuleText(scheme.items[1]), "比率；值 ÷ 目标 80 × 100；越高越好；权重 20");
}

TEST(Assessment, TakesItsFiguresFromGroupResults) {
    FactsBuilder builder;
    const auto a = builder.zone(QStringLiteral("甲")), b = builder.zone(QStringLiteral("乙"));
    const auto campaign = builder.campaign(2023, 1, "2023-02-01");
    const auto add = [&](std::int32_t zone, const char *start) {
        ProjectFact fact;
        fact.zone = zone;
        fact.start = day(start);
        builder.entry(builder.project(fact), campaign, Batch::Sign);
    };
    add(a, "2023-05-01");
    add(a, "2024-05-01");
    add(b, "");
    builder.target(a, 2024, TargetIndicator::StartCount, 2);
    const Facts &facts = builder.facts();
    const RuleSet rules = ruleSetOf(countRule(Batch::Sign, Event::Started));
    const Engine engine(facts);
    AssessmentSource source{kAsOf, facts.zones, engine.rates(rules, kAsOf, GroupBy::Zone),
                            engine.rates(rules, kAsOf.plus(-12), GroupBy::Zone),
                            paceTable(facts, rules.lights, kAsOf)};
    AssessmentScheme scheme = schemeOf(
        {itemOf("r"), itemOf("t", 1, AssessmentMeasure::Target), itemOf("n", 1, AssessmentMeasure::Amount),
         itemOf("g", 1, AssessmentMeasure::RateGrowth), itemOf("s", 1, AssessmentMeasure::AmountGrowth)});
    for (AssessmentItem &item : scheme.items)
        item.rate = rules.rates.front().id;
    scheme.bonus = {{QStringLiteral("丙"), QStringLiteral("表彰"), 1, QStringLiteral("x"), {}}};
    const auto figures = assessmentFigures(scheme, rules, source);
    ASSERT_TRUE(figures) << figures.error().text().toStdString();
    const auto said = [&](std::size_t zone, std::size_t item) {
        return figureText(scheme.items[item], figures->zones[zone].items[item]);
    };
    EXPECT_EQ(said(0, 0), "2 / 2");
    EXPECT_EQ(said(0, 1), "1 / 2");
    EXPECT_EQ(said(0, 2), "2");
    EXPECT_EQ(said(0, 3), "去年同月 1 / 2，今年 2 / 2");
    EXPECT_EQ(said(0, 4), "去年同月 1，今年 2");
    EXPECT_EQ(said(1, 0), "0 / 1");
    EXPECT_EQ(said(1, 1), "0 / 0") << "no task";
    ASSERT_EQ(figures->notices.size(), 1);
    EXPECT_TRUE(figures->notices[0].contains("“丙”不在考核范围内"));
    scheme.items[2].rate = QStringLiteral("gone");
    const auto unknown = assessmentFigures(scheme, rules, source);
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().text().contains("items[2].rate")) << unknown.error().text().toStdString();
}

} // namespace
} // namespace yipi::indicators
