// SPDX-License-Identifier: GPL-3.0-or-later
// Ledgers as files.
#include "cli_fixture.h"

namespace yipi::cli::test {

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

TEST_F(Cli, TheSameSeedGeneratesTheSameLedger) {
    const auto projects = [](const QString &name) {
        EXPECT_EQ(run({"--json", "generate", path(name), "--projects", "200", "--months", "3", "--seed", "7"})
                      .document()["projects"],
                  200);
        return run({"--ledger", path(name), "--json", "projects"}).out;
    };
    EXPECT_EQ(projects(QStringLiteral("g1.yipi")), projects(QStringLiteral("g2.yipi")));
}

} // namespace yipi::cli::test
