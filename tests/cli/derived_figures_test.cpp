// SPDX-License-Identifier: GPL-3.0-or-later
// Figures beside the rates: due lists, cohorts, funnel, ranking, targets, lights.
#include "cli_fixture.h"

#include <algorithm>

namespace yipi::cli::test {

TEST_F(Cli, OverdueSaysWhoHasToActAndTakesKindAndLight) {
    const json red =
        demo({"overdue", "--as-of", "2024-07", "--light", "red", "--kind", "not_started"}).document();
    ASSERT_FALSE(red["items"].empty());
    for (const json &item : red["items"]) {
        EXPECT_EQ(item["light"], "red");
        EXPECT_EQ(item["kind"], "not_started");
        EXPECT_EQ(item["kind_title"], "签约未开工");
        EXPECT_GE(item["days_overdue"], 91);
        const std::string level = item["level"];
        EXPECT_TRUE(level == "patron" || level == "city") << level;
        EXPECT_EQ(item["who"], level == "patron" ? item["patron"] : json("市"));
    }
    EXPECT_EQ(demo({"overdue", "--as-of", "2024-07", "--light", "绿灯"}).document()["items"].size(), 13U);
    const Answer wrong = demo({"overdue", "--light", "blue"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_TRUE(wrong.err.contains("可用：green、yellow、red、done"));
    EXPECT_EQ(demo({"overdue", "--list", "due", "--kind", "not_started"}).exitCode, 2);
    EXPECT_EQ(demo({"overdue", "--list", "none"}).exitCode, 2);
}

TEST_F(Cli, DueListsAddUp) {
    for (const char *list : {"due", "early"}) {
        const json doc = demo({"overdue", "--list", list, "--as-of", "2024-07"}).document();
        const json &counts = doc["counts"];
        EXPECT_EQ(counts["started"].get<int>(),
                  counts["due"].get<int>() - counts["late"].get<int>() + counts["early"].get<int>());
        EXPECT_EQ(doc["items"].size(), counts[std::string(list) == "due" ? "late" : "early"]);
        EXPECT_EQ(doc["included"].size(), doc["items"].size());
        EXPECT_EQ(doc["included"].size() + doc["excluded"].size(), 122U)
            << "all of 签约一批, with the 11 of the campaign that is held later";
    }
    const json statistics = demo({"overdue", "--list", "statistics", "--as-of", "2024-07"}).document();
    EXPECT_EQ(statistics["counts"]["late"], statistics["items"].size());
}

TEST_F(Cli, CohortsAreNotYetRatherThanLow) {
    const json doc =
        demo({"cohort", "--as-of", "2024-07", "--by", "campaign", "--explain", "2024-1", "--months", "6"})
            .document();
    EXPECT_EQ(doc["of"], "projects");
    ASSERT_EQ(doc["total"].size(), 25U);
    for (const json &cohort : doc["cohorts"]) {
        ASSERT_EQ(cohort["cells"].size(), 25U);
        for (const json &cell : cohort["cells"])
            EXPECT_EQ(cell["percent"].is_null(), cell["not_yet"].get<bool>());
    }
    EXPECT_EQ(doc["included"].size() + doc["excluded"].size(), 122U)
        << "with the 11 of the campaign that is held later";
    EXPECT_EQ(demo({"cohort", "--by", "week"}).exitCode, 2);
    EXPECT_EQ(demo({"cohort", "--event", "attained"}).exitCode, 2);
    EXPECT_EQ(demo({"cohort", "--months", "25"}).exitCode, 2);
    EXPECT_EQ(demo({"cohort", "--explain", "1999-Q1"}).exitCode, 3);
    EXPECT_TRUE(run({"--ledger", s_demo, "cohort", "--as-of", "2024-07"}).out.contains("未到"));
}

TEST_F(Cli, FunnelNarrows) {
    const json doc = demo({"funnel", "--as-of", "2024-07", "--explain", "started"}).document();
    ASSERT_EQ(doc["steps"].size(), 5U);
    EXPECT_EQ(doc["steps"][2]["step"], "started");
    for (std::size_t i = 1; i < 5; ++i) {
        EXPECT_LE(doc["steps"][i]["count"], doc["steps"][i - 1]["count"]);
        EXPECT_EQ(doc["steps"][i]["conversion"]["den"], doc["steps"][i - 1]["count"]);
    }
    EXPECT_EQ(doc["included"].size(), doc["steps"][2]["count"]);
    EXPECT_TRUE(doc["steps"][0]["conversion"]["percent"].is_null());
    EXPECT_EQ(demo({"funnel", "--explain", "suspended"}).exitCode, 2);
    EXPECT_TRUE(run({"--ledger", s_demo, "funnel"}).out.contains("转化率"));
}

TEST_F(Cli, RankingAgreesWithTheRates) {
    const json doc = demo({"ranking", "--rate", "start", "--as-of", "2024-07"}).document();
    ASSERT_EQ(doc["tables"].size(), 1U);
    EXPECT_EQ(doc["tables"][0]["zones"].size(), 8U);
    EXPECT_EQ(doc["tables"][0]["zones"][0]["rank"], 1);
    EXPECT_EQ(doc["total"]["percent"], "78.87");
    EXPECT_TRUE(doc["tables"][0]["zones"][0]["last_month"].contains("points"));
    EXPECT_EQ(demo({"ranking", "--rate", "none"}).exitCode, 3);
    EXPECT_TRUE(run({"--ledger", s_demo, "ranking", "--by-group"}).out.contains("较上月名次"));
}

TEST_F(Cli, TargetsOfAYearWithoutAnySaySo) {
    const Answer answer = demo({"targets", "--as-of", "2023-07", "--by", "zone", "--strategic"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_TRUE(answer.document()["totals"].empty());
    EXPECT_TRUE(answer.err.contains("没有 2023 年的任务目标"));
    EXPECT_TRUE(answer.err.contains("目标仍是各开发区的全部目标"));
    EXPECT_EQ(demo({"targets", "--as-of", "2023-07", "--explain", "sign_count"}).exitCode, 3);
}

TEST_F(Cli, TargetsOfTheDemonstrationYear) {
    const json doc = demo({"targets", "--as-of", "2024-07", "--by", "zone"}).document();
    EXPECT_EQ(doc["totals"].size(), 5U);
    const json &signing = doc["totals"][0];
    EXPECT_EQ(signing["indicator"], "sign_count");
    EXPECT_EQ(signing["target"], 73);
    EXPECT_EQ(signing["actual"], 40);
    EXPECT_TRUE(signing["light"].is_null()) << "the rule set does not judge the pace";
    EXPECT_EQ(doc["zones"].size(), 40U);
    const json rows = demo({"targets", "--as-of", "2024-07", "--explain", "sign_count"}).document();
    EXPECT_EQ(rows["included"].size(), 40U);
    EXPECT_EQ(demo({"targets", "--by", "city"}).exitCode, 2);
    EXPECT_EQ(demo({"targets", "--explain", "jobs"}).exitCode, 2);
}

TEST_F(Cli, ARuleFileMayNameLights) {
    QFile rules(path(QStringLiteral("灯.json")));
    ASSERT_TRUE(rules.open(QIODevice::WriteOnly));
    rules.write(R"({"name":"a","version":"1","lights":"yinchuan",
        "rates":[{"id":"start","title":"开工率","population":"sign","event":"started"}]})");
    rules.close();
    EXPECT_EQ(demo({"rules", "check", rules.fileName()}).exitCode, 0);
    ASSERT_TRUE(rules.open(QIODevice::WriteOnly));
    rules.write(R"({"name":"a","version":"1","lights":"yinchaun","rates":[]})");
    rules.close();
    const Answer wrong = demo({"rules", "check", rules.fileName()});
    EXPECT_EQ(wrong.exitCode, 3);
    EXPECT_TRUE(wrong.err.contains("可以写 sanya、wuhan、yinchuan"));
}

} // namespace yipi::cli::test
