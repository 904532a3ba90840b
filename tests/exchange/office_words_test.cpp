// SPDX-License-Identifier: GPL-3.0-or-later
// Words of offices that were once read as something else.
#include "planning_fixture.h"

namespace yipi::exchange::test {
namespace {

class OfficeWords : public Planning {
protected:
    /// A July sheet with one more column.
    static Workbook report(const char *header, Typed value, const char *month = "7") {
        static QByteArray investment;
        investment = QByteArray(month) + "月完成投资（万元）";
        return bookOf({sheetOf("调度", {{"2024年7月项目调度表"},
                                        {"项目名称", "开发区", investment.constData(), header},
                                        {"甲项目", "孝义", 50.0, value}})});
    }
    QString fieldOf(const char *header) {
        const auto made = plan(report(header, 120.0));
        return made.sheets.front().columns.back().field;
    }
};

TEST_F(OfficeWords, ThisYearHasManyNames) {
    EXPECT_EQ(fieldOf("本年度计划投资（万元）"), QStringLiteral("annual_plan"));
    EXPECT_EQ(fieldOf("本年计划投资（万元）"), QStringLiteral("annual_plan"));
    EXPECT_EQ(fieldOf("本年度完成投资（万元）"), QStringLiteral("year_investment"));
    EXPECT_EQ(fieldOf("当年完成投资（万元）"), QStringLiteral("year_investment"));
}

TEST_F(OfficeWords, UntilAMonthIsASum) {
    EXPECT_EQ(fieldOf("截至7月底完成投资（万元）"), QStringLiteral("cumulative_investment"));
}

TEST_F(OfficeWords, WhatSpeaksOfSomethingElseIsLeftOutAndTold) {
    for (const char *header : {"上月完成投资（万元）", "开竣工时间"}) {
        const auto made = plan(report(header, 120.0));
        EXPECT_EQ(made.sheets.front().columns.back().field, QString()) << header;
        EXPECT_TRUE(warningCodes(made).contains(QStringLiteral("unmapped_column"))) << header;
    }
}

TEST_F(OfficeWords, AFooterIsNoProject) {
    Workbook book = report("备注", "无");
    const Sheet footer =
        sheetOf("", {{"填表：王某某", "电话：0358-1234567"}, {{}, "联系电话：0358-1234567"}});
    auto &rows = book.sheets.front().rows;
    rows.insert(rows.end(), footer.rows.begin(), footer.rows.end());
    const auto made = plan(book);
    EXPECT_EQ(errorCodes(made).join(u' '), QString());
    EXPECT_EQ(made.sheets.front().rows.size(), 1u);
}

TEST_F(OfficeWords, NextMonthsSheetHasTheSameLayout) {
    const auto layout = [this](const char *month) {
        return plan(report("备注", "无", month)).sheets.front().fingerprint;
    };
    EXPECT_EQ(layout("7"), layout("8"));
    EXPECT_EQ(layout("7"), layout("12"));
    EXPECT_NE(plan(report("备注", "无")).sheets.front().fingerprint,
              plan(report("形象进度", "无")).sheets.front().fingerprint);
}

TEST_F(OfficeWords, OnlyALikelyZoneIsSuggested) {
    const auto suggestion = [this](const char *zone) {
        const auto made = plan(oneProject(100, zone));
        const auto error = std::find_if(made.findings.begin(), made.findings.end(), [](const Finding &f) {
            return f.code == QStringLiteral("unknown_zone");
        });
        return error == made.findings.end() ? QStringLiteral("no finding") : error->suggestion;
    };
    EXPECT_EQ(suggestion("孝意经济开发区"), QStringLiteral("孝义经济开发区"));
    EXPECT_EQ(suggestion("离石开发区"), QString()) << "no zone is near";
}

TEST_F(OfficeWords, FillerWordsMakeNoOtherProject) {
    import(bookOf({signSheet({{ "飞轮储能装置生产线建设项目", "孝义", "甲公司", 100.0, "2024-05-10" }})}));
    const auto made =
        plan(bookOf({signSheet({{"飞轮储能装置生产线项目", "孝义", "甲公司", 100.0, "2024-05-10"}})}));
    ASSERT_EQ(made.sheets.front().rows.size(), 1u);
    EXPECT_EQ(made.sheets.front().rows.front().candidates.size(), 1u);
    EXPECT_TRUE(warningCodes(made).contains(QStringLiteral("similar")));
}

TEST_F(OfficeWords, APercentSignInANameIsNoPlaceholder) {
    EXPECT_EQ(tableLabel(QStringLiteral("完成%1以上"), 2), QStringLiteral("完成%1以上 表2"));
    ImportPlan two;
    two.files = {QStringLiteral("达到%2.xlsx"), QStringLiteral("b.xlsx")};
    EXPECT_EQ(two.filesText(), QStringLiteral("达到%2.xlsx 等 2 个文件"));
}

TEST_F(OfficeWords, AJanuaryThatMayBeOctoberShowsBoth) {
    const auto made = plan(bookOf({signSheet({{"甲项目", "孝义", "甲公司", 100.0, 2024.1}})}));
    const auto guess = std::find_if(made.findings.begin(), made.findings.end(),
                                    [](const Finding &f) { return f.code == QStringLiteral("guess"); });
    ASSERT_NE(guess, made.findings.end());
    EXPECT_TRUE(guess->message.contains(QStringLiteral("表格把 2024.10 存成了 2024.1"))) << guess->message;
}

} // namespace
} // namespace yipi::exchange::test
