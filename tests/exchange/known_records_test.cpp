// SPDX-License-Identifier: GPL-3.0-or-later
// What planImport makes of rows that the ledger has already.
#include "planning_fixture.h"

namespace yipi::exchange::test {

TEST_F(Planning, AgainMeansUnchanged) {
    const Workbook book = bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1200.0, "2024-05-10"},
                                             {"乙项目", "文水", "乙公司", "约3000", "2024年5月"}}),
                                  julyReport(50).sheets[0]});
    import(book);
    const auto again = plan(book);
    EXPECT_TRUE(again.changes.changes.empty());
    EXPECT_FALSE(again.canWrite({}));
    for (const SheetPlan &sheet : again.sheets) {
        EXPECT_EQ(sheet.unchanged, int(sheet.rows.size()));
        EXPECT_EQ(sheet.investmentRead, sheet.investmentStored);
    }
    EXPECT_EQ(again.sheets[0].investmentRead, 4200 * kWan);
}

TEST_F(Planning, UpdatesTheProjectButNotWhatWasDeclared) {
    import(oneProject(1200));
    const auto second = plan(oneProject(1500));
    EXPECT_EQ(second.sheets[0].updated, 1);
    EXPECT_EQ(warningCodes(second).join(u' '), QStringLiteral("declared_differs"));
    m_ledger.apply(second.changes);
    EXPECT_EQ(investmentOf("甲项目"), 1500 * kWan);
    ASSERT_EQ(m_ledger.snapshot.entries.size(), 1u);
    EXPECT_EQ(m_ledger.snapshot.entries[0].declaredInvestment->yuan(), 1200 * kWan);
}

TEST_F(Planning, AnEmptyCellBlanksNothing) {
    import(oneProject());
    import(bookOf({signSheet({{ "甲项目", "孝义", {}, {}, {} }})}));
    EXPECT_EQ(investmentOf("甲项目"), 1200 * kWan);
    EXPECT_EQ(m_ledger.project(QStringLiteral("甲项目"))->actualSign, QDate(2024, 5, 10));
}

TEST_F(Planning, SkipsConflictsWhenAsked) {
    import(oneProject(1200));
    const auto skipped = plan(oneProject(1500), onConflict(OnConflict::Skip));
    EXPECT_EQ(skipped.sheets[0].skipped, 1);
    EXPECT_EQ(skipped.errorCount, 0);
    EXPECT_TRUE(skipped.changes.changes.empty());
    EXPECT_EQ(plan(oneProject(1200), onConflict(OnConflict::Skip)).sheets[0].unchanged, 1);
}

TEST_F(Planning, StopsAtConflictsWhenAsked) {
    import(oneProject(1200));
    const auto stopped = plan(oneProject(1500), onConflict(OnConflict::Stop));
    EXPECT_EQ(stopped.sheets[0].rejected, 1);
    ASSERT_EQ(errorCodes(stopped).join(u' '), QStringLiteral("conflict"));
    EXPECT_EQ(stopped.findings[0].place.row, 3);
    EXPECT_EQ(stopped.findings[0].place.column, 4);
    EXPECT_TRUE(stopped.findings[0].message.contains(QStringLiteral("1200")));
    EXPECT_FALSE(stopped.canWrite(onConflict(OnConflict::Stop)));
    EXPECT_EQ(stopped.sheets[0].investmentRead - stopped.sheets[0].investmentStored, 1500 * kWan);
}

