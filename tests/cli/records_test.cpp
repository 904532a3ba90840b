// SPDX-License-Identifier: GPL-3.0-or-later
// Listing, showing and changing records.
#include "cli_fixture.h"

namespace yipi::cli::test {

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

TEST_F(Cli, CustomFieldsAreMadeFilledListedAndRemoved) {
    const QString ledger = copyOfDemo(QStringLiteral("fields.yipi"));
    const auto cli = [&](const QStringList &arguments) {
        return run(QStringList{"--ledger", ledger, "--json"} + arguments);
    };
    EXPECT_TRUE(cli({"fields"}).document()["fields"].empty());
    EXPECT_EQ(cli({"add-field", "设备台数", "--type", "number", "--unit", "台"}).document()["key"],
              "custom_1");
    EXPECT_EQ(cli({"add-field", "评级", "--type", "choice", "--options", "A类,B类"}).exitCode, 0);
    EXPECT_EQ(cli({"add-field", "总投资"}).exitCode, 3) << "built in";
    EXPECT_EQ(cli({"add-field", "等级", "--type", "choice"}).exitCode, 3) << "nothing to choose";
    EXPECT_EQ(cli({"add-field", "等级", "--type", "流程"}).exitCode, 2);

    const json projects = cli({"projects", "--columns", "code"}).document()["projects"];
    const QString code = QString::fromStdString(projects[3]["code"].get<std::string>());
    EXPECT_EQ(cli({"set", code, "设备台数=120", "评级=B类", "--reason", "补录"}).exitCode, 0);
    EXPECT_EQ(cli({"set", code, "评级=C类", "--reason", "补录"}).exitCode, 3);
    const json shown = cli({"show", code}).document();
    EXPECT_EQ(shown["custom_1"], 120.0);
    EXPECT_EQ(shown["custom_2"], "B类");
    const json sorted = cli({"projects", "--columns", "code,设备台数", "--sort", "设备台数"}).document();
    EXPECT_EQ(sorted["projects"][0]["code"], code.toStdString());
    EXPECT_EQ(sorted["projects"][0]["custom_1"], 120.0);
    EXPECT_EQ(
        cli({"projects", "--columns", "code", "--where", "设备台数 > 100 且 评级 = B类"}).document()["total"],
        1);
    const json fields = cli({"fields"}).document()["fields"];
    EXPECT_EQ(fields[0]["filled"], 1);
    EXPECT_EQ(fields[1]["options"], (json{"A类", "B类"}));

    EXPECT_EQ(cli({"remove-field", "没有的"}).exitCode, 3);
    EXPECT_EQ(cli({"remove-field", "评级"}).document()["filled"], 1);
    EXPECT_FALSE(cli({"show", code}).document().contains("custom_2"));
    EXPECT_EQ(cli({"verify"}).exitCode, 0);
}

} // namespace yipi::cli::test
