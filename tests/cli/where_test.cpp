// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions (--where) on every command.
#include "cli_fixture.h"

#include <algorithm>

namespace yipi::cli::test {

TEST_F(Cli, WhereNarrowsEveryCommand) {
    const json all = demo({"projects", "--columns", "code,total_investment,industrial"}).document();
    long long expected = 0;
    for (const json &p : all["projects"])
        expected += p["total_investment"].is_number() &&
                    p["total_investment"].get<long long>() >= 500'000'000 && p["industrial"] == true;
    ASSERT_GT(expected, 0);
    ASSERT_LT(expected, all["total"].get<long long>());
    const QString where = QStringLiteral("总投资>=5亿且产业项目");
    EXPECT_EQ(demo({"projects", "--where", where, "--columns", "code"}).document()["total"], expected);
    EXPECT_EQ(demo({"projects", "--where", where, "--zone", "兴县", "--columns", "code"}).document(),
              demo({"projects", "--where", where + " and zone = 兴县", "--columns", "code"}).document());

    const QStringList scope{"--as-of", "2024-07", "--rules", "lvliang-2024"};
    EXPECT_EQ(demo(QStringList{"rates", "--where", "zone = 兴县 且 战新"} + scope).document()["total"],
              demo(QStringList{"rates", "--zone", "兴县", "--strategic"} + scope).document()["total"]);
    EXPECT_EQ(demo(QStringList{"explain", "--rate", "start", "--where", "期次 = 2024-1"} + scope).document(),
              demo(QStringList{"explain", "--rate", "start", "--campaigns", "2024-1"} + scope).document());
    EXPECT_EQ(demo(QStringList{"overdue", "--where", "市 = 吕梁 且 zone in (兴县)"} + scope).document(),
              demo(QStringList{"overdue", "--zone", "兴县"} + scope).document());
    EXPECT_EQ(demo({"projects", "--as-of", "2024-07", "--where", "阶段 = 投产"}).document(),
              demo({"projects", "--as-of", "2024-07", "--stage", "producing"}).document());

    ASSERT_EQ(demo({"export", path("where.xlsx"), "--where", "zone = 兴县"}).exitCode, 0);
    const Answer report =
        demo({"report", "bulletin", "--as-of", "2024-07", "--where", where, "--out", path("where.json")});
    ASSERT_EQ(report.exitCode, 0) << report.out.toStdString();
    QFile file(path("where.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("总投资不少于5亿元，且产业项目"));
}

TEST_F(Cli, WhereSaysWhatIsWrongWithIt) {
    const Answer unknown = demo({"projects", "--where", "战新 且 总投入 >= 1亿"});
    EXPECT_EQ(unknown.exitCode, 2);
    const json error = unknown.document()["error"];
    EXPECT_EQ(error["code"], "usage");
    EXPECT_EQ(error["message"], "--where 第 6 个字：没有字段“总投入”，是否指“总投资”？");
    EXPECT_EQ(demo({"rates", "--where", "总投资 >= "}).exitCode, 2);
    const Answer zone = demo({"rates", "--where", "zone = 兴洲"});
    EXPECT_EQ(zone.exitCode, 3) << "a name that the ledger lacks, as with --zone";
    EXPECT_TRUE(zone.err.contains("台账中没有开发区“兴洲”") || zone.out.contains("台账中没有开发区“兴洲”"));
}

} // namespace yipi::cli::test
