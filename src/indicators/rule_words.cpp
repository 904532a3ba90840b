// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rule_words.h"

#include <array>

namespace yipi {

using namespace indicators;

template <>
std::span<const Choice> choicesOf<Rounding>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("half_up"), QStringLiteral("四舍五入")},
                                          {QStringLiteral("truncate"), QStringLiteral("直接舍去尾数")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<CampaignScope>() {
    static const std::array<Choice, 4> c{
        {{QStringLiteral("all"), QStringLiteral("截止日前举办的各次活动")},
         {QStringLiteral("before_current"), QStringLiteral("截止日前举办的各次活动（不含最近一次）")},
         {QStringLiteral("held_at_least_months"), QStringLiteral("举办满 %1 个月的各次活动")},
         {QStringLiteral("range"), QStringLiteral("截止日前举办的 %1 各次活动")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<EntryScope>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("all"), QStringLiteral("不论是否到期")},
                                          {QStringLiteral("due_only"), QStringLiteral("只计到期项目")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ProjectScope>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("all"), QStringLiteral("全部项目")},
                                          {QStringLiteral("industrial"), QStringLiteral("产业项目")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Terminated>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("keep"), QStringLiteral("终止项目仍计入")},
                                          {QStringLiteral("exclude"), QStringLiteral("终止项目剔除")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Event>() {
    static const std::array<Choice, 4> c{{{QStringLiteral("started"), QStringLiteral("开工")},
                                          {QStringLiteral("produced"), QStringLiteral("投产")},
                                          {QStringLiteral("attained"), QStringLiteral("达效")},
                                          {QStringLiteral("in_statistics"), QStringLiteral("入库纳统")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Weight>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("count"), QStringLiteral("个数")},
                                          {QStringLiteral("investment"), QStringLiteral("申报投资")},
                                          {QStringLiteral("output"), QStringLiteral("申报年产值")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Early>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("count"), QStringLiteral("提前的计入分子")},
                                          {QStringLiteral("leave"), QStringLiteral("提前的不计入分子")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

QString denominatorTitle(const RateRule &rule) {
    const bool takesAll = rule.campaigns == CampaignScope::All && rule.entries == EntryScope::All &&
                          rule.projects == ProjectScope::All && rule.denominatorOf.isEmpty();
    return takesAll ? title(rule.population) : QStringLiteral("应") + title(rule.event);
}

QString baseTitle(Event event) {
    static const std::array kTitles{QStringLiteral("签约"), QStringLiteral("开工"), QStringLiteral("投产"),
                                    QString()};
    return kTitles.at(static_cast<std::size_t>(event));
}

int monthsAllowed(const Deadlines &deadlines, Event event) {
    const std::array months{deadlines.signToStartMonths, deadlines.startToProduceMonths,
                            deadlines.produceToAttainMonths, 0};
    return months.at(static_cast<std::size_t>(event));
}

} // namespace yipi::indicators
