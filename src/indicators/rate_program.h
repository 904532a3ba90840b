// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/month_scale.h"
#include "indicators/rule_set.h"

namespace yipi::indicators {

/// The first happening of an event: whoever produces has started, whoever attained produces. 0 = none.
Day eventDay(const ProjectFact &project, Event event);

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

/// All rates of a rule set over one window.
class RateProgram {
public:
    RateProgram(const Facts &facts, const RuleSet &rules, const MonthWindow &window);

    const MonthWindow &window() const { return m_window; }
    const std::vector<CompiledRate> &rates() const { return m_rates; }
    /// Months from which a campaign counts as held.
    int heldFrom(std::int32_t campaign) const { return m_heldFrom[static_cast<std::size_t>(campaign)]; }
    Day heldDay(std::int32_t campaign) const { return m_heldDay[static_cast<std::size_t>(campaign)]; }

    /// `chain` is the numerator span of the rate's base, or the whole window.
    Standing standing(const CompiledRate &rate, const EntryFact &entry, Span chain) const;
    /// With the chain looked up; for single entries, where speed does not matter.
    Standing standing(const CompiledRate &rate, const EntryFact &entry) const;
    Span denominator(const CompiledRate &rate, const Standing &s) const;
    Span numerator(const CompiledRate &rate, const Standing &s) const;

private:
    Day baseDay(Event event, const EntryFact &entry, const ProjectFact &project) const;
    qint64 weightOf(const RateRule &rule, const EntryFact &entry) const;
    std::vector<int> scopeOf(const RateRule &rule) const;

    const Facts &m_facts;
    const MonthWindow &m_window;
    std::vector<Day> m_heldDay;
    std::vector<int> m_heldFrom;
    std::vector<int> m_latestUntil; ///< per campaign: from this month another one is the latest held
    std::vector<CompiledRate> m_rates;
};

/// The last report for a month up to `asOf`; null when there is none.
const OutputFact *latestOutput(const Facts &facts, const ProjectFact &project, Month asOf);

/// What a reported annual output adds to the numerator of a rate by value: with the rule's cap no more than
/// declared.
inline qint64 countedOutput(const RateRule &rule, const EntryFact &entry, qint64 annualOutput) {
    return rule.capAt100 ? std::min(annualOutput, entry.output) : annualOutput;
}

/// When the entry's event is due: the planned date, else the event before (for an entry of that event's own
/// list the campaign's day when it has no date) plus months, plus grace days. Invalid when nothing to count
/// from.
QDate dueDate(const Facts &facts, const Deadlines &deadlines, Event event, const EntryFact &entry);

} // namespace yipi::indicators
