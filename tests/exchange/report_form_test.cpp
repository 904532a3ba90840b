// SPDX-License-Identifier: GPL-3.0-or-later
// The monthly form that the ledger fills in as far as it knows.
#include "planning_fixture.h"

namespace yipi::exchange::test {
namespace {

class ReportFormFor : public Planning {
protected:
    void SetUp() override {
        import(bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1200.0, "2024-05-10"},
                                  { "乙项目",
                                    "孝义",
                                    "乙公司",
                                    3000.0,
                                    "2024-05-10" }})}));
        import(
            bookOf({sheetOf("7月调度", {{"2024年7月项目调度表"},
                                        {"项目名称", "开发区", "7月完成投资（万元）", "累计完成投资（万元）",
                                         "2024年计划投资（万元）", "今年累计完成投资（万元）"},
                                        { "甲项目",
                                          "孝义",
                                          50.0,
                                          400.0,
                                          600.0,
                                          300.0 }})}));
    }
    Workbook form(Month month) {
        const auto bytes = templateWorkbook({SheetKind::Progress}, m_ledger.exportData(),
                                            ReportForm{month, QStringLiteral("孝义经济开发区")});
        EXPECT_TRUE(bytes) << bytes.error().text();
        m_bytes = bytes.value_or(QByteArray());
        return readBack(m_folder, m_bytes);
    }
    /// Types a number into the row of a project, and what the formulas make of it.
    static void type(Workbook &book, const char *project,
                     std::initializer_list<std::pair<int, double>> cells) {
        for (auto &row : book.sheets[0].rows)
            if (row.size() > 1 && row[1].text == QString::fromUtf8(project)) {
                row.resize(std::max<std::size_t>(row.size(), 10));
                for (const auto &[column, number] : cells)
                    row[std::size_t(column) - 1] = {Cell::Kind::Number, number, QString::number(number)};
            }
    }
    QByteArray xml() { return sheetXml(m_folder, m_bytes); }

    QTemporaryDir m_folder;
    QByteArray m_bytes;
};

TEST_F(ReportFormFor, AnUntouchedFormReportsNothing) {
    const auto untouched = plan(form(Month(2024, 8)));
    EXPECT_EQ(errorCodes(untouched).join(u' '), QString());
    EXPECT_TRUE(untouched.changes.changes.empty());
    EXPECT_EQ(untouched.sheets[0].unchanged, 2);
    EXPECT_EQ(untouched.sheets[0].kind, SheetKind::Progress);
    for (const ColumnMapping &column : untouched.sheets[0].columns)
        EXPECT_TRUE(column.field.isEmpty() == column.header.startsWith(QStringLiteral("占年度")))
            << column.header;
}

TEST_F(ReportFormFor, WhatIsFilledInComesInForTheMonthOfTheForm) {
    Workbook book = form(Month(2024, 8));
    type(book, "甲项目", {{6, 60}, {7, 460}, {8, 600}, {9, 360}});
    const auto filled = plan(book);
    EXPECT_EQ(errorCodes(filled).join(u' '), QString());
    EXPECT_EQ(filled.sheets[0].updated, 1);
    m_ledger.apply(filled.changes);
    const auto &reports = m_ledger.snapshot.progress;
    const auto august = std::find_if(reports.begin(), reports.end(),
                                     [](const MonthlyProgress &r) { return r.month == Month(2024, 8); });
    ASSERT_NE(august, reports.end());
    EXPECT_EQ(august->investment->yuan(), 60 * kWan);
    EXPECT_EQ(august->cumulativeInvestment->yuan(), 460 * kWan);
    EXPECT_EQ(august->yearInvestment->yuan(), 360 * kWan);
}

TEST_F(ReportFormFor, SumsGoOnFromTheLastReportAndAreLocked) {
    form(Month(2024, 8));
    const QByteArray sheet = xml();
    EXPECT_TRUE(sheet.contains("IF(F4=\"\",\"\",'上月'!A4+F4)")) << sheet.left(4000).toStdString();
    EXPECT_TRUE(sheet.contains("IF(F4=\"\",\"\",'上月'!B4+F4)"));
    EXPECT_TRUE(sheet.contains("IF(F4=\"\",\"\",'上月'!C4)"));
    EXPECT_FALSE(sheet.contains("'上月'!A5")) << "nothing was reported about the second: its sums are typed";
    EXPECT_TRUE(sheet.contains("<sheetProtection"));
    EXPECT_TRUE(sheet.contains("<v>4000000</v>") || sheet.contains("<v>400</v>"));
}

TEST_F(ReportFormFor, TheYearsSumBeginsAnewInJanuary) {
    form(Month(2025, 1));
    const QByteArray sheet = xml();
    EXPECT_TRUE(sheet.contains("'上月'!B4+F4"));
    EXPECT_TRUE(sheet.contains("'上月'!B5+F5")) << "of nothing, known for all";
    EXPECT_FALSE(sheet.contains("'上月'!C4")) << "last year's plan is not this year's";
    EXPECT_FALSE(sheet.contains("<v>300</v>"));
}

} // namespace
} // namespace yipi::exchange::test
