// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided for every entry of every rate; inline, because a dashboard asks it millions of times.
#pragma once

#include "indicators/month_scale.h"
#include "indicators/rule_set.h"

namespace yipi::indicators {

/// The earlier of two days, 0 = none.
inline Day earlier(Day a, Day b) {
    // As unsigned, "none" minus one is the largest number.
    return static_cast<Day>(std::min(static_cast<std::uint32_t>(a) - 1, static_cast<std::uint32_t>(b) - 1) +
                            1);
}

/// The first happening of an event: whoever produces has started, whoever attained produces. 0 = none.
inline Day eventDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return earlier(project.start, earlier(project.produce, project.attain));
    case Event::Produced:
        return earlier(project.produce, project.attain);
    case Event::Attained:
        return project.attain;
    case Event::InStatistics:
        break;
    }
    return project.statistics;
}

inline Day plannedDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return project.plannedStart;
    case Event::Produced:
        return project.plannedProduce;
    case Event::Attained:
        return project.plannedAttain;
    case Event::InStatistics:
        break;
    }
    return 0;
}

/// The day that deadlines of `event` count from. An entry declared as signed (started, producing) at a
/// campaign was so on the campaign's day at the latest: that day stands in for a missing date.
inline Day deadlineBase(Event event, const EntryFact &entry, const ProjectFact &project, Day heldDay) {
    const auto orCampaign = [&](Day day, Batch list) { return day || entry.batch != list ? day : heldDay; };
    switch (event) {
    case Event::Started:
        return orCampaign(project.sign, Batch::Sign);
    case Event::Produced:
        return orCampaign(project.start, Batch::Start);
    case Event::Attained:
        return orCampaign(project.produce, Batch::Produce);
    case Event::InStatistics:
        break;
    }
    return 0;
}

/// The months [from, to) of a window; empty when from ≥ to.
struct Span {
    int from = 0;
    int to = 0;
    bool isEmpty() const { return from >= to; }
    /// Holds in the first month of the window.
    bool holdsAtOnce() const { return from == 0 && to > 0; }
};

/// Where one entry stands under one rule: from which month of the window each condition holds. The rates use
/// the spans that follow from it, the explanation names the condition that fails.
struct Standing {
    int campaignFrom = 0; ///< its campaign is in scope
    bool inProjects = true;
    Span chain;        ///< it is in the numerator of the rate that this one follows
    int dueFrom = 0;   ///< its due date has come; only where the rule asks
    int eventFrom = 0; ///< its event has happened
    int end = 0;       ///< from here on it is left out as terminated
    qint64 weight = 1; ///< what it adds to the denominator; −1 = not declared
    bool hasDue = true;
};

/// A rule made ready for a window of months: all calendar work is done here, none per entry.
struct CompiledRate {
    const RateRule *rule = nullptr;
    int base = -1; ///< index of the rate that this one follows
    bool byValue = false;
    bool usesDue = false;
    std::vector<int> campaignFrom; ///< per campaign: first month in which it is in scope
    MonthScale byPlan;             ///< for planned dates
    MonthScale byBase;             ///< for the event that deadlines count from
};

/// What the entry adds to the denominator; −1 = not declared.
inline qint64 weightOf(const RateRule &rule, const EntryFact &entry) {
    if (rule.weight == Weight::Count)
        return 1;
    return rule.weight == Weight::Investment ? entry.investment : entry.output;
}

/// What a reported annual output adds to the numerator of a rate by value: with the rule's cap no more than
/// declared.
inline qint64 countedOutput(const RateRule &rule, const EntryFact &entry, qint64 annualOutput) {
    return rule.capAt100 ? std::min(annualOutput, entry.output) : annualOutput;
}

inline Standing standingOf(const CompiledRate &rate, const EntryFact &entry, const ProjectFact &project,
                           Day heldDay, const MonthWindow &window, Span chain) {
    const RateRule &rule = *rate.rule;
    Standing s;
    s.campaignFrom = rate.campaignFrom[static_cast<std::size_t>(entry.campaign)];
    s.inProjects = rule.projects == ProjectScope::All || project.industrial;
    s.chain = chain;
    s.eventFrom = window.at(eventDay(project, rule.event));
    s.end = rule.terminated == Terminated::Exclude ? window.at(project.terminated) : window.size();
    s.weight = weightOf(rule, entry);
    if (rate.usesDue) {
        const Day planned = plannedDay(project, rule.event);
        const Day base = deadlineBase(rule.event, entry, project, heldDay);
        s.hasDue = (planned | base) != 0;
        const MonthScale &scale = planned ? rate.byPlan : rate.byBase;
        s.dueFrom = scale.at(planned ? planned : base);
    }
    return s;
}

/// Where the entry may count at all, due or not.
inline Span scopeOf(const Standing &s) {
    const bool counts = s.inProjects & (s.weight >= 0);
    return {std::max(s.campaignFrom, s.chain.from), counts ? std::min(s.end, s.chain.to) : 0};
}

inline Span denominatorOf(const CompiledRate &rate, const Standing &s) {
    Span span = scopeOf(s);
    if (rate.rule->entries == EntryScope::DueOnly)
        span.from = std::max(span.from, s.dueFrom);
    return span;
}

inline Span numeratorOf(const CompiledRate &rate, const Standing &s) {
    if (rate.byValue)
        return denominatorOf(rate, s);
    Span span = scopeOf(s);
    span.from = std::max(span.from, s.eventFrom);
    if (rate.rule->early == Early::Leave && s.hasDue)
        span.from = std::max(span.from, s.dueFrom);
    // An early one counts above the line only, but what has no due date at all can't be called early.
    if (rate.rule->entries == EntryScope::DueOnly && !s.hasDue)
        span.to = 0;
    return span;
}

} // namespace yipi::indicators
