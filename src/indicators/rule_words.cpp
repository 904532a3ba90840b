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
std::span<const Choice> choicesOf<Population>() {
    static const std::array<Choice, 9> c{
        {{QStringLiteral("sign"), QStringLiteral("签约一批")},
         {QStringLiteral("start"), QStringLiteral("开工一批")},
         {QStringLiteral("produce"), QStringLiteral("投产一批")},
         {QStringLiteral("reserve"), QStringLiteral("储备项目")},
         {QStringLiteral("projects"), QStringLiteral("已签约项目")},
         {QStringLiteral("planned"), QStringLiteral("年度计划项目")},
         {QStringLiteral("progress"), QStringLiteral("有年度投资计划的项目")},
         {QStringLiteral("milestones"), QStringLiteral("项目事项")},
         {QStringLiteral("targets"), QStringLiteral("年度任务")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Period>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("all"), QStringLiteral("历年")},
                                          {QStringLiteral("as_of_year"), QStringLiteral("截止日所在年度")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Zeros>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("keep"), QStringLiteral("保留末尾的 0")},
                                          {QStringLiteral("drop"), QStringLiteral("略去末尾的 0")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<GraceUnit>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("calendar"), QStringLiteral("天")},
                                          {QStringLiteral("working"), QStringLiteral("个工作日")}}};
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
    static const std::array<Choice, 3> c{
        {{QStringLiteral("keep"), QStringLiteral("终止项目仍计入")},
         {QStringLiteral("exclude"), QStringLiteral("终止项目剔除")},
         {QStringLiteral("exclude_approved"), QStringLiteral("经批准调出的项目剔除")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Event>() {
    static const std::array<Choice, 9> c{{{QStringLiteral("started"), QStringLiteral("开工")},
                                          {QStringLiteral("produced"), QStringLiteral("投产")},
                                          {QStringLiteral("attained"), QStringLiteral("达效")},
                                          {QStringLiteral("in_statistics"), QStringLiteral("入库纳统")},
                                          {QStringLiteral("signed"), QStringLiteral("签约")},
                                          {QStringLiteral("fulfilled"), QStringLiteral("履约")},
                                          {QStringLiteral("funds_in_place"), QStringLiteral("资金到位")},
                                          {QStringLiteral("finished"), QStringLiteral("办结")},
                                          {QStringLiteral("invested"), QStringLiteral("完成投资")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Weight>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("count"), QStringLiteral("个数")},
                                          {QStringLiteral("investment"), QStringLiteral("申报投资")},
                                          {QStringLiteral("output"), QStringLiteral("申报年产值")},
                                          {QStringLiteral("items"), QStringLiteral("件数")},
                                          {QStringLiteral("plan"), QStringLiteral("年度计划投资")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Early>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("count"), QStringLiteral("提前的计入分子")},
                                          {QStringLiteral("leave"), QStringLiteral("提前的不计入分子")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<Cap>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("none"), QStringLiteral("不封顶")},
                                          {QStringLiteral("100"), QStringLiteral("封顶 100%")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

ReportedValue reportedValue(const RateRule &rule) {
    if (rule.event == Event::Invested)
        return ReportedValue::YearInvestment;
    if (rule.event == Event::Attained && rule.weight == Weight::Output)
        return ReportedValue::Output;
    return rule.event == Event::FundsInPlace && rule.weight == Weight::Investment ? ReportedValue::Funds
                                                                                  : ReportedValue::None;
}

bool canHappen(Event event, Population population) {
    switch (population) {
    case Population::Planned:
        return event == Event::Started || event == Event::Produced || event == Event::Attained;
    case Population::Progress:
        return event == Event::Invested;
    case Population::Milestones:
        return event == Event::Finished;
    case Population::Targets:
        return true; // follows from the task
    case Population::Reserve:
        return event != Event::Finished && event != Event::Invested;
    case Population::Sign:
    case Population::Start:
    case Population::Produce:
    case Population::Projects:
        break;
    }
    return event <= Event::InStatistics || event == Event::Fulfilled || event == Event::FundsInPlace;
}

bool fits(Weight weight, Population population) {
    if (population == Population::Progress || weight == Weight::Plan)
        return population == Population::Progress && weight == Weight::Plan;
    if (population == Population::Milestones || weight == Weight::Items)
        return population == Population::Milestones && weight == Weight::Items;
    return true;
}

Weight usualWeight(Population population) {
    if (population == Population::Progress)
        return Weight::Plan;
    return population == Population::Milestones ? Weight::Items : Weight::Count;
}

Event eventOf(TargetIndicator indicator) {
    static constexpr std::array kEvents{Event::Signed,   Event::Signed,   Event::Started, Event::Started,
                                        Event::Produced, Event::Produced, Event::Invested};
    return kEvents.at(static_cast<std::size_t>(indicator));
}

QString denominatorTitle(const RateRule &rule) {
    const bool takesAll = rule.campaigns == CampaignScope::All && rule.entries == EntryScope::All &&
                          rule.projects == ProjectScope::All && rule.filter.isEmpty() &&
                          rule.period == Period::All && rule.denominatorOf.isEmpty();
    return takesAll ? title(rule.population) : QStringLiteral("应") + title(rule.event);
}

QString baseTitle(Event event) {
    static const std::array kTitles{QStringLiteral("签约"), QStringLiteral("开工"), QStringLiteral("投产")};
    const auto index = static_cast<std::size_t>(event);
    return index < kTitles.size() ? kTitles.at(index) : QString();
}

int monthsAllowed(const Deadlines &deadlines, Event event) {
    const std::array months{deadlines.signToStartMonths, deadlines.startToProduceMonths,
                            deadlines.produceToAttainMonths};
    const auto index = static_cast<std::size_t>(event);
    return index < months.size() ? months.at(index) : 0;
}

} // namespace yipi::indicators
