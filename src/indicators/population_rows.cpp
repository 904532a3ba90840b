// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/population_rows.h"

namespace yipi::indicators {

namespace {

std::uint32_t indexOf(std::size_t i) {
    return static_cast<std::uint32_t>(i);
}

} // namespace

PopulationRows::PopulationRows(const Facts &facts, Population of)
    : population(of) {
    if (isList(of)) {
        reserve(facts.entries.size() / 2);
        for (std::size_t i = 0; i < facts.entries.size(); ++i)
            if (populationOf(facts.entries[i].batch) == of)
                add(facts, indexOf(i), facts.entries[i].project);
        return;
    }
    if (of == Population::Milestones) {
        for (std::size_t i = 0; i < facts.milestones.size(); ++i)
            add(facts, indexOf(i), facts.milestones[i].project);
        return;
    }
    reserve(facts.projects.size() + facts.targets.size());
    for (std::size_t i = 0; i < facts.projects.size(); ++i)
        add(facts, indexOf(i), indexOf(i));
    for (std::size_t i = 0; of == Population::Targets && i < facts.targets.size(); ++i)
        add(facts, indexOf(i), Subject::kNoProject);
}

void PopulationRows::reserve(std::size_t rows) {
    source.reserve(rows);
    project.reserve(rows);
    for (auto *column : {&zone, &chain, &industry, &strategicClass, &campaign})
        column->reserve(rows);
    strategic.reserve(rows);
    investment.reserve(rows);
    output.reserve(rows);
}

void PopulationRows::add(const Facts &facts, std::uint32_t from, std::uint32_t ofProject) {
    source.push_back(from);
    project.push_back(ofProject);
    for (auto *column : {&zone, &chain, &industry, &strategicClass, &campaign})
        column->push_back(-1);
    strategic.push_back(0);
    investment.push_back(-1);
    output.push_back(-1);
    refresh(facts, size() - 1);
}

void PopulationRows::refresh(const Facts &facts, std::size_t row) {
    if (isTask(row)) {
        zone[row] = facts.targets[source[row]].zone;
        return;
    }
    const ProjectFact &p = facts.projects[project[row]];
    zone[row] = p.zone;
    chain[row] = p.chain;
    industry[row] = p.industry;
    strategicClass[row] = p.strategicClass;
    strategic[row] = p.strategic;
    const EntryFact *entry = isList(population) ? &facts.entries[source[row]] : nullptr;
    investment[row] = entry ? entry->investment : p.investment;
    output[row] = entry ? entry->output : p.expectedOutput;
    if (entry)
        campaign[row] = entry->campaign;
}

Subject PopulationRows::subject(const Facts &facts, const RateProgram &program, std::size_t row) const {
    if (isTask(row))
        return RateProgram::subject(facts.targets[source[row]]);
    if (isList(population))
        return program.subject(facts.entries[source[row]]);
    return population == Population::Milestones ? program.subject(facts.milestones[source[row]])
                                                : program.projectSubject(project[row]);
}

std::vector<std::uint32_t> PopulationRows::rowsOf(const Facts &facts, std::uint32_t of) const {
    if (!isList(population) && population != Population::Milestones)
        return {of}; // projects stand in their own order
    std::vector<std::uint32_t> rows;
    if (isList(population)) {
        for (std::uint32_t i = facts.entryBegin[of]; i < facts.entryBegin[of + 1]; ++i) {
            const auto row = std::lower_bound(source.begin(), source.end(), facts.entriesByProject[i]);
            if (row != source.end() && *row == facts.entriesByProject[i])
                rows.push_back(indexOf(std::size_t(row - source.begin())));
        }
        return rows;
    }
    for (auto row = std::lower_bound(project.begin(), project.end(), of); row != project.end() && *row == of;
         ++row)
        rows.push_back(indexOf(std::size_t(row - project.begin())));
    return rows;
}

} // namespace yipi::indicators
