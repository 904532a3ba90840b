// SPDX-License-Identifier: GPL-3.0-or-later
// Assessment: schemes, scores and ranks, where a score comes from, what-if.
#include "cli_fixture.h"

#include <QDate>
#include <QDir>

namespace yipi::cli::test {

class CliAssess : public Cli {
protected:
    static json assess(const QStringList &arguments) {
        const Answer answer = demo(QStringList{"assess"} + arguments);
        EXPECT_EQ(answer.exitCode, 0) << answer.err.toStdString();
        return answer.document();
    }
    static int fails(const QStringList &arguments) {
        return demo(QStringList{"assess"} + arguments).exitCode;
    }
    static const json &zone(const json &doc, const std::string &name) {
        static const json kNone;
        for (const json &group : doc["groups"])
            for (const json &line : group["zones"])
                if (line["zone"].get<std::string>().starts_with(name))
                    return line;
        ADD_FAILURE() << name;
        return kNone;
    }
};

TEST_F(CliAssess, ListsShowsAndChecksSchemes) {
    const json list = assess({"list"});
    ASSERT_EQ(list["schemes"].size(), 2U);
    EXPECT_EQ(list["schemes"][0]["id"], "efficacy-by-category");
    EXPECT_TRUE(list["schemes"][0]["shipped"].get<bool>());
    const json shown = assess({"show", "target-growth-amount"});
    EXPECT_EQ(shown["full_marks"], "100");
    EXPECT_EQ(shown["items"].size(), 8U);
    EXPECT_EQ(fails({"show", "none"}), 3);
    QFile file(path(QStringLiteral("方案.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"name":"a","version":"1","rules":"basic","items":[
        {"id":"a","title":"A","measure":"rate","rate":"begin","weight":10,"form":"efficacy"}]})");
    file.close();
    const Answer wrong = demo({"assess", "check", file.fileName()});
    EXPECT_EQ(wrong.exitCode, 3);
    EXPECT_TRUE(wrong.err.contains("items[0].rate")) << wrong.err.toStdString();
    EXPECT_EQ(fails({"check", path(QStringLiteral("没有.json"))}), 3);
    EXPECT_EQ(fails({}), 2);
}

TEST_F(CliAssess, RanksTheZonesOfTheDemonstration) {
    const json doc = assess({"run", "--as-of", "2024-07", "--rules", "lvliang-2024"});
    EXPECT_EQ(doc["scheme"]["id"], "efficacy-by-category");
    EXPECT_EQ(doc["full_marks"], "100");
    ASSERT_EQ(doc["groups"].size(), 1U);
    EXPECT_EQ(doc["groups"][0]["group"], "工业类");
    ASSERT_EQ(doc["groups"][0]["zones"].size(), 8U);
    const json &first = doc["groups"][0]["zones"][0];
    EXPECT_EQ(first["rank"], 1);
    EXPECT_TRUE(first["last_month"].contains("points"));
    // 11/12 is the best start rate, 3/5 the worst; 8/9 gives 60 + 40·(8/9 − 3/5)/(11/12 − 3/5) = 96.49.
    EXPECT_EQ(zone(doc, "吕梁")["items"]["start"]["score"], "100.00");
    EXPECT_EQ(zone(doc, "柳林")["items"]["start"]["score"], "60.00");
    EXPECT_EQ(zone(doc, "文水")["items"]["start"]["score"], "96.49");
    EXPECT_EQ(zone(doc, "文水")["items"]["start"]["num"], 8);
    const json one = assess({"run", "--as-of", "2024-07", "--rules", "lvliang-2024", "--zone", "文水"});
    ASSERT_EQ(one["groups"][0]["zones"].size(), 1U);
    EXPECT_EQ(one["groups"][0]["zones"][0], zone(doc, "文水")) << "scored among all, shown alone";
    const Answer text = run({"--ledger", s_demo, "assess", "run", "--as-of", "2024-07"});
    EXPECT_TRUE(text.out.contains("较上月名次"));
    EXPECT_TRUE(text.out.contains("考核方案：功效系数"));
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const json known = assess({"run", "--as-of", "2024-07", "--known-at", QString::fromStdString(today)});
    EXPECT_EQ(known["known_at"], today);
    EXPECT_EQ(fails({"run", "--known-at", "2099-01-01"}), 2);
    EXPECT_EQ(fails({"run", "--scheme", "none"}), 3);
    EXPECT_EQ(fails({"run", "--as-of", "x"}), 2);
}

TEST_F(CliAssess, ExplainsAScoreDownToItsRows) {
    const json doc = assess(
        {"explain", "--as-of", "2024-07", "--rules", "lvliang-2024", "--zone", "文水", "--item", "start"});
    EXPECT_EQ(doc["how"].size(), 5U);
    EXPECT_EQ(doc["how"][0]["figure"], "8 / 9");
    EXPECT_NE(doc["how"][0]["how"].get<std::string>().find("88.89 − 60.00"), std::string::npos)
        << doc["how"][0]["how"];
    EXPECT_EQ(doc["included"].size(), 9U);
    const json all = demo({"explain", "--rate", "start", "--as-of", "2024-07", "--rules", "lvliang-2024",
                           "--zone", "文水"})
                         .document();
    EXPECT_EQ(doc["included"], all["included"]);
    EXPECT_EQ(doc["excluded"], all["excluded"]);
    const json target = assess({"explain", "--scheme", "target-growth-amount", "--as-of", "2024-07", "--zone",
                                "文水", "--item", "start_target"});
    EXPECT_TRUE(target.contains("included"));
    EXPECT_EQ(fails({"explain", "--as-of", "2024-07"}), 2) << "which zone?";
    EXPECT_EQ(fails({"explain", "--zone", "文水", "--zone", "兴县"}), 2);
    EXPECT_EQ(fails({"explain", "--zone", "文水", "--item", "none"}), 3);
    EXPECT_TRUE(run({"--ledger", s_demo, "assess", "explain", "--zone", "文水"}).out.contains("× 权重"));
}

TEST_F(CliAssess, WhatIfForeseesTheRank) {
    const QStringList scope{"--as-of", "2024-07", "--rules", "lvliang-2024", "--zone", "柳林"};
    const json doc = assess(QStringList{"what-if", "--started", "+1", "--next", "started"} + scope);
    ASSERT_FALSE(doc["changed"].empty());
    EXPECT_EQ(doc["changed"][0]["id"], "start");
    EXPECT_EQ(doc["changed"][0]["before"]["num"], 3);
    EXPECT_EQ(doc["changed"][0]["after"]["num"], 4);
    EXPECT_TRUE(doc["text"].get<std::string>().starts_with("开工增加 1 个：得分 ")) << doc["text"];
    EXPECT_TRUE(doc["least"].contains("more"));
    const json added = assess(QStringList{"what-if", "--add", "attain=+5000"} + scope);
    EXPECT_EQ(added["changed"][0]["after"]["num"].get<qint64>() -
                  added["changed"][0]["before"]["num"].get<qint64>(),
              50'000'000);
    EXPECT_EQ(fails(QStringList{"what-if"} + scope), 2) << "nothing supposed";
    EXPECT_EQ(fails(QStringList{"what-if", "--started", "some"} + scope), 2);
    EXPECT_EQ(fails(QStringList{"what-if", "--started", "-1"} + scope), 2);
    EXPECT_EQ(fails(QStringList{"what-if", "--next", "signed"} + scope), 2);
    EXPECT_EQ(fails(QStringList{"what-if", "--add", "none=+1"} + scope), 3);
    EXPECT_EQ(fails(QStringList{"what-if", "--add", "start=x"} + scope), 2);
    EXPECT_EQ(fails(QStringList{"what-if", "--add", "attain=-5"} + scope), 2);
    EXPECT_EQ(fails({"what-if", "--started", "1"}), 2) << "which zone?";
    EXPECT_TRUE(run(QStringList{"--ledger", s_demo, "assess", "what-if", "--produced", "1"} + scope)
                    .out.contains("投产增加 1 个"));
}

TEST_F(CliAssess, AnOwnSchemeBringsItsBonusAndABadFileIsNamed) {
    const QString folder = s_folder->filePath(QStringLiteral("yipi/assessments"));
    ASSERT_TRUE(QDir().mkpath(folder));
    QFile own(folder + QStringLiteral("/市级.json"));
    ASSERT_TRUE(own.open(QIODevice::WriteOnly));
    own.write(R"({"name":"市级考核","version":"1","rules":"lvliang-2024","items":[
        {"id":"a","title":"开工率","measure":"rate","rate":"start","weight":100,"form":"completion","goal":100}],
        "bonus":[{"zone":"柳林经济开发区","title":"现场会","points":50,"why":"承办"},
                 {"zone":"月球开发区","title":"现场会","points":50,"why":"承办"}],"bonus_cap":40.5})");
    own.close();
    QFile bad(folder + QStringLiteral("/坏.json"));
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write("{}");
    bad.close();
    const Answer list = demo({"assess", "list"});
    EXPECT_EQ(list.document()["schemes"].size(), 3U);
    EXPECT_TRUE(list.err.contains("坏.json"));
    const json doc = assess({"run", "--scheme", "市级", "--as-of", "2024-07"});
    const json &zone = doc["groups"][0]["zones"][0];
    EXPECT_EQ(zone["zone"], "柳林经济开发区");
    EXPECT_EQ(zone["bonus"], "40.50");
    EXPECT_EQ(zone["total"], "100.50") << "3/5 and the capped bonus";
    EXPECT_EQ(zone["total_exact"], "201/2");
    ASSERT_EQ(doc["notices"].size(), 1U);
    EXPECT_NE(doc["notices"][0].get<std::string>().find("月球开发区"), std::string::npos);
    EXPECT_EQ(doc["rules"]["id"], "lvliang-2024") << "the scheme's own";
    QFile::remove(own.fileName());
    QFile::remove(bad.fileName());
}

} // namespace yipi::cli::test
