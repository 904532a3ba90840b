// SPDX-License-Identifier: GPL-3.0-or-later
// Which projects and entries fulfil a condition, each kind by hand.
#include "facts_builder.h"

#include "indicators/expression/dictionary_names.h"
#include "indicators/expression/expression_matcher.h"

namespace yipi::indicators {
namespace {

class ExpressionMatching : public ::testing::Test {
protected:
    FactsBuilder ledger;

    void SetUp() override {
        const auto xingxian = ledger.zone("兴县经济技术开发区", "吕梁市");
        const auto xiaoyi = ledger.zone("孝义经济开发区", "吕梁市");
        const auto jinzhong = ledger.zone("晋中开发区", "");
        const auto chain = ledger.chain("铝镁精深加工");
        const auto industry = ledger.industry("煤化工");
        const auto first = ledger.campaign(2023, 1, "2023-02-22");
        const auto second = ledger.campaign(2024, 2, "2024-05-20");
        const auto a = ledger.project({.investment = 100'000'000,
                                       .zone = xingxian,
                                       .chain = chain,
                                       .plannedStart = day("2024-06-30"),
                                       .start = day("2024-07-31"),
                                       .strategic = true},
                                      "2303-XX-01\nⅡ期新能源\n甲公司\n");
        const auto b = ledger.project({.investment = 50'000'000,
                                       .zone = xiaoyi,
                                       .industry = industry,
                                       .plannedStart = day("2024-07-01"),
                                       .sign = day("2024-01-10"),
                                       .industrial = true},
                                      "2303-XY-02\n铸造\nABC公司\n");
        ledger.project({.zone = jinzhong, .plannedStart = day("2024-08-01")}, "03\n新能源车\n\n");
        ledger.project({}, "\n无\n\n");
        ledger.entry(a, first, Batch::Sign, 90'000'000);
        ledger.entry(a, second, Batch::Start);
        ledger.entry(b, second, Batch::Sign, 0);
    }

