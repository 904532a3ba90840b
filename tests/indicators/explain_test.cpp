// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

#include "indicators/rule_words.h"

namespace yipi::indicators {
namespace {

class Explaining : public ::testing::Test {
protected:
    FactsBuilder ledger;
    const std::int32_t old = ledger.campaign(2023, 1, "2023-02-22");
    const std::int32_t recent = ledger.campaign(2024, 1, "2024-02-29");
    const std::int32_t future = ledger.campaign(2024, 3, "2024-08-19");

    /// Explains the rule over one entry: why it is where it is.
    QString why(const RuleSet &rules, const char *rateId, const ProjectFact &fact, std::int32_t campaign,
                qint64 investment = -1, qint64 output = -1, bool *included = nullptr) {
        const RateRule *rule = rules.rate(QString::fromLatin1(rateId));
        const auto entry = ledger.entry(ledger.project(fact), campaign, static_cast<Batch>(rule->population),
                                        investment, output);
        const auto explanation = Engine(ledger.facts()).explain(rules, rule->id, kAsOf);
        for (const auto &row : explanation->included)
            if (row.entryId == entry) {
                if (included)
                    *included = true;
                return row.why;
            }
        for (const auto &row : explanation->excluded)
            if (row.entryId == entry)
                return row.why;
        return {};
    }
    QString why(const RateRule &rule, const ProjectFact &fact, std::int32_t campaign,
                qint64 investment = -1) {
        return why(ruleSetOf(rule), "r", fact, campaign, investment);
    }
};

TEST_F(Explaining, CampaignsOutOfScope) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    EXPECT_EQ(why(rule, {}, future), QString()) << "held after the month-end: not yet in the population";
    rule.campaigns = CampaignScope::HeldAtLeastMonths;
    rule.heldAtLeastMonths = 6;
    EXPECT_EQ(why(rule, {}, recent), "2024-1 活动距截止日 5 个月，不足 6 个月，未计入");
    rule.campaigns = CampaignScope::BeforeCurrent;
    EXPECT_EQ(why(rule, {}, recent), "2024-1 是截止日前最近一次活动，只统计前几次，未计入");
    rule.campaigns = CampaignScope::Range;
    rule.lastCampaign = CampaignKey{2023, 4};
    EXPECT_EQ(why(rule, {}, recent), "2024-1 活动不在统计的期次范围内，未计入");
}

TEST_F(Explaining, ProjectsOutOfScope) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.projects = ProjectScope::Industrial;
    EXPECT_EQ(why(rule, {}, old), "不是产业项目，未计入");
    rule.projects = ProjectScope::All;
    rule.terminated = Terminated::Exclude;
    ProjectFact terminated;
    terminated.terminated = day("2024-03-01");
    EXPECT_EQ(why(rule, terminated, old), "2024-03-01 终止，已剔除");
    rule.weight = Weight::Investment;
    EXPECT_EQ(why(rule, {}, old), "未填申报投资，未计入");
    EXPECT_EQ(why(preset("lvliang-2024"), "attain", {.industrial = true}, old), "未填申报年产值，未计入");
    EXPECT_EQ(why(preset("henan-chain"), "produce", {}, old), "没有计入“开工率”的分子，未计入");
}

TEST_F(Explaining, NotDue) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.entries = EntryScope::DueOnly;
    EXPECT_EQ(why(rule, {}, recent), "应于 2024-08-29 开工，截止日尚未到期，未计入");
    rule = countRule(Batch::Sign, Event::Produced);
    rule.entries = EntryScope::DueOnly;
    EXPECT_EQ(why(rule, {}, old), "没有计划投产日期，也没有开工日期，无法判断是否到期，未计入");
}

TEST_F(Explaining, EventsOfIncludedEntries) {
    const RateRule rule = countRule(Batch::Sign, Event::Started);
    EXPECT_EQ(why(rule, {.start = day("2023-06-18")}, old), "2023-06-18 开工");
    EXPECT_EQ(why(rule, {}, old), "未开工");
    EXPECT_EQ(why(rule, {.start = day("2024-08-02")}, old), "未开工（2024-08-02 开工，晚于截止日）");
    EXPECT_EQ(why(rule, {.produce = day("2024-05-01")}, old), "2024-05-01 投产，视同已开工");
    EXPECT_EQ(why(rule, {.attain = day("2024-05-01")}, old), "2024-05-01 达效，视同已开工");
    EXPECT_EQ(why(rule, {.terminated = day("2024-05-01")}, old), "未开工（2024-05-01 已终止）");
    EXPECT_EQ(why(countRule(Batch::Sign, Event::Produced), {.attain = day("2024-05-01")}, old),
              "2024-05-01 达效，视同已投产");
    EXPECT_EQ(why(countRule(Batch::Sign, Event::InStatistics), {}, old), "未入库纳统");
}

