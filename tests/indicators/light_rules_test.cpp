// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

#include <QFile>

namespace yipi::indicators {
namespace {

LightRules shippedLights(const char *id) {
    const QString name = QString::fromLatin1(id) + QStringLiteral(".json");
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/lights/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    auto lights = parseLightRules(file.readAll(), name);
    EXPECT_TRUE(lights) << lights.error().text().toStdString();
    return lights.value_or(LightRules());
}

Light startLight(const LightRules &lights, const char *due) {
    return DueLights(lights, LightSubject::NotStarted, kAsOf).at(day(due));
}

/// A completion of so many percent against a pace of so many percent.
std::optional<Light> paceLight(const LightRules &lights, qint64 completion, qint64 pace) {
    return lights.ofPace(Rate(completion, 100), Rate(pace, 100));
}

Result<RuleSet> rulesWith(const char *lights, const LightPresets &presets = {}) {
    return parseRuleSet(QByteArray(R"({"name":"a","version":"1","rates":[
        {"id":"start","title":"开工率","population":"sign","event":"started"}],)") +
                            lights + "}",
                        QStringLiteral("a.json"), presets);
}

TEST(LightRules, YinchuanGoesByCalendarMonths) {
    const LightRules lights = shippedLights("yinchuan");
    EXPECT_EQ(startLight(lights, "2024-08-01"), Light::Green) << "not due";
    EXPECT_EQ(startLight(lights, "2024-07-31"), Light::Yellow) << "due this month";
    EXPECT_EQ(startLight(lights, "2024-07-01"), Light::Yellow);
    EXPECT_EQ(startLight(lights, "2024-06-30"), Light::Yellow) << "stays yellow between";
    EXPECT_EQ(startLight(lights, "2024-05-01"), Light::Yellow) << "two months late";
    EXPECT_EQ(startLight(lights, "2024-04-30"), Light::Red) << "three months late";
    EXPECT_EQ(startLight(lights, ""), Light::Green) << "no due date";
    const DueLights entry(lights, LightSubject::StatisticsEntry, kAsOf);
    EXPECT_EQ(entry.at(day("2024-07-01")), Light::Green);
    EXPECT_EQ(entry.at(day("2024-06-30")), Light::Yellow) << "one month";
    EXPECT_EQ(entry.at(day("2024-05-01")), Light::Yellow) << "two months";
    EXPECT_EQ(entry.at(day("2024-04-30")), Light::Red) << "more than two";
}

TEST(LightRules, YinchuanLeavesTheFirstTenPointsGreenAndSaysSo) {
    const LightRules lights = shippedLights("yinchuan");
    EXPECT_EQ(paceLight(lights, 60, 58), Light::Green) << "ahead";
    EXPECT_EQ(paceLight(lights, 49, 58), Light::Green) << "9 points";
    EXPECT_EQ(paceLight(lights, 48, 58), Light::Yellow) << "exactly 10";
    EXPECT_EQ(paceLight(lights, 28, 58), Light::Yellow) << "exactly 30";
    EXPECT_EQ(paceLight(lights, 27, 58), Light::Red);
    // 58.33 % less 48.34 % is 9.99 points: decided before anything is rounded.
    EXPECT_EQ(lights.ofPace(Rate(4834, 10000), Rate(5833, 10000)), Light::Green);
    EXPECT_TRUE(lights.note.contains("不足 10 个百分点"));
    EXPECT_EQ(lights.ofPace(Rate(), Rate(58, 100)), std::nullopt) << "no target";
    EXPECT_EQ(LightRules::byDays(1, 91).ofPace(Rate(0, 1), Rate(58, 100)), std::nullopt) << "no such row";
}

TEST(LightRules, SanyaAndWuhanGoByPercentOfPace) {
    const LightRules sanya = shippedLights("sanya");
    EXPECT_EQ(paceLight(sanya, 50, 50), Light::Green);
    EXPECT_EQ(paceLight(sanya, 49, 50), Light::Yellow);
    EXPECT_EQ(paceLight(sanya, 25, 50), Light::Yellow) << "below by exactly 50 %";
    EXPECT_EQ(paceLight(sanya, 24, 50), Light::Red);
    const LightRules wuhan = shippedLights("wuhan");
    EXPECT_EQ(paceLight(wuhan, 40, 50), Light::Green) << "exactly 80 %";
    EXPECT_EQ(paceLight(wuhan, 39, 50), Light::Yellow);
    EXPECT_EQ(paceLight(wuhan, 30, 50), Light::Yellow) << "exactly 60 %";
    EXPECT_EQ(paceLight(wuhan, 29, 50), Light::Red);
    EXPECT_EQ(paceLight(wuhan, 0, 0), Light::Green) << "nothing asked for yet";
    EXPECT_EQ(startLight(wuhan, "2024-07-30"), Light::Yellow);
    EXPECT_EQ(startLight(wuhan, "2024-05-01"), Light::Red);
}

TEST(LightRules, TheFirstRowThatHoldsWins) {
    const auto set = rulesWith(R"("lights":{"rules":[
        {"subject":"not_started","when":"days_overdue","more_than":10,"light":"yellow"},
        {"subject":"not_started","when":"days_overdue","at_least":0,"light":"red"}]})");
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(startLight(set->lights, "2024-07-31"), Light::Red);
    EXPECT_EQ(startLight(set->lights, "2024-07-21"), Light::Red) << "exactly 10 is not more than 10";
    EXPECT_EQ(startLight(set->lights, "2024-07-20"), Light::Yellow);
    EXPECT_EQ(startLight(set->lights, "2024-08-01"), Light::Green);
}

