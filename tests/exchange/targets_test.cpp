// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of yearly tasks, and the columns of reports that speak of a year.
#include "exchange_fixture.h"

namespace yipi::exchange::test {

namespace {

constexpr qint64 kTenThousand = 10'000;
const QString kXiaoyi = QStringLiteral("孝义经济开发区");

class Targets : public testing::Test {
protected:
    ImportPlan plan(const Workbook &workbook, const ImportOptions &options = {}) {
        auto plan = m_ledger.plan(workbook, options);
        EXPECT_TRUE(plan) << plan.error().text();
        return plan ? std::move(*plan) : ImportPlan{};
    }
    ImportPlan import(const Sheet &sheet, const ImportOptions &options = {}) {
        const auto made = plan(bookOf({sheet}), options);
        EXPECT_EQ(errorCodes(made).join(u' '), QString());
        m_ledger.apply(made.changes);
        return made;
    }
    QStringList errorsOf(const Sheet &sheet, const ImportOptions &options = {}) {
        return errorCodes(plan(bookOf({sheet}), options));
    }

    QTemporaryDir m_folder;
    TestLedger m_ledger;
};

Sheet oneRowAnIndicator() {
    return sheetOf("任务", {{"2024年度任务目标"},
                            {"单位：亿元"},
                            {"开发区", "年度", "指标", "任务数", "进度曲线"},
                            {"孝义", 2024.0, "签约个数", 30.0, "0,5,10,20,30,40,50,60,70,80,90,100"},
                            {"孝义", "2024年", "签约投资额", 50.5, "-"},
                            {},
                            {"合计", {}, {}, 80.5},
                            {"注：按市政府文件"}});
}

Sheet oneColumnAnIndicator() {
    return sheetOf("开发区任务",
                   {{"2025年任务分解表"},
                    {"序号", "开发区", "签约个数（个）", "签约投资额（亿元）", "年度完成投资（万元）"},
                    {1.0, "孝义经济开发区", 40.0, 60.0, 9000.0},
                    {2.0, "文水经开区", 12.0, {}, "1.5亿"}});
}

} // namespace

TEST_F(Targets, OneRowAnIndicator) {
    const auto made = import(oneRowAnIndicator());
    ASSERT_EQ(made.sheets.size(), 1u);
    EXPECT_EQ(made.sheets[0].kind, SheetKind::Target);
    EXPECT_EQ(made.sheets[0].headerRow, 3);
    EXPECT_EQ(made.sheets[0].added, 2);
    QStringList ignored;
    for (const IgnoredRow &row : made.sheets[0].ignored)
        ignored << row.reason;
    EXPECT_EQ(ignored,
              (QStringList{QStringLiteral("blank"), QStringLiteral("subtotal"), QStringLiteral("note")}));
    const Target *count = m_ledger.target(kXiaoyi, 2024, TargetIndicator::SignCount);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->targetCount, 30);
    EXPECT_EQ(paceCurve(count->curve)->at(1), 50);
    const Target *investment = m_ledger.target(kXiaoyi, 2024, TargetIndicator::SignInvestment);
    ASSERT_TRUE(investment);
    EXPECT_EQ(investment->targetAmount, Money::fromYuan(505'000 * kTenThousand)) << "by the unit line";
    EXPECT_TRUE(investment->curve.isEmpty());
}

TEST_F(Targets, OneColumnAnIndicator) {
    const auto made = import(oneColumnAnIndicator());
    EXPECT_EQ(made.sheets[0].added, 5);
    EXPECT_EQ(m_ledger.target(kXiaoyi, 2025, TargetIndicator::SignInvestment)->targetAmount,
              Money::fromYuan(600'000 * kTenThousand));
    EXPECT_EQ(m_ledger.target(kXiaoyi, 2025, TargetIndicator::AnnualInvestment)->targetAmount,
              Money::fromYuan(9000 * kTenThousand));
    const QString wenshui = QStringLiteral("文水经济开发区");
    EXPECT_EQ(m_ledger.target(wenshui, 2025, TargetIndicator::SignCount)->targetCount, 12);
    EXPECT_EQ(m_ledger.target(wenshui, 2025, TargetIndicator::AnnualInvestment)->targetAmount,
              Money::fromYuan(15'000 * kTenThousand));
    EXPECT_FALSE(m_ledger.target(wenshui, 2025, TargetIndicator::SignInvestment))
        << "an empty cell is no task";
}

TEST_F(Targets, WhatWasDoneIsNotTakenForATask) {
    Sheet done = oneColumnAnIndicator();
    done.name = QStringLiteral("完成情况");
    done.rows[0][0].text = QStringLiteral("2025年各开发区完成情况");
    EXPECT_FALSE(m_ledger.plan(bookOf({done})));
    ImportOptions said;
    said.kind = SheetKind::Target;
    EXPECT_EQ(plan(bookOf({done}), said).sheets[0].added, 5);
    said.kind = SheetKind::Sign;
    EXPECT_FALSE(m_ledger.plan(bookOf({oneRowAnIndicator()}), said));
}

TEST_F(Targets, ChangesWhatIsThereAsConflictsAreToBeSettled) {
    import(oneRowAnIndicator());
    EXPECT_EQ(plan(bookOf({oneRowAnIndicator()})).sheets[0].unchanged, 2);
    Sheet other = oneRowAnIndicator();
    other.rows[3][3] = {Cell::Kind::Number, 31, QStringLiteral("31")};
    other.rows[3][4] = {};
    ImportOptions options;
    options.onConflict = ImportOptions::OnConflict::Skip;
    EXPECT_EQ(plan(bookOf({other}), options).sheets[0].skipped, 1);
    options.onConflict = ImportOptions::OnConflict::Stop;
    EXPECT_EQ(errorsOf(other, options), QStringList{QStringLiteral("conflict")});
    EXPECT_EQ(import(other).sheets[0].updated, 1);
    const Target *count = m_ledger.target(kXiaoyi, 2024, TargetIndicator::SignCount);
    EXPECT_EQ(count->targetCount, 31);
    EXPECT_FALSE(count->curve.isEmpty()) << "an empty cell blanks nothing";
    EXPECT_EQ(m_ledger.snapshot.targets.size(), 2u);
}

TEST_F(Targets, EveryDoubtfulCellIsAnErrorWithItsPlace) {
    const auto errorOf = [&](std::vector<Typed> row) {
        const auto made = plan(
            bookOf({sheetOf("任务", {{"开发区", "年度", "指标", "任务个数", "任务金额（万元）", "进度曲线"},
                                     std::move(row)})}));
        EXPECT_TRUE(made.changes.changes.empty());
        return made.findings.isEmpty()
                   ? QString()
                   : made.findings[0].code + u' ' + QString::number(made.findings[0].place.column);
    };
    EXPECT_EQ(errorOf({"孝议经济开发区", 2024.0, "签约个数", 3.0}), QStringLiteral("unknown_zone 1"));
    EXPECT_EQ(errorOf({{}, 2024.0, "签约个数", 3.0}), QStringLiteral("missing_zone 1"));
    EXPECT_EQ(errorOf({"孝义", "去年", "签约个数", 3.0}), QStringLiteral("bad_year 2"));
    EXPECT_EQ(errorOf({"孝义", {}, "签约个数", 3.0}), QStringLiteral("bad_year 2"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "招商个数", 3.0}), QStringLiteral("bad_choice 3"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "签约个数", {}, 3.0}), QStringLiteral("missing_target 4"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "签约个数", "若干"}), QStringLiteral("bad_number 4"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "签约个数", -3.0}), QStringLiteral("negative_number 4"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "签约投资额", {}, "若干"}), QStringLiteral("bad_number 5"));
    EXPECT_EQ(errorOf({"孝义", 2024.0, "签约个数", 3.0, {}, "50,100"}), QStringLiteral("bad_curve 6"));
    const Sheet unitless =
        sheetOf("任务", {{"开发区", "年度", "指标", "任务数"}, {"孝义", 2024.0, "签约投资额", 5.0}});
    EXPECT_EQ(errorsOf(unitless), QStringList{QStringLiteral("bad_number")}) << "an amount without a unit";
}

TEST_F(Targets, AGuessIsShown) {
    const auto made = import(
        sheetOf("任务", {{"开发区", "年度", "指标", "任务个数"}, {"孝义", 2024.0, "签约个数", "约30个"}}));
    ASSERT_EQ(made.findings.size(), 1);
    EXPECT_EQ(made.findings[0].code, QStringLiteral("guess"));
    EXPECT_EQ(m_ledger.target(kXiaoyi, 2024, TargetIndicator::SignCount)->targetCount, 30);
}

TEST_F(Targets, AnUnknownZoneIsMadeWhereThatIsWanted) {
    ImportOptions options;
    options.createZones = true;
    const Sheet sheet = sheetOf("任务", {{"开发区", "年度", "指标", "任务个数"},
                                         {"新设经济开发区", 2024.0, "签约个数", 3.0},
                                         {"新设经济开发区", 2024.0, "开工个数", 2.0}});
    import(sheet, options);
    EXPECT_EQ(m_ledger.snapshot.zones.size(), 7u);
    EXPECT_TRUE(m_ledger.target(QStringLiteral("新设经济开发区"), 2024, TargetIndicator::StartCount));
}

TEST_F(Targets, ExportComesBackWithoutADifference) {
    import(oneRowAnIndicator());
    import(oneColumnAnIndicator());
    m_ledger.snapshot.targets[1].targetAmount = Money::fromYuan(123'456'789);
    const auto bytes = exportWorkbook(m_ledger.exportData());
    ASSERT_TRUE(bytes) << bytes.error().text();
    const auto made = plan(readBack(m_folder, *bytes));
    EXPECT_TRUE(made.changes.changes.empty());
    EXPECT_EQ(errorCodes(made).join(u' '), QString());
    EXPECT_EQ(made.sheets[made.sheets.size() - 2].unchanged, 7);
}

TEST_F(Targets, ReportsSayWhatIsPlannedAndDoneInTheYear) {
    import(sheetOf("7月调度",
                   {{"2024年7月项目调度表（单位：万元）"},
                    {"项目名称", "开发区", "2024年度计划投资", "1-7月累计完成投资", "开工以来累计完成投资",
                     "累计到位资金", "储备入库时间", "履约时间", "批准调出时间"},
                    { "甲项目",
                      "孝义",
                      6000.0,
                      3500.0,
                      8000.0,
                      900.0,
                      "2023-12-01",
                      "2024-02-01",
                      "2024-07-30" }}));
    const MonthlyProgress *report = m_ledger.report(QStringLiteral("甲项目"), Month(2024, 7));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->annualPlan, Money::fromYuan(6000 * kTenThousand));
    EXPECT_EQ(report->yearInvestment, Money::fromYuan(3500 * kTenThousand));
    EXPECT_EQ(report->cumulativeInvestment, Money::fromYuan(8000 * kTenThousand));
    EXPECT_EQ(report->fundsInPlace, Money::fromYuan(900 * kTenThousand));
    const Project *project = m_ledger.project(QStringLiteral("甲项目"));
    EXPECT_EQ(project->reservedOn, QDate(2023, 12, 1));
    EXPECT_EQ(project->fulfilledOn, QDate(2024, 2, 1));
    EXPECT_EQ(project->removalApprovedOn, QDate(2024, 7, 30));
}

} // namespace yipi::exchange::test
