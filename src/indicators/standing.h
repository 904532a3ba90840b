// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided for every row of every rate; inline, because a sheet of rates asks it millions of times.
#pragma once

#include "indicators/month_scale.h"
#include "indicators/rule_set.h"

#include <memory>

namespace yipi::indicators {

/// The earlier of two days, 0 = none.
inline Day earlier(Day a, Day b) {
    // As unsigned, "none" minus one is the largest number.
    return static_cast<Day>(std::min(static_cast<std::uint32_t>(a) - 1, static_cast<std::uint32_t>(b) - 1) +
                            1);
}

/// One row of a population: an entry of a list, a project, a milestone of a project, or the task of a zone.
struct Subject {
    static constexpr std::uint32_t kNoProject = UINT32_MAX;

    qint64 id = 0;                      ///< of the entry, milestone or task; of the project itself otherwise
    std::uint32_t project = kNoProject; ///< index into Facts::projects; none for a task
    std::int32_t campaign = -1;         ///< index into Facts::campaigns; of entries only
    Population list = Population::Projects; ///< the list an entry is on
    qint64 investment = -1;                 ///< declared, 元, −1 = 未填
    qint64 output = -1;                     ///< declared per year, 元, −1 = 未填
    Day signDay = 0;                        ///< the project's, by its date or its campaign
    Day planned = 0, actual = 0;            ///< of a milestone
    const TargetFact *target = nullptr;     ///< of a task
};

/// The first happening of a project's event: whoever produces has started, whoever attained produces. 0 =
/// none.
inline Day eventDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return earlier(project.start, earlier(project.produce, project.attain));
    case Event::Produced:
        return earlier(project.produce, project.attain);
    case Event::Attained:
        return project.attain;
    case Event::InStatistics:
        return project.statistics;
    case Event::Fulfilled:
        return project.fulfilled;
    case Event::Signed:
    case Event::FundsInPlace:
    case Event::Finished:
    case Event::Invested:
        break; // not a date of the project
    }
    return 0;
}

inline Day plannedDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return project.plannedStart;
    case Event::Produced:
        return project.plannedProduce;
    case Event::Attained:
        return project.plannedAttain;
    default:
        return 0;
    }
}

/// The day that deadlines of `event` count from. An entry declared as signed (started, producing) at a
/// campaign was so on the campaign's day at the latest: that day stands in for a missing date. So does the
/// day a project counts as signed.
inline Day deadlineBase(Event event, const Subject &subject, const ProjectFact &project, Day heldDay) {
    const auto orCampaign = [&](Day day, Population list) {
        return day || subject.list != list ? day : heldDay;
    };
    switch (event) {
    case Event::Started:
        return subject.list == Population::Projects ? subject.signDay
                                                    : orCampaign(project.sign, Population::Sign);
    case Event::Produced:
        return orCampaign(project.start, Population::Start);
    case Event::Attained:
        return orCampaign(project.produce, Population::Produce);
    default:
        return 0;
    }
}

/// Where one row stands under one rule: from which month of the window each condition holds. The rates use
/// the spans that follow from it, the explanation names the condition that fails.
struct Standing {
    Span present;           ///< it is there at all: its campaign was held, it was signed, …
    Span scope;             ///< and in the campaigns and years that the rule takes
    bool inProjects = true; ///< its project is of the kind that the rule takes
    Span chain;             ///< it is in the numerator of the rate that this one follows
    int dueFrom = 0;        ///< its due date has come; only where the rule asks
    int eventFrom = 0;      ///< its event has happened
    int end = 0;            ///< from here on it is left out as terminated
    qint64 weight = 1;      ///< what it adds to the denominator; −1 = not declared
    bool hasDue = true;
    bool countsAbove = true, countsBelow = true; ///< tasks count below the line only, what fulfils them above
};

/// A rule made ready for a window of months: all calendar work is done here, none per row.
struct CompiledRate {
    const RateRule *rule = nullptr;
    int base = -1; ///< index of the rate that this one follows
    ReportedValue value = ReportedValue::None;
    bool usesDue = false;
    std::vector<Span> campaigns;                 ///< per campaign: the months in which it is in scope
    MonthScale byPlan;                           ///< for planned dates
    MonthScale byBase;                           ///< for the event that deadlines count from
    std::shared_ptr<const FilterMatcher> filter; ///< null = none
};

/// What a reported value adds to the numerator of a rate by value: with the rule's cap no more than declared.
inline qint64 cappedValue(const RateRule &rule, qint64 value, qint64 declared) {
    return rule.capAt100 ? std::min(value, declared) : value;
}

/// Where the row may count at all, due or not.
inline Span scopeOf(const Standing &s) {
    const bool counts = s.inProjects && s.weight >= 0;
    return {std::max(s.scope.from, s.chain.from), counts ? std::min({s.scope.to, s.end, s.chain.to}) : 0};
}

inline Span denominatorOf(const CompiledRate &rate, const Standing &s) {
    Span span = scopeOf(s);
    if (!s.countsBelow)
        span.to = 0;
    if (rate.rule->entries == EntryScope::DueOnly)
        span.from = std::max(span.from, s.dueFrom);
    return span;
}

inline Span numeratorOf(const CompiledRate &rate, const Standing &s) {
    Span span = scopeOf(s);
    if (!s.countsAbove)
        span.to = 0;
    if (rate.value != ReportedValue::None) {
        if (rate.rule->entries == EntryScope::DueOnly)
            span.from = std::max(span.from, s.dueFrom);
        return span;
    }
    span.from = std::max(span.from, s.eventFrom);
    if (rate.rule->early == Early::Leave && s.hasDue)
        span.from = std::max(span.from, s.dueFrom);
    // An early one counts above the line only, but what has no due date at all can't be called early.
    if (rate.rule->entries == EntryScope::DueOnly && !s.hasDue)
        span.to = 0;
    return span;
}

} // namespace yipi::indicators
