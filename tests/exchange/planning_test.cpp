// SPDX-License-Identifier: GPL-3.0-or-later
// What planImport makes of options and of what the ledger has already.
#include "exchange_fixture.h"

#include <set>

namespace yipi::exchange::test {

namespace {

constexpr qint64 kWan = 10'000;

const char *kTitle = "2024年第2次“三个一批”活动签约项目清单";

/// A signing list; `rows` below 项目名称, 开发区, 投资方, 总投资, 签约时间.
Sheet signSheet(std::initializer_list<std::vector<Typed>> rows, const char *title = kTitle,
                const char *investment = "总投资（万元）") {
    Sheet sheet = sheetOf("签约", {{title}, {"项目名称", "开发区", "投资方", investment, "签约时间"}});
    Sheet data = sheetOf("", rows);
    sheet.rows.insert(sheet.rows.end(), data.rows.begin(), data.rows.end());
    return sheet;
}

Workbook oneProject(double investment = 1200, const char *zone = "孝义经济开发区") {
    return bookOf({signSheet({{"甲项目", zone, "甲公司", investment, "2024-05-10"}})});
}

Workbook julyReport(double investment) {
    return bookOf({sheetOf("7月调度", {{"2024年7月项目调度表"},
                                       {"项目名称", "开发区", "7月完成投资（万元）", "形象进度"},
                                       {"甲项目", "孝义", investment, "主体封顶"}})});
}

class Planning : public testing::Test {
protected:
    ImportPlan plan(const Workbook &workbook, const ImportOptions &options = {}) {
        auto plan = m_ledger.plan(workbook, options);
        EXPECT_TRUE(plan) << plan.error().text();
        return plan ? std::move(*plan) : ImportPlan{};
    }
    Error refusal(const Workbook &workbook, const ImportOptions &options) {
        const auto plan = m_ledger.plan(workbook, options);
        EXPECT_FALSE(plan);
        return plan ? Error{} : plan.error();
    }
    void import(const Workbook &workbook, const ImportOptions &options = {}) {
        const auto made = plan(workbook, options);
        EXPECT_EQ(errorCodes(made).join(u' '), QString());
        m_ledger.apply(made.changes);
    }
    qint64 investmentOf(const char *name) {
        const Project *project = m_ledger.project(QString::fromUtf8(name));
        return project && project->totalInvestment ? project->totalInvestment->yuan() : -1;
    }

