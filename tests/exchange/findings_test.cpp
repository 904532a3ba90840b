// SPDX-License-Identifier: GPL-3.0-or-later
// The errors and doubts of planImport.
#include "planning_fixture.h"

#include <set>

namespace yipi::exchange::test {

TEST_F(Planning, TellsAllThatIsWrongWithARow) {
    const auto made =
        plan(bookOf({sheetOf("签约", {{"2024年第2次签约一批"},
                                      {"项目名称", "开发区", "总投资（万元）", "就业（人）", "签约时间"},
                                      {{}, "没有开发区", "看情况", "-5", "2024年13月"},
                                      {{}, {}, "看情况", 5.0, "2024-05-10"}})}));
    EXPECT_EQ(errorCodes(made).join(u' '),
              QStringLiteral("bad_number negative bad_date unknown_zone missing_name "
                             "bad_number missing_name missing_zone"));
}

TEST_F(Planning, AsksAboutDoubtfulDatesAndReports) {
    ImportOptions options;
    options.asOf = QDate(2024, 7, 31);
    const auto book =
        bookOf({sheetOf("签约", {{"2024年第2次签约一批"},
                                 {"项目名称", "开发区", "总投资（万元）", "签约时间", "实际开工", "实际投产"},
                                 {"甲项目", "孝义", 1200.0, "2024-05-10", "2024-04-01", "2024-03-01"},
                                 {"乙项目", "孝义", 1300.0, "2024-08-10", {}, {}}})});
    const auto made = plan(book, options);
    EXPECT_EQ(errorCodes(made).join(u' '), QString());
    EXPECT_EQ(warningCodes(made).join(u' '),
              QStringLiteral("start_before_sign produce_before_start event_in_future no_industrial"));
    EXPECT_EQ(made.findings[0].place.row, 3);
    EXPECT_EQ(made.findings[0].place.column, 5);
    m_ledger.apply(made.changes);
    EXPECT_EQ(warningCodes(plan(book, options)).join(u' '), QString()); // nothing new, nothing to ask

    const auto report = [](const char *title, double cumulative) {
        return bookOf({sheetOf(
            "进展",
            {{title}, {"项目名称", "开发区", "累计完成投资（万元）"}, {"甲项目", "孝义", cumulative}})});
    };
    import(report("2024年6月项目进展", 900.0));
    EXPECT_EQ(warningCodes(plan(report("2024年7月项目进展", 800.0))).join(u' '),
              QStringLiteral("cumulative_falls"));
    EXPECT_EQ(warningCodes(plan(report("2024年7月项目进展", 1201.0))).join(u' '),
              QStringLiteral("cumulative_over_total"));
}

TEST_F(Planning, AsksForMissingStartsOnceASheet) {
    Sheet sheet = sheetOf(
        "投产",
        {{"2024年第2次投产一批"}, {"项目名称", "开发区", "实际投产"}, {"氧化铝", "孝义", "2024-05-10"}});
    const auto single = plan(bookOf({sheet}));
    ASSERT_EQ(warningCodes(single).join(u' '), QStringLiteral("produce_without_start no_industrial"));
    EXPECT_FALSE(single.findings[0].message.contains(QStringLiteral("共")));
    for (const char *name : {"白酒", "光伏支架", "镁合金", "煤机维修", "钢构"})
        sheet.rows.push_back(sheetOf("", {{name, "孝义", "2024-05-10"}}).rows[0]);
    const auto made = plan(bookOf({sheet}));
    ASSERT_EQ(warningCodes(made).join(u' '), QStringLiteral("produce_without_start no_industrial"));
    EXPECT_EQ(made.warningCount, 2);
    EXPECT_EQ(made.findings[0].place.row, 3);
    EXPECT_TRUE(made.findings[0].message.endsWith(QStringLiteral("（共 6 行：第 3、4、5、6、7 行等）")))
        << made.findings[0].message;
}

TEST_F(Planning, AsksAboutWanForYi) {
    std::vector<std::vector<Typed>> rows;
    static constexpr const char *kNames[]{"甲项目", "乙项目", "丙项目", "丁项目", "戊项目", "己项目"};
    for (const char *name : kNames)
        rows.push_back({name, "孝义", "某公司", 5000.0 + double(rows.size()), "2024-05-10"});
    rows[3][3] = 0.5; // 亿元 in a column of 万元
    Sheet sheet = signSheet({});
    for (const auto &row : rows)
        sheet.rows.push_back(sheetOf("行", {row}).rows[0]);
    const auto made = plan(bookOf({sheet}));
    ASSERT_EQ(warningCodes(made).join(u' '), QStringLiteral("unit_suspect"));
    EXPECT_EQ(made.findings[0].place.row, int(sheet.rows.size()) - 2);
    m_ledger.apply(made.changes);
    // A column too short for a median is compared with the ledger.
    EXPECT_EQ(
        warningCodes(plan(bookOf({signSheet({{"庚项目", "孝义", "某公司", 0.6, "2024-05-10"}})}))).join(u' '),
        QStringLiteral("unit_suspect"));
}

TEST_F(Planning, TellsTwelveThousandErrorsEachByItsRow) {
    QByteArray csv("项目名称,开发区,投资方,总投资（万元）,签约时间\n");
    for (int i = 0; i < 12'000; ++i)
        csv += "某项目" + QByteArray::number(i) + ",孝义,某公司,面议,2024-05-10\n";
    const QTemporaryDir folder;
    const Workbook book = readBack(folder, csv, QStringLiteral("签约.csv"));
    ImportOptions options;
    options.campaign = CampaignKey{2024, 2};
    const auto all = plan(book, options);
    EXPECT_EQ(all.errorCount, 12'000);
    EXPECT_EQ(all.sheets[0].rejected, 12'000);
    EXPECT_TRUE(all.changes.changes.empty());
    std::set<int> rows;
    for (const Finding &finding : all.findings)
        rows.insert(finding.place.row);
    EXPECT_EQ(rows.size(), 12'000u);
    EXPECT_EQ(*rows.begin(), 2);
    EXPECT_EQ(*rows.rbegin(), 12'001);
    int asked = 0;
    const auto stopped = planImport(book, options, m_ledger.snapshot, [&](int) { return ++asked < 3; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(key(stopped.error().code), QStringLiteral("cancelled"));
}

TEST_F(Planning, TakesTheZoneOfASectionThatTheLedgerLacks) {
    const auto book = bookOf({sheetOf("签约", {{"2024年第2次签约一批"},
                                               {"序号", "项目名称", "总投资（万元）", "签约时间"},
                                               {"一、东山经济开发区（2个）"},
                                               {1.0, "甲项目", 1200.0, "2024-05-10"},
                                               {2.0, "乙项目", 1300.0, "2024-05-10"},
                                               {"二、孝义经济开发区（1个）"},
                                               {3.0, "丙项目", 1400.0, "2024-05-10"}})});
    const auto refused = plan(book);
    EXPECT_EQ(errorCodes(refused).join(u' '), QStringLiteral("unknown_zone unknown_zone"));
    EXPECT_EQ(refused.findings[0].value, QStringLiteral("东山经济开发区"));
    EXPECT_TRUE(refused.findings[0].message.contains(QStringLiteral("最接近的是")));
    ImportOptions options;
    options.createZones = true;
    const auto made = plan(book, options);
    EXPECT_EQ(errorCodes(made).join(u' '), QString());
    EXPECT_EQ(warningCodes(made).join(u' '), QStringLiteral("zone_created no_industrial"));
    m_ledger.apply(made.changes);
    EXPECT_EQ(m_ledger.zoneName(m_ledger.project(QStringLiteral("乙项目"))->zone.id),
              QStringLiteral("东山经济开发区"));
    EXPECT_EQ(m_ledger.zoneName(m_ledger.project(QStringLiteral("丙项目"))->zone.id),
              QStringLiteral("孝义经济开发区"));
}

TEST_F(Planning, CreatesEachUnknownZoneOnce) {
    ImportOptions options;
    options.createZones = true;
    const auto made = plan(bookOf({signSheet({{"甲项目", "柳林经济开发区", "甲公司", 1.0, "2024-05-10"},
                                              {"乙项目", "柳林经济开发区", "乙公司", 1.0, "2024-05-10"},
                                              {"丙项目", "柳林", "丙公司", 1.0, "2024-05-10"}})}),
                           options);
    EXPECT_EQ(warningCodes(made).join(u' '), QStringLiteral("zone_created"));
    const auto before = m_ledger.snapshot.zones.size();
    m_ledger.apply(made.changes);
    ASSERT_EQ(m_ledger.snapshot.zones.size(), before + 1);
    EXPECT_FALSE(m_ledger.snapshot.zones.back().code.isEmpty());
    for (const Project &project : m_ledger.snapshot.projects)
        EXPECT_EQ(project.zone.id, m_ledger.snapshot.zones.back().id);
    EXPECT_EQ(m_ledger.snapshot.projects.size(), 3u);
}

} // namespace yipi::exchange::test
