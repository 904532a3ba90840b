// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/standing.h"

namespace yipi::indicators {

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
    Standing standing(const CompiledRate &rate, const EntryFact &entry, Span chain) const {
        return standingOf(rate, entry, m_facts.projects[entry.project], heldDay(entry.campaign), m_window,
                          chain);
    }
    /// With the chain looked up; for single entries, where speed does not matter.
    Standing standing(const CompiledRate &rate, const EntryFact &entry) const;

private:
    std::vector<int> campaignsOf(const RateRule &rule) const;

    const Facts &m_facts;
    const MonthWindow &m_window;
    std::vector<Day> m_heldDay;
    std::vector<int> m_heldFrom;
    std::vector<int> m_latestUntil; ///< per campaign: from this month another one is the latest held
    std::vector<CompiledRate> m_rates;
};

/// The last report for a month up to `asOf`; null when there is none.
const OutputFact *latestOutput(const Facts &facts, const ProjectFact &project, Month asOf);

/// When the entry's event is due: the planned date, else the event before (for an entry of that event's own
/// list the campaign's day when it has no date) plus months, plus grace days. Invalid when nothing to count
/// from.
QDate dueDate(const Facts &facts, const Deadlines &deadlines, Event event, const EntryFact &entry);

} // namespace yipi::indicators