TEST(LightRules, EscalatesByDays) {
    const LightRules usual = LightRules::byDays(1, 91);
    const auto level = [&](int days) {
        const EscalationStep *step = usual.stepAt(days);
        return step ? step->level : Escalation::None;
    };
    EXPECT_EQ(level(0), Escalation::None);
    EXPECT_EQ(level(1), Escalation::Officer);
    EXPECT_EQ(level(30), Escalation::Officer);
    EXPECT_EQ(level(31), Escalation::Zone);
    EXPECT_EQ(level(91), Escalation::Patron);
    EXPECT_EQ(level(181), Escalation::City);
    const auto set = rulesWith(R"("lights":{"yellow_days":5,"escalation":[
        {"level":"zone","title":"管委会","from_days":10},{"level":"city","from_days":20}]})");
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(set->lights.stepAt(9), nullptr);
    EXPECT_EQ(set->lights.stepAt(10)->title, "管委会");
    EXPECT_EQ(set->lights.stepAt(20)->title, "市");
}

TEST(LightRules, ARuleSetMayNameAPreset) {
    const LightPresets presets{{"yinchuan", shippedLights("yinchuan")}};
    const auto set = rulesWith(R"("lights":"yinchuan")", presets);
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(set->lights.name, "银川");
    const auto unknown = rulesWith(R"("lights":"yinchaun")", presets);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().place.field, "lights");
    EXPECT_TRUE(unknown.error().text().contains("没有名为“yinchaun”的灯，可以写 yinchuan"))
        << unknown.error().text().toStdString();
    EXPECT_TRUE(rulesWith(R"("lights":"x")").error().text().contains("data/lights"));
}

TEST(LightRules, KindsCanBeNamedAndLeftOut) {
    const auto set = rulesWith(R"("overdue":[{"kind":"not_started","title":"签而未开"}])");
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(set->overdueTitle(OverdueKind::NotStarted), "签而未开");
    EXPECT_EQ(set->overdueTitle(OverdueKind::NotProduced), "开工未投产") << "not listed, but it has a name";
    RuleSet chosen = preset("lvliang-2024");
    FactsBuilder ledger;
    const auto old = ledger.campaign(2020, 1, "2020-02-22");
    ledger.entry(ledger.project(ProjectFact{}), old, Batch::Sign);
    ledger.entry(ledger.project(ProjectFact{}), old, Batch::Start);
    EXPECT_EQ(Engine(ledger.facts()).overdue(chosen, kAsOf).size(), 2U);
    chosen.overdue = set->overdue;
    const auto items = Engine(ledger.facts()).overdue(chosen, kAsOf);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.front().kind, OverdueKind::NotStarted);
    EXPECT_EQ(items.front().level, Escalation::City);
}

struct LightRefusal {
    const char *name, *member, *path, *words;
};

class RefusedLights : public ::testing::TestWithParam<LightRefusal> {};

