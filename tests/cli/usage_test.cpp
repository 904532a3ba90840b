// SPDX-License-Identifier: GPL-3.0-or-later
// Options, streams and exit codes.
#include "cli_fixture.h"

#include <QRegularExpression>

namespace yipi::cli::test {

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

} // namespace yipi::cli::test