    TestLedger m_ledger;
};

ImportOptions onConflict(ImportOptions::OnConflict what) {
    ImportOptions options;
    options.onConflict = what;
    return options;
}

using OnConflict = ImportOptions::OnConflict;

} // namespace

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

TEST_F(Planning, NeedsToKnowTheCampaign) {
    const Workbook untitled = bookOf({signSheet(
        {{"甲项目", "孝义", "甲公司", 1.0, "2024-05-10"}, {"乙项目", "孝义", "乙公司", 1.0, "2024-05-10"}},
        "签约项目清单")});
    const auto unknown = plan(untitled);
    EXPECT_EQ(errorCodes(unknown).join(u' '), QStringLiteral("no_campaign")); // said once, not for each row
    EXPECT_EQ(unknown.sheets[0].rejected, 2);
    ImportOptions options;
    options.campaign = CampaignKey{2024, 1};
    EXPECT_EQ(plan(untitled, options).sheets[0].campaign, (CampaignKey{2024, 1}));
    EXPECT_EQ(plan(oneProject(), options).sheets[0].campaign, (CampaignKey{2024, 1})); // wins over the title
    options.campaign = CampaignKey{2025, 1};
    const auto made = plan(untitled, options);
    EXPECT_EQ(warningCodes(made).join(u' '), QStringLiteral("new_campaign"));
}

TEST_F(Planning, SaysThatTheTitleNamesAnotherCampaignThanAskedFor) {
    ImportOptions options;
    options.campaign = CampaignKey{2024, 1};
    EXPECT_EQ(warningCodes(plan(oneProject(), options)).join(u' '), QStringLiteral("campaign_contradicts"));
    options.campaign = CampaignKey{2024, 2};
    EXPECT_EQ(warningCodes(plan(oneProject(), options)).join(u' '), QString());
}

TEST_F(Planning, DatesACampaignThatHasNoDate) {
    const auto titled = [](const char *title) {
        return bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1200.0, "2024-05-10"}}, title)});
    };
    const auto heldOn = [&] { return m_ledger.snapshot.campaigns.back().heldOn.toString(Qt::ISODate); };
    const auto first = plan(titled("2024年第3次签约一批"));
    ASSERT_EQ(warningCodes(first).join(u' '), QStringLiteral("new_campaign"));
    EXPECT_TRUE(first.findings[0].message.contains(QStringLiteral("held_on")));
    m_ledger.apply(first.changes);
    EXPECT_EQ(heldOn(), QString());

    // Neither the day up to which a sheet counts nor the one on which it was filled in is the campaign's.
    EXPECT_TRUE(plan(titled("2024年第3次签约一批（截至2024年7月31日）")).changes.changes.empty());

    const auto dated = plan(titled("2024年第3次签约一批（2024年8月19日）"));
    EXPECT_EQ(warningCodes(dated).join(u' '), QStringLiteral("campaign_dated"));
    ASSERT_EQ(dated.changes.changes.size(), 1U);
    m_ledger.apply(dated.changes);
    EXPECT_EQ(heldOn(), QStringLiteral("2024-08-19"));

    const auto other = plan(titled("2024年第3次签约一批（2024年8月20日）"));
    EXPECT_EQ(warningCodes(other).join(u' '), QStringLiteral("campaign_date_differs"));
    EXPECT_TRUE(other.changes.changes.empty());
}

TEST_F(Planning, ReadsCampaignDatesFromAColumn) {
    for (const char *header : {"举办日期", "活动日期", "活动举办时间"}) {
        TestLedger ledger;
        ledger.addCampaign(2024, 4, QDate());
        const auto made = ledger.plan(
            bookOf({sheetOf("签约", {{"签约一批"},
                                     {"期次", header, "项目名称", "开发区", "总投资（万元）", "签约时间"},
                                     {"2024-3", "2024-08-19", "甲项目", "孝义", 1200.0, "2024-08-19"},
                                     {"2024-4", "2024.11.20", "乙项目", "孝义", 1300.0, "2024-11-20"}})}));
        ASSERT_TRUE(made);
        EXPECT_EQ(errorCodes(*made).join(u' '), QString());
        EXPECT_EQ(warningCodes(*made).join(u' '), QStringLiteral("new_campaign campaign_dated")) << header;
        ledger.apply(made->changes);
        for (const Campaign &campaign : ledger.snapshot.campaigns)
            EXPECT_TRUE(campaign.heldOn.isValid()) << campaign.key().text();
    }
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
    EXPECT_EQ(warningCodes(made).join(u' '), QStringLiteral("zone_created"));
    m_ledger.apply(made.changes);
    EXPECT_EQ(m_ledger.zoneName(m_ledger.project(QStringLiteral("乙项目"))->zone.id),
              QStringLiteral("东山经济开发区"));
    EXPECT_EQ(m_ledger.zoneName(m_ledger.project(QStringLiteral("丙项目"))->zone.id),
              QStringLiteral("孝义经济开发区"));
}

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
              QStringLiteral("start_before_sign produce_before_start event_in_future"));
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
    ASSERT_EQ(warningCodes(single).join(u' '), QStringLiteral("produce_without_start"));
    EXPECT_FALSE(single.findings[0].message.contains(QStringLiteral("共")));
    for (const char *name : {"白酒", "光伏支架", "镁合金", "煤机维修", "钢构"})
        sheet.rows.push_back(sheetOf("", {{name, "孝义", "2024-05-10"}}).rows[0]);
    const auto made = plan(bookOf({sheet}));
    ASSERT_EQ(warningCodes(made).join(u' '), QStringLiteral("produce_without_start"));
    EXPECT_EQ(made.warningCount, 1);
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

} // namespace yipi::exchange::test
