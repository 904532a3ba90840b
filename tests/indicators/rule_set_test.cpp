// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

#include "indicators/rule_words.h"

namespace yipi::indicators {
namespace {

/// A whole rule file around the members of one rate.
QByteArray fileWith(const QByteArray &rate) {
    return R"({"name":"试","version":"1","rates":[{"id":"start","title":"开工率",)" + rate + "}]}";
}

RateRule rateFrom(const QByteArray &members) {
    const auto set = parseRuleSet(fileWith(members), QStringLiteral("x.json"));
    EXPECT_TRUE(set) << set.error().text().toStdString();
    return set ? set->rates.front() : RateRule();
}

TEST(RuleSet, ReadsEveryPart) {
    const auto set = parseRuleSet(R"({
        "name": "全", "version": "2024.1", "description": "说明",
        "deadlines": {"sign_to_start_months": 3, "start_to_produce_months": 18,
                      "produce_to_attain_months": 9, "grace_days": 15},
        "lights": {"yellow_days": 10, "red_days": 60},
        "rates": [
            {"id": "start", "title": "开工率", "population": "sign", "campaigns": "range",
             "first_campaign": "2023-1", "last_campaign": "2024-2", "entries": "due_only", "projects": "industrial",
             "terminated": "exclude", "event": "started", "weight": "investment", "early": "leave",
             "rounding": "truncate", "decimals": 1, "note": "注"},
            {"id": "produce", "title": "投产率", "denominator_of": "start", "event": "produced"},
            {"id": "attain", "title": "达效率", "population": "produce", "campaigns": "held_at_least_months",
             "held_at_least_months": 12, "event": "attained", "weight": "output", "cap": "100"}]})",
                                  QStringLiteral("/data/rules/full-set.json"));
    ASSERT_TRUE(set) << set.error().text().toStdString();
    EXPECT_EQ(set->id, "full-set");
    EXPECT_EQ(set->name, "全");
    EXPECT_EQ(set->version, "2024.1");
    EXPECT_EQ(set->description, "说明");
    EXPECT_EQ(set->deadlines.signToStartMonths, 3);
    EXPECT_EQ(set->deadlines.startToProduceMonths, 18);
    EXPECT_EQ(set->deadlines.produceToAttainMonths, 9);
    EXPECT_EQ(set->deadlines.graceDays, 15);
    const DueLights lights(set->lights, LightSubject::NotProduced, kAsOf);
    EXPECT_EQ(lights.at(day("2024-07-22")), Light::Green);
    EXPECT_EQ(lights.at(day("2024-07-21")), Light::Yellow) << "10 days";
    EXPECT_EQ(lights.at(day("2024-06-02")), Light::Yellow) << "59 days";
    EXPECT_EQ(lights.at(day("2024-06-01")), Light::Red) << "60 days";
    const RateRule &start = set->rates[0];
    EXPECT_EQ(start.campaigns, CampaignScope::Range);
    EXPECT_EQ(start.firstCampaign, (CampaignKey{2023, 1}));
    EXPECT_EQ(start.lastCampaign, (CampaignKey{2024, 2}));
    EXPECT_EQ(start.entries, EntryScope::DueOnly);
    EXPECT_EQ(start.projects, ProjectScope::Industrial);
    EXPECT_EQ(start.terminated, Terminated::Exclude);
    EXPECT_EQ(start.weight, Weight::Investment);
    EXPECT_EQ(start.early, Early::Leave);
    EXPECT_EQ(start.rounding, Rounding::Truncate);
    EXPECT_EQ(start.decimals, 1);
    EXPECT_EQ(start.note, "注");
    EXPECT_EQ(set->rates[1].denominatorOf, "start");
    EXPECT_EQ(set->rates[1].population, Population::Sign) << "a chained rate is over its base's list";
    EXPECT_EQ(set->rates[2].heldAtLeastMonths, 12);
    EXPECT_TRUE(set->rates[2].capAt100);
    EXPECT_EQ(set->rate(QStringLiteral("attain")), &set->rates[2]);
    EXPECT_EQ(set->rate(QStringLiteral("none")), nullptr);
}