TEST_F(Explaining, EarlyOnes) {
    const ProjectFact early{.plannedStart = day("2024-12-01"), .start = day("2024-06-01")};
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.entries = EntryScope::DueOnly;
    EXPECT_EQ(why(rule, early, old), "2024-06-01 开工，早于期限 2024-12-01，属提前开工，计入分子");
    rule.early = Early::Leave;
    EXPECT_EQ(why(rule, early, old), "应于 2024-12-01 开工，截止日尚未到期，未计入");
    rule.entries = EntryScope::All;
    EXPECT_EQ(why(rule, early, old), "2024-06-01 开工，早于期限 2024-12-01，属提前开工，不计入分子");
}

TEST_F(Explaining, EarlyOnesAddToTheNumeratorAlone) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.entries = EntryScope::DueOnly;
    ledger.entry(ledger.project({.plannedStart = day("2024-12-01"), .start = day("2024-06-01")}), old,
                 Batch::Sign);
    const auto explanation = Engine(ledger.facts()).explain(ruleSetOf(rule), "r", kAsOf);
    ASSERT_EQ(explanation->included.size(), 1U);
    EXPECT_TRUE(explanation->included.front().inNumerator);
    EXPECT_EQ(explanation->included.front().num, 1);
    EXPECT_EQ(explanation->included.front().den, 0);
}

TEST_F(Explaining, Outputs) {
    RuleSet rules = preset("signed-base");
    const auto reported = [&](std::initializer_list<std::pair<Month, qint64>> outputs) {
        const auto project = ledger.project();
        for (const auto &[month, value] : outputs)
            ledger.output(month, value);
        ledger.entry(project, old, Batch::Produce, -1, 200'000'000);
        return Engine(ledger.facts()).explain(rules, "attain", kAsOf)->included.back();
    };
    EXPECT_EQ(reported({}).why, "没有上报实际年产值，按 0 计；申报年产值 20000 万元");
    EXPECT_FALSE(reported({{Month(2024, 8), 1}}).inNumerator);
    EXPECT_EQ(reported({{Month(2024, 6), 123'456'700}, {Month(2024, 8), 1}}).why,
              "2024-06 上报实际年产值 12345.67 万元，申报年产值 20000 万元");
    rules.rates[2].capAt100 = true;
    const ExplainedEntry capped = reported({{Month(2024, 6), 300'000'000}});
    EXPECT_EQ(capped.why, "2024-06 上报实际年产值 30000 万元，申报年产值 20000 万元，超出部分不计");
    EXPECT_EQ(capped.num, 200'000'000);
}

TEST_F(Explaining, SaysThatADateIsAssumed) {
    FactsBuilder other;
    const auto campaign = other.campaign(2024, 1, "");
    other.entry(other.project(), campaign, Batch::Sign);
    const Facts &facts = other.facts();
    EXPECT_EQ(Engine(facts).explain(preset("signed-base"), "start", kAsOf)->included.front().why,
              "未开工（2024-1 活动未填举办日期，按 2024-03-31 计）");
    EXPECT_EQ(Engine(facts).explain(preset("lvliang-2024"), "start", kAsOf)->excluded.front().why,
              "2024-1 活动距截止日 4 个月，不足 6 个月，未计入（2024-1 活动未填举办日期，按 2024-03-31 计）");
}

TEST_F(Explaining, UnknownRateNamesTheKnownOnes) {
    const auto explanation = Engine(ledger.facts()).explain(preset("on-time"), "foo", kAsOf);
    ASSERT_FALSE(explanation);
    EXPECT_EQ(explanation.error().code, ErrorCode::NotFound);
    EXPECT_EQ(explanation.error().message, "口径“按期率”里没有比率“foo”。");
    EXPECT_TRUE(explanation.error().advice.startsWith(
        QStringLiteral("可以选 start、produce、attain、on_time_start、on_time_produce、")));
}

} // namespace
} // namespace yipi::indicators
