// SPDX-License-Identifier: GPL-3.0-or-later
// Own rule sets and the comparison of two.
#include "cli_fixture.h"

namespace yipi::cli::test {
namespace {

const QString kPreset = QStringLiteral(YIPI_SOURCE_DIR "/data/rules/lvliang-2024.json");

class OwnRuleSets : public Cli {
protected:
    void TearDown() override {
        for (const char *id : {"own", "moved", "本市"})
            demo({"rules", "delete", QString::fromUtf8(id)});
    }
    json rate(const json &group, const std::string &id) const {
        for (const json &one : group["rates"])
            if (one["id"] == id)
                return one;
        return {};
    }
};

TEST_F(OwnRuleSets, AreSavedListedUsedRenamedAndDeleted) {
    const json saved = demo({"rules", "save", kPreset, "--id", "own"}).document();
    EXPECT_EQ(saved["rules"], "own");
    EXPECT_TRUE(QFile::exists(QString::fromStdString(saved["file"].get<std::string>())));
    EXPECT_EQ(demo({"rules", "save", kPreset, "--id", "own"}).exitCode, 3) << "there is one";
    EXPECT_EQ(demo({"rules", "save", kPreset, "--id", "own", "--replace"}).exitCode, 0);
    EXPECT_EQ(demo({"rules", "save", kPreset}).exitCode, 3) << "the id of a shipped set";
    EXPECT_EQ(demo({"rules", "save", kPreset, "--id", "a/b"}).exitCode, 3);
    bool found = false;
    const json list = demo({"rules", "list"}).document();
    for (const json &set : list["rules"]) {
        EXPECT_EQ(set["own"], set["id"] == "own");
        found |= set["id"] == "own";
    }
    EXPECT_TRUE(found);
    const QString ledger = copyOfDemo(QStringLiteral("own.yipi"));
    EXPECT_EQ(run({"--ledger", ledger, "rules", "use", "own"}).exitCode, 0);
    const Answer inUse = run({"--ledger", ledger, "--json", "rules", "delete", "own"});
    EXPECT_EQ(inUse.exitCode, 3);
    EXPECT_TRUE(inUse.err.contains("正在使用")) << inUse.err.toStdString();
    EXPECT_EQ(demo({"rules", "rename", "own", ""}).exitCode, 2);
    EXPECT_EQ(demo({"rules", "rename", "own", "moved"}).exitCode, 0);
    EXPECT_EQ(demo({"rates", "--rules", "moved", "--as-of", "2024-07"})
                  .document()["total"]["rates"]["start"]["num"],
              56);
    EXPECT_EQ(demo({"rules", "delete", "moved"}).exitCode, 0);
    EXPECT_EQ(demo({"rules", "delete", "moved"}).exitCode, 3);
    EXPECT_EQ(demo({"rules", "delete", "basic"}).exitCode, 3);
}

TEST_F(OwnRuleSets, NeedNoLedger) {
    const QString none = path(QStringLiteral("none.yipi"));
    qputenv("YIPI_LEDGER", none.toUtf8());
    EXPECT_EQ(run({"rules", "save", kPreset, "--id", "own"}).exitCode, 0);
    EXPECT_EQ(run({"rules", "delete", "own"}).exitCode, 0);
    qunsetenv("YIPI_LEDGER");
    EXPECT_EQ(run({"--ledger", none, "rules", "delete", "own"}).exitCode, 3);
}

TEST_F(OwnRuleSets, BadFilesAreNamedAndNotTaken) {
    QFile bad(path(QStringLiteral("本市.json")));
    ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
    bad.write(
        R"({"name":"a","version":"1","rates":[{"id":"x","title":"y","population":"signed","event":"started"}]})");
    bad.close();
    const Answer refused = demo({"rules", "save", bad.fileName()});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_TRUE(refused.err.contains("rates[0].population")) << refused.err.toStdString();
    EXPECT_EQ(demo({"rules", "save", path(QStringLiteral("no.json"))}).exitCode, 3);
    EXPECT_EQ(demo({"rules", "show", "本市"}).exitCode, 3);
}

TEST_F(OwnRuleSets, TwoSetsAreComparedDownToTheRows) {
    const json doc =
        demo({"rules", "compare", "basic", "lvliang-2024", "--as-of", "2024-07", "--rate", "start"})
            .document();
    const json start = rate(doc["total"], "start");
    EXPECT_EQ(doc["a"]["id"], "basic");
    EXPECT_EQ(start["b"], (json{{"percent", "78.87"}, {"num", 56}, {"den", 71}, {"unit", "count"}}));
    EXPECT_EQ(start["a"]["den"], 111);
    EXPECT_EQ(start["den"], 71 - 111);
    long long num = 0, den = 0;
    for (const json &row : doc["rows"]) {
        num += row["b"]["num"].get<long long>() - row["a"]["num"].get<long long>();
        den += row["b"]["den"].get<long long>() - row["a"]["den"].get<long long>();
        EXPECT_FALSE(row["project"].get<std::string>().empty());
        EXPECT_FALSE(row["zone"].get<std::string>().empty());
        EXPECT_FALSE(row["a"]["why"].get<std::string>().empty());
        EXPECT_NE(row["b"]["why"].get<std::string>().find("不足 6 个月"), std::string::npos);
    }
    EXPECT_EQ(doc["rows"].size(), 40U);
    EXPECT_EQ(num, start["num"].get<long long>());
    EXPECT_EQ(den, start["den"].get<long long>());
    const Answer text = run({"--ledger", s_demo, "rules", "compare", "basic", "lvliang-2024", "--as-of",
                             "2024-07", "--rate", "start"});
    EXPECT_TRUE(text.out.contains("不同的 40 行")) << text.out.toStdString();
    EXPECT_TRUE(text.out.contains("× ")) << text.out.toStdString();
}

TEST_F(OwnRuleSets, ComparisonsHaveGroupsAndFilters) {
    const json doc =
        demo({"rules", "compare", "basic", "signed-base", "--as-of", "2024-07", "--by", "zone"}).document();
    EXPECT_EQ(doc["groups"].size(), 8U);
    EXPECT_FALSE(doc.contains("rows"));
    long long den = 0;
    for (const json &group : doc["groups"])
        den += rate(group, "produce")["den"].get<long long>();
    EXPECT_EQ(den, rate(doc["total"], "produce")["den"].get<long long>());
    const json one =
        demo({"rules", "compare", "basic", "signed-base", "--as-of", "2024-07", "--zone", "兴县"}).document();
    EXPECT_LT(rate(one["total"], "start")["a"]["den"], rate(doc["total"], "start")["a"]["den"]);
    EXPECT_EQ(demo({"rules", "compare", "basic", "none"}).exitCode, 3);
    EXPECT_EQ(demo({"rules", "compare", "basic", "signed-base", "--rate", "none"}).exitCode, 3);
    EXPECT_EQ(demo({"rules", "compare", "basic", "signed-base", "--by", "colour"}).exitCode, 2);
}

TEST_F(OwnRuleSets, OutsideTheirMonthsFiguresSaySo) {
    QFile preset(kPreset);
    ASSERT_TRUE(preset.open(QIODevice::ReadOnly));
    QFile file(path(QStringLiteral("own.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(preset.readAll().replace("\"version\"", "\"effective_to\": \"2023-12\", \"version\""));
    file.close();
    ASSERT_EQ(demo({"rules", "save", file.fileName()}).exitCode, 0);
    const json doc = demo({"rates", "--rules", "own", "--as-of", "2024-07"}).document();
    EXPECT_NE(doc["notice"].get<std::string>().find("2023-12 及以前"), std::string::npos);
    EXPECT_FALSE(demo({"rates", "--rules", "own", "--as-of", "2023-07"}).document().contains("notice"));
    const Answer text = run({"--ledger", s_demo, "rates", "--rules", "own", "--as-of", "2024-07"});
    EXPECT_TRUE(text.out.contains("不在其内")) << text.out.toStdString();
    const json compared = demo({"rules", "compare", "basic", "own", "--as-of", "2024-07"}).document();
    EXPECT_TRUE(compared["b"].contains("notice"));
    EXPECT_FALSE(compared["a"].contains("notice"));
}

} // namespace
} // namespace yipi::cli::test
