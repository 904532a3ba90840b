// SPDX-License-Identifier: GPL-3.0-or-later
// Columns whose meaning the sheet settles, and words that stand where a date belongs.
#include "exchange/cell_parsing.h"
#include "planning_fixture.h"

namespace yipi::exchange::test {
namespace {

class OfficeColumns : public Planning {
protected:
    /// A sheet with one column beside 项目名称 and 开发区.
    static Workbook book(const char *title, const char *header, Typed value) {
        return bookOf({sheetOf(
            "表", {{title}, {"项目名称", "开发区", header, "备注"}, {"甲项目", "孝义", value, "无"}})});
    }
    QString fieldOf(const char *title, const char *header, Typed value = 120.0) {
        m_plan = plan(book(title, header, value));
        return m_plan.sheets.front().columns[2].field;
    }
    const Finding *finding(const char *code) const {
        const auto it = std::find_if(m_plan.findings.begin(), m_plan.findings.end(),
                                     [&](const Finding &f) { return f.code == QLatin1String(code); });
        return it == m_plan.findings.end() ? nullptr : &*it;
    }
    bool warns(const char *code) const { return finding(code) && !finding(code)->isError; }

    ImportPlan m_plan;
};

constexpr const char *kJuly = "2024年7月项目调度表";

TEST_F(OfficeColumns, AnotherYearsFigureIsNoneOfThisYear) {
    EXPECT_EQ(fieldOf(kJuly, "2023年完成投资（万元）"), QString());
    EXPECT_TRUE(warns("other_year"));
    EXPECT_EQ(fieldOf(kJuly, "2025年计划投资（万元）"), QString());
    EXPECT_TRUE(warns("other_year"));
    EXPECT_EQ(fieldOf(kJuly, "2024年完成投资（万元）"), QStringLiteral("year_investment"));
    EXPECT_FALSE(finding("other_year"));
    EXPECT_EQ(fieldOf(kJuly, "2024年计划投资（万元）"), QStringLiteral("annual_plan"));
}

TEST_F(OfficeColumns, TwoYearsBesideEachOtherLeaveTheSheets) {
    import(bookOf({sheetOf("表", {{kJuly},
                                  {"项目名称", "开发区", "2023年完成投资（万元）", "2024年完成投资（万元）"},
                                  { "甲项目",
                                    "孝义",
                                    900.0,
                                    120.0 }})}));
    const auto *report = m_ledger.report(QStringLiteral("甲项目"), Month(2024, 7));
    ASSERT_TRUE(report && report->yearInvestment);
    EXPECT_EQ(report->yearInvestment->yuan(), 120 * kWan);
}

TEST_F(OfficeColumns, TheRowsMonthIsComparedToo) {
    m_plan = plan(bookOf({sheetOf("表", {{"项目名称", "开发区", "月份", "2024年完成投资（万元）"},
                                         {"甲项目", "孝义", "2024-07", 120.0},
                                         {"乙项目", "孝义", "2023-07", 80.0}})}));
    EXPECT_TRUE(warns("other_year"));
    EXPECT_EQ(finding("other_year")->place.row, 3);
    for (const auto &total : m_plan.sheets.front().totals)
        EXPECT_TRUE(total.isBalanced());
    m_ledger.apply(m_plan.changes);
    EXPECT_TRUE(m_ledger.report(QStringLiteral("甲项目"), Month(2024, 7)));
    EXPECT_FALSE(m_ledger.report(QStringLiteral("乙项目"), Month(2023, 7)));
}

TEST_F(OfficeColumns, ASumUntilTheEndOfAYearIsThatDecembers) {
    import(book(kJuly, "至2023年底累计完成投资（万元）", 900.0));
    const auto *report = m_ledger.report(QStringLiteral("甲项目"), Month(2023, 12));
    ASSERT_TRUE(report && report->cumulativeInvestment);
    EXPECT_EQ(report->cumulativeInvestment->yuan(), 900 * kWan);
}

TEST_F(OfficeColumns, AFigureWithoutASpanIsWhatTheTitleSays) {
    EXPECT_EQ(fieldOf(kJuly, "完成投资（万元）"), QStringLiteral("investment"));
    EXPECT_TRUE(warns("unsure_column"));
    EXPECT_EQ(fieldOf("2024年1-7月项目调度表", "完成投资（万元）"), QStringLiteral("year_investment"));
    EXPECT_EQ(fieldOf("截至2024年7月累计完成情况", "完成投资（万元）"),
              QStringLiteral("cumulative_investment"));
    EXPECT_EQ(fieldOf("2024年项目情况表", "完成投资（万元）"), QString());
    EXPECT_TRUE(finding("unmapped_column")->message.contains(QStringLiteral("当月")));
    EXPECT_EQ(fieldOf(kTitle, "产值（万元）"), QStringLiteral("expected_output"));
    EXPECT_EQ(fieldOf("2024年第2次投产项目", "产值（万元）"), QStringLiteral("annual_output"));
    EXPECT_EQ(fieldOf(kJuly, "产值（万元）"), QStringLiteral("output"));
    EXPECT_EQ(fieldOf("2024年1-7月项目调度表", "产值（万元）"), QString());
}

TEST_F(OfficeColumns, OneSumOfOutputIsNotDroppedWithoutAWord) {
    EXPECT_EQ(fieldOf("2024年8月项目调度表", "1-8月产值（万元）"), QString());
    EXPECT_TRUE(warns("output_sum"));
}

TEST_F(OfficeColumns, TheTitleOfAFieldWinsOverItsSynonym) {
    m_plan = plan(bookOf({sheetOf("签约", {{kTitle},
                                           {"项目名称", "开发区", "计划总投资（万元）", "总投资（万元）"},
                                           {"甲项目", "孝义", 900.0, 1200.0}})}));
    EXPECT_EQ(m_plan.sheets.front().columns[2].field, QString());
    EXPECT_EQ(m_plan.sheets.front().columns[3].field, QStringLiteral("total_investment"));
    ASSERT_TRUE(warns("duplicate_column"));
    EXPECT_EQ(finding("duplicate_column")->place.column, 3);
}

TEST_F(OfficeColumns, AUnitAndItsPersonAreSplit) {
    const auto read = [this](const char *text) {
        TestLedger ledger;
        const auto made = ledger.plan(book(kJuly, "责任单位及责任人", text));
        ledger.apply(made->changes);
        const Project *project = ledger.project(QStringLiteral("甲项目"));
        return project->responsibleUnit + u'|' + project->responsiblePerson;
    };
    EXPECT_EQ(read("县工信局 张某"), QStringLiteral("县工信局|张某"));
    EXPECT_EQ(read("县工信局（张某某）"), QStringLiteral("县工信局|张某某"));
    EXPECT_EQ(read("县工信局：张某"), QStringLiteral("县工信局|张某"));
    EXPECT_EQ(read("县工信局、县发改局"), QStringLiteral("县工信局、县发改局|"));
    EXPECT_EQ(read("县工信局"), QStringLiteral("县工信局|"));
}

TEST(EventWords, SayWhetherItHappened) {
    using detail::eventWord;
    using detail::EventWord;
    for (const char *text : {"未开工", "尚未开工", "未投产", "没开工", "暂未投产", "未正式投产", "否", "未",
                             "前期", "前期工作", "拟开工", "未入统", "不涉及"})
        EXPECT_EQ(eventWord(QString::fromUtf8(text)), EventWord::Denied) << text;
    for (const char *text : {"已开工", "开工", "是", "√", "在建", "正在建设", "已投产", "已建成", "部分投产"})
        EXPECT_EQ(eventWord(QString::fromUtf8(text)), EventWord::Undated) << text;
    for (const char *text :
         {"2024-03-15", "2024年3月开工", "未开工，拟2024年9月", "待定", "", "张三", "一期已开工"})
        EXPECT_EQ(eventWord(QString::fromUtf8(text)), EventWord::None) << text;
}

TEST_F(OfficeColumns, AnEventThatHasNotHappenedIsEmptyAndTold) {
    m_plan = plan(book(kJuly, "实际开工", "未开工"));
    EXPECT_EQ(errorCodes(m_plan).join(u' '), QString());
    ASSERT_TRUE(warns("placeholder"));
    EXPECT_TRUE(finding("placeholder")->message.contains(QStringLiteral("“未开工”→ 未填")));
    m_ledger.apply(m_plan.changes);
    EXPECT_FALSE(m_ledger.project(QStringLiteral("甲项目"))->actualStart.isValid());
}

TEST_F(OfficeColumns, AnEventWithoutItsDayIsNoValue) {
    m_plan = plan(book(kJuly, "实际开工", "已开工"));
    EXPECT_EQ(errorCodes(m_plan).join(u' '), QString());
    EXPECT_TRUE(warns("no_date"));
    m_ledger.apply(m_plan.changes);
    EXPECT_FALSE(m_ledger.project(QStringLiteral("甲项目"))->actualStart.isValid());
}

TEST_F(OfficeColumns, ADeniedEventIsNotTakenFromTheCampaign) {
    const auto start = [this](const char *text) {
        TestLedger ledger;
        const auto made = ledger.plan(book("2024年第2次开工项目清单", "实际开工", text));
        EXPECT_EQ(errorCodes(*made).join(u' '), QString());
        ledger.apply(made->changes);
        return ledger.project(QStringLiteral("甲项目"))->actualStart;
    };
    EXPECT_FALSE(start("未开工").isValid());
    EXPECT_EQ(start("已开工"), QDate(2024, 5, 20)) << "as an empty cell, with event_from_campaign";
}

TEST_F(OfficeColumns, ADeniedEventLeavesTheLedgersDay) {
    import(book(kJuly, "实际开工", "2024-06-01"));
    m_plan = plan(book(kJuly, "实际开工", "未开工"));
    ASSERT_TRUE(warns("event_denied"));
    EXPECT_TRUE(finding("event_denied")->message.contains(QStringLiteral("2024-06-01")));
    EXPECT_EQ(m_plan.sheets.front().unchanged, 1);
}

TEST_F(OfficeColumns, WhetherAProjectIsInTheStatisticsNeedsItsDay) {
    EXPECT_EQ(fieldOf(kJuly, "是否入统", "是"), QStringLiteral("statistics_entry"));
    EXPECT_TRUE(warns("no_date"));
    EXPECT_EQ(fieldOf(kJuly, "是否入统", "否"), QStringLiteral("statistics_entry"));
    EXPECT_TRUE(warns("placeholder"));
    import(book(kJuly, "是否入统", "2024-05"));
    EXPECT_EQ(m_ledger.project(QStringLiteral("甲项目"))->statisticsEntry, QDate(2024, 5, 31));
}

TEST_F(OfficeColumns, ATitleMayWriteItsZoneOtherwise) {
    const auto titled = [](const char *title) {
        return bookOf({sheetOf("签约", {{title},
                                        {"项目名称", "投资方", "总投资（万元）", "签约时间"},
                                        {"甲项目", "甲公司", 100.0, "2024-05-10"}})});
    };
    m_plan = plan(titled("兴县经济开发区2024年第2次签约项目清单"));
    EXPECT_EQ(errorCodes(m_plan).join(u' '), QString());
    ASSERT_TRUE(warns("zone_likely"));
    EXPECT_TRUE(finding("zone_likely")->message.contains(QStringLiteral("兴县经济技术开发区")));
    m_ledger.apply(m_plan.changes);
    EXPECT_EQ(m_ledger.zoneName(m_ledger.project(QStringLiteral("甲项目"))->zone.id),
              QStringLiteral("兴县经济技术开发区"));
    m_plan = plan(titled("兴县经济技术开发区2024年第2次签约项目清单"));
    EXPECT_FALSE(finding("zone_likely"));
    const auto city = TestLedger().plan(titled("吕梁市2024年第2次签约项目清单"));
    EXPECT_TRUE(errorCodes(*city).contains(QStringLiteral("missing_zone"))) << "the city is no zone";
}

TEST_F(OfficeColumns, ACampaignMayStandApartFromItsYear) {
    const auto campaignOf = [this](const char *title) {
        const auto made = plan(book(title, "总投资（万元）", 100.0));
        return made.sheets.front().campaign ? made.sheets.front().campaign->text() : QString();
    };
    EXPECT_EQ(campaignOf("2024年签约项目（第3次）"), QStringLiteral("2024-3"));
    EXPECT_EQ(campaignOf("2024年全省第三次“三个一批”签约项目"), QStringLiteral("2024-3"));
    EXPECT_EQ(campaignOf("2024年签约项目第3次调度会"), QString());
    EXPECT_EQ(campaignOf("2024年签约项目"), QString());
}

TEST_F(OfficeColumns, TheLastTotalSpeaksOfAllTables) {
    const auto totals = [this](double last) {
        m_plan = plan(bookOf({sheetOf("表", {{"一、2024年第2次签约项目"},
                                             {"项目名称", "开发区", "总投资（万元）"},
                                             {"甲项目", "孝义", 100.0},
                                             {"乙项目", "孝义", 200.0},
                                             {},
                                             {"二、2024年第2次开工项目"},
                                             {"项目名称", "开发区", "总投资（万元）"},
                                             {"丙项目", "孝义", 50.0},
                                             {"总计", {}, last}})}));
        return finding("subtotal_differs") ? finding("subtotal_differs")->message : QString();
    };
    EXPECT_EQ(totals(350), QString());
    EXPECT_TRUE(totals(360).contains(QStringLiteral("本表和上面各表之和是 350"))) << totals(360);
    EXPECT_TRUE(totals(51).contains(QStringLiteral("第 8 行之和是 50"))) << totals(51);
}

TEST_F(OfficeColumns, ATableLeftOfAnotherKeepsItsList) {
    m_plan = plan(bookOf(
        {sheetOf("表", {{"2024年第2次签约项目", {}, {}, {}, "2024年第2次开工项目"},
                        {"项目名称", "开发区", "总投资（万元）", {}, "项目名称", "开发区", "总投资（万元）"},
                        {"甲项目", "孝义", 100.0, {}, "乙项目", "孝义", 200.0}})}));
    EXPECT_TRUE(warns("side_table"));
    EXPECT_EQ(m_plan.sheets.front().kind, SheetKind::Sign);
}

TEST_F(OfficeColumns, RowsOfSeveralMonthsAreNamedOnce) {
    m_plan = plan(bookOf({sheetOf("表", {{"2024年完成投资（单位：万元）"},
                                         {"项目名称", "开发区", "1-2月", "1-3月", "1-4月"},
                                         {"甲项目", "孝义", 10.0, 20.0, 30.0},
                                         {"乙项目", "孝义", 10.0, 20.0, 30.0}})}));
    ASSERT_TRUE(warns("month_derived"));
    EXPECT_TRUE(finding("month_derived")->message.contains(QStringLiteral("共 2 行：第 3、4 行")))
        << finding("month_derived")->message;
}

TEST_F(OfficeColumns, APlanToProduceBeforeTheStartIsDoubtful) {
    m_plan = plan(bookOf({sheetOf("签约", {{kTitle},
                                           {"项目名称", "开发区", "计划开工", "计划投产"},
                                           {"甲项目", "孝义", "2025-06-01", "2024-12-01"}})}));
    EXPECT_TRUE(warns("planned_produce_before_start"));
}

TEST_F(OfficeColumns, NewProjectsWithoutACategoryAreToldOnceATable) {
    const auto list = [](std::vector<Typed> header, std::vector<Typed> a, std::vector<Typed> b) {
        return bookOf({sheetOf("签约", {{kTitle}, header, a, b})});
    };
    m_plan = plan(list({"项目名称", "开发区"}, {"甲项目", "孝义"}, {"乙项目", "孝义"}));
    EXPECT_EQ(warningCodes(m_plan).count(QStringLiteral("no_industrial")), 1);
    EXPECT_TRUE(finding("no_industrial")->message.contains(QStringLiteral("第 3、4 行")));
    m_ledger.apply(m_plan.changes);
    m_plan = plan(list({"项目名称", "开发区"}, {"甲项目", "孝义"}, {"乙项目", "孝义"}));
    EXPECT_FALSE(finding("no_industrial")) << "nothing is new";
    m_plan = plan(
        list({"项目名称", "开发区", "项目类别"}, {"丙项目", "孝义", "产业项目"}, {"丁项目", "孝义", {}}));
    EXPECT_FALSE(finding("no_industrial"));
}

} // namespace
} // namespace yipi::exchange::test