TEST(RuleSet, LeavesDefaultsForWhatIsNotSaid) {
    const auto set =
        parseRuleSet(fileWith(R"("population":"sign","event":"started")"), QStringLiteral("x.json"));
    ASSERT_TRUE(set);
    EXPECT_EQ(set->deadlines.signToStartMonths, 6);
    EXPECT_EQ(set->deadlines.startToProduceMonths, 24);
    EXPECT_EQ(set->deadlines.produceToAttainMonths, 12);
    EXPECT_EQ(set->deadlines.graceDays, 0);
    const DueLights lights(set->lights, LightSubject::NotStarted, kAsOf);
    EXPECT_EQ(lights.at(day("2024-07-31")), Light::Green);
    EXPECT_EQ(lights.at(day("2024-07-30")), Light::Yellow) << "1 day";
    EXPECT_EQ(lights.at(day("2024-05-01")), Light::Red) << "91 days";
    const RateRule &rule = set->rates.front();
    EXPECT_EQ(rule.campaigns, CampaignScope::All);
    EXPECT_EQ(rule.entries, EntryScope::All);
    EXPECT_EQ(rule.terminated, Terminated::Keep);
    EXPECT_EQ(rule.weight, Weight::Count);
    EXPECT_EQ(rule.early, Early::Count);
    EXPECT_EQ(rule.rounding, Rounding::HalfUp);
    EXPECT_EQ(rule.decimals, 2);
    EXPECT_FALSE(rule.capAt100);
}

