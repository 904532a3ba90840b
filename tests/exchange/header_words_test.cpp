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

} // namespace yipi::exchange::detail
