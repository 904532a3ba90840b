// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/light_rules.h"

#include <array>
#include <limits>

namespace yipi {

using namespace indicators;

template <>
std::span<const Choice> choicesOf<LightSubject>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("not_started"), QStringLiteral("签约未开工")},
                                          {QStringLiteral("not_produced"), QStringLiteral("开工未投产")},
                                          {QStringLiteral("not_attained"), QStringLiteral("投产未达效")},
                                          {QStringLiteral("pace"), QStringLiteral("序时进度")},
                                          {QStringLiteral("statistics_entry"), QStringLiteral("入库纳统")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<LightMeasure>() {
    static const std::array<Choice, 5> c{
        {{QStringLiteral("days_overdue"), QStringLiteral("超期天数")},
         {QStringLiteral("months_overdue"), QStringLiteral("超期月数")},
         {QStringLiteral("due_this_month"), QStringLiteral("当月到期")},
         {QStringLiteral("points_behind"), QStringLiteral("落后序时进度的个百分点")},
         {QStringLiteral("percent_of_pace"), QStringLiteral("完成序时进度的百分比")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Escalation>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("none"), QString()},
                                          {QStringLiteral("officer"), QStringLiteral("服务专员")},
                                          {QStringLiteral("zone"), QStringLiteral("开发区")},
                                          {QStringLiteral("patron"), QStringLiteral("包联领导")},
                                          {QStringLiteral("city"), QStringLiteral("市")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Light>() {
    static const std::array<Choice, 4> c{{{QStringLiteral("green"), QStringLiteral("绿灯")},
                                          {QStringLiteral("yellow"), QStringLiteral("黄灯")},
                                          {QStringLiteral("red"), QStringLiteral("红灯")},
                                          {QStringLiteral("done"), QStringLiteral("已办结")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<OverdueKind>() {
    return choicesOf<LightSubject>().first(3); // the 三未 kinds come first there, see subjectOf
}

} // namespace yipi

namespace yipi::indicators {

QString key(OverdueKind kind) {
    return yipi::key(kind);
}

QString title(OverdueKind kind) {
    return yipi::title(kind);
}

QString key(Light light) {
    return yipi::key(light);
}

QString title(Light light) {
    return yipi::title(light);
}

LightRules LightRules::byDays(int yellowDays, int redDays) {
    LightRules lights;
    for (const LightSubject subject :
         {LightSubject::NotStarted, LightSubject::NotProduced, LightSubject::NotAttained}) {
        lights.rules.push_back({subject, LightMeasure::DaysOverdue, redDays, false, Light::Red});
        lights.rules.push_back({subject, LightMeasure::DaysOverdue, yellowDays, false, Light::Yellow});
    }
    for (const auto &[level, days] : {std::pair(Escalation::Officer, 1), std::pair(Escalation::Zone, 31),
                                      std::pair(Escalation::Patron, 91), std::pair(Escalation::City, 181)})
        lights.escalation.push_back({level, yipi::title(level), days});
    return lights;
}

namespace {

/// Whether completion is behind the pace as the rule says; both are defined.
bool isBehind(const LightRule &rule, const Rate &completion, const Rate &pace) {
    const Int128 done = static_cast<Int128>(completion.num()) * pace.den();
    const Int128 wanted = static_cast<Int128>(pace.num()) * completion.den();
    if (rule.measure == LightMeasure::PercentOfPace)
        return done * 100 < wanted * rule.limit;
    // The gap in points is 100 · (pace − completion), over the common denominator.
    const Int128 gap = (wanted - done) * 100;
    const Int128 limit = static_cast<Int128>(completion.den()) * pace.den() * rule.limit;
    return rule.isStrict ? gap > limit : gap >= limit;
}

} // namespace

std::optional<Light> LightRules::ofPace(const Rate &completion, const Rate &pace) const {
    if (!completion.isDefined() || !pace.isDefined())
        return std::nullopt;
    std::optional<Light> light;
    for (const LightRule &rule : rules) {
        if (rule.subject != LightSubject::Pace)
            continue;
        if (isBehind(rule, completion, pace))
            return rule.light;
        light = Light::Green;
    }
    return light;
}

const EscalationStep *LightRules::stepAt(int daysOverdue) const {
    const auto above = std::upper_bound(escalation.begin(), escalation.end(), daysOverdue,
                                        [](int days, const EscalationStep &s) { return days < s.fromDays; });
    return above == escalation.begin() ? nullptr : &*std::prev(above);
}

DueLights::DueLights(const LightRules &rules, LightSubject subject, Month asOf) {
    const Day last = dayOf(asOf.lastDay());
    for (const LightRule &rule : rules.rules) {
        if (rule.subject != subject)
            continue;
        Range range{1, last, rule.light}; // 0 is "no due date"
        const int limit = rule.limit + (rule.isStrict ? 1 : 0);
        if (rule.measure == LightMeasure::DueThisMonth)
            range.from = dayOf(asOf.firstDay());
        else if (rule.measure == LightMeasure::MonthsOverdue)
            range.to = dayOf(asOf.plus(-limit).lastDay());
        else
            range.to = last - limit;
        m_ranges.push_back(range);
    }
}

std::vector<OverdueKindRule> usualOverdueKinds() {
    std::vector<OverdueKindRule> kinds;
    for (const OverdueKind kind :
         {OverdueKind::NotStarted, OverdueKind::NotProduced, OverdueKind::NotAttained})
        kinds.push_back({kind, title(kind)});
    return kinds;
}

} // namespace yipi::indicators
