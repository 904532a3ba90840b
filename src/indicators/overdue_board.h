// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"
#include "indicators/late_rows.h"
#include "indicators/row_matcher.h"

namespace yipi::indicators {

/// The 三未 list of one as-of month: for each project and kind the row that is due first. Kept, it follows
/// the projects that change.
class OverdueBoard : public RowWatcher {
public:
    /// The sheet must cover the month.
    OverdueBoard(const LateRows &late, Month asOf, ProjectFilter filter);

    Month asOf() const { return m_asOf; }
    const ProjectFilter &filter() const { return m_filter; }
    /// Whether a change of a project tells all there is to do: so it is while the filter asks for zones
    /// alone.
    bool canFollow() const { return asksForZonesOnly(m_filter); }

    const OverdueCounts &counts() const { return m_counts; }
    /// The first of the list, red first, then by days.
    std::vector<OverdueItem> items(std::size_t most = SIZE_MAX) const;

    void leave(const PopulationRows &, std::size_t) override {}
    void enter(const PopulationRows &, std::size_t) override {}
    void settle(std::uint32_t project) override;

private:
    void add(const LateRows::Source &source, std::size_t row);
    bool reachesOutput(const LateRows::Source &source, std::size_t row) const;
    bool happened(Day day) const { return day != 0 && day <= m_lastDay; }
    std::size_t placeOf(std::uint32_t project, OverdueKind kind) const;
    Light lightOf(std::size_t place) const;
    /// Adds to the counts or takes from them.
    void count(std::size_t place, int by);
    void light(std::size_t place);
    std::uint64_t orderOf(std::size_t place) const;
    OverdueItem item(std::uint64_t key) const;

    const LateRows &m_late;
    const RateSheet &m_sheet;
    const Facts &m_facts;
    Month m_asOf;
    ProjectFilter m_filter;
    Day m_lastDay;
    int m_position; ///< of the month in the sheet's window
    RowMatcher m_matcher;
    std::vector<DueLights> m_lights; ///< by kind
    // By place: project × kind.
    std::vector<Day> m_due;
    std::vector<quint8> m_light;
    std::vector<std::int32_t> m_zones; ///< by project, as it is counted
    OverdueCounts m_counts;
};

} // namespace yipi::indicators
