// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/population_rows.h"

namespace yipi::indicators {

/// Which rows of a population pass a filter.
class RowMatcher {
public:
    RowMatcher(const Facts &facts, const ProjectFilter &filter, QDate asOf)
        : m_facts(facts)
        , m_isEmpty(filter.isEmpty())
        , m_asksForZones(asksForZonesOnly(filter))
        , m_matcher(facts, filter, asOf) {}

    const FilterMatcher &filter() const { return m_matcher; }
    bool passes(const PopulationRows &rows, std::size_t row) const {
        if (m_isEmpty)
            return true;
        const bool inZone = m_matcher.matchesZone(rows.zone[row]);
        if (!inZone || m_asksForZones) // answered from the column, without the project
            return inZone;
        if (rows.project[row] == Subject::kNoProject)
            return false; // a task can't be compared with a part of its zone
        return isList(rows.population) ? m_matcher.matchesEntry(m_facts.entries[rows.source[row]])
                                       : m_matcher.matches(rows.project[row]);
    }

private:
    const Facts &m_facts;
    bool m_isEmpty, m_asksForZones;
    FilterMatcher m_matcher;
};

} // namespace yipi::indicators