    /// Letters of the projects that pass.
    std::string passing(const char *text, QDate asOf = QDate(2024, 7, 31)) {
        const auto expression = parseExpression(QString::fromUtf8(text));
        EXPECT_TRUE(expression) << (expression ? "" : expression.error().text().toStdString());
        if (!expression)
            return {};
        const ExpressionMatcher matcher(ledger.facts(), *expression, asOf);
        std::string result;
        for (std::uint32_t i = 0; i < 4; ++i)
            if (matcher.matches(i))
                result += char('a' + i);
        return result;
    }
};

TEST_F(ExpressionMatching, Amounts) {
    EXPECT_EQ(passing("总投资 >= 1亿"), "a");
    EXPECT_EQ(passing("总投资 > 1亿"), "");
    EXPECT_EQ(passing("总投资 < 1亿"), "b") << "未填 is no small amount";
    EXPECT_EQ(passing("总投资 <= 1亿"), "ab");
    EXPECT_EQ(passing("总投资 != 5000"), "a") << "without unit in 万元";
    EXPECT_EQ(passing("总投资 in (5000, 10000)"), "ab");
    EXPECT_EQ(passing("总投资 not in (5000, 8000)"), "a");
    EXPECT_EQ(passing("总投资 为空"), "cd");
    EXPECT_EQ(passing("总投资 不为空"), "ab");
    EXPECT_EQ(passing("not 总投资 >= 1亿"), "bcd") << "what is not filled in is not ≥";
}

TEST_F(ExpressionMatching, DatesMonthsAndYears) {
    EXPECT_EQ(passing("计划开工 < 2024-07"), "a");
    EXPECT_EQ(passing("计划开工 <= 2024-07"), "ab");
    EXPECT_EQ(passing("计划开工 = 2024-07"), "b");
    EXPECT_EQ(passing("计划开工 != 2024-07"), "ac");
    EXPECT_EQ(passing("计划开工 > 2024-07"), "c");
    EXPECT_EQ(passing("计划开工 >= 2024-07"), "bc");
    EXPECT_EQ(passing("计划开工 = 2024"), "abc");
    EXPECT_EQ(passing("计划开工 > 2024"), "");
    EXPECT_EQ(passing("计划开工 = 2024-06-30"), "a");
    EXPECT_EQ(passing("计划开工 in (2024-06, 2024-08-01)"), "ac");
    EXPECT_EQ(passing("实际开工 为空"), "bcd");
}

TEST_F(ExpressionMatching, TheAsOfDate) {
    EXPECT_EQ(passing("阶段 = 开工"), "a");
    EXPECT_EQ(passing("阶段 = 开工", QDate(2024, 7, 30)), "");
    EXPECT_EQ(passing("阶段 in (签约, 开工)"), "ab");
    EXPECT_EQ(passing("阶段 != 储备"), "ab");
    EXPECT_EQ(passing("计划开工 < 截至", QDate(2024, 7, 1)), "a");
    EXPECT_EQ(passing("计划开工 <= 截至", QDate(2024, 7, 1)), "ab");
    EXPECT_EQ(passing("计划开工 = 截至", QDate(2024, 7, 1)), "b");
    EXPECT_EQ(passing("计划开工 != 截至", QDate(2024, 7, 1)), "ac");
    EXPECT_EQ(passing("计划开工 > 截至", QDate(2024, 7, 1)), "c");
    EXPECT_EQ(passing("计划开工 >= 截至", QDate(2024, 7, 1)), "bc");
}

TEST_F(ExpressionMatching, NamesOfTheLedger) {
    EXPECT_EQ(passing("开发区 = 兴县"), "a");
    EXPECT_EQ(passing("开发区 = 兴县经济技术开发区"), "a");
    EXPECT_EQ(passing("开发区 in (兴县, 孝义市)"), "ab");
    EXPECT_EQ(passing("开发区 != 兴县"), "bc") << "d has no zone";
    EXPECT_EQ(passing("not 开发区 = 兴县"), "bcd");
    EXPECT_EQ(passing("开发区 ~ 经济"), "ab");
    EXPECT_EQ(passing("开发区 为空"), "d");
    EXPECT_EQ(passing("市 = 吕梁"), "ab");
    EXPECT_EQ(passing("市 != 吕梁"), "") << "c's zone has no city";
    EXPECT_EQ(passing("市 为空"), "cd");
    EXPECT_EQ(passing("开发区类别 = 工业"), "abc");
    EXPECT_EQ(passing("开发区类别 != 工业类"), "");
    EXPECT_EQ(passing("开发区级别 in (省级, 国家级)"), "abc");
    EXPECT_EQ(passing("chain = 铝镁精深加工"), "a");
    EXPECT_EQ(passing("chain ~ 铝镁"), "a");
    EXPECT_EQ(passing("行业 ~ 化工"), "b");
    EXPECT_EQ(passing("行业 !~ 化工"), "") << "the others have none";
    EXPECT_EQ(passing("行业 不为空"), "b");
}

TEST_F(ExpressionMatching, Texts) {
    EXPECT_EQ(passing("text ~ 新能源"), "ac");
    EXPECT_EQ(passing("text !~ 新能源"), "bd");
    EXPECT_EQ(passing("text ~ abc"), "b");
    EXPECT_EQ(passing("text ~ Ⅱ期"), "a") << "no letter to fold";
    EXPECT_EQ(passing("name ~ 公司"), "");
    EXPECT_EQ(passing("投资方 ~ 公司"), "ab");
    EXPECT_EQ(passing("投资方 = abc公司"), "b");
    EXPECT_EQ(passing("投资方 为空"), "cd");
    EXPECT_EQ(passing("编号 in (2303-xy-02, 03)"), "bc");
    EXPECT_EQ(passing("编号 != 03"), "ab");
    EXPECT_EQ(passing("编号 为空"), "d");
}

TEST_F(ExpressionMatching, EntriesMustFulfilTheWhole) {
    EXPECT_EQ(passing("期次 = 2024-2"), "ab");
    EXPECT_EQ(passing("期次 = 2024"), "ab");
    EXPECT_EQ(passing("期次 < 2024"), "a");
    EXPECT_EQ(passing("期次 > 2023"), "ab");
    EXPECT_EQ(passing("批次 = 签约 且 期次 = 2024-2"), "b") << "of one entry";
    EXPECT_EQ(passing("申报投资 >= 9000"), "a");
    EXPECT_EQ(passing("申报投资 为空"), "acd") << "a's second entry, and those without entries";
    EXPECT_EQ(passing("申报投资 = 0"), "b");
    EXPECT_EQ(passing("期次 为空"), "cd") << "on no list";
    EXPECT_EQ(passing("战新 或 批次 = 签约"), "ab");
    EXPECT_EQ(passing("非 批次 = 签约"), "acd");
    const Facts &facts = ledger.facts();
    const ExpressionMatcher matcher(facts, parseExpression(u"批次 = 签约 且 总投资 >= 1").value(), {});
    EXPECT_TRUE(matcher.matchesEntry(facts.entries[0]));
    EXPECT_FALSE(matcher.matchesEntry(facts.entries[1]));
}

TEST_F(ExpressionMatching, AProjectFilterAsksTheSameEntry) {
    ProjectFilter filter;
    filter.where = QStringLiteral("批次 = 签约");
    filter.firstCampaign = CampaignKey{2024, 1};
    const auto passes = [&](std::uint32_t project) {
        return FilterMatcher(ledger.facts(), filter, {}).matches(project);
    };
    EXPECT_FALSE(filter.isEmpty());
    EXPECT_FALSE(passes(0)) << "a was signed in another campaign";
    EXPECT_TRUE(passes(1));
    EXPECT_FALSE(FilterMatcher(ledger.facts(), filter, {}).matchesEntry(ledger.facts().entries[1]));
    filter = {};
    filter.where = QStringLiteral("总投资 >= 1亿");
    EXPECT_TRUE(passes(0));
    EXPECT_FALSE(passes(1));
    filter.where = QStringLiteral("总投入 >= 1亿");
    EXPECT_FALSE(passes(0)) << "what can't be read lets nothing pass";
}

TEST_F(ExpressionMatching, NamesThatTheLedgerLacksAreErrors) {
    const auto problem = [&](const char *text) {
        const auto checked = checkedExpression(QString::fromUtf8(text), ledger.facts());
        EXPECT_FALSE(checked) << text;
        if (checked)
            return QString();
        EXPECT_EQ(checked.error().code, ErrorCode::NotFound);
        return checked.error().text();
    };
    EXPECT_EQ(problem("战新 或 非 开发区 = 兴洲"),
              "台账中没有开发区“兴洲”。现有：晋中开发区、孝义经济开发区、兴县经济技术开发区。");
    EXPECT_EQ(problem("市 in (吕梁, 太原)"), "台账中没有市“太原”。现有：吕梁市。");
    EXPECT_EQ(problem("chain != 铝"), "台账中没有产业链“铝”。现有：铝镁精深加工。");
    EXPECT_EQ(problem("县区 = 兴县"), "台账中没有县区“兴县”。台账中还没有填写县区。");
    EXPECT_EQ(problem("期次 = 2022"), "台账中没有“活动期次为2022年”的活动。现有：2023-1、2024-2。");
    EXPECT_TRUE(checkedExpression(u"期次 >= 2022 且 开发区 ~ 没有的", ledger.facts()))
        << "no name is claimed";
    EXPECT_EQ(checkedExpression(u"总投入 > 1", ledger.facts()).error().code, ErrorCode::Usage);
}

} // namespace
} // namespace yipi::indicators
