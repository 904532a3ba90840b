// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "indicators/rule_set.h"

namespace yipi::indicators {

/// The words of RateRule::capAt100.
enum class Cap { None, AtHundred };

} // namespace yipi::indicators

namespace yipi {

// Keys are what rule files say, titles are what a rule's sentence says.
template <>
std::span<const Choice> choicesOf<Rounding>();
template <>
std::span<const Choice> choicesOf<indicators::Population>();
template <>
std::span<const Choice> choicesOf<indicators::Period>();
template <>
std::span<const Choice> choicesOf<indicators::Zeros>();
template <>
std::span<const Choice> choicesOf<indicators::GraceUnit>();
template <>
std::span<const Choice> choicesOf<indicators::CampaignScope>();
template <>
std::span<const Choice> choicesOf<indicators::EntryScope>();
template <>
std::span<const Choice> choicesOf<indicators::ProjectScope>();
template <>
std::span<const Choice> choicesOf<indicators::Terminated>();
template <>
std::span<const Choice> choicesOf<indicators::Event>();
template <>
std::span<const Choice> choicesOf<indicators::Weight>();
template <>
std::span<const Choice> choicesOf<indicators::Early>();
template <>
std::span<const Choice> choicesOf<indicators::Cap>();

} // namespace yipi

namespace yipi::indicators {

using yipi::key; // beside the ones of the engine's own enumerations, which would hide them
using yipi::title;

/// The reported value that a rate adds up instead of counting.
enum class ReportedValue { None, Output, Funds, YearInvestment };
ReportedValue reportedValue(const RateRule &rule);
/// Whether the numerator is made of reported values.
inline bool isByValue(const RateRule &rule) {
    return reportedValue(rule) != ReportedValue::None;
}
/// Whether numerator and denominator are money, 元, and not pieces.
inline bool isMoney(Weight weight) {
    return weight != Weight::Count && weight != Weight::Items;
}
inline bool isMoney(const RateRule &rule) {
    return isMoney(rule.weight);
}

inline bool isList(Population population) {
    return population <= Population::Produce;
}
inline Population populationOf(Batch list) {
    return static_cast<Population>(list);
}
/// Whether rows of the population are there for the as-of year only, whatever the rule's period.
inline bool isOfOneYear(Population population) {
    return population == Population::Planned || population == Population::Progress ||
           population == Population::Targets;
}

/// Whether the event can happen to the members of the population; for tasks it follows from the task.
bool canHappen(Event event, Population population);
/// Whether members of the population can weigh that: some weights belong to one population only.
bool fits(Weight weight, Population population);
Weight usualWeight(Population population);

/// Whether the rule set has a deadline for the event; 入库纳统 has none.
inline bool hasDeadline(Event event) {
    return event <= Event::Attained || event == Event::Finished;
}

/// What a task is fulfilled by; Invested for 年度完成投资.
Event eventOf(TargetIndicator indicator);

/// What the deadline of an event counts from when there is no planned date: 签约, 开工, 投产; empty when
/// there is nothing else.
QString baseTitle(Event event);
/// What the denominator of a count is called: the list itself (开工一批) when the rule takes every entry of
/// it, else 应开工.
QString denominatorTitle(const RateRule &rule);
/// Months from there.
int monthsAllowed(const Deadlines &deadlines, Event event);

} // namespace yipi::indicators
