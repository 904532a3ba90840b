// SPDX-License-Identifier: GPL-3.0-or-later
// Several files as one import, and what a person decides about its rows.
#include "planning_fixture.h"

namespace yipi::exchange::test {
namespace {

class SeveralFiles : public Planning {
protected:
    ImportPlan planAll(const std::vector<Workbook> &books, const ImportOptions &options = {}) {
        std::vector<ImportSource> sources;
        for (const Workbook &book : books)
            sources.push_back({&book, {}, m_choices.value(book.file)});
        auto plan = planImport(sources, options, m_ledger.snapshot);
        EXPECT_TRUE(plan) << plan.error().text();
        return plan ? std::move(*plan) : ImportPlan{};
    }
    static Workbook named(const char *file, std::vector<Sheet> sheets) {
        return Workbook{QString::fromUtf8(file), std::move(sheets)};
    }
    /// A list without a column of zones.
    static Sheet zonelessSheet(const char *project, double investment) {
        return sheetOf("签约", {{kTitle},
                                {"项目名称", "投资方", "总投资（万元）", "签约时间"},
                                {project, "甲公司", investment, "2024-05-10"}});
    }
    void choose(const char *file, int row, RowChoice::Kind kind, qint64 project = 0) {
        m_choices[QString::fromUtf8(file)].insert({QStringLiteral("签约"), row}, {kind, project});
    }
    qint64 idOf(const char *name) { return m_ledger.project(QString::fromUtf8(name))->id; }

