// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rule_words.h"
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
    /// When the project counts as signed: its date, else the day of the first campaign it was declared signed
    /// at.
    Day signDay(std::uint32_t project) const;
    /// The first happening of the row's event; 0 = none.
    Day eventDay(const Subject &subject, Event event) const;
    /// The planned day of the row's event; 0 = none.
    Day plannedDay(const Subject &subject, Event event) const;
    /// The day that deadlines of the event count from; 0 = none.
    Day baseDay(const Subject &subject, Event event) const;
    /// When the row's event is due: the planned date, else the event before plus months, plus grace. Invalid
    /// when there is nothing to count from.
    QDate dueDate(const Subject &subject, Event event) const;

    Subject subject(const EntryFact &entry) const;
    Subject projectSubject(std::uint32_t project) const;
    Subject subject(const MilestoneFact &milestone) const;
    static Subject subject(const TargetFact &target);

    /// `chain` is the numerator span of the rate's base, or the whole window.
    Standing standing(const CompiledRate &rate, const Subject &subject, Span chain) const;
    /// With the chain looked up; for single rows, where speed does not matter.
    Standing standing(const CompiledRate &rate, const Subject &subject) const;
    Standing standing(const CompiledRate &rate, const EntryFact &entry) const {
        return standing(rate, subject(entry));
    }

private:
    std::vector<Span> campaignsOf(const RateRule &rule) const;
    MonthScale later(int months) const;
    QDate afterGrace(QDate due) const;
    void placeInPopulation(Standing &s, const CompiledRate &rate, const Subject &subject) const;
    void placeProject(Standing &s, const CompiledRate &rate, const Subject &subject) const;
    void placeDue(Standing &s, const CompiledRate &rate, const Subject &subject) const;
    bool isInProjects(const CompiledRate &rate, const Subject &subject) const;
    /// From the month of a day on; of one year only where the rule says so.
    Span since(Day day, const RateRule &rule) const;

    const Facts &m_facts;
    Deadlines m_deadlines;
    MonthWindow m_window;
    std::vector<Day> m_heldDay;
    std::vector<int> m_heldFrom;
    std::vector<int> m_latestUntil; ///< per campaign: from this month another one is the latest held
    std::vector<CompiledRate> m_rates;
};

} // namespace yipi::indicators
