// SPDX-License-Identifier: GPL-3.0-or-later
// Files that come in and go out.
#include "cli_fixture.h"

#include <QDir>

#include <fstream>

namespace yipi::cli::test {

TEST_F(Cli, AnExportMakesTheSameLedgerElsewhere) {
    const QString book = path(QStringLiteral("搬家.xlsx"));
    ASSERT_EQ(demo({"export", book}).exitCode, 0);
    const QString ledger = path(QStringLiteral("moved.yipi"));
    ASSERT_EQ(run({"init", ledger}).exitCode, 0);
    const Answer imported = run({"--ledger", ledger, "--json", "import", book, "--create-zones"});
    ASSERT_EQ(imported.exitCode, 0) << imported.err.toStdString();
    const QStringList rates{"rates", "--as-of", "2024-07", "--rules", "lvliang-2024", "--by", "month"};
    EXPECT_EQ(run(QStringList{"--ledger", ledger, "--json"} + rates).document(), demo(rates).document());
}

TEST_F(Cli, ExportComesBackUnchanged) {
    const QString book = path(QStringLiteral("导出.xlsx"));
    ASSERT_EQ(demo({"export", book}).exitCode, 0);
    const QString ledger = copyOfDemo(QStringLiteral("again.yipi"));
    const Answer again = run({"--ledger", ledger, "--json", "import", book, "--dry-run"});
    ASSERT_EQ(again.exitCode, 0) << again.out.toStdString();
    const json document = again.document();
    for (const json &sheet : document["sheets"]) {
        EXPECT_EQ(sheet["added"], 0) << sheet["sheet"];
        EXPECT_EQ(sheet["updated"], 0) << sheet["sheet"];
    }
}

TEST_F(Cli, FilesOfEightZonesGoOutAndComeInTogether) {
    const QString folder = path(QStringLiteral("zones"));
    QDir().mkpath(folder);
    const Answer out = demo({"--json", "export", folder, "--by-zone"});
    ASSERT_EQ(out.exitCode, 0) << out.err.toStdString();
    QStringList files;
    const json written = out.document();
    for (const json &file : written["files"])
        files << QString::fromStdString(file.get<std::string>());
    ASSERT_EQ(files.size(), 8);
    EXPECT_NE(demo({"export", folder, "--by-zone"}).exitCode, 0) << "nothing is overwritten";
    const QString ledger = path(QStringLiteral("together.yipi"));
    ASSERT_EQ(run({"init", ledger}).exitCode, 0);
    const Answer in = run(QStringList{"--ledger", ledger, "--json", "import", "--create-zones"} + files);
    ASSERT_EQ(in.exitCode, 0) << in.out.toStdString();
    const json document = in.document();
    EXPECT_EQ(document["files"].size(), 8u);
    EXPECT_EQ(document["sheets"][0]["file"], files[0].toStdString());
    const QStringList rates{"rates", "--as-of", "2024-07", "--rules", "lvliang-2024", "--by", "zone"};
    EXPECT_EQ(run(QStringList{"--ledger", ledger, "--json"} + rates).document()["total"],
              demo(rates).document()["total"]);
}

TEST_F(Cli, OneBadFileOfSeveralKeepsAllOut) {
    const QString ledger = copyOfDemo(QStringLiteral("several.yipi"));
    const QByteArray before = hashOf(ledger);
    const QString good = path(QStringLiteral("good.json")), missing = path(QStringLiteral("没有.xlsx"));
    ASSERT_EQ(demo({"export", good}).exitCode, 0);
    const Answer refused = run({"--ledger", ledger, "import", good, missing});
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_TRUE(refused.err.contains("没有.xlsx")) << refused.err.toStdString();
    EXPECT_EQ(hashOf(ledger), before);
}

TEST_F(Cli, AllBadFilesOfSeveralAreNamed) {
    const QString ledger = copyOfDemo(QStringLiteral("several-bad.yipi"));
    const QByteArray before = hashOf(ledger);
    QFile noSheet(path(QStringLiteral("坏%1.xlsx")));
    ASSERT_TRUE(noSheet.open(QIODevice::WriteOnly));
    noSheet.write("not a spreadsheet at all");
    noSheet.close();
    const Answer refused =
        run({"--ledger", ledger, "--json", "import", path(QStringLiteral("没有.xlsx")), noSheet.fileName()});
    EXPECT_NE(refused.exitCode, 0);
    for (const char *name : {"没有.xlsx", "坏%1.xlsx", "2 个文件"})
        EXPECT_TRUE(refused.err.contains(name)) << name << " " << refused.err.toStdString();
    EXPECT_EQ(refused.document()["error"]["details"].size(), 2u) << refused.out.toStdString();
    EXPECT_EQ(hashOf(ledger), before);
}

TEST_F(Cli, ADryRunListsWhatUpdatesChange) {
    const auto write = [](const char *investment) {
        QFile file(path(QStringLiteral("更新.csv")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(
            "2024年第2次签约一批\n单位：万元\n项目名称,开发区,总投资,产业项目\n对照项目,孝义经济开发区,");
        file.write(investment);
        file.write(",是\n");
        return file.fileName();
    };
    const QString ledger = copyOfDemo(QStringLiteral("changes.yipi"));
    ASSERT_EQ(run({"--ledger", ledger, "import", write("1200")}).exitCode, 0);
    const QString changed = write("1500");
    const Answer told = run({"--ledger", ledger, "import", changed, "--dry-run"});
    EXPECT_TRUE(told.out.contains("更新 第 4 行 对照项目：总投资 1200")) << told.out.toStdString();
    EXPECT_TRUE(told.out.contains(" → 1500")) << told.out.toStdString();
    const json document = run({"--ledger", ledger, "--json", "import", changed, "--dry-run"}).document();
    const json &changes = document["sheets"][0]["changes"];
    ASSERT_EQ(changes.size(), 1u) << document.dump(1);
    EXPECT_EQ(changes[0]["row"], 4);
    EXPECT_EQ(changes[0]["changes"][0]["field"], "总投资");
}

TEST_F(Cli, FormsForAMonthNeedTheirMonth) {
    const QString folder = path(QStringLiteral("forms"));
    QDir().mkpath(folder);
    const Answer forms = demo({"--json", "template", folder, "--by-zone", "--month", "2024-08"});
    ASSERT_EQ(forms.exitCode, 0) << forms.err.toStdString();
    EXPECT_EQ(forms.document()["files"].size(), 8u);
    EXPECT_EQ(demo({"template", folder, "--by-zone"}).exitCode, 2);
    const QString one = path(QStringLiteral("one.xlsx"));
    EXPECT_EQ(demo({"template", one, "--zone", "兴县", "--month", "2024-08"}).exitCode, 0);
    EXPECT_NE(demo({"template", one, "--zone", "火星", "--month", "2024-08"}).exitCode, 0);
}

TEST_F(Cli, AMessyWorkbookGivesItsRates) {
    std::ifstream expected(YIPI_SOURCE_DIR "/tests/data/messy_three_sheets.json");
    const json want = json::parse(expected, nullptr, false);
    ASSERT_TRUE(want.is_object());
    const QString ledger = path(QStringLiteral("messy.yipi"));
    ASSERT_EQ(run({"init", ledger}).exitCode, 0);
    const Answer imported =
        run({"--ledger", ledger, "--json", "import",
             QStringLiteral(YIPI_SOURCE_DIR "/tests/data/messy_three_sheets.xlsx"), "--create-zones"});
    ASSERT_EQ(imported.exitCode, 0) << imported.out.toStdString();
    const json rates = run({"--ledger", ledger, "--json", "rates", "--as-of",
                            QString::fromStdString(want["as_of"].get<std::string>())})
                           .document()["total"]["rates"];
    for (const auto &[id, rate] : want["rates"].items()) {
        if (!rate.is_object())
            continue; // the note on the rule
        EXPECT_EQ(rates[id]["num"].get<long long>() * rate["den"].get<long long>(),
                  rates[id]["den"].get<long long>() * rate["num"].get<long long>())
            << id << rates[id] << rate;
    }
}

TEST_F(Cli, BadInputHasItsOwnMessageAndLeavesTheLedgerAlone) {
    const QString ledger = copyOfDemo(QStringLiteral("untouched.yipi"));
    const QByteArray before = hashOf(ledger);
    const auto write = [](const QString &name, const QByteArray &content) {
        QFile file(path(name));
        (void)file.open(QIODevice::WriteOnly);
        file.write(content);
        return path(name);
    };
    const std::vector<std::pair<QString, std::string>> cases{
        {path(QStringLiteral("没有.xlsx")), "file_missing"},
        {write(QStringLiteral("字节.xlsx"), QByteArray("not a spreadsheet at all")), "file_unreadable"},
        {write(QStringLiteral("空.csv"), QByteArray()), "file_unreadable"},
        {write(QStringLiteral("无表头.csv"), QByteArray("a,b,c\n1,2,3\n")), "no_header"},
    };
    for (const auto &[file, code] : cases) {
        const Answer answer = run({"--ledger", ledger, "--json", "import", file});
        EXPECT_EQ(answer.exitCode, 3) << file.toStdString();
        EXPECT_EQ(answer.document()["error"]["code"], code) << answer.out.toStdString();
        EXPECT_TRUE(answer.err.contains(file.section(u'/', -1).toUtf8())) << answer.err.toStdString();
    }
    const QString unknown = write(
        QStringLiteral("未知区.csv"),
        QStringLiteral("2024年第2次签约一批\n单位：万元\n项目名称,开发区,总投资\n甲项目,某某经开区,2000\n")
            .toUtf8());
    const Answer refused = run({"--ledger", ledger, "--json", "import", unknown});
    EXPECT_EQ(refused.exitCode, 3);
    const json doc = refused.document();
    EXPECT_EQ(doc["written"], false);
    EXPECT_EQ(doc["sheets"][0]["errors"][0]["code"], "unknown_zone") << doc.dump(1);
    EXPECT_EQ(doc["sheets"][0]["errors"][0]["row"], 4);
    EXPECT_EQ(hashOf(ledger), before);
}

TEST_F(Cli, ARefusedImportDoesNotAlsoSayThatThereWasNothingToWrite) {
    QFile file(path(QStringLiteral("一错.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        QStringLiteral("2024年第2次签约一批\n单位：万元\n项目名称,开发区,总投资\n甲,孝义经开区,看情况\n")
            .toUtf8());
    file.close();
    const QString ledger = copyOfDemo(QStringLiteral("refused.yipi"));
    const Answer refused = run({"--ledger", ledger, "import", file.fileName()});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_TRUE(refused.out.contains("没有写入任何内容")) << refused.out.toStdString();
    EXPECT_FALSE(refused.out.contains("没有需要写入的内容")) << refused.out.toStdString();
    const Answer accepted = run({"--ledger", ledger, "import", file.fileName(), "--accept-valid"});
    EXPECT_EQ(accepted.exitCode, 0);
    EXPECT_TRUE(accepted.out.contains("没有需要写入的内容")) << accepted.out.toStdString();
}

TEST_F(Cli, RemembersTheColumnsOfALayoutAndPrintsControlSums) {
    const auto write = [](const QString &name, const QString &content) {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content.toUtf8());
        return path(name);
    };
    const QString table = QStringLiteral("2024年第2次签约一批\n单位：万元\n项目名称,开发区,总投资,用电负荷\n"
                                         "记忆项目,孝义经开区,1200,3000千瓦\n合计,,1300,\n");
    const QString file = write(QStringLiteral("记忆.csv"), table);
    const QString mapping =
        write(QStringLiteral("列.json"), QStringLiteral("{\"记忆\": {\"D\": \"remarks+\"}}"));
    const QString ledger = copyOfDemo(QStringLiteral("remembered.yipi"));
    EXPECT_EQ(run({"--ledger", ledger, "import", file, "--remember", "--dry-run"}).exitCode, 2);
    const Answer first = run({"--ledger", ledger, "import", file, "--mapping", mapping, "--remember"});
    ASSERT_EQ(first.exitCode, 0) << first.err.toStdString();
    EXPECT_TRUE(first.out.contains("核对：读 1 行")) << first.out.toStdString();
    EXPECT_TRUE(first.out.contains("写的是 1300 万元")) << first.out.toStdString();

    const auto again = [&](const QStringList &more) {
        return run(QStringList{"--ledger", ledger, "--json", "import", file, "--dry-run"} + more)
            .document()["sheets"][0];
    };
    const json known = again({});
    EXPECT_EQ(known["columns"][3]["field"], "remarks+");
    EXPECT_EQ(known["columns"][3]["remembered"], true);
    EXPECT_EQ(known["unchanged"], 1) << known.dump(1);
    EXPECT_EQ(known["totals"][0]["read"], 12'000'000);
    EXPECT_EQ(known["totals"][0]["stored"], 12'000'000);
    EXPECT_TRUE(again({"--no-memory"})["columns"][3]["field"].is_null());
}

TEST_F(Cli, ThousandsOfErrorsAreCountedAndTheFirstShown) {
    QByteArray rows = QStringLiteral("2024年第2次签约一批\n单位：万元\n项目名称,开发区,总投资\n").toUtf8();
    for (int i = 0; i < 12'000; ++i)
        rows += QStringLiteral("项目%1,孝义经开区,看情况\n").arg(i).toUtf8();
    QFile file(path(QStringLiteral("多错.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(rows);
    file.close();
    const Answer answer = demo({"import", file.fileName(), "--dry-run"});
    EXPECT_EQ(answer.exitCode, 3);
    const json doc = answer.document();
    EXPECT_EQ(doc["error_count"], 12'000);
    EXPECT_EQ(doc["sheets"][0]["errors"].size(), 200U);
}

TEST_F(Cli, DocumentsInEveryFormat) {
    for (const char *suffix : {"docx", "pdf", "xlsx", "html", "json"}) {
        const QString out = path(QStringLiteral("通报.") + QString::fromLatin1(suffix));
        const Answer answer = demo({"report", "bulletin", "--as-of", "2024-07", "--out", out});
        EXPECT_EQ(answer.exitCode, 0) << suffix << answer.err.toStdString();
        EXPECT_GT(QFile(out).size(), 1000) << suffix;
    }
    EXPECT_EQ(demo({"report", "bulletin", "--out", path(QStringLiteral("通报.wps"))}).exitCode, 2);
    EXPECT_EQ(demo({"report", "zone", "--out", path(QStringLiteral("x.docx"))}).exitCode, 2);
}

TEST_F(Cli, MissingFontsAreNotedWhereTheyMatter) {
    const auto notes = [](const char *suffix) {
        const QString out = path(QStringLiteral("字体.") + QString::fromLatin1(suffix));
        return run({"--ledger", s_demo, "report", "bulletin", "--as-of", "2024-07", "--out", out}).err;
    };
    for (const char *suffix : {"xlsx", "html", "json"})
        EXPECT_EQ(notes(suffix).count('\n'), 1) << notes(suffix).toStdString();
    EXPECT_EQ(notes("docx").count('\n'), notes("PDF").count('\n'));
}

} // namespace yipi::cli::test
