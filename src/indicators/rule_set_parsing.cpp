// SPDX-License-Identifier: GPL-3.0-or-later
// Reads rule files (docs/indicators.md). Nothing unknown is passed over: a misspelt key would change a figure
// unseen.
#include "indicators/json_reader.h"
#include "indicators/rule_words.h"

#include <QRegularExpression>

namespace yipi::indicators {

namespace {

constexpr qsizetype kLargestFile = 1'000'000;
constexpr int kMostRates = 32;
constexpr int kMostMonths = 600;
constexpr int kMostDays = 3650;

enum class Cap { None, AtHundred };

} // namespace

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::Cap>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("none"), QStringLiteral("不封顶")},
                                          {QStringLiteral("100"), QStringLiteral("封顶 100%")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

namespace {

std::optional<CampaignKey> readCampaign(JsonReader &in, const char *name) {
    const QString text = in.text(name);
    if (text.isEmpty())
        return std::nullopt;
    const auto campaign = CampaignKey::parse(text);
    if (!campaign)
        in.refuse(name, QStringLiteral("不是期次，应写成 2024-2 的样子"), text);
    return campaign;
}

void readCampaigns(JsonReader &in, RateRule &rule) {
    rule.campaigns = in.choice("campaigns", CampaignScope::All);
    rule.heldAtLeastMonths = in.integer("held_at_least_months", 0, 1, kMostMonths);
    rule.firstCampaign = readCampaign(in, "first_campaign");
    rule.lastCampaign = readCampaign(in, "last_campaign");
    const bool byMonths = rule.campaigns == CampaignScope::HeldAtLeastMonths;
    if (byMonths != in.has("held_at_least_months"))
        in.refuse("held_at_least_months", byMonths
                                              ? QStringLiteral("campaigns 为 held_at_least_months 时必须填写")
                                              : QStringLiteral("只与 campaigns: held_at_least_months 同用"));
    const bool byRange = rule.campaigns == CampaignScope::Range;
    if (byRange && !rule.firstCampaign && !rule.lastCampaign)
        in.refuse("first_campaign",
                  QStringLiteral("campaigns 为 range 时，first_campaign 与 last_campaign 至少填一个"));
    if (!byRange && (in.has("first_campaign") || in.has("last_campaign")))
        in.refuse(in.has("first_campaign") ? "first_campaign" : "last_campaign",
                  QStringLiteral("只与 campaigns: range 同用"));
    if (rule.firstCampaign && rule.lastCampaign && *rule.lastCampaign < *rule.firstCampaign)
        in.refuse("last_campaign", QStringLiteral("早于 first_campaign"), rule.lastCampaign->text());
}

void checkParts(JsonReader &in, const RateRule &rule) {
    const bool usesDue = rule.entries == EntryScope::DueOnly || rule.early == Early::Leave;
    const char *due = rule.entries == EntryScope::DueOnly ? "entries" : "early";
    if (usesDue && !hasDeadline(rule.event))
        in.refuse(due, QStringLiteral("入库纳统没有期限，不能按是否到期统计"));
    if (rule.early == Early::Leave && isByValue(rule))
        in.refuse("early", QStringLiteral("按产值计算的达效率没有提前之说，请去掉这一项"));
    if (rule.capAt100 && !isByValue(rule))
        in.refuse("cap", QStringLiteral("只用于按产值计算的达效率（event: attained，weight: output）"));
}

/// The rate whose numerator is this one's denominator must come before: so there are no circles.
void checkChain(JsonReader &in, RateRule &rule, const RuleSet &set) {
    if (rule.denominatorOf.isEmpty())
        return;
    const RateRule *base = set.rate(rule.denominatorOf);
    if (!base)
        in.refuse("denominator_of", QStringLiteral("前面没有这个编号的比率"), rule.denominatorOf);
    else if (isByValue(*base))
        in.refuse("denominator_of", QStringLiteral("按产值计算的比率不能作另一比率的分母"),
                  rule.denominatorOf);
    else if (!in.has("population"))
        rule.population = base->population;
    else if (rule.population != base->population)
        in.refuse("population", QStringLiteral("应与 %1 相同，即 %2").arg(base->id, key(base->population)),
                  key(rule.population));
}

RateRule readRate(JsonReader &in, const RuleSet &set) {
    static const QRegularExpression kId(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    RateRule rule;
    rule.id = in.text("id", true);
    if (!kId.match(rule.id).hasMatch())
        in.refuse("id", QStringLiteral("只能用小写字母、数字和下划线，以字母开头，最多 40 个"), rule.id);
    if (set.rate(rule.id))
        in.refuse("id", QStringLiteral("与前面的比率重复"), rule.id);
    rule.title = in.text("title", true);
    rule.denominatorOf = in.text("denominator_of");
    if (rule.denominatorOf.isEmpty() && !in.has("population"))
        in.refuse("population", QStringLiteral("必须填写：sign、start 或 produce"));
    rule.population = in.choice("population", Batch::Sign);
    readCampaigns(in, rule);
    rule.entries = in.choice("entries", EntryScope::All);
    rule.projects = in.choice("projects", ProjectScope::All);
    rule.terminated = in.choice("terminated", Terminated::Keep);
    if (!in.has("event"))
        in.refuse("event", QStringLiteral("必须填写：started、produced、attained 或 in_statistics"));
    rule.event = in.choice("event", Event::Started);
    rule.weight = in.choice("weight", Weight::Count);
    rule.early = in.choice("early", Early::Count);
    rule.capAt100 = in.choice("cap", Cap::None) == Cap::AtHundred;
    rule.rounding = in.choice("rounding", Rounding::HalfUp);
    rule.decimals = in.integer("decimals", 2, 0, 4);
    rule.note = in.text("note");
    checkParts(in, rule);
    checkChain(in, rule, set);
    in.finish();
    return rule;
}

void readDeadlines(JsonReader in, Deadlines &deadlines) {
    deadlines.signToStartMonths =
        in.integer("sign_to_start_months", deadlines.signToStartMonths, 0, kMostMonths);
    deadlines.startToProduceMonths =
        in.integer("start_to_produce_months", deadlines.startToProduceMonths, 0, kMostMonths);
    deadlines.produceToAttainMonths =
        in.integer("produce_to_attain_months", deadlines.produceToAttainMonths, 0, kMostMonths);
    deadlines.graceDays = in.integer("grace_days", deadlines.graceDays, 0, kMostDays);
    in.finish();
}

void readLights(JsonReader in, LightRule &lights) {
    lights.yellowDays = in.integer("yellow_days", lights.yellowDays, 0, kMostDays);
    lights.redDays = in.integer("red_days", lights.redDays, 0, kMostDays);
    if (lights.redDays < lights.yellowDays)
        in.refuse("red_days", QStringLiteral("不能小于 yellow_days"), QString::number(lights.redDays));
    in.finish();
}

RuleSet readRuleSet(const nlohmann::json &document, std::optional<JsonProblem> &problem) {
    RuleSet set;
    JsonReader in(document, {}, problem);
    set.name = in.text("name", true);
    set.version = in.text("version", true);
    set.description = in.text("description");
    readDeadlines(in.object("deadlines"), set.deadlines);
    readLights(in.object("lights"), set.lights);
    const nlohmann::json *rates = in.array("rates");
    if (!rates || rates->empty() || rates->size() > kMostRates)
        in.refuse("rates", QStringLiteral("应有 1 到 %1 个比率").arg(kMostRates));
    for (std::size_t i = 0; rates && i < rates->size() && !problem; ++i) {
        JsonReader rate((*rates)[i], QStringLiteral("rates[%1]").arg(i), problem);
        set.rates.push_back(readRate(rate, set));
    }
    in.finish();
    return set;
}

QString idOf(const QString &fileName) {
    QString id = fileName.mid(fileName.lastIndexOf(u'/') + 1);
    if (id.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
        id.chop(5);
    return id;
}

} // namespace

Result<RuleSet> parseRuleSet(const QByteArray &json, const QString &fileName) {
    std::optional<JsonProblem> problem;
    RuleSet set;
    if (json.size() > kLargestFile)
        problem = JsonProblem{fileName, QStringLiteral("文件太大，口径文件不超过 1 MB"), {}};
    else if (const auto document = parseJson(json, problem))
        set = readRuleSet(*document, problem);
    if (!problem) {
        set.id = idOf(fileName);
        return set;
    }
    const QString where = problem->path.isEmpty() ? QStringLiteral("整个文件") : problem->path;
    Failure failure = fail(ErrorCode::InvalidValue, QStringLiteral("%1：%2。").arg(where, problem->reason),
                           QStringLiteral("请修改口径文件后再用。"));
    failure.value().place.file = fileName;
    failure.value().place.field = where;
    failure.value().value = problem->found;
    return failure;
}

} // namespace yipi::indicators
