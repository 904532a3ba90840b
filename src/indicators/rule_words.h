// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "indicators/rule_set.h"

namespace yipi {

// Keys are what rule files say, titles are what a rule's sentence says.
template <>
std::span<const Choice> choicesOf<Rounding>();
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

} // namespace yipi

namespace yipi::indicators {

using yipi::key; // beside the ones of the engine's own enumerations, which would hide them
using yipi::title;

/// 达效率 by value: actual annual output over the declared one, instead of entries with an event over all
/// entries.
inline bool isByValue(const RateRule &rule) {
    return rule.event == Event::Attained && rule.weight == Weight::Output;
}

/// Whether the rule set has a deadline for the event; 入库纳统 has none.
inline bool hasDeadline(Event event) {
    return event != Event::InStatistics;
}

/// What the deadline of an event counts from when there is no planned date: 签约, 开工, 投产.
QString baseTitle(Event event);
/// What the denominator of a count is called: the list itself (开工一批) when the rule takes every entry of
/// it, else 应开工.
QString denominatorTitle(const RateRule &rule);
/// Months from there.
int monthsAllowed(const Deadlines &deadlines, Event event);

} // namespace yipi::indicators
