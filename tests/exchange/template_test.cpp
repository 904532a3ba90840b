// SPDX-License-Identifier: GPL-3.0-or-later
// The official template: what Yipi hands out it must understand.
#include "exchange_fixture.h"

namespace yipi::exchange::test {

namespace {

class Template : public testing::Test {
protected:
    QTemporaryDir m_folder;
    TestLedger m_ledger;
};

} // namespace

TEST_F(Template, IsUnderstoodAndEmpty) {
    const std::vector<SheetKind> kinds{SheetKind::Sign, SheetKind::Start, SheetKind::Produce,
                                       SheetKind::Progress, SheetKind::Target};
    const auto bytes = templateWorkbook(kinds, m_ledger.exportData());
    ASSERT_TRUE(bytes) << bytes.error().text();
    const Workbook book = readBack(m_folder, *bytes);
    const auto plan = m_ledger.plan(book);
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_TRUE(plan->findings.isEmpty());
    EXPECT_TRUE(plan->changes.changes.empty());
    ASSERT_GE(plan->sheets.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const SheetPlan &sheet = plan->sheets[i];
        EXPECT_EQ(key(sheet.kind), key(kinds[i]));
        EXPECT_EQ(sheet.headerRow, 3);
        EXPECT_EQ(sheet.unit, MoneyUnit::Wan);
        EXPECT_TRUE(sheet.rows.empty());
        EXPECT_GE(sheet.columns.size(), sheet.kind == SheetKind::Target ? 6u : 14u);
        for (const ColumnMapping &column : sheet.columns) {
            EXPECT_FALSE(column.field.isEmpty()) << column.header;
            EXPECT_EQ(column.confidence, 1.0) << column.header;
        }
    }
    const QByteArray xml = sheetXml(m_folder, *bytes);
    EXPECT_GE(xml.count("<dataValidation "), 20);
    EXPECT_TRUE(xml.contains("<formula1>字典!$A$2:$A$7</formula1>")); // six zones
    EXPECT_TRUE(xml.contains("<formula1>\"是,否\"</formula1>"));
}

/// A clerk fills in the template: it comes in as meant.
TEST_F(Template, ComesInAsFilledIn) {
    const auto bytes = templateWorkbook({SheetKind::Sign}, m_ledger.exportData());
    ASSERT_TRUE(bytes);
    Workbook book = readBack(m_folder, *bytes);
    Sheet &sheet = book.sheets.at(0);
    const auto header = sheet.rows.at(2);
    std::vector<Cell> row(header.size());
    const auto typed = [&](const char *title, const char *text) {
        for (std::size_t i = 0; i < header.size(); ++i)
            if (header[i].text == QString::fromUtf8(title))
                row[i] = {Cell::Kind::Text, 0, QString::fromUtf8(text)};
    };
    typed("活动期次", "2024-2");
    typed("开发区", "孝义经济开发区");
    typed("项目名称", "模板项目");
    typed("总投资（万元）", "1200");
    typed("承诺制", "是");
    sheet.rows.push_back(row);
    const auto plan = m_ledger.plan(book);
    ASSERT_TRUE(plan) << plan.error().text();
    EXPECT_EQ(errorCodes(*plan).join(u' '), QString());
    m_ledger.apply(plan->changes);
    const Project *project = m_ledger.project(QStringLiteral("模板项目"));
    ASSERT_TRUE(project);
    EXPECT_EQ(project->totalInvestment, Money::fromYuan(12'000'000));
    EXPECT_TRUE(project->commitment);
    ASSERT_EQ(m_ledger.snapshot.entries.size(), 1u);
    EXPECT_EQ(m_ledger.snapshot.entries[0].declaredInvestment, Money::fromYuan(12'000'000));
}

} // namespace yipi::exchange::test
