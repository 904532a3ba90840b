// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rate_sheet.h"

namespace yipi::indicators {

/// Due dates of one event, each worked out once: hundreds of thousands of entries share a few thousand days.
/// A due date follows from the planned day, or else from the day that deadlines count from.
class DueDates {
public:
    /// Refers to `program`.
    DueDates(const RateProgram &program, Event event);

    /// 0 = none.
    Day of(const Subject &subject) {
        if (const Day planned = m_program.plannedDay(subject, m_event))
            return kept(m_byPlan, planned, subject);
        const Day base = m_program.baseDay(subject, m_event);
        return base ? kept(m_byBase, base, subject) : 0;
    }

private:
    Day kept(std::vector<Day> &known, Day day, const Subject &subject);

    const RateProgram &m_program;
    Event m_event;
    std::vector<Day> m_byPlan, m_byBase;
};

/// The dates behind the 三未 list in columns, whatever month the list is asked for: of each row of the rates
/// that its kinds come from, and of each project.
class LateRows : public RowWatcher {
public:
    struct Row {
        Day from = 0;  ///< what must come first has come by this day
        Day until = 0; ///< what is missing comes on this day; 0 = not known to
        Day due = 0;   ///< 0 = no due date
    };
    /// A rate whose denominator a kind is taken from.
    struct Source {
        OverdueKind kind;
        std::size_t rate;
        const PopulationRows *population;
        DueDates dueDates;
        std::vector<Row> rows;
    };

    /// Refers to the sheet.
    explicit LateRows(const RateSheet &sheet);

    const RateSheet &sheet() const { return m_sheet; }
    const std::vector<Source> &sources() const { return m_sources; }
    /// By project; 0 = not terminated.
    const std::vector<Day> &terminated() const { return m_terminated; }
    /// By project; −1 = none.
    const std::vector<std::int32_t> &zones() const { return m_zones; }
    /// By project: the list jumps from project to project, and reads less far apart here.
    const std::vector<qint64> &ids() const { return m_ids; }

    void leave(const PopulationRows &, std::size_t) override {}
    void enter(const PopulationRows &rows, std::size_t row) override;
    void settle(std::uint32_t project) override;

private:
    Row made(Source &source, std::size_t row) const;

    const RateSheet &m_sheet;
    std::vector<Source> m_sources;
    std::vector<Day> m_terminated;
    std::vector<std::int32_t> m_zones;
    std::vector<qint64> m_ids;
};

} // namespace yipi::indicators
