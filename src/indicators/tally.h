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
    /// Something that is summed up, for each group and month.
    using Measure = std::vector<qint64>; ///< [group][month]
    struct ListTotals {
        Measure count, investment, output;
    };
    /// The rows of one population as this question sees them.
    struct Rows {
        const PopulationRows &rows;
        std::vector<std::uint32_t> groups;
        std::vector<char> passes; ///< empty = all
        /// The runs of months in which each passes, where that changes; empty = all months.
        std::vector<Span> runs;
        std::vector<std::uint32_t> runEnd; ///< of each row's part of `runs`
    };

    template <class Months>
    void add(const Months &months, const ProjectFilter &filter);
    Rows look(const PopulationRows &rows, const ProjectFilter &filter) const;
    void lookSteady(Rows &seen, const ProjectFilter &filter) const;
    void lookByMonth(Rows &seen, const ProjectFilter &filter) const;
    template <class Visit>
    void forEach(const Rows &seen, Visit &&visit) const;
    template <class Months>
    void addList(const Rows &seen, const Months &months);
    template <class Months>
    void addCounts(const Rows &seen, std::size_t rate, const Months &months);
    template <class Months>
    void addValues(const Rows &seen, std::size_t rate, const Months &months);
    BatchTotal listTotal(std::size_t list, std::size_t cell) const;
    std::size_t cell(std::size_t group, int month) const {
        return group * m_steps + static_cast<std::size_t>(month);
    }

    const RateSheet &m_sheet;
    const Grouping &m_grouping;
    std::vector<RateResult> m_blanks;
    int m_first; ///< position of the first month in the sheet's window
    int m_months;
    std::size_t m_groups;
    std::size_t m_steps;                 ///< places of a group in a measure
    std::vector<Measure> m_nums, m_dens; ///< [rate]
    std::array<ListTotals, 3> m_lists;
};

} // namespace yipi::indicators
