// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as scripts see it: documents on stdout, Chinese on stderr, exit codes (docs/cli.md).
#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <memory>

using nlohmann::json;

namespace {

struct Answer {
    int exitCode = -1;
    QByteArray out, err;
    json document() const { return json::parse(out.toStdString(), nullptr, false); }
};

Answer run(const QStringList &arguments) {
    QProcess process;
    process.start(QStringLiteral(YIPI_CLI), arguments);
    process.waitForFinished(300'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray hashOf(const QString &path) {
    QFile file(path);
    (void)file.open(QIODevice::ReadOnly);
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

/// The demonstration ledger, made once by the program itself.
class Cli : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", s_folder->path().toUtf8());
        s_demo = s_folder->filePath(QStringLiteral("演示.yipi"));
        const Answer made = run({"--json", "demo", s_demo});
        ASSERT_EQ(made.exitCode, 0) << made.err.toStdString();
        EXPECT_EQ(made.document()["schema"], 2);
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static QString path(const QString &name) { return s_folder->filePath(name); }
    static Answer demo(const QStringList &arguments) {
        return run(QStringList{"--ledger", s_demo, "--json"} + arguments);
    }
    static QString copyOfDemo(const QString &name) {
        QFile::remove(path(name));
        QFile::copy(s_demo, path(name));
        return path(name);
    }

    static std::unique_ptr<QTemporaryDir> s_folder;
    static QString s_demo;
};

std::unique_ptr<QTemporaryDir> Cli::s_folder;
QString Cli::s_demo;

} // namespace

TEST_F(Cli, RatesHaveTheirShape) {
    const json doc =
        demo({"rates", "--as-of", "2024-07", "--rules", "lvliang-2024", "--by", "zone"}).document();
    ASSERT_TRUE(doc.is_object());
    EXPECT_EQ(doc["as_of"], "2024-07");
    EXPECT_EQ(doc["rules"]["id"], "lvliang-2024");
    EXPECT_EQ(doc["groups"].size(), 8U);
    EXPECT_EQ(doc["total"]["rates"]["start"],
              (json{{"percent", "78.87"}, {"num", 56}, {"den", 71}, {"unit", "count"}}));
    EXPECT_EQ(doc["total"]["rates"]["attain"],
              (json{{"percent", "97.51"}, {"num", 5874000000}, {"den", 6024000000}, {"unit", "yuan"}}));
    EXPECT_EQ(doc["total"]["counts"]["sign"], 111);
}

TEST_F(Cli, AnEmptyDenominatorIsNullNeverZero) {
    const json doc = demo({"rates", "--as-of", "2020-01"}).document();
    EXPECT_TRUE(doc["total"]["rates"]["start"]["percent"].is_null());
    const Answer text = run({"--ledger", s_demo, "rates", "--as-of", "2020-01"});
    EXPECT_TRUE(text.out.contains("—"));
}

TEST_F(Cli, TrendByMonth) {
    const json doc = demo({"rates", "--as-of", "2024-07", "--by", "month", "--from", "2024-01"}).document();
    ASSERT_EQ(doc["groups"].size(), 7U);
    EXPECT_EQ(doc["groups"][0]["key"], "2024-01");
    EXPECT_EQ(doc["groups"][6]["rates"]["start"]["percent"], "78.87");
}

TEST_F(Cli, ExplainAccountsForEveryEntry) {
    const json doc = demo({"explain", "--rate", "start", "--as-of", "2024-07"}).document();
    EXPECT_EQ(doc["included"].size(), 71U);
    EXPECT_EQ(doc["excluded"].size(), 40U);
    EXPECT_EQ(std::count_if(doc["included"].begin(), doc["included"].end(),
                            [](const json &row) { return row["in_numerator"].get<bool>(); }),
              56);
    EXPECT_FALSE(doc["excluded"][0]["why"].get<std::string>().empty());
    EXPECT_EQ(demo({"explain", "--rate", "none", "--as-of", "2024-07"}).exitCode, 3);
}

TEST_F(Cli, FiguresAsTheyWereKnownAtADay) {
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString yesterday = QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    const std::vector<QStringList> commands{
        {"rates", "--as-of", "2024-07"},
        {"explain", "--rate", "start", "--as-of", "2024-07"},
        {"overdue", "--as-of", "2024-07"},
        {"summary", "--as-of", "2024-07"},
        {"report", "bulletin", "--as-of", "2024-07", "--out", path(QStringLiteral("通报.json"))}};
    for (const QStringList &command : commands) {
        json now = demo(command).document();
        EXPECT_FALSE(now.contains("known_at")) << command[0].toStdString();
        json known = demo(command + QStringList{"--known-at", today}).document();
        EXPECT_EQ(known["known_at"], today.toStdString()) << command[0].toStdString();
        known.erase("known_at");
        EXPECT_EQ(known, now) << command[0].toStdString();
        const Answer before = demo(command + QStringList{"--known-at", yesterday});
        EXPECT_EQ(before.exitCode, 3) << "the ledger was made today: " << command[0].toStdString();
    }
    const Answer text = run({"--ledger", s_demo, "rates", "--as-of", "2024-07", "--known-at", today});
    EXPECT_TRUE(text.out.contains(QStringLiteral("数据以 %1 终了时台账所记为准").arg(today).toUtf8()));
    EXPECT_EQ(demo({"rates", "--known-at", "2024-13-01"}).exitCode, 2);
    EXPECT_EQ(demo({"rates", "--known-at", "9999-01-01"}).exitCode, 2);
    EXPECT_EQ(demo({"export", path(QStringLiteral("x.xlsx")), "--known-at", today}).exitCode, 2)
        << "where it would not be heeded it is not taken";
}

TEST_F(Cli, SummaryOfTheCampaignAtHand) {
    const json doc = demo({"summary", "--as-of", "2024-07", "--campaign", "2024-3"}).document();
    EXPECT_EQ(doc["batches"]["sign"],
              (json{{"count", 11}, {"investment", 5342000000}, {"expected_output", 3750000000}}));
    EXPECT_EQ(doc["over_100m"], 14);
    EXPECT_EQ(doc["strategic"], 22);
}

TEST_F(Cli, OverdueAndProjects) {
    const json overdue = demo({"overdue", "--as-of", "2024-07"}).document();
    EXPECT_EQ(overdue["items"].size(), 48U);
    EXPECT_EQ(overdue["items"][0]["light"], "red");
    const json projects = demo({"projects", "--zone", "兴县", "--campaigns", "2024-1..2024-2", "--batch",
                                "sign", "--columns", "code,total_investment"})
                              .document();
    EXPECT_EQ(projects["total"], 8);
    long long sum = 0;
    for (const json &p : projects["projects"])
        sum += p["total_investment"].get<long long>();
    EXPECT_EQ(sum, 4877000000);
}

TEST_F(Cli, SetGoesThroughTheJournal) {
    const QString ledger = copyOfDemo(QStringLiteral("set.yipi"));
    const json first =
        run({"--ledger", ledger, "--json", "projects", "--columns", "code"}).document()["projects"][0];
    const QString code = QString::fromStdString(first["code"].get<std::string>());
    const Answer set = run({"--ledger", ledger, "--json", "--user", "张样本", "set", code,
                            "total_investment=1.5亿", "remarks=核对后更正", "--reason", "合同核对"});
    ASSERT_EQ(set.exitCode, 0) << set.err.toStdString();
    const json shown = run({"--ledger", ledger, "--json", "show", code}).document();
    EXPECT_EQ(shown["total_investment"], 150000000);
    EXPECT_EQ(shown["version"], set.document()["version"]);
    const json history = run({"--ledger", ledger, "--json", "history", code}).document()["history"];
    EXPECT_EQ(history.back()["user"], "张样本");
    EXPECT_EQ(history.back()["reason"], "合同核对");
    EXPECT_EQ(run({"--ledger", ledger, "set", code, "planned_start=2024年13月", "--reason", "x"}).exitCode,
              3);
    EXPECT_EQ(run({"--ledger", ledger, "set", code, "no_such=1", "--reason", "x"}).exitCode, 2);
    EXPECT_EQ(run({"--ledger", ledger, "verify"}).exitCode, 0);
}

TEST_F(Cli, ACampaignIsShownAndDatedByItsKey) {
    const QString ledger = copyOfDemo(QStringLiteral("campaign.yipi"));
    const Answer set =
        run({"--ledger", ledger, "--json", "set", "2024-2", "held_on=2024-05-29", "--reason", "补填"});
    ASSERT_EQ(set.exitCode, 0) << set.err.toStdString();
    const json shown = run({"--ledger", ledger, "--json", "show", "2024-2"}).document();
    EXPECT_EQ(shown["held_on"], "2024-05-29");
    EXPECT_EQ(shown["version"], set.document()["version"]);
    const json history = run({"--ledger", ledger, "--json", "history", "2024-2"}).document()["history"];
    EXPECT_EQ(history.back()["reason"], "补填");
    const Answer unknown = run({"--ledger", ledger, "--json", "show", "2031-2"});
    EXPECT_EQ(unknown.exitCode, 3);
    EXPECT_TRUE(unknown.err.contains("2024-3")) << unknown.err.toStdString();
}

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

TEST_F(Cli, BackupRestoreVerify) {
    const QString copy = path(QStringLiteral("备份.yipi"));
    EXPECT_EQ(demo({"backup", copy}).exitCode, 0);
    const QString target = path(QStringLiteral("恢复.yipi"));
    EXPECT_EQ(run({"--ledger", target, "--json", "restore", copy}).exitCode, 0);
    const Answer verified = run({"--ledger", target, "--json", "verify"});
    EXPECT_EQ(verified.exitCode, 0);
    EXPECT_EQ(verified.document()["ok"], true);
    EXPECT_EQ(run({"--ledger", target, "--json", "rates", "--as-of", "2024-07"})
                  .document()["total"]["rates"]["start"]["percent"],
              "78.87");
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

TEST_F(Cli, LedgersThatCannotBeOpened) {
    EXPECT_EQ(
        run({"--ledger", path(QStringLiteral("没有.yipi")), "--json", "rates"}).document()["error"]["code"],
        "file_missing");
    QFile text(path(QStringLiteral("文本.yipi")));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(5000, 'x'));
    text.close();
    const Answer foreign = run({"--ledger", text.fileName(), "--json", "rates"});
    EXPECT_EQ(foreign.exitCode, 5);
    EXPECT_EQ(foreign.document()["error"]["code"], "ledger_foreign");
    EXPECT_EQ(run({"--ledger", "postgresql://localhost/yipi", "--json", "rates"}).exitCode, 2);
}

TEST_F(Cli, SetTellsWhatIsDoubtful) {
    const QString ledger = copyOfDemo(QStringLiteral("doubts.yipi"));
    const json project = run({"--ledger", ledger, "--json", "projects", "--columns", "编号,total_investment",
                              "--batch", "sign"})
                             .document()["projects"][0];
    const QString code = QString::fromStdString(project["code"].get<std::string>());
    const auto set = [&](const QString &field) {
        return run({"--ledger", ledger, "--json", "set", code, field, "--reason", "核对"});
    };
    const Answer vague = set(QStringLiteral("总投资=约3000"));
    ASSERT_EQ(vague.exitCode, 0) << vague.err.toStdString();
    EXPECT_EQ(vague.document()["warnings"][0]["code"], "guess");
    EXPECT_TRUE(vague.err.contains("提示：")) << vague.err.toStdString();
    EXPECT_TRUE(set(QStringLiteral("签约时间=2099-01-01")).out.contains("event_in_future"));
    EXPECT_EQ(set(QStringLiteral("total_investment=3")).document()["warnings"][0]["code"], "unit_suspect");

    EXPECT_EQ(set(QStringLiteral("uid=x")).exitCode, 3);
    EXPECT_EQ(set(QStringLiteral("jobs=-5")).exitCode, 3);
    EXPECT_EQ(run({"--ledger", ledger, "set", code, "remarks=x", "--reason", " "}).exitCode, 2);
    const Answer unknown = set(QStringLiteral("投资=3"));
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_TRUE(unknown.err.contains("总投资（total_investment）")) << unknown.err.toStdString();
    EXPECT_TRUE(run({"set", "--help"}).out.contains("总投资 total_investment"));
}

TEST_F(Cli, SortsDownwards) {
    const json list = demo({"projects", "--columns", "总投资", "--sort", "-总投资"}).document()["projects"];
    ASSERT_GT(list.size(), 2U);
    for (std::size_t i = 1; i < list.size(); ++i)
        if (!list[i]["total_investment"].is_null()) {
            EXPECT_GE(list[i - 1]["total_investment"], list[i]["total_investment"]);
        }
}

TEST_F(Cli, QuietKeepsResultsAndLostOnesAreErrors) {
    const Answer loud = run({"--ledger", s_demo, "rates", "--as-of", "2024-07"});
    const Answer quiet = run({"--quiet", "--ledger", s_demo, "rates", "--as-of", "2024-07"});
    EXPECT_FALSE(loud.out.isEmpty());
    EXPECT_EQ(quiet.out, loud.out);
    const QString copy = path(QStringLiteral("静.yipi"));
    const Answer told = run({"--ledger", s_demo, "backup", copy});
    EXPECT_TRUE(told.err.contains("已备份"));
    EXPECT_TRUE(told.out.isEmpty());
    EXPECT_TRUE(run({"--quiet", "--ledger", s_demo, "backup", copy}).err.isEmpty());

    for (const QStringList &arguments :
         {QStringList{"--ledger", s_demo, "projects"}, QStringList{"--help"}}) {
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(YIPI_CLI), arguments);
        process.waitForFinished(300'000);
        EXPECT_EQ(process.exitCode(), 1);
        EXPECT_TRUE(process.readAllStandardError().contains("没有写全"));
    }
}

TEST_F(Cli, PlacesThatTakeNoFileAreRefusedInput) {
    const QString missing = path(QStringLiteral("没有/x"));
    for (const QStringList &arguments :
         {QStringList{"export", missing + ".xlsx"}, QStringList{"template", missing + ".xlsx"},
          QStringList{"report", "bulletin", "--out", missing + ".docx"}, QStringList{"backup", missing},
          QStringList{"init", missing}}) {
        const Answer answer = demo(arguments);
        EXPECT_EQ(answer.exitCode, 3) << arguments.join(u' ').toStdString();
        EXPECT_TRUE(answer.err.contains("不存在")) << answer.err.toStdString();
    }
    const QString ledger = copyOfDemo(QStringLiteral("另一个.yipi"));
    ASSERT_EQ(run({"init", path(QStringLiteral("新.yipi"))}).exitCode, 0);
    const QByteArray before = hashOf(ledger);
    EXPECT_EQ(run({"--ledger", path(QStringLiteral("新.yipi")), "backup", ledger}).exitCode, 3);
    EXPECT_EQ(hashOf(ledger), before);
}

TEST_F(Cli, FiltersThatMatchNothingAreErrors) {
    EXPECT_EQ(demo({"projects", "--city", "吕梁"}).document()["total"],
              demo({"projects", "--city", "吕梁市"}).document()["total"]);
    for (const auto &[arguments, code] :
         std::vector<std::pair<QStringList, int>>{{{"projects", "--city", "火星"}, 3},
                                                  {{"projects", "--campaigns", "2031-1"}, 3},
                                                  {{"rates", "--campaigns", "2031-1..2032-1"}, 3},
                                                  {{"projects", "--campaigns", "2024-2..2023-1"}, 2},
                                                  {{"projects", "--campaigns", "20242"}, 2},
                                                  {{"projects", "--rules", "none"}, 3},
                                                  {{"import", "x.csv", "--campaign", "20242"}, 2}}) {
        const Answer answer = demo(arguments);
        EXPECT_EQ(answer.exitCode, code) << arguments.join(u' ').toStdString();
        EXPECT_TRUE(answer.document()["error"].is_object());
    }
}

TEST_F(Cli, ShowsUnitsStageListsAndReports) {
    const Answer show = run({"--ledger", s_demo, "show", "1"});
    ASSERT_EQ(show.exitCode, 0) << show.err.toStdString();
    for (const char *words : {"万元\n", "阶段：", "入批：", "月度进展："})
        EXPECT_TRUE(show.out.contains(words)) << show.out.toStdString();
    const Answer explain = run({"--ledger", s_demo, "explain", "--rate", "attain", "--as-of", "2024-07"});
    EXPECT_TRUE(explain.out.contains("58.74/60.24 亿元")) << explain.out.left(300).toStdString();
    const Answer history = run({"--ledger", s_demo, "history", "1"});
    EXPECT_FALSE(history.out.contains("Z "));
}

TEST_F(Cli, UsageErrorsSpeakChinese) {
    static const QRegularExpression english(
        QStringLiteral("argument|required|expected|convert|missing|such"));
    const QString none = path(QStringLiteral("none.json"));
    for (const auto &[arguments, words] : std::vector<std::pair<QStringList, const char *>>{
             {{"no-command"}, "没有命令“no-command”"},
             {{"rates", "--no-option"}, "没有选项 --no-option"},
             {{"show", "a", "b"}, "多余的参数“b”"},
             {{"show"}, "缺少 PROJECT"},
             {{"rules"}, "rules 后面要写命令"},
             {{"rates", "--zone"}, "--zone 后面缺少值"},
             {{"generate", "x", "--seed", "abc"}, "--seed 的值“abc”不对"},
             {{"month", "status", "2024-07"}, "这一版没有 month"},
             {{"package", "export", "x"}, "这一版没有 package"},
             {{"problems", "--status", "open"}, "这一版没有 problems"},
             {{"report", "zone", "--out", "x.docx"}, "这一版没有报告“zone”"},
             {{"rules", "check", none}, "不存在"},
             {{"import", "x.csv", "--mapping", none}, "不存在"}}) {
        const Answer answer = demo(arguments);
        EXPECT_EQ(answer.exitCode, arguments.contains(none) ? 3 : 2) << arguments.join(u' ').toStdString();
        QString said = QString::fromUtf8(answer.err).remove(none);
        EXPECT_TRUE(said.contains(QString::fromUtf8(words))) << said.toStdString();
        EXPECT_FALSE(said.remove(arguments.value(0)).contains(english)) << said.toStdString();
    }
    for (const QStringList &arguments : {QStringList{"--help"}, QStringList{"rates", "--help"}}) {
        const Answer help = run(arguments);
        EXPECT_FALSE(QString::fromUtf8(help.out).contains(
            QRegularExpression(QStringLiteral("Options|Subcommands|Usage|Positionals|TEXT|REQUIRED"))))
            << help.out.toStdString();
    }
}

TEST_F(Cli, UsageErrorsExitWithTwo) {
    EXPECT_EQ(run({"no-such-command"}).exitCode, 2);
    EXPECT_EQ(run({}).exitCode, 2);
    EXPECT_EQ(demo({"rates", "--as-of", "七月"}).exitCode, 2);
    EXPECT_EQ(demo({"rates", "--by", "colour"}).exitCode, 2);
    EXPECT_EQ(demo({"rates", "--rules", "none"}).exitCode, 3);
    const Answer help = run({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_TRUE(help.out.contains("用法"));
}

TEST_F(Cli, RulesAreListedShownCheckedAndChosen) {
    const json list = demo({"rules", "list"}).document()["rules"];
    EXPECT_GE(list.size(), 5U);
    EXPECT_EQ(demo({"rules", "show", "shanxi-batch"}).document()["id"], "shanxi-batch");
    EXPECT_EQ(
        demo({"rules", "check", QStringLiteral(YIPI_SOURCE_DIR "/data/rules/shanxi-batch.json")}).exitCode,
        0);
    QFile bad(path(QStringLiteral("坏口径.json")));
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write("{\"name\": 3}");
    bad.close();
    EXPECT_EQ(demo({"rules", "check", bad.fileName()}).exitCode, 3);
    const QString ledger = copyOfDemo(QStringLiteral("rules.yipi"));
    EXPECT_EQ(run({"--ledger", ledger, "rules", "use", "shanxi-batch"}).exitCode, 0);
    EXPECT_EQ(run({"--ledger", ledger, "--json", "rates", "--as-of", "2024-07"}).document()["rules"]["id"],
              "shanxi-batch");
}

TEST_F(Cli, TheSameSeedGeneratesTheSameLedger) {
    const auto projects = [](const QString &name) {
        EXPECT_EQ(run({"--json", "generate", path(name), "--projects", "200", "--months", "3", "--seed", "7"})
                      .document()["projects"],
                  200);
        return run({"--ledger", path(name), "--json", "projects"}).out;
    };
    EXPECT_EQ(projects(QStringLiteral("g1.yipi")), projects(QStringLiteral("g2.yipi")));
}
