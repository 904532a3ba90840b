// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rate_program.h"

namespace yipi::indicators {

/// The rows of one population in columns: a cut reads a few bytes of each row, not the whole project.
struct PopulationRows {
    Population population = Population::Sign;
    std::vector<std::uint32_t>
        source; ///< index into Facts::entries, projects, milestones or (behind) targets
    std::vector<std::uint32_t> project; ///< index into Facts::projects, Subject::kNoProject for tasks
    std::vector<std::int32_t> zone, chain, industry, strategicClass, campaign; ///< −1 = none
    std::vector<quint8> strategic;          ///< whether the project is 战新
    std::vector<qint64> investment, output; ///< −1 = not declared

    PopulationRows(const Facts &facts, Population population);

    std::size_t size() const { return source.size(); }
    /// Brings the columns of a row in line with the facts.
    void refresh(const Facts &facts, std::size_t row);
    Subject subject(const Facts &facts, const RateProgram &program, std::size_t row) const;
    /// Rows of a project.
    std::vector<std::uint32_t> rowsOf(const Facts &facts, std::uint32_t project) const;

private:
    void reserve(std::size_t rows);
    void add(const Facts &facts, std::uint32_t from, std::uint32_t ofProject);
    bool isTask(std::size_t row) const { return project[row] == Subject::kNoProject; }
};

} // namespace yipi::indicators
