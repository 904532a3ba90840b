// SPDX-License-Identifier: GPL-3.0-or-later
// Figures, filters and rule sets.
#include "cli_fixture.h"

#include <algorithm>

namespace yipi::cli::test {

TEST_F(Cli, RatesHaveTheirShape) {
    const json doc =
        demo({"rates", "--as-of", "2024-07", "--rules", "lvliang-2024", "--by", "zone"}).document();
    ASSERT_TRUE(doc.is_object());
    EXPECT_EQ(doc["as_of"], "2024-07");
    EXPECT_EQ(doc["rules"]["id"], "lvliang-2024");
    EXPECT_EQ(doc["groups"].size(), 8U);
    EXPECT_EQ(doc["total"]["rates"]["start"], (json{{"percent", "78.87"},
                                                    {"num", 56},
                                                    {"den", 71},
                                                    {"unit", "count"},
                                                    {"last_month", "1.41"},
                                                    {"last_year", nullptr}}));
    EXPECT_EQ(doc["total"]["rates"]["attain"], (json{{"percent", "97.51"},
                                                     {"num", 5874000000},
                                                     {"den", 6024000000},
                                                     {"unit", "yuan"},
                                                     {"last_month", "1.65"},
                                                     {"last_year", "24.64"}}));
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
    EXPECT_EQ(doc["groups"][6]["rates"]["start"]["last_month"], "1.41");
    // Of the unrounded rates, as the table of the month says.
    const json month =
        demo({"rates", "--as-of", "2024-03", "--by", "zone"}).document()["groups"][0]["rates"]["produce"];
    const json series = demo({"rates", "--as-of", "2024-04", "--by", "zone,month", "--from", "2024-03"})
                            .document()["groups"][0]["rates"]["produce"];
    EXPECT_EQ(series, month);
    EXPECT_TRUE(run({"--ledger", s_demo, "rates", "--as-of", "2024-07", "--by", "month"})
                    .out.contains("较上月/上年同月"));
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

} // namespace yipi::cli::test
