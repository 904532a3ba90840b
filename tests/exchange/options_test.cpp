// SPDX-License-Identifier: GPL-3.0-or-later
// What planImport makes of its options.
#include "planning_fixture.h"

namespace yipi::exchange::test {

TEST_F(Planning, GivesRowsWithoutAZoneTheOneAskedFor) {
    ImportOptions options;
    options.zone = QStringLiteral("文水经开区");
    m_ledger.apply(plan(bookOf({signSheet({{"甲项目", {}, "甲公司", 1.0, "2024-05-10"},
                                           {"一、孝义经济开发区（1项）"},
                                           {"乙项目", {}, "乙公司", 1.0, "2024-05-10"},
                                           {"丙项目", "交口", "丙公司", 1.0, "2024-05-10"}})}),
                        options)
                       .changes);
    const auto zoneOf = [&](const char *name) {
        return m_ledger.zoneName(m_ledger.project(QString::fromUtf8(name))->zone.id);
    };
    EXPECT_EQ(zoneOf("甲项目"), QStringLiteral("文水经济开发区"));
    EXPECT_EQ(zoneOf("乙项目"), QStringLiteral("孝义经济开发区"));
    EXPECT_EQ(zoneOf("丙项目"), QStringLiteral("交口经济开发区"));
    options.zone = QStringLiteral("文氺经济开发区");
    const Error error = refusal(oneProject(), options);
    EXPECT_EQ(key(error.code), QStringLiteral("unknown_zone"));
    EXPECT_TRUE(error.advice.contains(QStringLiteral("文水经济开发区")));
}

TEST_F(Planning, UsesTheUnitAskedForOnlyWhereNoneIsWritten) {
    ImportOptions options;
    options.unit = MoneyUnit::Yi;
    const auto bare = plan(
        bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1.5, "2024-05-10"}}, kTitle, "总投资")}), options);
    EXPECT_EQ(bare.sheets[0].investmentStored, 15'000 * kWan);
    EXPECT_EQ(plan(oneProject(1200), options).sheets[0].investmentStored, 1200 * kWan);
    EXPECT_EQ(errorCodes(plan(bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1.5, "2024-05-10"}}, kTitle,
                                                "总投资")})))
                  .join(u' '),
              QStringLiteral("unknown_unit"));
}

TEST_F(Planning, TakesTheBatchMonthAndSheetAskedFor) {
    ImportOptions options;
    options.kind = SheetKind::Start;
    EXPECT_EQ(key(plan(oneProject(), options).sheets[0].kind), QStringLiteral("start"));
    options = {};
    options.month = Month(2024, 6);
    m_ledger.apply(plan(bookOf({sheetOf("调度", {{"项目名称", "开发区", "本月完成投资（万元）"},
                                                 {"甲项目", "孝义", 5.0}})}),
                        options)
                       .changes);
    EXPECT_TRUE(m_ledger.report(QStringLiteral("甲项目"), Month(2024, 6)));
    Sheet hidden = signSheet({{"旧项目", "孝义", "旧公司", 1.0, "2024-05-10"}});
    hidden.name = QStringLiteral("旧");
    hidden.isHidden = true;
    const Workbook two = bookOf({oneProject().sheets[0], hidden});
    options = {};
    options.sheet = QStringLiteral("旧"); // asked for by name even a hidden one is read
    const auto only = plan(two, options);
    ASSERT_EQ(only.sheets.size(), 1u);
    EXPECT_EQ(only.sheets[0].added, 1);
    options.sheet = QStringLiteral("没有");
    const Error error = refusal(two, options);
    EXPECT_EQ(key(error.code), QStringLiteral("not_found"));
    EXPECT_TRUE(error.advice.contains(QStringLiteral("签约、旧")));
}

TEST_F(Planning, MapsColumnsAsTold) {
    const Workbook book = bookOf({sheetOf("签约", {{kTitle},
                                                   {"项目名称", "开发区", "投资", "总投资（万元）", "说明"},
                                                   {"甲项目", "孝义", 1.5, 7.0, "好"}})});
    ImportOptions options;
    options.mapping = R"({"签约": {"C": "total_investment", "D": "", "说明": "remarks"}})";
    options.unit = MoneyUnit::Yi;
    const auto mapped = plan(book, options);
    EXPECT_EQ(mapped.sheets[0].columns[2].field, QStringLiteral("total_investment"));
    EXPECT_EQ(mapped.sheets[0].columns[2].confidence, 1.0);
    EXPECT_EQ(mapped.sheets[0].columns[3].field, QString());
    EXPECT_EQ(mapped.sheets[0].investmentStored, 15'000 * kWan);
    m_ledger.apply(mapped.changes);
    EXPECT_EQ(m_ledger.project(QStringLiteral("甲项目"))->remarks, QStringLiteral("好"));
    for (const char *bad : {"[]", "{", R"({"签约": 1})", R"({"签约": {"Z": "name"}})",
                            R"({"签约": {"C": "no_such"}})", R"({"签约": {"C": 5}})"}) {
        options.mapping = bad;
        const Error error = refusal(book, options);
        EXPECT_EQ(key(error.code), QStringLiteral("invalid_value")) << bad;
        EXPECT_TRUE(error.message.contains(QStringLiteral("列映射"))) << bad;
        EXPECT_FALSE(error.advice.isEmpty());
    }
}

TEST_F(Planning, NamesTheSheetsAndColumnsThatAMappingMayName) {
    ImportOptions options;
    options.mapping = R"({"没有": {"A": "name"}})";
    EXPECT_TRUE(refusal(oneProject(), options).message.contains(QStringLiteral("没有工作表“没有”，有：")));
    const QString sheet = oneProject().sheets[0].name;
    options.mapping = QStringLiteral("{\"%1\": {\"Z\": \"name\"}}").arg(sheet).toUtf8();
    const Error error = refusal(oneProject(), options);
    EXPECT_TRUE(error.message.contains(QStringLiteral("A 项目名称"))) << error.message;
}

TEST_F(Planning, WritesTheValidRowsOnlyWhenAsked) {
    ImportOptions options;
    options.createZones = true;
    const auto mixed = plan(bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1.0, "2024-05-10"},
                                               {"乙项目", "新区", "乙公司", 2.0, "2024年13月"}})}),
                            options);
    EXPECT_FALSE(mixed.canWrite(options));
    options.acceptValid = true;
    EXPECT_TRUE(mixed.canWrite(options));
    m_ledger.apply(mixed.changes);
    EXPECT_EQ(m_ledger.snapshot.projects.size(), 1u);
    EXPECT_FALSE(m_ledger.snapshot.enterprises.contains(QStringLiteral("乙公司"))); // no trace of the bad row
    EXPECT_FALSE(m_ledger.zoneName(m_ledger.snapshot.zones.back().id).contains(QStringLiteral("新区")));
    EXPECT_EQ(mixed.sheets[0].investmentRead - mixed.sheets[0].investmentStored, 2 * kWan);
}

} // namespace yipi::exchange::test
