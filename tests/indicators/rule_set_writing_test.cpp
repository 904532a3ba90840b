// SPDX-License-Identifier: GPL-3.0-or-later
// Rule files that the program writes, and the schema that describes them to editors of text.
#include "facts_builder.h"
#include "indicators/rule_words.h"
#include "random_rule_sets.h"
#include "schema_check.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <iostream>
#include <set>

namespace yipi::indicators {
namespace {

using nlohmann::json;

constexpr int kRandomSets = 1500;

QByteArray contentOf(const QString &path) {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/") + path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

QStringList shippedFiles() {
    QStringList files;
    for (const QString &name : QDir(QStringLiteral(YIPI_SOURCE_DIR "/data/rules")).entryList({"*.json"}))
        files << QStringLiteral("data/rules/") + name;
    return files;
}

void expectRoundTrip(const RuleSet &set, const LightPresets &lights) {
    const QByteArray file = toJson(set, lights);
    const auto read = parseRuleSet(file, set.id + QStringLiteral(".json"), lights);
    ASSERT_TRUE(read) << read.error().text().toStdString() << file.toStdString();
    EXPECT_TRUE(*read == set) << file.toStdString() << toJson(*read, lights).toStdString();
}

TEST(RuleSetWriting, PresetsComeBackAsTheyWere) {
    const LightPresets lights = shippedLights();
    ASSERT_EQ(shippedFiles().size(), 7);
    for (const QString &file : shippedFiles()) {
        const auto set = parseRuleSet(contentOf(file), file, lights);
        ASSERT_TRUE(set) << set.error().text().toStdString();
        expectRoundTrip(*set, lights);
    }
}

TEST(RuleSetWriting, RandomRuleSetsComeBackAndFitTheSchema) {
    Random random(20240731);
    const LightPresets lights = shippedLights();
    const SchemaCheck schema = rulesSchema();
    for (int i = 0; i < kRandomSets && !HasFailure(); ++i) {
        const RuleSet set = someRuleSet(random, lights);
        expectRoundTrip(set, lights);
        const QByteArray file = toJson(set, lights);
        EXPECT_EQ(schema.complaint(json::parse(file.toStdString())), "") << file.toStdString();
    }
}

TEST(RuleSetWriting, SaysOnlyWhatIsNotTheDefault) {
    RuleSet set = ruleSetOf(countRule(Batch::Sign, Event::Started));
    set.version = QStringLiteral("1");
    EXPECT_EQ(toJson(set).toStdString(), "{\n  \"name\": \"测试\",\n  \"version\": \"1\",\n  \"rates\": [\n"
                                         "    { \"id\": \"r\", \"title\": \"率\", \"population\": \"sign\", "
                                         "\"event\": \"started\" }\n  ]\n}\n");
    const LightPresets presets = shippedLights();
    set.lights = presets.at(QStringLiteral("yinchuan"));
    EXPECT_TRUE(toJson(set, presets).contains("\"lights\": \"yinchuan\""));
    EXPECT_FALSE(toJson(set).contains("yinchuan")) << "without the preset it is written in full";
    EXPECT_TRUE(toJson(set).contains("\"when\": \"due_this_month\""));
    set.lights = LightRules::byDays(10, 60);
    EXPECT_TRUE(toJson(set, presets).contains(R"("lights": { "yellow_days": 10, "red_days": 60 })"));
}

TEST(RuleSetWriting, WhatIsWrongStaysWrongWithItsPath) {
    RuleSet set = ruleSetOf(countRule(Batch::Sign, Event::Started));
    set.version = QStringLiteral("1");
    set.rates[0].capAt100 = true;
    EXPECT_EQ(parseRuleSet(toJson(set), QStringLiteral("x.json")).error().place.field, "rates[0].cap");
    set.rates[0].capAt100 = false;
    set.rates[0].filter = QStringLiteral("总投资 >");
    EXPECT_EQ(parseRuleSet(toJson(set), QStringLiteral("x.json")).error().place.field, "rates[0].filter");
    set.rates[0].filter.clear();
    set.rates[0].campaigns = CampaignScope::Range;
    EXPECT_EQ(parseRuleSet(toJson(set), QStringLiteral("x.json")).error().place.field,
              "rates[0].first_campaign");
    set.rates[0].campaigns = CampaignScope::All;
    set.rates[0].denominatorOf = QStringLiteral("y");
    EXPECT_EQ(parseRuleSet(toJson(set), QStringLiteral("x.json")).error().place.field,
              "rates[0].denominator_of");
}

TEST(RulesSchema, TakesTheShippedFilesAlsoWithItsOwnName) {
    const SchemaCheck schema = rulesSchema();
    for (const QString &file : shippedFiles()) {
        json document = json::parse(contentOf(file).toStdString());
        EXPECT_EQ(schema.complaint(document), "") << file.toStdString();
        document["$schema"] = "../rules.schema.json";
        EXPECT_EQ(schema.complaint(document), "") << file.toStdString();
        const auto set = parseRuleSet(QByteArray::fromStdString(document.dump()), file);
        EXPECT_TRUE(set) << set.error().text().toStdString();
    }
}

template <class E>
json wordsOf(std::initializer_list<E> without = {}) {
    json words = json::array();
    for (std::size_t i = 0; i < choicesOf<E>().size(); ++i)
        if (std::find(without.begin(), without.end(), static_cast<E>(i)) == without.end())
            words.push_back(choicesOf<E>()[i].key.toStdString());
    return words;
}

TEST(RulesSchema, HasTheWordsOfTheParser) {
    const SchemaCheck checked = rulesSchema();
    const json &schema = checked.schema();
    const auto words = [&](const std::string &place) {
        return schema.at(json::json_pointer(place + "/enum"));
    };
    const std::string rate = "/$defs/rate/properties/", light = "/$defs/lightRule/properties/";
    EXPECT_EQ(words(rate + "population"), wordsOf<Population>());
    EXPECT_EQ(words(rate + "period"), wordsOf<Period>());
    EXPECT_EQ(words(rate + "campaigns"), wordsOf<CampaignScope>());
    EXPECT_EQ(words(rate + "entries"), wordsOf<EntryScope>());
    EXPECT_EQ(words(rate + "projects"), wordsOf<ProjectScope>());
    EXPECT_EQ(words(rate + "terminated"), wordsOf<Terminated>());
    EXPECT_EQ(words(rate + "event"), wordsOf<Event>());
    EXPECT_EQ(words(rate + "weight"), wordsOf<Weight>());
    EXPECT_EQ(words(rate + "target"), wordsOf<TargetIndicator>());
    EXPECT_EQ(words(rate + "early"), wordsOf<Early>());
    EXPECT_EQ(words(rate + "cap"), wordsOf<Cap>());
    EXPECT_EQ(words(rate + "rounding"), wordsOf<Rounding>());
    EXPECT_EQ(words(rate + "zeros"), wordsOf<Zeros>());
    EXPECT_EQ(words("/properties/deadlines/properties/grace_unit"), wordsOf<GraceUnit>());
    EXPECT_EQ(words(light + "subject"), wordsOf<LightSubject>());
    EXPECT_EQ(words(light + "when"), wordsOf<LightMeasure>());
    EXPECT_EQ(words(light + "light"), wordsOf<Light>({Light::Done}));
    EXPECT_EQ(words("/$defs/escalationStep/properties/level"), wordsOf<Escalation>({Escalation::None}));
    EXPECT_EQ(words("/$defs/overdueKind/properties/kind"), wordsOf<OverdueKind>());
}

/// Names of the members that the parser asks its documents for, as its source says them.
std::set<std::string> namesInTheParser() {
    static const QRegularExpression kAsks(QStringLiteral(
        "\\b(?:in|row)\\.(?:text|integer|choice|object|objects|array|isText)\\(\\s*\"([$a-z_0-9]+)\""
        "|\\bread(?:Campaign|Month)\\(in, \"([a-z_]+)\"\\)"));
    std::set<std::string> names;
    for (const char *file : {"rule_set_parsing.cpp", "light_rule_parsing.cpp"}) {
        const QString source =
            QString::fromUtf8(contentOf(QStringLiteral("src/indicators/") + QLatin1String(file)));
        for (auto match = kAsks.globalMatch(source); match.hasNext();) {
            const auto found = match.next();
            names.insert((found.captured(1) + found.captured(2)).toStdString());
        }
    }
    return names;
}

void collectNames(const json &node, std::set<std::string> &names) {
    if (node.is_object() && node.contains("properties") && node.contains("additionalProperties"))
        for (const auto &[name, value] : node["properties"].items())
            names.insert(name);
    for (const json &part : node)
        if (part.is_structured())
            collectNames(part, names);
}

TEST(RulesSchema, HasTheMembersOfTheParser) {
    std::set<std::string> described;
    collectNames(rulesSchema().schema(), described);
    EXPECT_EQ(described, namesInTheParser());
}

json rateDocument(json rate) {
    rate["id"] = "start";
    rate["title"] = "率";
    return {{"name", "试"}, {"version", "1"}, {"rates", json::array({std::move(rate)})}};
}

/// Of documents with one or two members of a rate changed at random, parser and schema refuse the same ones.
TEST(RulesSchema, RefusesWhatTheParserRefuses) {
    Random random(7);
    const SchemaCheck schema = rulesSchema();
    const json &members = schema.schema()["$defs"]["rate"]["properties"];
    std::vector<std::pair<std::string, json>> changes;
    for (const auto &[name, member] : members.items()) {
        if (member.contains("enum"))
            for (const json &word : member["enum"])
                changes.emplace_back(name, word);
        for (const json &odd : {json("signed!"), json(3), json(true), json(nullptr), json(6)})
            if (name != "id" && name != "title" && name != "denominator_of" && name != "filter" &&
                name != "note")
                changes.emplace_back(name, odd);
    }
    changes.emplace_back("first_campaign", "2024-1");
    changes.emplace_back("last_campaign", "2024-2");
    changes.emplace_back("note", 3);
    changes.emplace_back("filter", json::array());
    changes.emplace_back("colour", "red");
    int accepted = 0, refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        json rate{{"population", "sign"}, {"event", "started"}};
        for (int n = number(random, 1, 4); n > 0; --n) {
            const auto &[name, value] = changes[std::size_t(number(random, 0, int(changes.size()) - 1))];
            if (chance(random, 15))
                rate.erase(name);
            else
                rate[name] = value;
        }
        const json document = rateDocument(rate);
        const auto set = parseRuleSet(QByteArray::fromStdString(document.dump()), QStringLiteral("x.json"));
        const std::string complaint = schema.complaint(document);
        ASSERT_EQ(complaint.empty(), set.has_value())
            << document.dump() << "\nschema: " << complaint
            << "\nparser: " << (set ? std::string() : set.error().text().toStdString());
        (set ? accepted : refused) += 1;
    }
    std::cout << accepted << " accepted, " << refused << " refused" << std::endl;
    EXPECT_GT(accepted, 500);
}

TEST(RulesSchema, LightsToo) {
    const SchemaCheck schema = rulesSchema();
    const auto agrees = [&](const char *lights) {
        json document = rateDocument({{"population", "sign"}, {"event", "started"}});
        document["lights"] = json::parse(lights);
        const auto set = parseRuleSet(QByteArray::fromStdString(document.dump()), QStringLiteral("x.json"));
        EXPECT_EQ(schema.complaint(document).empty(), set.has_value()) << lights;
    };
    for (const char *rule :
         {R"("subject":"pace","when":"points_behind","more_than":30,"light":"red")",
          R"("subject":"pace","when":"days_overdue","more_than":30,"light":"red")",
          R"("subject":"pace","when":"percent_of_pace","below":80,"light":"red")",
          R"("subject":"pace","when":"percent_of_pace","at_least":80,"light":"red")",
          R"("subject":"not_started","when":"due_this_month","light":"yellow")",
          R"("subject":"not_started","when":"due_this_month","at_least":1,"light":"yellow")",
          R"("subject":"not_started","when":"days_overdue","light":"yellow")",
          R"("subject":"not_started","when":"days_overdue","at_least":1,"more_than":2,"light":"yellow")",
          R"("subject":"not_started","when":"months_overdue","at_least":120,"light":"green")",
          R"("subject":"not_started","when":"months_overdue","at_least":121,"light":"green")",
          R"("subject":"not_started","when":"days_overdue","at_least":3650,"light":"done")",
          R"("subject":"not_started","when":"days_overdue","at_least":3651,"light":"red")",
          R"("when":"days_overdue","at_least":1,"light":"red")"})
        agrees((std::string(R"({"name":"x","rules":[{)") + rule + "}]}").c_str());
    for (const char *lights :
         {R"({"yellow_days":1,"rules":[]})", R"({"blue_days":1})", R"({"yellow_days":-1})", "3",
          R"({"escalation":[{"level":"zone","from_days":1}]})",
          R"({"escalation":[{"level":"none","from_days":1}]})", R"({"escalation":[{"level":"zone"}]})"})
        agrees(lights);
}

} // namespace
} // namespace yipi::indicators
