// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed over a column, as a condition of the filter language.
#include "gui/ledger/column_filter.h"

#include "domain/entity.h"

#include <gtest/gtest.h>

namespace yipi::gui {
namespace {

class ColumnFilterTest : public ::testing::Test {
protected:
    ColumnFilterTest() {
        Zone zone;
        zone.id = 1;
        zone.code = QStringLiteral("LL-XX");
        zone.name = QStringLiteral("兴县经济技术开发区");
        m_facts.zones.push_back(zone);
    }
    Result<QString> read(const char *key, const char *typed, MoneyUnit unit = MoneyUnit::Yi) {
        const int column = m_columns.columnOf(QString::fromLatin1(key));
        return columnCondition(m_columns.at(column), QString::fromUtf8(typed), unit, m_facts);
    }
    std::string condition(const char *key, const char *typed, MoneyUnit unit = MoneyUnit::Yi) {
        const auto made = read(key, typed, unit);
        return made ? made->toStdString() : "error: " + made.error().text().toStdString();
    }
    std::string problem(const char *key, const char *typed) {
        const auto made = read(key, typed);
        return made ? "understood as " + made->toStdString() : made.error().text().toStdString();
    }

    LedgerColumns m_columns{entityInfo(EntityKind::Project).fields};
    indicators::Facts m_facts;
};

TEST_F(ColumnFilterTest, TextsContain) {
    EXPECT_EQ(condition("name", "铝"), "name ~ \"铝\"");
    EXPECT_EQ(condition("remarks", " 且 或 "), "remarks ~ \"且 或\"")
        << "words of the language are text here";
    EXPECT_EQ(condition("patron", "=武晓芳"), "patron = \"武晓芳\"");
    EXPECT_EQ(condition("content", "≠x"), "content != \"x\"");
    EXPECT_EQ(condition("content", "!手续"), "content !~ \"手续\"");
    EXPECT_EQ(condition("name", "a\"b"), "name ~ \"a\"\"b\"");
    EXPECT_EQ(condition("name", "空"), "name is empty");
    EXPECT_EQ(condition("name", "非空"), "name is not empty");
    EXPECT_EQ(condition("name", "  "), "");
}

TEST_F(ColumnFilterTest, AmountsCompare) {
    EXPECT_EQ(condition("total_investment", ">1.5亿"), "total_investment > 1.5亿");
    EXPECT_EQ(condition("total_investment", "≥5000万"), "total_investment >= 5000万");
    EXPECT_EQ(condition("total_investment", "≠1亿"), "total_investment != 1亿");
    EXPECT_EQ(condition("total_investment", "5"), "total_investment = 5亿") << "in the unit of the column";
    EXPECT_EQ(condition("total_investment", "<=5", MoneyUnit::Wan), "total_investment <= 5万");
    EXPECT_EQ(condition("total_investment", "1..2.5"),
              "total_investment >= 1亿 and total_investment <= 2.5亿");
    EXPECT_EQ(condition("total_investment", "5000万..1亿"),
              "total_investment >= 5000万 and total_investment <= 1亿");
    EXPECT_EQ(condition("total_investment", "..2"), "total_investment <= 2亿");
    EXPECT_EQ(condition("jobs", "＞100"), "jobs > 100");
    EXPECT_EQ(condition("land_mu", "86.5..120"), "land_mu >= 86.50 and land_mu <= 120.00");
    EXPECT_EQ(condition("fixed_asset_investment", "空"), "fixed_asset_investment is empty");
}

TEST_F(ColumnFilterTest, DatesAreYearsMonthsOrDays) {
    EXPECT_EQ(condition("actual_sign", "2024"), "actual_sign = 2024");
    EXPECT_EQ(condition("actual_sign", "2024.3"), "actual_sign = 2024-03");
    EXPECT_EQ(condition("actual_sign", "2024.3..2024.5"),
              "actual_sign >= 2024-03 and actual_sign <= 2024-05");
    EXPECT_EQ(condition("actual_sign", "<2024.6.1"), "actual_sign < 2024-06-01");
    EXPECT_EQ(condition("actual_sign", "非空"), "actual_sign is not empty");
}

TEST_F(ColumnFilterTest, ListsNameValues) {
    EXPECT_EQ(condition("zone", "=兴县"), "zone = \"兴县\"");
    EXPECT_EQ(condition("zone", "兴"), "zone ~ \"兴\"");
    EXPECT_EQ(condition("zone", "=兴县、空"), "zone = \"兴县\" or zone is empty");
    EXPECT_EQ(condition("zone", "≠兴县、空"), "zone != \"兴县\" and zone is not empty");
    EXPECT_EQ(condition("stage", "=开工、投产"), "stage in (started, producing)");
    EXPECT_EQ(condition("stage", "签"), "stage = signed");
    EXPECT_EQ(condition("key_project", "是"), "key_project");
    EXPECT_EQ(condition("key_project", "=否"), "key_project = no");
    EXPECT_EQ(condition("key_project", "=是、否"), "key_project or key_project = no");
    EXPECT_EQ(listText({QStringLiteral("开工"), QStringLiteral("空")}), QStringLiteral("=开工、空"));
    EXPECT_EQ(valuesOfList(QStringLiteral("＝开工，投产")),
              (QStringList{QStringLiteral("开工"), QStringLiteral("投产")}));
    EXPECT_TRUE(valuesOfList(QStringLiteral("开工")).isEmpty());
}

TEST_F(ColumnFilterTest, WhatIsNotUnderstoodSaysWhy) {
    EXPECT_EQ(problem("total_investment", "很多"), "“很多”不是金额");
    EXPECT_EQ(problem("total_investment", ">"), "“>”后面还没有写值");
    EXPECT_EQ(problem("total_investment", ".."), "区间没有写起止，如 1..5");
    EXPECT_TRUE(QString::fromStdString(problem("actual_sign", "春天")).contains(QStringLiteral("春天")));
    EXPECT_TRUE(QString::fromStdString(problem("jobs", "1.5")).contains(QStringLiteral("1.5")));
    EXPECT_EQ(problem("name", ">x"), "“项目名称”是文字，不分大小");
    EXPECT_EQ(problem("name", "="), "“=”后面还没有写文字");
    EXPECT_EQ(problem("stage", "没有的"), "没有阶段“没有的”");
    EXPECT_EQ(problem("key_project", "也许"), "“也许”应为“是”或“否”");
    EXPECT_TRUE(QString::fromStdString(problem("zone", "=孝义"))
                    .startsWith(QStringLiteral("台账中没有开发区“孝义”")));
}

TEST_F(ColumnFilterTest, NumbersAndLightsOfRowsAreNoFields) {
    for (const char *key : {"#", "light"})
        EXPECT_EQ(columnFilterKind(m_columns.at(m_columns.columnOf(QString::fromLatin1(key)))),
                  ColumnFilterKind::None)
            << key;
    for (int column = 2; column < m_columns.count(); ++column)
        EXPECT_NE(columnFilterKind(m_columns.at(column)), ColumnFilterKind::None)
            << m_columns.at(column).key.toStdString();
}

} // namespace
} // namespace yipi::gui