TEST(RuleSet, ReadsEveryWordOfEachPart) {
    const QByteArray sign = R"("population":"sign",)";
    for (const char *list : {"sign", "start", "produce", "reserve", "projects", "planned"})
        EXPECT_EQ(key(rateFrom(R"("event":"started","population":")" + QByteArray(list) + '"').population),
                  QString::fromLatin1(list));
    EXPECT_EQ(rateFrom(R"("population":"progress","event":"invested")").weight, Weight::Plan);
    EXPECT_EQ(rateFrom(R"("population":"milestones","event":"finished")").weight, Weight::Items);
    for (const Choice &c : choicesOf<TargetIndicator>())
        EXPECT_EQ(key(rateFrom(R"("population":"targets","target":")" + c.key.toUtf8() + '"').target), c.key);
    for (const char *event :
         {"started", "produced", "attained", "in_statistics", "fulfilled", "funds_in_place"})
        EXPECT_EQ(key(rateFrom(sign + R"("event":")" + event + '"').event), QString::fromLatin1(event));
    EXPECT_EQ(rateFrom(R"("population":"reserve","event":"signed")").event, Event::Signed);
    for (const char *weight : {"count", "investment", "output"})
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","weight":")" + weight + '"').weight),
                  QString::fromLatin1(weight));
    for (const Choice &c : choicesOf<Zeros>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","zeros":")" + c.key.toUtf8() + '"').zeros), c.key);
    for (const Choice &c : choicesOf<Period>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","period":")" + c.key.toUtf8() + '"').period),
                  c.key);
    for (const Choice &c : choicesOf<Terminated>())
        EXPECT_EQ(
            key(rateFrom(sign + R"("event":"started","terminated":")" + c.key.toUtf8() + '"').terminated),
            c.key);
    for (const Choice &c : choicesOf<ProjectScope>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","projects":")" + c.key.toUtf8() + '"').projects),
                  c.key);
    for (const Choice &c : choicesOf<EntryScope>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","entries":")" + c.key.toUtf8() + '"').entries),
                  c.key);
    for (const Choice &c : choicesOf<Early>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","early":")" + c.key.toUtf8() + '"').early), c.key);
    for (const Choice &c : choicesOf<Rounding>())
        EXPECT_EQ(key(rateFrom(sign + R"("event":"started","rounding":")" + c.key.toUtf8() + '"').rounding),
                  c.key);
}

struct Refusal {
    const char *name;
    QByteArray json;
    QString path;
    QString reason; ///< part of it
};

class Refused : public ::testing::TestWithParam<Refusal> {};

TEST_P(Refused, NamesPathAndReason) {
    const auto set = parseRuleSet(GetParam().json, QStringLiteral("x.json"));
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(set.error().place.field, GetParam().path);
    EXPECT_EQ(set.error().place.file, "x.json");
    EXPECT_TRUE(set.error().message.startsWith(GetParam().path + u'：')) << set.error().message.toStdString();
    EXPECT_TRUE(set.error().message.contains(GetParam().reason)) << set.error().message.toStdString();
    EXPECT_FALSE(set.error().advice.isEmpty());
}

const QByteArray kSign = R"("population":"sign","event":"started")";

QByteArray twoRates(const QByteArray &first, const QByteArray &second) {
    return R"({"name":"试","version":"1","rates":[{"id":"start","title":"开工率",)" + first +
           R"(},{"title":"乙",)" + second + "}]}";
}

INSTANTIATE_TEST_SUITE_P(
    RuleSet, Refused,
    ::testing::Values(
        Refusal{"Empty", "", "第 1 行第 1 列", "不是合法的 JSON"},
        Refusal{"Cut", "{\n\"name\": \"中文\",\n \"x\" ]", "第 3 行第 6 列", "不是合法的 JSON"},
        Refusal{"NotUtf8", QByteArray("{\"name\":\"\xff\xfe\"}"), "第 1 行第 10 列", "不是合法的 JSON"},
        Refusal{"TooBig", QByteArray(1'000'001, ' '), "x.json", "太大"},
        Refusal{"Bombs", QByteArray(400'000, '[') + QByteArray(400'000, ']'), "整个文件", "嵌套太深"},
        Refusal{"Unclosed", "{\"name\":[", "第 1 行第 10 列", "不是合法的 JSON"},
        Refusal{"Twice", R"({"name":"a","name":"b","version":"1"})", "name", "两次"},
        Refusal{"NotAnObject", "[]", "整个文件", "应为对象"},
        Refusal{"NoName", R"({"version":"1","rates":[]})", "name", "必须填写"},
        Refusal{"NoVersion", R"({"name":"a","rates":[]})", "version", "必须填写"},
        Refusal{"NameIsNumber", R"({"name":3,"version":"1"})", "name", "应为文字，实际是数字"},
        Refusal{"NameWithNewline", R"({"name":"a\nb","version":"1"})", "name", "控制字符"},
        Refusal{"NameTooLong", R"({"version":"1","name":")" + QByteArray(1001, 'x') + "\"}", "name", "太长"},
        Refusal{"NoRates", R"({"name":"a","version":"1"})", "rates", "1 到 32 个"},
        Refusal{"EmptyRates", R"({"name":"a","version":"1","rates":[]})", "rates", "1 到 32 个"},
        Refusal{"RatesIsObject", R"({"name":"a","version":"1","rates":{}})", "rates",
                "应为数组 […]，实际是对象"},
        Refusal{"RateIsText", R"({"name":"a","version":"1","rates":["x"]})", "rates[0]",
                "应为对象 {…}，实际是文字"},
        Refusal{"UnknownTop",
                R"({"name":"a","version":"1","colour":1,"rates":[{"id":"a","title":"b",)" + kSign + "}]}",
                "colour", "不认识这一项"},
        Refusal{"UnknownInRate", fileWith(kSign + R"(,"populaton":"sign")"), "rates[0].populaton",
                "不认识这一项"},
        Refusal{"UnknownDeadline", R"({"name":"a","version":"1","deadlines":{"months":6},"rates":[]})",
                "deadlines.months", "不认识这一项"},
        Refusal{"DeadlinesIsArray", R"({"name":"a","version":"1","deadlines":[]})", "deadlines", "应为对象"},
        Refusal{"MonthsNegative", R"({"name":"a","version":"1","deadlines":{"sign_to_start_months":-1}})",
                "deadlines.sign_to_start_months", "0 到 600"},
        Refusal{"MonthsFraction", R"({"name":"a","version":"1","deadlines":{"start_to_produce_months":1.5}})",
                "deadlines.start_to_produce_months", "0 到 600"},
        Refusal{"MonthsHuge",
                R"({"name":"a","version":"1","deadlines":{"produce_to_attain_months":18446744073709551615}})",
                "deadlines.produce_to_attain_months", "0 到 600"},
        Refusal{"GraceIsTrue", R"({"name":"a","version":"1","deadlines":{"grace_days":true}})",
                "deadlines.grace_days", "真假值"},
        Refusal{"LightsTurned", R"({"name":"a","version":"1","lights":{"yellow_days":30,"red_days":10}})",
                "lights.red_days", "不能小于 yellow_days"},
        Refusal{"UnknownLight", R"({"name":"a","version":"1","lights":{"blue_days":1}})", "lights.blue_days",
                "不认识"},
        Refusal{"NoPopulation", fileWith(R"("event":"started")"), "rates[0].population", "必须填写"},
        Refusal{"BadPopulation", fileWith(R"("population":"signed","event":"started")"),
                "rates[0].population", "不认识“signed”，可以写 sign、start、produce"},
        Refusal{"PopulationIsNull", fileWith(R"("population":null,"event":"started")"), "rates[0].population",
                "不认识“空值”"},
        Refusal{"NoEvent", fileWith(R"("population":"sign")"), "rates[0].event", "必须填写"},
        Refusal{"BadEvent", fileWith(R"("population":"sign","event":"done")"), "rates[0].event",
                "in_statistics"},
        Refusal{"BadWeight", fileWith(kSign + R"(,"weight":"tax")"), "rates[0].weight",
                "count、investment、output"},
        Refusal{"BadCap", fileWith(kSign + R"(,"cap":100)"), "rates[0].cap", "none、100"},
        Refusal{"CapOnCount", fileWith(kSign + R"(,"cap":"100")"), "rates[0].cap", "只用于按上报数值"},
        Refusal{"BadDecimals", fileWith(kSign + R"(,"decimals":5)"), "rates[0].decimals", "0 到 4"},
        Refusal{"MonthsMissing", fileWith(kSign + R"(,"campaigns":"held_at_least_months")"),
                "rates[0].held_at_least_months", "必须填写"},
        Refusal{"MonthsWithoutScope", fileWith(kSign + R"(,"held_at_least_months":6)"),
                "rates[0].held_at_least_months", "同用"},
        Refusal{"MonthsZero",
                fileWith(kSign + R"(,"campaigns":"held_at_least_months","held_at_least_months":0)"),
                "rates[0].held_at_least_months", "1 到 600"},
        Refusal{"RangeEmpty", fileWith(kSign + R"(,"campaigns":"range")"), "rates[0].first_campaign",
                "至少填一个"},
        Refusal{"RangeBadKey", fileWith(kSign + R"(,"campaigns":"range","last_campaign":"上次")"),
                "rates[0].last_campaign", "应写成 2024-2"},
        Refusal{
            "RangeTurned",
            fileWith(kSign + R"(,"campaigns":"range","first_campaign":"2024-2","last_campaign":"2024-1")"),
            "rates[0].last_campaign", "早于 first_campaign"},
        Refusal{"RangeWithoutScope", fileWith(kSign + R"(,"last_campaign":"2024-1")"),
                "rates[0].last_campaign", "同用"},
        Refusal{"StatisticsDue",
                fileWith(R"("population":"sign","event":"in_statistics","entries":"due_only")"),
                "rates[0].entries", "没有期限"},
        Refusal{"EventOfAnother", fileWith(R"("population":"sign","event":"finished")"), "rates[0].event",
                "签约一批只能用 started、"},
        Refusal{"WeightOfAnother", fileWith(R"("population":"sign","event":"started","weight":"plan")"),
                "rates[0].weight", "不能用于签约一批"},
        Refusal{"ProgressByCount", fileWith(R"("population":"progress","event":"invested","weight":"count")"),
                "rates[0].weight", "不能用于"},
        Refusal{"TaskWithoutTarget", fileWith(R"("population":"targets")"), "rates[0].target", "必须填写"},
        Refusal{"TaskWithEvent",
                fileWith(R"("population":"targets","target":"sign_count","event":"started")"),
                "rates[0].event", "不用填"},
        Refusal{"TargetElsewhere", fileWith(R"("population":"sign","event":"started","target":"sign_count")"),
                "rates[0].target", "只与 population: targets 同用"},
        Refusal{"CampaignsElsewhere",
                fileWith(R"("population":"reserve","event":"signed","campaigns":"before_current")"),
                "rates[0].campaigns", "只用于"},
        Refusal{"PeriodOfYearly",
                fileWith(R"("population":"planned","event":"started","period":"as_of_year")"),
                "rates[0].period", "不用填"},
        Refusal{"StatisticsEarly", fileWith(R"("population":"sign","event":"in_statistics","early":"leave")"),
                "rates[0].early", "没有期限"},
        Refusal{"ValueEarly",
                fileWith(R"("population":"sign","event":"attained","weight":"output","early":"leave")"),
                "rates[0].early", "没有提前"},
        Refusal{"BadId", twoRates(kSign, R"("id":"1x",)" + kSign), "rates[1].id", "小写字母"},
        Refusal{"SameId", twoRates(kSign, R"("id":"start",)" + kSign), "rates[1].id", "重复"},
        Refusal{"NoBase", twoRates(kSign, R"("id":"x","denominator_of":"y","event":"produced")"),
                "rates[1].denominator_of", "前面没有"},
        Refusal{"OwnBase", twoRates(kSign, R"("id":"x","denominator_of":"x","event":"produced")"),
                "rates[1].denominator_of", "前面没有"},
        Refusal{"ValueBase",
                twoRates(R"("population":"produce","event":"attained","weight":"output")",
                         R"("id":"x","denominator_of":"start","event":"produced")"),
                "rates[1].denominator_of", "不能作另一比率的分母"},
        Refusal{
            "OtherPopulation",
            twoRates(kSign, R"("id":"x","denominator_of":"start","population":"start","event":"produced")"),
            "rates[1].population", "应与 start 相同，即 sign"}),
    [](const auto &refusal) { return refusal.param.name; });

TEST(RuleSet, PresetsAreReadAndCarryTheThreeRatesAndTheOnTimeRates) {
    const QStringList ids{"start",
                          "produce",
                          "attain",
                          "on_time_start",
                          "on_time_produce",
                          "signing_target",
                          "signing_target_amount",
                          "reserve_conversion",
                          "funds_in_place",
                          "statistics_entry",
                          "investment_completion"};
    for (const char *id :
         {"basic", "shanxi-batch", "lvliang-2024", "henan-chain", "signed-base", "on-time", "annual-plan"}) {
        const RuleSet set = preset(id);
        EXPECT_EQ(set.id, id);
        QStringList found;
        for (const RateRule &rule : set.rates)
            if (rule.id != "fulfil") // only in 河南's chain
                found << rule.id;
        EXPECT_EQ(found.join(' ').toStdString(), ids.join(' ').toStdString()) << id;
    }
}

TEST(RuleSet, SaysEachPartOfTheRule) {
    const RuleSet lvliang = preset("lvliang-2024");
    EXPECT_EQ(ruleText(lvliang.rates[0], lvliang),
              "开工率 = 签约一批截至截止日已开工的个数 ÷ 签约一批的个数；统计举办满 6 "
              "个月的各次活动；终止项目仍计入；四舍五入，保留 2 位小数。");
    EXPECT_EQ(
        ruleText(lvliang.rates[2], lvliang),
        "达效率 = 投产一批产业项目截至截止日最近一次上报的实际年产值之和 ÷ "
        "投产一批产业项目的申报年产值之和；统计截止日前举办的各次活动；终止项目仍计入；未上报产值的按 0 "
        "计，未填申报年产值的不计入；四舍五入，保留 2 位小数。");
    const RuleSet chain = preset("henan-chain");
    EXPECT_TRUE(ruleText(chain.rates[1], chain).contains("签约一批中计入“履约率”分子的项目"));
    const RuleSet plan = preset("annual-plan");
    EXPECT_TRUE(ruleText(plan.rates[0], plan).endsWith("分母为全年计划开工的项目，含尚未到期的。"));
    RuleSet set = preset("on-time");
    set.deadlines.graceDays = 15;
    RateRule rule = set.rates[3];
    rule.terminated = Terminated::Exclude;
    rule.rounding = Rounding::Truncate;
    rule.weight = Weight::Investment;
    const QString words = ruleText(rule, set);
    EXPECT_TRUE(words.contains("应开工日期为计划日期，没有计划的为签约后 6 个月，另宽限 15 天"))
        << words.toStdString();
    EXPECT_TRUE(words.contains("只计到期项目")) << words.toStdString();
    EXPECT_TRUE(words.contains("提前的不计入分子")) << words.toStdString();
    EXPECT_TRUE(words.contains("终止项目剔除")) << words.toStdString();
    EXPECT_TRUE(words.contains("申报投资之和")) << words.toStdString();
    EXPECT_TRUE(words.contains("未填申报投资的不计入")) << words.toStdString();
    EXPECT_TRUE(words.contains("直接舍去尾数")) << words.toStdString();
    RateRule capped = lvliang.rates[2];
    capped.capAt100 = true;
    EXPECT_TRUE(ruleText(capped, lvliang).contains("单个项目最多按 100% 计"));
}

TEST(RuleSet, SaysTheRangeOfCampaigns) {
    RateRule rule = countRule(Batch::Sign, Event::Started);
    rule.campaigns = CampaignScope::Range;
    rule.firstCampaign = CampaignKey{2023, 1};
    EXPECT_TRUE(ruleText(rule, ruleSetOf(rule)).contains("截止日前举办的 2023-1 及以后 各次活动"));
    rule.lastCampaign = CampaignKey{2023, 4};
    EXPECT_TRUE(ruleText(rule, ruleSetOf(rule)).contains("截止日前举办的 2023-1 至 2023-4 各次活动"));
    rule.firstCampaign.reset();
    EXPECT_TRUE(ruleText(rule, ruleSetOf(rule)).contains("截止日前举办的 2023-4 及以前 各次活动"));
    rule.campaigns = CampaignScope::BeforeCurrent;
    EXPECT_TRUE(ruleText(rule, ruleSetOf(rule)).contains("不含最近一次"));
}

} // namespace
} // namespace yipi::indicators
