// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/grouping.h"
#include "indicators/rate_sheet.h"

namespace yipi::indicators {

/// The counts behind all rates for each group and month, made in one pass over each rate's rows: a row adds
/// where it comes in and takes away where it goes out, and one running sum over the months gives every
/// month-end.
class Tally {
public:
    /// The sheet must cover the months.
    Tally(const RateSheet &sheet, const Grouping &grouping, const ProjectFilter &filter, Month first,
          Month last);

    GroupResult result(std::size_t group, int month) const;
    GroupResult total(int month) const;

private:
    struct Cell {
        qint64 num = 0, den = 0;
    };
    using Lists = std::array<BatchTotal, 3>;
    /// The rows of one population as this question sees them.
    struct Rows {
        const PopulationRows &rows;
        std::vector<std::uint32_t> groups;
        std::vector<char> passes; ///< empty = all
    };

    Rows look(const PopulationRows &rows, const Grouping &grouping, const ProjectFilter &filter) const;
    void addList(const Rows &rows);
    void addRate(const Rows &rows, std::size_t rate);
    void addCounts(const Rows &rows, std::size_t rate);
    void addValues(const Rows &rows, std::size_t rate);
    /// `declared`: what caps the value where the rule says so.
    void addValue(std::size_t rate, std::uint32_t project, Span span, Cell *cells, qint64 declared) const;
    /// Months of the question in which a row's span holds; narrowed to the stage that is asked for.
    Span cut(Span span, std::uint32_t project) const;
    void sumUp();
    GroupResult make(GroupResult blank, const Lists &lists, const std::vector<Cell> &cells) const;

    const RateSheet &m_sheet;
    const Grouping &m_grouping;
    std::optional<Stage> m_stage;
    int m_first; ///< position of the first month in the sheet's window
    int m_months;
    std::vector<RateResult> m_blanks;
    std::size_t m_groups, m_rates;
    std::size_t m_steps;        ///< months, and one place behind for what goes out after the last
    std::vector<Cell> m_cells;  ///< [rate][group][month]
    std::vector<Lists> m_lists; ///< [group][month]
};

} // namespace yipi::indicators
