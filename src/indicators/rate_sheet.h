// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/population_rows.h"

namespace yipi::indicators {

/// In which months of the window a row is in the denominator and in the numerator of a rate; eight bytes, so
/// that a cut over a million rows reads eight megabytes a rate.
struct Membership {
    std::uint16_t denFrom = 0, denTo = 0, numFrom = 0, numTo = 0;
    bool isAny() const { return denFrom < denTo || numFrom < numTo; }
};

/// A reported value as a row has it, for the run of months [from, to) in which it counts.
struct ValueStep {
    qint64 value = 0; ///< after the rule's cap
    qint64 plan = 0;  ///< what it adds to the denominator of 投资完成率; 0 elsewhere
    std::uint16_t from = 0, to = 0;
};

/// The reported values of one rate, row after row.
struct ValueSteps {
    std::vector<std::uint32_t> end; ///< of each row's part of `steps`
    std::vector<ValueStep> steps;
    std::uint32_t begin(std::size_t row) const { return row == 0 ? 0 : end[row - 1]; }
};

/// Is told of the rows that change, by those who keep what they have made of the rows.
class RowWatcher {
public:
    virtual ~RowWatcher() = default;
    /// The row is about to change; it still is as it was.
    virtual void leave(const PopulationRows &rows, std::size_t row) = 0;
    virtual void enter(const PopulationRows &rows, std::size_t row) = 0;
    /// All rows of the project are in line with the facts.
    virtual void settle(std::uint32_t project) = 0;
};

/// All rates of a rule set made ready for the questions of a dashboard: what a rule decides about a row is
/// decided once, and again only for the projects that change. A question is then one pass over small columns.
class RateSheet {
public:
    /// Refers to `facts`.
    RateSheet(const Facts &facts, RuleSet rules, Month first, Month last);
    RateSheet(const RateSheet &) = delete;
    RateSheet &operator=(const RateSheet &) = delete;

    const Facts &facts() const { return m_facts; }
    const RuleSet &rules() const { return m_rules; }
    const RateProgram &program() const { return m_program; }
    bool covers(Month first, Month last) const { return m_first <= first && last <= m_last; }
    bool isBehind() const {
        return m_generation != m_facts.generation || m_followed != m_facts.changed.size();
    }
    /// Takes in what has changed in the facts since; false when all has to be made anew.
    bool follow(const std::vector<RowWatcher *> &watchers);

    /// Rows of a population that the rules use or of one of the three lists.
    const PopulationRows &rows(Population population) const;
    /// All populations that a question goes through.
    const std::vector<PopulationRows> &populations() const { return m_rows; }
    const std::vector<Membership> &memberships(std::size_t rate) const { return m_memberships[rate]; }
    /// Whether any row is ever in the denominator or the numerator: a rule set carries rates for which an
    /// office keeps no data.
    bool countsAnything(std::size_t rate) const { return m_counting[rate] > 0; }
    /// What each row adds to the denominator; null when each adds 1.
    const qint64 *weights(std::size_t rate) const;
    /// Of a rate by value; what it reports makes the numerator.
    const ValueSteps &values(std::size_t rate) const { return m_values[rate]; }

private:
    void decide(const PopulationRows &rows, std::size_t row);
    /// Adds the reported values of a row, cut to the months of its numerator.
    void addSteps(std::vector<ValueStep> &steps, const PopulationRows &rows, std::size_t rate,
                  std::size_t row) const;
    void collectValues(std::size_t rate);
    /// Brings a row in line; false when that takes more than the row.
    bool renew(PopulationRows &rows, std::size_t row, const std::vector<RowWatcher *> &watchers);
    /// False when the row has other steps than before.
    bool renewValues(const PopulationRows &rows, std::size_t row);

    const Facts &m_facts;
    RuleSet m_rules;
    Month m_first, m_last;
    MonthWindow m_window;
    RateProgram m_program;
    std::uint64_t m_generation;
    std::size_t m_followed; ///< of Facts::changed
    std::vector<PopulationRows> m_rows;
    std::vector<std::vector<Membership>> m_memberships; ///< [rate][row of its population]
    std::vector<std::size_t> m_counting;                ///< [rate] rows with any membership
    std::vector<std::vector<qint64>> m_taskWeights;     ///< [rate], for tasks only
    std::vector<ValueSteps> m_values;                   ///< [rate], for rates by value only
    std::vector<Span> m_numerators; ///< of the row at hand, for the rates that follow others
};

} // namespace yipi::indicators
