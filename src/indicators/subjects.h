// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rate_program.h"

namespace yipi::indicators {

/// Shows every row of the rule's population that passes the filter, there yet or not.
template <class Visit>
void forEachSubject(const Facts &facts, const RateRule &rule, const RateProgram &program,
                    const ProjectFilter &filter, Month asOf, Visit &&visit) {
    const FilterMatcher matcher(facts, filter, asOf.lastDay());
    const bool isFiltered = !filter.isEmpty();
    if (isList(rule.population)) {
        for (const EntryFact &entry : facts.entries)
            if (populationOf(entry.batch) == rule.population && (!isFiltered || matcher.matchesEntry(entry)))
                visit(program.subject(entry));
        return;
    }
    if (rule.population == Population::Milestones) {
        for (const MilestoneFact &milestone : facts.milestones)
            if (!isFiltered || matcher.matches(milestone.project))
                visit(program.subject(milestone));
        return;
    }
    if (rule.population == Population::Targets && asksForZonesOnly(filter))
        for (const TargetFact &target : facts.targets)
            if (target.indicator == rule.target && matcher.matchesZone(target.zone))
                visit(RateProgram::subject(target));
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i)
        if (!isFiltered || matcher.matches(i))
            visit(program.projectSubject(i));
}

} // namespace yipi::indicators