TEST_P(RefusedLights, NamesPathAndReason) {
    const auto set = rulesWith(GetParam().member);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().place.field, GetParam().path) << set.error().text().toStdString();
    EXPECT_TRUE(set.error().text().contains(QString::fromUtf8(GetParam().words)))
        << set.error().text().toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedLights,
    ::testing::Values(
        LightRefusal{"Subject",
                     R"("lights":{"rules":[{"subject":"late","when":"due_this_month","light":"red"}]})",
                     "lights.rules[0].subject", "不认识“late”"},
        LightRefusal{"Missing",
                     R"("lights":{"rules":[{"subject":"pace","when":"points_behind","at_least":1}]})",
                     "lights.rules[0].light", "必须填写"},
        LightRefusal{
            "Done",
            R"("lights":{"rules":[{"subject":"not_started","when":"due_this_month","light":"done"}]})",
            "lights.rules[0].light", "灰灯只用于已终止的项目"},
        LightRefusal{
            "PaceOfADate",
            R"("lights":{"rules":[{"subject":"not_started","when":"points_behind","at_least":1,"light":"red"}]})",
            "lights.rules[0].when", "只用于 subject: pace"},
        LightRefusal{
            "DateOfAPace",
            R"("lights":{"rules":[{"subject":"pace","when":"days_overdue","at_least":1,"light":"red"}]})",
            "lights.rules[0].when", "应写 points_behind"},
        LightRefusal{"NoLimit",
                     R"("lights":{"rules":[{"subject":"not_started","when":"days_overdue","light":"red"}]})",
                     "lights.rules[0].at_least", "只填一项"},
        LightRefusal{
            "TwoLimits",
            R"("lights":{"rules":[{"subject":"pace","when":"points_behind","at_least":1,"more_than":2,"light":"red"}]})",
            "lights.rules[0].at_least", "只填一项"},
        LightRefusal{
            "LimitOfDueThisMonth",
            R"("lights":{"rules":[{"subject":"not_started","when":"due_this_month","at_least":1,"light":"red"}]})",
            "lights.rules[0].at_least", "不能与 when: due_this_month 同用"},
        LightRefusal{
            "BelowOfDays",
            R"("lights":{"rules":[{"subject":"not_started","when":"days_overdue","below":1,"light":"red"}]})",
            "lights.rules[0].below", "只与 when: percent_of_pace 同用"},
        LightRefusal{"NoBelow",
                     R"("lights":{"rules":[{"subject":"pace","when":"percent_of_pace","light":"red"}]})",
                     "lights.rules[0].below", "必须填写"},
        LightRefusal{
            "MonthsTooMany",
            R"("lights":{"rules":[{"subject":"not_started","when":"months_overdue","at_least":121,"light":"red"}]})",
            "lights.rules[0].at_least", "0 到 120"},
        LightRefusal{"BothForms", R"("lights":{"rules":[],"yellow_days":1})", "lights.yellow_days",
                     "不能与 rules 同用"},
        LightRefusal{
            "UnknownKey",
            R"("lights":{"rules":[{"subject":"not_started","when":"due_this_month","light":"red","x":1}]})",
            "lights.rules[0].x", "不认识"},
        LightRefusal{"Level", R"("lights":{"escalation":[{"level":"none","from_days":1}]})",
                     "lights.escalation[0].level", "应为 officer、zone、patron 或 city"},
        LightRefusal{"LevelMissing", R"("lights":{"escalation":[{"from_days":1}]})",
                     "lights.escalation[0].level", "必须填写"},
        LightRefusal{"DaysMissing", R"("lights":{"escalation":[{"level":"zone"}]})",
                     "lights.escalation[0].from_days", "必须填写"},
        LightRefusal{
            "Turned",
            R"("lights":{"escalation":[{"level":"zone","from_days":9},{"level":"city","from_days":9}]})",
            "lights.escalation[1].from_days", "天数由少到多"},
        LightRefusal{"KindTwice", R"("overdue":[{"kind":"not_started"},{"kind":"not_started"}])",
                     "overdue[1].kind", "写了两次"},
        LightRefusal{"KindMissing", R"("overdue":[{"title":"x"}])", "overdue[0].kind", "必须填写"},
        LightRefusal{"KindUnknown", R"("overdue":[{"kind":"pace"}])", "overdue[0].kind", "不认识“pace”"},
        LightRefusal{
            "TooManyKinds",
            R"("overdue":[{"kind":"not_started"},{"kind":"not_produced"},{"kind":"not_attained"},{}])",
            "overdue", "最多 3 项"}),
    [](const auto &test) { return std::string(test.param.name); });

TEST(LightRules, AFileNeedsANameAndSaysWhereItIsWrong) {
    const auto unnamed = parseLightRules(R"({"rules":[]})", QStringLiteral("x.json"));
    ASSERT_FALSE(unnamed);
    EXPECT_EQ(unnamed.error().place.field, "name");
    EXPECT_EQ(unnamed.error().place.file, "x.json");
    EXPECT_FALSE(parseLightRules("{", QStringLiteral("x.json")));
    EXPECT_FALSE(parseLightRules(QByteArray(200'000, ' '), QStringLiteral("x.json")));
}

} // namespace
} // namespace yipi::indicators
