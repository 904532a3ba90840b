// SPDX-License-Identifier: GPL-3.0-or-later
// Reads rule files (docs/indicators.md). Nothing unknown is passed over: a misspelt key would change a figure
// unseen.
#include "indicators/expression/expression.h"
#include "indicators/json_reader.h"
#include "indicators/rule_words.h"

#include <QRegularExpression>
#include <QStringList>

namespace yipi::indicators {

namespace {

constexpr qsizetype kLargestFile = 1'000'000;
constexpr int kMostRates = 32;
constexpr int kMostMonths = 600;
constexpr int kMostDays = 3650;

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

QString possibleEvents(Population population) {
    QStringList keys;
    for (std::size_t i = 0; i < choicesOf<Event>().size(); ++i)
        if (canHappen(static_cast<Event>(i), population))
            keys << choicesOf<Event>()[i].key;
    return keys.join(QStringLiteral("、"));
}

void readTarget(JsonReader &in, RateRule &rule) {
    rule.target = in.choice("target", TargetIndicator::SignCount);
    const bool isTask = rule.population == Population::Targets;
    if (isTask != in.has("target"))
        in.refuse("target", isTask ? QStringLiteral("population 为 targets 时必须填写")
                                   : QStringLiteral("只与 population: targets 同用"));
    if (!isTask)
        return;
    for (const char *derived : {"event", "weight", "entries", "early", "period", "cap"})
        if (in.has(derived))
            in.refuse(derived, QStringLiteral("年度任务完成率不用填这一项"));
    rule.event = eventOf(rule.target);
    rule.weight = countsPieces(rule.target) ? Weight::Count : Weight::Investment;
}

void readEvent(JsonReader &in, RateRule &rule) {
    if (!in.has("event"))
        in.refuse("event", QStringLiteral("必须填写：%1").arg(possibleEvents(rule.population)));
    rule.event = in.choice("event", Event::Started);
    if (!canHappen(rule.event, rule.population))
        in.refuse("event",
                  QStringLiteral("%1只能用 %2").arg(title(rule.population), possibleEvents(rule.population)),
                  key(rule.event));
    rule.weight = in.choice("weight", usualWeight(rule.population));
    if (!fits(rule.weight, rule.population))
        in.refuse("weight", QStringLiteral("不能用于%1").arg(title(rule.population)), key(rule.weight));
}

/// A filter that the as-of date decides would let rows come and go; the period and the events do that.
void readFilter(JsonReader &in, RateRule &rule) {
    rule.filter = in.text("filter");
    if (rule.filter.isEmpty())
        return;
    const auto expression = parseExpression(rule.filter);
    if (!expression)
        in.refuse("filter", expression.error().message, rule.filter);
    else if (expression->dependsOnDate())
        in.refuse("filter", QStringLiteral("不能用随截止日变化的条件（如阶段、截至），请改用日期"),
                  rule.filter);
}

void checkParts(JsonReader &in, const RateRule &rule) {
    const bool usesDue = rule.entries == EntryScope::DueOnly || rule.early == Early::Leave;
    const char *due = rule.entries == EntryScope::DueOnly ? "entries" : "early";
    if (usesDue && !hasDeadline(rule.event))
        in.refuse(due, QStringLiteral("%1没有期限，不能按是否到期统计").arg(title(rule.event)));
    if (rule.early == Early::Leave && isByValue(rule))
        in.refuse("early", QStringLiteral("按上报数值计算的比率没有提前之说，请去掉这一项"));
    if (rule.capAt100 && !isByValue(rule))
        in.refuse("cap", QStringLiteral("只用于按上报数值计算的比率（达效率、资金到位率、投资完成率）"));
    if (!isList(rule.population) && in.has("campaigns"))
        in.refuse("campaigns", QStringLiteral("只用于 sign、start、produce 三张清单"));
    if (rule.period == Period::AsOfYear &&
        (isOfOneYear(rule.population) || rule.population == Population::Milestones))
        in.refuse("period", QStringLiteral("%1不用填这一项").arg(title(rule.population)));
}

/// The rate whose numerator is this one's denominator must come before: so there are no circles.
void checkChain(JsonReader &in, RateRule &rule, const RuleSet &set) {
    if (rule.denominatorOf.isEmpty())
        return;
    const RateRule *base = set.rate(rule.denominatorOf);
    if (!base)
        in.refuse("denominator_of", QStringLiteral("前面没有这个编号的比率"), rule.denominatorOf);
    else if (isByValue(*base) || base->population == Population::Targets)
        in.refuse("denominator_of", QStringLiteral("按上报数值或任务计算的比率不能作另一比率的分母"),
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
        in.refuse("population", QStringLiteral("必须填写，如 sign、start 或 produce"));
    rule.population = in.choice("population", Population::Sign);
    checkChain(in, rule, set);
    readCampaigns(in, rule);
    rule.period = in.choice("period", Period::All);
    rule.entries = in.choice("entries", EntryScope::All);
    rule.projects = in.choice("projects", ProjectScope::All);
    readFilter(in, rule);
    rule.terminated = in.choice("terminated", Terminated::Keep);
    if (rule.population != Population::Targets)
        readEvent(in, rule);
    readTarget(in, rule);
    rule.early = in.choice("early", Early::Count);
    rule.capAt100 = in.choice("cap", Cap::None) == Cap::AtHundred;
    rule.rounding = in.choice("rounding", Rounding::HalfUp);
    rule.decimals = in.integer("decimals", 2, 0, 4);
    rule.zeros = in.choice("zeros", Zeros::Keep);
    rule.note = in.text("note");
    checkParts(in, rule);
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
    deadlines.graceUnit = in.choice("grace_unit", GraceUnit::Calendar);
    in.finish();
}

std::optional<Month> readMonth(JsonReader &in, const char *name) {
    const QString text = in.text(name);
    const auto month = Month::parse(text);
    if (!text.isEmpty() && !month)
        in.refuse(name, QStringLiteral("不是月份，应写成 2024-01 的样子"), text);
    return month;
}

RuleSet readRuleSet(const nlohmann::json &document, const LightPresets &lights,
                    std::optional<JsonProblem> &problem) {
    RuleSet set;
    JsonReader in(document, {}, problem);
    (void)in.text("$schema"); // for editors of text; what a rule file may say is decided here
    set.name = in.text("name", true);
    set.version = in.text("version", true);
    set.description = in.text("description");
    set.effectiveFrom = readMonth(in, "effective_from");
    set.effectiveTo = readMonth(in, "effective_to");
    if (set.effectiveFrom && set.effectiveTo && *set.effectiveTo < *set.effectiveFrom)
        in.refuse("effective_to", QStringLiteral("早于 effective_from"), set.effectiveTo->text());
    readDeadlines(in.object("deadlines"), set.deadlines);
    set.lights = readLights(in, lights);
    set.overdue = readOverdueKinds(in);
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

Result<RuleSet> parseRuleSet(const QByteArray &json, const QString &fileName, const LightPresets &lights) {
    std::optional<JsonProblem> problem;
    RuleSet set;
    if (json.size() > kLargestFile)
        problem = JsonProblem{fileName, QStringLiteral("文件太大，口径文件不超过 1 MB"), {}};
    else if (const auto document = parseJson(json, problem))
        set = readRuleSet(*document, lights, problem);
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
