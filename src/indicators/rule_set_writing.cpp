// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rule files (docs/indicators.md) in the style of the shipped ones: one rate a line, only what is not
// the default, so that two files can be compared by eye.
#include "indicators/rule_words.h"

#include <nlohmann/json.hpp>

namespace yipi::indicators {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kUsualYellow = 1, kUsualRed = 91;

std::string u8(const QString &text) {
    return text.toStdString();
}

void putText(Json &to, const char *name, const QString &text) {
    if (!text.isEmpty())
        to[name] = u8(text);
}

template <class T>
void putUnless(Json &to, const char *name, T value, T standard) {
    if (value == standard)
        return;
    if constexpr (std::is_enum_v<T>)
        to[name] = u8(key(value));
    else
        to[name] = value;
}

void putCampaigns(Json &to, const RateRule &rule) {
    putUnless(to, "campaigns", rule.campaigns, CampaignScope::All);
    if (rule.campaigns == CampaignScope::HeldAtLeastMonths)
        to["held_at_least_months"] = rule.heldAtLeastMonths;
    if (rule.campaigns != CampaignScope::Range)
        return;
    if (rule.firstCampaign)
        to["first_campaign"] = u8(rule.firstCampaign->text());
    if (rule.lastCampaign)
        to["last_campaign"] = u8(rule.lastCampaign->text());
}

/// Event and weight of a task follow from what it is about.
void putEvent(Json &to, const RateRule &rule) {
    if (rule.population == Population::Targets) {
        to["target"] = u8(key(rule.target));
        return;
    }
    to["event"] = u8(key(rule.event));
    putUnless(to, "weight", rule.weight, usualWeight(rule.population));
}

Json rateJson(const RateRule &rule) {
    Json to = Json::object();
    to["id"] = u8(rule.id);
    to["title"] = u8(rule.title);
    if (rule.denominatorOf.isEmpty()) // else it is that of the rate before
        to["population"] = u8(key(rule.population));
    putText(to, "denominator_of", rule.denominatorOf);
    putUnless(to, "period", rule.period, Period::All);
    putCampaigns(to, rule);
    putUnless(to, "entries", rule.entries, EntryScope::All);
    putUnless(to, "projects", rule.projects, ProjectScope::All);
    putText(to, "filter", rule.filter);
    putUnless(to, "terminated", rule.terminated, Terminated::Keep);
    putEvent(to, rule);
    putUnless(to, "early", rule.early, Early::Count);
    putUnless(to, "cap", rule.capAt100 ? Cap::AtHundred : Cap::None, Cap::None);
    putUnless(to, "rounding", rule.rounding, Rounding::HalfUp);
    putUnless(to, "decimals", rule.decimals, 2);
    putUnless(to, "zeros", rule.zeros, Zeros::Keep);
    putText(to, "note", rule.note);
    return to;
}

Json deadlinesJson(const Deadlines &deadlines) {
    const Deadlines usual;
    Json to = Json::object();
    putUnless(to, "sign_to_start_months", deadlines.signToStartMonths, usual.signToStartMonths);
    putUnless(to, "start_to_produce_months", deadlines.startToProduceMonths, usual.startToProduceMonths);
    putUnless(to, "produce_to_attain_months", deadlines.produceToAttainMonths, usual.produceToAttainMonths);
    putUnless(to, "grace_days", deadlines.graceDays, usual.graceDays);
    putUnless(to, "grace_unit", deadlines.graceUnit, usual.graceUnit);
    return to;
}

Json lightRuleJson(const LightRule &rule) {
    Json to{{"subject", u8(key(rule.subject))}, {"when", u8(key(rule.measure))}};
    if (rule.measure == LightMeasure::PercentOfPace)
        to["below"] = rule.limit;
    else if (rule.measure != LightMeasure::DueThisMonth)
        to[rule.isStrict ? "more_than" : "at_least"] = rule.limit;
    to["light"] = u8(key(rule.light));
    return to;
}

void putRows(Json &to, const LightRules &lights) {
    if (const auto days = daysOf(lights)) {
        putUnless(to, "yellow_days", days->yellow, kUsualYellow);
        putUnless(to, "red_days", days->red, kUsualRed);
        return;
    }
    to["rules"] = Json::array();
    for (const LightRule &rule : lights.rules)
        to["rules"].push_back(lightRuleJson(rule));
}

/// An object, the name of a preset, or nothing (an empty object) for what every rule set has.
Json lightsJson(const LightRules &lights, const LightPresets &presets) {
    for (const auto &[name, preset] : presets)
        if (preset == lights)
            return u8(name);
    Json to = Json::object();
    putText(to, "name", lights.name);
    putText(to, "note", lights.note);
    putRows(to, lights);
    if (lights.escalation == LightRules::byDays(kUsualYellow, kUsualRed).escalation)
        return to;
    to["escalation"] = Json::array();
    for (const EscalationStep &step : lights.escalation) {
        Json row{{"level", u8(key(step.level))}};
        if (step.title != title(step.level))
            putText(row, "title", step.title);
        row["from_days"] = step.fromDays;
        to["escalation"].push_back(std::move(row));
    }
    return to;
}

Json overdueJson(const std::vector<OverdueKindRule> &kinds) {
    Json to = Json::array();
    for (const OverdueKindRule &kind : kinds) {
        Json row{{"kind", u8(key(kind.kind))}};
        if (kind.title != title(kind.kind))
            putText(row, "title", kind.title);
        to.push_back(std::move(row));
    }
    return to;
}

Json document(const RuleSet &set, const LightPresets &presets) {
    Json to = Json::object();
    to["name"] = u8(set.name);
    to["version"] = u8(set.version);
    putText(to, "description", set.description);
    if (set.effectiveFrom)
        to["effective_from"] = u8(set.effectiveFrom->text());
    if (set.effectiveTo)
        to["effective_to"] = u8(set.effectiveTo->text());
    if (Json deadlines = deadlinesJson(set.deadlines); !deadlines.empty())
        to["deadlines"] = std::move(deadlines);
    if (Json lights = lightsJson(set.lights, presets); !lights.empty())
        to["lights"] = std::move(lights);
    if (set.overdue != usualOverdueKinds())
        to["overdue"] = overdueJson(set.overdue);
    to["rates"] = Json::array();
    for (const RateRule &rule : set.rates)
        to["rates"].push_back(rateJson(rule));
    return to;
}

std::string onOneLine(const Json &node) {
    if (!node.is_object() || node.empty())
        return node.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string text;
    for (const auto &[name, value] : node.items())
        text += (text.empty() ? "{ " : ", ") + Json(name).dump() + ": " + onOneLine(value);
    return text + " }";
}

bool isTable(const Json &node) {
    return node.is_array() && !node.empty() && node.front().is_object();
}

std::string onLines(const Json &node, const std::string &indent) {
    const std::string inner = indent + "  ";
    const bool holdsTables =
        node.is_object() && std::any_of(node.begin(), node.end(), [](const Json &n) { return isTable(n); });
    if (!holdsTables && !isTable(node))
        return onOneLine(node);
    std::string text;
    for (const auto &[name, value] : node.items())
        text += (text.empty() ? "\n" : ",\n") + inner +
                (node.is_object() ? Json(name).dump() + ": " + onLines(value, inner) : onOneLine(value));
    return (node.is_object() ? "{" : "[") + text + "\n" + indent + (node.is_object() ? "}" : "]");
}

} // namespace

std::optional<LightDays> daysOf(const LightRules &lights) {
    LightDays days;
    for (const LightRule &rule : lights.rules)
        (rule.light == Light::Red ? days.red : days.yellow) = rule.limit;
    const bool isShort = days.yellow <= days.red && !lights.rules.empty() &&
                         LightRules::byDays(days.yellow, days.red).rules == lights.rules;
    return isShort ? std::optional(days) : std::nullopt;
}

QByteArray toJson(const RuleSet &set, const LightPresets &lights) {
    return QByteArray::fromStdString(onLines(document(set, lights), {})) + '\n';
}

} // namespace yipi::indicators
