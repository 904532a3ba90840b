// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/grouping.h"
#include "indicators/rate_sheet.h"
#include "indicators/row_matcher.h"

namespace yipi::indicators {

/// The counts behind all rates for each group and month, made in one pass over each rate's rows: a row adds
/// where it comes in and takes away where it goes out, and one running sum over the months gives every
/// month-end. Kept, it follows the rows that change.
class Tally : public RowWatcher {
public:
    /// The sheet must cover the months.
    Tally(const RateSheet &sheet, Cut by, ProjectFilter filter, Month first, Month last);

    Cut by() const { return m_by; }
    const ProjectFilter &filter() const { return m_filter; }
    bool covers(Month first, Month last) const { return m_first <= first && last <= m_last; }
    /// Whether the columns of a changing row tell all there is to do: so it is while the filter asks for
    /// zones alone and no group is made by the investment, which is the project's and not in a column.
    bool canFollow() const { return m_canFollow; }

    std::size_t size() const { return m_groups; }
    GroupResult result(std::size_t group, Month month) const;
    GroupResult total(Month month) const;

    void leave(const PopulationRows &rows, std::size_t row) override;
    void enter(const PopulationRows &rows, std::size_t row) override;
    void settle(std::uint32_t) override {}

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
        std::optional<std::vector<std::uint32_t>> passing; ///< none = all
        /// The runs of months in which each of them passes, where that changes; empty = all months.
        std::vector<Span> runs;
        std::vector<std::uint32_t> runEnd; ///< of each one's part of `runs`
    };
    /// The filter made ready for all populations.
    struct Question;

    template <class Months>
    void add(const Months &months);
    Rows look(const PopulationRows &rows, const Question &question) const;
    void lookByMonth(Rows &seen, const Question &question) const;
    template <class Visit>
    void forEach(const Rows &seen, Visit &&visit) const;
    /// Calls visit(add) for everything that a row of the population adds to: add(row, group, run of months).
    template <class Months, class Visit>
    void forEachAddition(const PopulationRows &rows, const Months &months, Visit &&visit);
    template <class Months>
    void addRow(const PopulationRows &rows, std::size_t row, const Months &months);
    bool counts(const PopulationRows &rows) const;
    BatchTotal listTotal(std::size_t list, std::size_t cell) const;
    std::size_t cell(std::size_t group) const { return group * m_steps; }
    std::size_t cell(std::size_t group, Month month) const {
        return cell(group) + static_cast<std::size_t>(month.index() - m_first.index());
    }

    const RateSheet &m_sheet;
    Cut m_by;
    Grouping m_grouping;
    ProjectFilter m_filter;
    bool m_canFollow;
    std::vector<RateResult> m_blanks;
    Month m_first, m_last;
    int m_begin; ///< position of the first month in the sheet's window
    int m_months;
    std::size_t m_groups;
    std::size_t m_steps;                 ///< places of a group in a measure
    std::vector<Measure> m_nums, m_dens; ///< [rate]
    std::array<ListTotals, 3> m_lists;
    RowMatcher m_matcher; ///< of the changing rows, while it can follow
};

} // namespace yipi::indicators