/// The month's figures, the zone and the investor are as much the ledger's as the project's own fields.
TEST_F(Planning, SeesConflictsBeyondTheProjectsOwnFields) {
    import(oneProject());
    import(julyReport(50));
    EXPECT_EQ(plan(julyReport(50), onConflict(OnConflict::Stop)).sheets[0].unchanged, 1);
    const auto stopped = plan(julyReport(80), onConflict(OnConflict::Stop));
    EXPECT_EQ(errorCodes(stopped).join(u' '), QStringLiteral("conflict"));
    EXPECT_EQ(stopped.findings.value(0).place.column, 3);
    const auto skipped = plan(julyReport(80), onConflict(OnConflict::Skip));
    EXPECT_EQ(skipped.sheets[0].skipped, 1);
    EXPECT_TRUE(skipped.changes.changes.empty());
    EXPECT_EQ(plan(julyReport(80)).sheets[0].updated, 1);

    m_ledger.snapshot.projects[0].code = QStringLiteral("A-1");
    const auto coded = [&](const char *zone, const char *investor) {
        return bookOf({sheetOf(
            "签约",
            {{kTitle}, {"项目编号", "项目名称", "开发区", "投资方"}, {"A-1", "甲项目", zone, investor}})});
    };
    EXPECT_EQ(plan(coded("孝义", "甲公司"), onConflict(OnConflict::Stop)).errorCount, 0);
    EXPECT_EQ(errorCodes(plan(coded("文水", "甲公司"), onConflict(OnConflict::Stop))).join(u' '),
              QStringLiteral("conflict"));
    EXPECT_EQ(errorCodes(plan(coded("孝义", "乙公司"), onConflict(OnConflict::Stop))).join(u' '),
              QStringLiteral("conflict"));
    EXPECT_EQ(plan(coded("文水", "乙公司"), onConflict(OnConflict::Skip)).sheets[0].skipped, 1);
}

TEST_F(Planning, FillsWhatWasEmptyWithoutAConflict) {
    import(oneProject());
    const Workbook more =
        bookOf({sheetOf("签约", {{kTitle}, {"项目名称", "开发区", "行业"}, {"甲项目", "孝义", "建材"}})});
    for (const auto what : {OnConflict::Skip, OnConflict::Stop})
        EXPECT_EQ(plan(more, onConflict(what)).sheets[0].updated, 1);
}

TEST_F(Planning, LeavesLockedMonthsAlone) {
    import(oneProject());
    import(julyReport(50));
    m_ledger.snapshot.progress[0].state = ReportState::Locked;
    EXPECT_EQ(plan(julyReport(50)).sheets[0].unchanged, 1);
    const auto locked = plan(julyReport(80));
    EXPECT_EQ(errorCodes(locked).join(u' '), QStringLiteral("month_locked"));
    EXPECT_TRUE(locked.changes.changes.empty());
}

/// 重复签约: the same name in the same zone, the company written otherwise.
TEST_F(Planning, AsksAboutNamesakes) {
    import(oneProject());
    const auto other = plan(bookOf({signSheet({{"甲项目", "孝义", "甲有限公司", 1200.0, "2024-05-10"}})}));
    EXPECT_EQ(other.sheets[0].added, 1);
    EXPECT_EQ(warningCodes(other).join(u' '), QStringLiteral("similar"));
    const auto elsewhere = plan(bookOf({signSheet({{"甲项目", "文水", "乙公司", 1200.0, "2024-05-10"}})}));
    EXPECT_EQ(warningCodes(elsewhere).join(u' '), QString());
}

TEST_F(Planning, RefusesTheCodeOfAnotherProject) {
    const auto book = [](const char *code, const char *name) {
        return bookOf({sheetOf("签约", {{"2024年第2次签约一批"},
                                        {"编号", "项目名称", "开发区", "总投资（万元）", "标识", "签约时间"},
                                        {code, name, "孝义", 1200.0, name, "2024-05-10"}})});
    };
    import(book("A-1", "甲项目"));
    import(book("A-2", "乙项目"));
    const auto made = plan(book("A-1", "乙项目"));
    EXPECT_EQ(errorCodes(made).join(u' '), QStringLiteral("duplicate_code"));
    EXPECT_TRUE(made.findings[0].message.contains(QStringLiteral("甲项目")));
}

} // namespace yipi::exchange::test
