// SPDX-License-Identifier: GPL-3.0-or-later
// What headers mean, and what is never taken for something else.
#include "exchange/header_words.h"

#include "exchange/header_months.h"

#include <gtest/gtest.h>

namespace yipi::exchange::detail {

namespace {

QString fieldOf(const std::optional<HeaderMatch> &match) {
    return match && match->field ? match->field->key : QString();
}

QString similarTo(const char *header) {
    return fieldOf(similarHeader(headerKey(QString::fromUtf8(header))));
}

std::optional<HeaderMatch> matchOf(std::initializer_list<const char *> levels) {
    QStringList list;
    for (const char *level : levels)
        list << QString::fromUtf8(level);
    return matchHeader(list);
}

} // namespace

TEST(HeaderWords, ForgiveOneSlip) {
    EXPECT_EQ(similarTo("项目名秤"), QStringLiteral("name"));
    EXPECT_EQ(similarTo("建没单位"), QStringLiteral("investor"));
    EXPECT_EQ(similarTo("计划总投姿"), QStringLiteral("total_investment"));
    EXPECT_EQ(similarTo("签约时问"), QStringLiteral("actual_sign"));
    EXPECT_EQ(similarTo("项目目名称"), QStringLiteral("name"));
    EXPECT_EQ(similarTo("项名目称"), QStringLiteral("name"));
}

TEST(HeaderWords, NeverConfuseWhatTellsThemApart) {
    EXPECT_EQ(fieldOf(matchOf({"计划开工"})), QStringLiteral("planned_start"));
    EXPECT_EQ(fieldOf(matchOf({"实际开工"})), QStringLiteral("actual_start"));
    // One character away from a known word, but another thing.
    for (const char *header :
         {"计划开业", "实际开户", "计划投标时间", "计划验收时间", "未开工时间", "签证时间", "开标时间",
          "投资行业", "责任单元人", "预计年产量", "预计税率", "联系地址"}) {
        const QString similar = similarTo(header);
        EXPECT_TRUE(similar.isEmpty()) << header << " " << similar.toStdString();
    }
    EXPECT_EQ(similarTo("计划开工时问"), QStringLiteral("planned_start"));
    EXPECT_EQ(similarTo("实际开工时问"), QStringLiteral("actual_start"));
}

TEST(HeaderWords, UnderstandMonthsByTheirLevels) {
    const auto below = matchOf({"2024年完成投资", "3月"});
    EXPECT_EQ(fieldOf(below), QStringLiteral("investment"));
    EXPECT_EQ(below->month, 3);
    EXPECT_EQ(below->year, 2024);
    EXPECT_EQ(fieldOf(matchOf({"完成投资", "1-3月"})), QStringLiteral("year_investment"));
    EXPECT_EQ(fieldOf(matchOf({"3月", "完成投资"})), QStringLiteral("investment"));
    EXPECT_EQ(fieldOf(matchOf({"产值", "3月"})), QStringLiteral("output"));
    EXPECT_TRUE(matchOf({"产值", "1-3月"})->isOutputSum);
    EXPECT_EQ(fieldOf(matchOf({"累计完成投资", "3月"})), QStringLiteral("cumulative_investment"));
    EXPECT_EQ(fieldOf(matchOf({"3月", "形象进度"})), QStringLiteral("progress"));
    using Special = HeaderMatch::Special;
    EXPECT_EQ(matchOf({"计划投资", "3月"})->special, Special::NotStored);
    EXPECT_EQ(matchOf({"3月", "计划"})->special, Special::NotStored);
    EXPECT_EQ(matchOf({"完成投资", "3月", "同比"})->special, Special::NotStored);
    EXPECT_EQ(matchOf({"3月"})->special, Special::BareMonth);
    EXPECT_EQ(fieldOf(monthInContext(*matchOf({"1-3月"}), QStringLiteral("2024年投资完成情况"))),
              QStringLiteral("year_investment"));
    EXPECT_FALSE(monthInContext(*matchOf({"3月"}), QStringLiteral("2024年投资和产值完成情况")));
    EXPECT_FALSE(monthInContext(*matchOf({"3月"}), QStringLiteral("2024年投资计划")));
}

TEST(HeaderWords, ASpanBelowItsFigureSaysWhich) {
    for (const char *figure : {"完成投资", "投资完成情况（万元）", "完成投资额"}) {
        EXPECT_EQ(fieldOf(matchOf({figure, "当月"})), QStringLiteral("investment")) << figure;
        EXPECT_EQ(fieldOf(matchOf({figure, "本月"})), QStringLiteral("investment")) << figure;
        EXPECT_EQ(fieldOf(matchOf({figure, "累计"})), QStringLiteral("cumulative_investment")) << figure;
        EXPECT_EQ(fieldOf(matchOf({figure, "年初至今"})), QStringLiteral("year_investment")) << figure;
        EXPECT_EQ(fieldOf(matchOf({figure, "今年以来累计"})), QStringLiteral("year_investment")) << figure;
        EXPECT_EQ(fieldOf(matchOf({figure, "本年累计"})), QStringLiteral("year_investment")) << figure;
    }
    EXPECT_EQ(fieldOf(matchOf({"项目进展", "完成投资", "开工以来累计"})),
              QStringLiteral("cumulative_investment"));
    EXPECT_EQ(fieldOf(matchOf({"当月", "产值"})), QStringLiteral("output"));
    EXPECT_TRUE(matchOf({"产值", "年初至今"})->isOutputSum);
    for (const char *figure : {"计划投资", "总投资", "资金"})
        EXPECT_NE(fieldOf(matchOf({figure, "累计"})), QStringLiteral("cumulative_investment")) << figure;
    EXPECT_EQ(fieldOf(matchOf({"今年投资"})), QString()) << "a plan or a figure";
}

TEST(HeaderWords, CarryTheYearThatTheyName) {
    EXPECT_EQ(fieldOf(matchOf({"2023年完成投资"})), QStringLiteral("year_investment"));
    EXPECT_EQ(matchOf({"2023年完成投资"})->year, 2023);
    EXPECT_EQ(fieldOf(matchOf({"2025年计划投资"})), QStringLiteral("annual_plan"));
    EXPECT_EQ(matchOf({"2025年计划投资"})->year, 2025);
    EXPECT_EQ(matchOf({"2025年度投资计划"})->year, 2025);
    EXPECT_EQ(fieldOf(matchOf({"2023年", "完成投资"})), QStringLiteral("year_investment"));
    EXPECT_EQ(matchOf({"2023年", "完成投资"})->year, 2023);
    EXPECT_EQ(matchOf({"2023年签约项目", "累计完成投资"})->year, 0) << "the year of signing";
    EXPECT_EQ(matchOf({"2023年和2024年完成投资"})->year, 0);
    EXPECT_EQ(matchOf({"今年完成投资"})->year, 0);
    const auto until = matchOf({"至2023年底累计完成投资"});
    EXPECT_EQ(fieldOf(until), QStringLiteral("cumulative_investment"));
    EXPECT_EQ(until->year, 2023);
    EXPECT_EQ(until->month, 12);
    EXPECT_EQ(matchOf({"截止到7月底累计完成投资"})->month, 7);
}

TEST(HeaderWords, KnowWhatOfficesCallThem) {
    EXPECT_EQ(fieldOf(matchOf({"新增就业（人）"})), QStringLiteral("jobs"));
    EXPECT_EQ(fieldOf(matchOf({"当前进展"})), QStringLiteral("progress"));
    EXPECT_EQ(fieldOf(matchOf({"项目进展"})), QStringLiteral("progress"));
    EXPECT_EQ(fieldOf(matchOf({"备案编号"})), QStringLiteral("code"));
    EXPECT_EQ(fieldOf(matchOf({"是否入统"})), QStringLiteral("statistics_entry"));
    EXPECT_EQ(fieldOf(matchOf({"开工建设时间"})), QStringLiteral("actual_start"));
    EXPECT_EQ(fieldOf(matchOf({"建成时间"})), QStringLiteral("actual_produce"));
    EXPECT_EQ(fieldOf(matchOf({"计划建成时间"})), QStringLiteral("planned_produce"));
    EXPECT_EQ(fieldOf(matchOf({"责任单位及责任人"})), QStringLiteral("responsible_unit"));
    EXPECT_EQ(matchOf({"完成投资"})->special, HeaderMatch::Special::BareFigure);
    EXPECT_TRUE(matchOf({"产值（万元）"})->isOutput);
}

} // namespace yipi::exchange::detail
