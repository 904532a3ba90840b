// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that the ledger has no field for become custom fields.
#include "planning_fixture.h"

namespace yipi::exchange::test {

namespace {

class CustomColumns : public Planning {
protected:
    static Workbook book(double devices = 120, const char *rating = "A类") {
        return bookOf(
            {sheetOf("签约", {{kTitle},
                              {"项目名称", "开发区", "投资方", "总投资（万元）", "签约时间", "设备台数",
                               "专项债（万元）", "拿地日期", "评级", "产业项目"},
                              {"甲项目", "孝义", "甲公司", 1200.0, "2024-05-10", devices, 300.0, "2024.3.15",
                               rating, "是"},
                              {"乙项目", "文水", "乙公司", 800.0, "2024-05-11", 8.0, {}, {}, "B类", "是"}})});
    }
    static ImportOptions mapped(const char *json) {
        ImportOptions options;
        options.mapping = json;
        return options;
    }
    const CustomField *field(const char *title) const {
        for (const CustomField &field : m_ledger.snapshot.customFields)
            if (field.title == QString::fromUtf8(title))
                return &field;
        return nullptr;
    }
    QString valueOf(const char *project, const char *title) {
        for (const CustomValue &value : m_ledger.snapshot.customValues)
            if (value.project.id == m_ledger.project(QString::fromUtf8(project))->id &&
                value.field.id == field(title)->id)
                return value.value;
        return {};
    }
    static constexpr const char *kAll =
        R"({"签约": {"F": "custom", "G": "custom:专项债", "H": "custom:拿地日期", "I": "custom.choice"}})";
};

} // namespace

TEST_F(CustomColumns, AreMadeWithTheTypeOfTheirCells) {
    const auto untold = plan(book());
    EXPECT_TRUE(warningCodes(untold).contains(QStringLiteral("unmapped_column")));

    import(book(), mapped(kAll));
    ASSERT_EQ(m_ledger.snapshot.customFields.size(), 4U);
    EXPECT_EQ(field("设备台数")->type, CustomType::Number);
    EXPECT_EQ(field("专项债")->type, CustomType::Money);
    EXPECT_EQ(field("拿地日期")->type, CustomType::Date);
    EXPECT_EQ(field("评级")->type, CustomType::Choice);
    EXPECT_EQ(field("评级")->options, QStringLiteral("A类\nB类"));
    EXPECT_EQ(valueOf("甲项目", "设备台数"), QStringLiteral("12000")) << "hundredths";
    EXPECT_EQ(valueOf("甲项目", "专项债"), QStringLiteral("3000000"));
    EXPECT_EQ(valueOf("甲项目", "拿地日期"), QStringLiteral("2024-03-15"));
    EXPECT_EQ(valueOf("乙项目", "评级"), QStringLiteral("B类"));
    EXPECT_EQ(valueOf("乙项目", "专项债"), QString());
}

TEST_F(CustomColumns, AreKnownByTheirNameNextTime) {
    import(book(), mapped(kAll));
    const auto again = plan(book());
    EXPECT_TRUE(again.changes.changes.empty()) << again.changes.changes.size();
    EXPECT_EQ(again.sheets[0].unchanged, 2);
    EXPECT_FALSE(warningCodes(again).contains(QStringLiteral("unmapped_column")));

    const auto changed = plan(book(130, "B类"));
    EXPECT_EQ(changed.sheets[0].updated, 1);
    EXPECT_EQ(changed.changes.changes.size(), 2U);
    ASSERT_TRUE(changed.sheets[0].rows[0].conflict);
    EXPECT_EQ(changed.sheets[0].rows[0].conflict->field, QStringLiteral("设备台数"));
    m_ledger.apply(changed.changes);
    EXPECT_EQ(valueOf("甲项目", "设备台数"), QStringLiteral("13000"));

    ImportOptions skip;
    skip.onConflict = ImportOptions::OnConflict::Skip;
    EXPECT_EQ(plan(book(140), skip).sheets[0].skipped, 1);
    EXPECT_EQ(errorCodes(plan(book(130, "C类"))).join(u' '), QStringLiteral("bad_choice"));
}

TEST_F(CustomColumns, MoneyIsCountedToTheLastYuan) {
    const auto made = plan(book(), mapped(kAll));
    const auto &totals = made.sheets[0].totals;
    const auto debt = std::find_if(totals.begin(), totals.end(), [](const ColumnTotal &total) {
        return total.field == QStringLiteral("custom:专项债");
    });
    ASSERT_NE(debt, totals.end());
    EXPECT_EQ(debt->read, 300 * kWan);
    EXPECT_EQ(debt->stored, 300 * kWan);
    EXPECT_TRUE(debt->isBalanced());
}

TEST_F(CustomColumns, MixedCellsStayTextAndATypeCanBeSaid) {
    const auto mixed = [](const char *json) {
        Workbook workbook = book();
        workbook.sheets[0].rows[3][5] = {Cell::Kind::Text, 0, QStringLiteral("约八台套（含进口）")};
        return std::pair(workbook, mapped(json));
    };
    const auto [workbook, options] = mixed(R"({"签约": {"F": "custom"}})");
    import(workbook, options);
    EXPECT_EQ(field("设备台数")->type, CustomType::Text);
    EXPECT_EQ(valueOf("甲项目", "设备台数"), QStringLiteral("120"));

    TestLedger fresh;
    const auto said = fresh.plan(workbook, mapped(R"({"签约": {"F": "custom.number:台数"}})"));
    ASSERT_TRUE(said);
    EXPECT_EQ(errorCodes(*said).join(u' '), QStringLiteral("bad_number"));
}

TEST_F(CustomColumns, UnitsAndFillerWordsAreNoPartOfThem) {
    Workbook workbook = book();
    workbook.sheets[0].rows[1][5] = {Cell::Kind::Text, 0, QStringLiteral("设备台数（台套）")};
    workbook.sheets[0].rows[3][5] = {Cell::Kind::Text, 0, QStringLiteral("暂无")};
    workbook.sheets[0].rows[3][6] = {Cell::Kind::Text, 0, QStringLiteral("无")};
    import(workbook, mapped(R"({"签约": {"F": "custom", "G": "custom"}})"));
    ASSERT_TRUE(field("设备台数") && field("专项债"));
    EXPECT_EQ(field("设备台数")->type, CustomType::Number);
    EXPECT_EQ(field("设备台数")->unit, QStringLiteral("台套"));
    EXPECT_EQ(field("专项债")->type, CustomType::Money);
    EXPECT_EQ(valueOf("乙项目", "专项债"), QString());
    const auto again = plan(workbook);
    EXPECT_TRUE(again.changes.changes.empty());
    EXPECT_EQ(again.sheets[0].columns[5].field, QStringLiteral("custom:设备台数")) << "known next time";
    EXPECT_EQ(again.sheets[0].columns[6].field, QStringLiteral("custom:专项债"));
}

TEST_F(CustomColumns, ABuiltInNameIsRefused) {
    const Error error = refusal(book(), mapped(R"({"签约": {"F": "custom:总投资"}})"));
    EXPECT_EQ(error.code, ErrorCode::InvalidValue);
    EXPECT_TRUE(error.message.contains(QStringLiteral("总投资")));
}

TEST_F(CustomColumns, SynonymsAreHeadersToo) {
    CustomField field;
    field.id = 77;
    field.key = QStringLiteral("custom_1");
    field.title = QStringLiteral("设备数量");
    field.type = CustomType::Number;
    field.synonyms = QStringLiteral("设备台数\n台数");
    m_ledger.snapshot.customFields = {field};
    import(book());
    EXPECT_EQ(valueOf("甲项目", "设备数量"), QStringLiteral("12000"));
}

TEST_F(CustomColumns, ExportsBringThemBack) {
    import(book(), mapped(kAll));
    const ExportData data = m_ledger.exportData();

    QTemporaryDir folder;
    const auto expectUnchanged = [&](const QString &name, const QByteArray &content) {
        const auto workbook = readWorkbook(writeFile(folder.filePath(name), content));
        ASSERT_TRUE(workbook) << workbook.error().text();
        const auto again = plan(*workbook);
        EXPECT_TRUE(again.changes.changes.empty()) << name;
        EXPECT_EQ(again.sheets[0].unchanged, 2) << name;
        EXPECT_FALSE(warningCodes(again).contains(QStringLiteral("unmapped_column"))) << name;
    };
    expectUnchanged(QStringLiteral("全部.xlsx"), exportWorkbook(data).value());
    expectUnchanged(QStringLiteral("全部.json"), exportJson(data));
    EXPECT_TRUE(exportCsv(data).contains("专项债（万元）"));
    const int custom = int(entityInfo(EntityKind::Project).fields.size());
    const auto view = exportView(data, QStringLiteral("视图"), {2, 3, custom, custom + 3}).value();
    const auto workbook = readWorkbook(writeFile(folder.filePath(QStringLiteral("v.xlsx")), view));
    ASSERT_TRUE(workbook);
    EXPECT_TRUE(plan(*workbook).changes.changes.empty());
}

} // namespace yipi::exchange::test
