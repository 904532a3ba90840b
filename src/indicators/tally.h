// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/grouping.h"
#include "indicators/rate_program.h"

namespace yipi::indicators {

/// The counts behind all rates for each group and month of a window, made in one pass over the entries: an
/// entry adds where it comes in and takes away where it goes out, and one running sum over the months gives
/// every month-end.
class Tally {
public:
    Tally(const Facts &facts, const RuleSet &rules, const RateProgram &program, const Grouping &grouping,
          const ProjectFilter &filter);

    GroupResult result(const Grouping::Group &group, std::size_t index, int month) const;
    GroupResult total(int month) const;

private:
    struct Cell {
        qint64 num = 0, den = 0;
    };
    using Lists = std::array<BatchTotal, 3>;

    void add(const Facts &facts, const ProjectFilter &filter, const Grouping &grouping);
    void addRates(const Facts &facts, const EntryFact &entry, Span window, Cell *cells);
    void addOutputs(const Facts &facts, const EntryFact &entry, const RateRule &rule, Span span, Cell *cells);
    void sumUp();
    GroupResult make(const Lists &lists, const std::vector<Cell> &cells) const;

    const RateProgram &m_program;
    std::vector<RateResult> m_blanks;
    std::size_t m_groups;
    std::size_t m_rates;
    std::size_t m_steps;        ///< months of the window, and one place behind for what goes out after it
    std::vector<Cell> m_cells;  ///< [group][rate][month]
    std::vector<Lists> m_lists; ///< [group][month]
    std::array<std::vector<std::size_t>, 3> m_ratesOf; ///< rates by population
    std::vector<Span> m_numerators; ///< of the entry at hand, for the rates that follow others
};

} // namespace yipi::indicators