    QHash<QString, RowChoices> m_choices;
};

TEST_F(SeveralFiles, AreOnePlanWithTheFileOfEachSheetAndFinding) {
    const auto made = planAll({named("/a/兴县经开区.xlsx", {zonelessSheet("甲项目", 100)}),
                               named("/a/文水开发区8月.xlsx", {zonelessSheet("乙项目", 200)}),
                               named("/a/吕梁市汇总.xlsx", {zonelessSheet("丙项目", 300)})});
    ASSERT_EQ(made.sheets.size(), 3u);
    EXPECT_EQ(made.sheets[1].file, QStringLiteral("/a/文水开发区8月.xlsx"));
    EXPECT_EQ(made.sheets[0].added + made.sheets[1].added, 2);
    EXPECT_EQ(made.sheets[2].rejected, 1) << "the city's file names no zone";
    EXPECT_EQ(errorCodes(made).join(u' '), QStringLiteral("missing_zone"));
    EXPECT_EQ(made.findings.back().place.file, QStringLiteral("/a/吕梁市汇总.xlsx"));
    EXPECT_EQ(warningCodes(made).join(u' '),
              QStringLiteral("zone_from_file no_industrial zone_from_file no_industrial"));
    EXPECT_EQ(made.changes.title, QStringLiteral("导入 兴县经开区.xlsx 等 3 个文件"));
    m_ledger.apply(made.changes);
    const auto zoneName = [&](const char *project) {
        const qint64 zone = m_ledger.project(QString::fromUtf8(project))->zone.id;
        const auto &zones = m_ledger.snapshot.zones;
        return std::find_if(zones.begin(), zones.end(), [&](const Zone &z) { return z.id == zone; })->name;
    };
    EXPECT_EQ(zoneName("甲项目"), QStringLiteral("兴县经济技术开发区"));
    EXPECT_EQ(zoneName("乙项目"), QStringLiteral("文水经济开发区"));
}

TEST_F(SeveralFiles, AProjectInTwoOfThemIsOneProject) {
    const Workbook signing = named("签约.xlsx", oneProject().sheets);
    const auto made = planAll({signing, named("七月.xlsx", julyReport(50).sheets)});
    EXPECT_EQ(made.errorCount, 0);
    EXPECT_EQ(made.sheets[0].added, 1);
    EXPECT_EQ(made.sheets[1].updated, 1);
    m_ledger.apply(made.changes);
    EXPECT_EQ(m_ledger.snapshot.projects.size(), 1u);
    EXPECT_EQ(m_ledger.snapshot.progress.size(), 1u);
    EXPECT_TRUE(planAll({signing, named("七月.xlsx", julyReport(50).sheets)}).changes.changes.empty());
}

TEST_F(SeveralFiles, OneWithoutAnyTableIsAnErrorAndDoesNotDisappear) {
    const auto made =
        planAll({named("a.xlsx", oneProject().sheets), named("b.xlsx", {sheetOf("空", {{"请见附件"}})})});
    EXPECT_EQ(errorCodes(made).join(u' '), QStringLiteral("no_header"));
    EXPECT_FALSE(made.canWrite({}));
    const auto error = std::find_if(made.findings.begin(), made.findings.end(),
                                    [](const Finding &finding) { return finding.isError; });
    EXPECT_EQ(error->place.file, QStringLiteral("b.xlsx"));
}

TEST_F(SeveralFiles, AFaultyMappingNamesItsFile) {
    const Workbook a = named("a.xlsx", oneProject().sheets), b = named("b.xlsx", oneProject().sheets);
    const ImportSource sources[] = {{&a, {}, {}}, {&b, "{\"签约\": 3}", {}}};
    const auto made = planImport(sources, {}, m_ledger.snapshot);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().place.file, QStringLiteral("b.xlsx"));
}

TEST_F(SeveralFiles, ANameNearlyTheSameIsOfferedAndTheAnswerHeeded) {
    import(bookOf({signSheet({{ "年产五万吨铝镁合金压铸件项目", "孝义", "甲公司", 1200.0, "2024-05-10" }})}));
    const qint64 known = idOf("年产五万吨铝镁合金压铸件项目");
    const Workbook book = named(
        "b.xlsx", {signSheet({{"年产五万吨铝美合金压铸件项目", "孝义", "甲公司", 1500.0, "2024-05-10"}})});
    const auto asked = planAll({book});
    ASSERT_EQ(asked.sheets[0].rows[0].candidates, std::vector<qint64>{known});
    EXPECT_EQ(asked.sheets[0].added, 1);
    EXPECT_TRUE(warningCodes(asked).contains(QStringLiteral("similar")));

    choose("b.xlsx", 3, RowChoice::Kind::New);
    const auto other = planAll({book});
    EXPECT_EQ(other.sheets[0].added, 1);
    EXPECT_FALSE(warningCodes(other).contains(QStringLiteral("similar"))) << "was answered";
    EXPECT_EQ(other.sheets[0].rows[0].candidates, std::vector<qint64>{known}) << "can be thought over";

    choose("b.xlsx", 3, RowChoice::Kind::FillGaps, known);
    const auto gaps = planAll({book});
    EXPECT_EQ(gaps.sheets[0].added, 0);
    EXPECT_EQ(gaps.sheets[0].rows[0].candidates, std::vector<qint64>{known});
    EXPECT_EQ(gaps.sheets[0].rows[0].projectId, known);

    choose("b.xlsx", 3, RowChoice::Kind::Update, known);
    const auto same = planAll({book});
    EXPECT_EQ(same.sheets[0].updated, 1);
    m_ledger.apply(same.changes);
    ASSERT_EQ(m_ledger.snapshot.projects.size(), 1u);
    EXPECT_EQ(m_ledger.snapshot.projects[0].totalInvestment->yuan(), 1500 * kWan);
    EXPECT_EQ(m_ledger.snapshot.projects[0].name, QStringLiteral("年产五万吨铝镁合金压铸件项目"));
    EXPECT_TRUE(warningCodes(same).contains(QStringLiteral("name_kept")));
    EXPECT_FALSE(same.sheets[0].rows[0].conflict &&
                 same.sheets[0].rows[0].conflict->field == QStringLiteral("项目名称"));

    choose("b.xlsx", 3, RowChoice::Kind::Rename, known);
    const auto renamed = planAll({book});
    EXPECT_FALSE(warningCodes(renamed).contains(QStringLiteral("name_kept")));
    ASSERT_EQ(renamed.sheets[0].rows[0].changes.size(), 1u);
    EXPECT_EQ(renamed.sheets[0].rows[0].changes[0].before, QStringLiteral("年产五万吨铝镁合金压铸件项目"));
    EXPECT_EQ(renamed.sheets[0].rows[0].changes[0].now, QStringLiteral("年产五万吨铝美合金压铸件项目"));
    m_ledger.apply(renamed.changes);
    EXPECT_EQ(m_ledger.snapshot.projects[0].name, QStringLiteral("年产五万吨铝美合金压铸件项目"));
}

TEST_F(SeveralFiles, ARowOfTheSameCodeStillRenames) {
    const auto coded = [](const char *name) {
        return sheetOf("签约", {{kTitle},
                                {"编号", "项目名称", "开发区", "总投资（万元）", "签约时间"},
                                {"A-1", name, "孝义", 100.0, "2024-05-10"}});
    };
    import(bookOf({coded("甲项目")}));
    choose("b.xlsx", 3, RowChoice::Kind::Update, idOf("甲项目"));
    m_ledger.apply(planAll({named("b.xlsx", {coded("甲二项目")})}).changes);
    EXPECT_TRUE(m_ledger.project(QStringLiteral("甲二项目")));
}

TEST_F(SeveralFiles, AnUpdateTellsAllThatItChanges) {
    import(oneProject(1200));
    const auto made = planAll({named(
        "b.xlsx", {sheetOf("签约", {{kTitle},
                                    {"项目名称", "开发区", "投资方", "总投资（万元）", "签约时间", "备注"},
                                    {"甲项目", "孝义", "甲公司", 1500.0, "2024-05-11", "扩建"}})})});
    QStringList changes;
    for (const RowConflict &change : made.sheets[0].rows[0].changes)
        changes << change.field + u' ' + change.before + u'>' + change.now;
    EXPECT_EQ(changes.size(), 3) << changes.join(u'\n');
    EXPECT_TRUE(changes.join(u'|').contains(QStringLiteral("签约时间 2024-05-10>2024-05-11")));
    EXPECT_TRUE(changes.join(u'|').contains(QStringLiteral("备注 >扩建")));
}

TEST_F(SeveralFiles, OneProjectUnderTwoCodesIsAsked) {
    const auto coded = [](const char *code, double investment) {
        return sheetOf("签约", {{kTitle},
                                {"编号", "项目名称", "开发区", "投资方", "总投资（万元）", "签约时间"},
                                {code, "甲项目", "孝义", "甲公司", investment, "2024-05-10"}});
    };
    import(bookOf({coded("A-1", 100)}));
    const auto twin = planAll({named("b.xlsx", {coded("B-7", 100)})});
    EXPECT_TRUE(warningCodes(twin).contains(QStringLiteral("similar")));
    EXPECT_EQ(twin.sheets[0].rows[0].candidates, std::vector<qint64>{idOf("甲项目")});
    const auto other = planAll({named("b.xlsx", {coded("B-7", 250)})});
    EXPECT_FALSE(warningCodes(other).contains(QStringLiteral("similar"))) << "another amount, another phase";
}

TEST_F(SeveralFiles, SeveralOfOneNameAreCandidatesOfTheRow) {
    import(bookOf({signSheet({{"标准厂房", "孝义", "甲公司", 100.0, "2024-05-10"},
                              { "标准厂房",
                                "孝义",
                                "乙公司",
                                200.0,
                                "2024-05-10" }})}));
    const Workbook book = named("b.xlsx", {signSheet({{"标准厂房", "孝义", {}, 300.0, "2024-05-10"}})});
    const auto asked = planAll({book});
    EXPECT_EQ(errorCodes(asked).join(u' '), QStringLiteral("ambiguous"));
    ASSERT_EQ(asked.sheets[0].rows[0].candidates.size(), 2u);
    choose("b.xlsx", 3, RowChoice::Kind::Update, asked.sheets[0].rows[0].candidates[1]);
    const auto told = planAll({book});
    EXPECT_EQ(told.errorCount, 0);
    EXPECT_EQ(told.sheets[0].updated, 1);
}

TEST_F(SeveralFiles, FillingGapsLeavesWhatTheLedgerHas) {
    import(bookOf({signSheet({{ "甲项目", "孝义", "甲公司", 1200.0, {} }})}));
    const Workbook book = named("b.xlsx", {signSheet({{"甲项目", "孝义", "甲公司", 1500.0, "2024-05-10"}})});
    const auto asked = planAll({book});
    ASSERT_TRUE(asked.sheets[0].rows[0].conflict);
    EXPECT_EQ(asked.sheets[0].rows[0].conflict->field, QStringLiteral("总投资"));
    EXPECT_TRUE(asked.sheets[0].rows[0].conflict->before.contains(QStringLiteral("1200")));
    EXPECT_TRUE(asked.sheets[0].rows[0].conflict->now.contains(QStringLiteral("1500")));
    choose("b.xlsx", 3, RowChoice::Kind::FillGaps, idOf("甲项目"));
    m_ledger.apply(planAll({book}).changes);
    EXPECT_EQ(investmentOf("甲项目"), 1200 * kWan);
    EXPECT_EQ(m_ledger.project(QStringLiteral("甲项目"))->actualSign, QDate(2024, 5, 20))
        << "the campaign's day was there already";
}

TEST_F(SeveralFiles, AChoiceWinsOverTheGeneralAnswerToConflicts) {
    import(oneProject(1200));
    const Workbook book = named("b.xlsx", oneProject(1500).sheets);
    EXPECT_EQ(planAll({book}, onConflict(OnConflict::Skip)).sheets[0].skipped, 1);
    choose("b.xlsx", 3, RowChoice::Kind::Update, idOf("甲项目"));
    EXPECT_EQ(planAll({book}, onConflict(OnConflict::Skip)).sheets[0].updated, 1);
}

TEST_F(SeveralFiles, AChoiceOfAProjectThatIsGoneIsAskedAnew) {
    const Workbook book = named("b.xlsx", oneProject(1500).sheets);
    choose("b.xlsx", 3, RowChoice::Kind::Update, 987'654);
    EXPECT_EQ(planAll({book}).sheets[0].added, 1);
}

TEST_F(SeveralFiles, ANewProjectMayNotTakeTheCodeOfAnother) {
    const auto coded = [](const char *name) {
        return sheetOf("签约", {{kTitle},
                                {"编号", "项目名称", "开发区", "总投资（万元）", "签约时间"},
                                {"A-1", name, "孝义", 100.0, "2024-05-10"}});
    };
    import(bookOf({coded("甲项目")}));
    choose("b.xlsx", 3, RowChoice::Kind::New);
    EXPECT_EQ(errorCodes(planAll({named("b.xlsx", {coded("乙项目")})})).join(u' '),
              QStringLiteral("duplicate_code"));
}

} // namespace
} // namespace yipi::exchange::test
