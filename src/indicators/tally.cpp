// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tally.h"

#include "indicators/rate_result.h"
#include "indicators/reported_values.h"
#include "indicators/stage_fact.h"

namespace yipi::indicators {

namespace {

/// The months in which the project is at the stage: later stages win, so each lasts for one run of months.
Span stageSpan(const ProjectFact &project, Stage stage, const MonthWindow &window) {
    const auto days = stageDays(project);
    const auto index = static_cast<std::size_t>(stage);
    Span span{window.at(days[index]), window.size()};
    for (std::size_t later = index + 1; later < days.size(); ++later)
        span.to = std::min(span.to, window.at(days[later]));
    return span;
}

BatchTotal &operator+=(BatchTotal &a, const BatchTotal &b) {
    a.count += b.count;
    a.investment += b.investment;
    a.output += b.output;
    return a;
}

BatchTotal operator-(const BatchTotal &a) {
    return {-a.count, -a.investment, -a.output};
}

} // namespace

Tally::Tally(const RateSheet &sheet, const Grouping &grouping, const ProjectFilter &filter, Month first,
             Month last)
    : m_sheet(sheet)
    , m_grouping(grouping)
    , m_stage(filter.stage)
    , m_first(sheet.program().window().position(first))
    , m_months(last.index() - first.index() + 1)
    , m_blanks(blankResults(sheet.rules()))
    , m_groups(grouping.size())
    , m_rates(sheet.rules().rates.size())
    , m_steps(static_cast<std::size_t>(m_months) + 1)
    , m_cells(m_groups * m_rates * m_steps)
    , m_lists(m_groups * m_steps) {
    std::vector<Population> done;
    const auto add = [&](Population population) {
        if (std::find(done.begin(), done.end(), population) != done.end())
            return;
        done.push_back(population);
        const Rows rows = look(sheet.rows(population), grouping, filter);
        if (isList(population))
            addList(rows);
        for (std::size_t r = 0; r < m_rates; ++r)
            if (sheet.rules().rates[r].population == population)
                addRate(rows, r);
    };
    for (const Population list : {Population::Sign, Population::Start, Population::Produce})
        add(list);
    for (const RateRule &rule : sheet.rules().rates)
        add(rule.population);
    sumUp();
}

Tally::Rows Tally::look(const PopulationRows &rows, const Grouping &grouping,
                        const ProjectFilter &filter) const {
    Rows seen{rows, grouping.groupsOf(rows), {}};
    // The stage changes within the window; everything else about the filter does not.
    ProjectFilter steady = filter;
    steady.stage.reset();
    if (steady.isEmpty() && !filter.stage)
        return seen;
    const Facts &facts = m_sheet.facts();
    const FilterMatcher matcher(facts, steady, m_sheet.program().window().month(m_first).lastDay());
    const bool takesTasks = asksForZonesOnly(filter);
    seen.passes.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.project[row] == Subject::kNoProject)
            seen.passes.push_back(takesTasks && matcher.matchesZone(rows.zone[row]));
        else if (isList(rows.population))
            seen.passes.push_back(matcher.matchesEntry(facts.entries[rows.source[row]]));
        else
            seen.passes.push_back(matcher.matches(rows.project[row]));
    }
    return seen;
}

Span Tally::cut(Span span, std::uint32_t project) const {
    if (m_stage && project != Subject::kNoProject)
        span = both(span, stageSpan(m_sheet.facts().projects[project], *m_stage, m_sheet.program().window()));
    const int from = std::clamp(span.from - m_first, 0, m_months);
    return {from, std::max(from, std::clamp(span.to - m_first, 0, m_months))};
}

void Tally::addList(const Rows &seen) {
    const PopulationRows &rows = seen.rows;
    const auto list = static_cast<std::size_t>(rows.population);
    const RateProgram &program = m_sheet.program();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!seen.passes.empty() && !seen.passes[row])
            continue;
        const Span span =
            cut({program.heldFrom(rows.campaign[row]), program.window().size()}, rows.project[row]);
        const BatchTotal declared{1, std::max<qint64>(rows.investment[row], 0),
                                  std::max<qint64>(rows.output[row], 0)};
        Lists *lists = &m_lists[seen.groups[row] * m_steps];
        lists[span.from][list] += declared;
        lists[span.to][list] += -declared;
    }
}

void Tally::addRate(const Rows &rows, std::size_t rate) {
    if (m_sheet.program().rates()[rate].value == ReportedValue::None)
        addCounts(rows, rate);
    else
        addValues(rows, rate);
}

void Tally::addCounts(const Rows &seen, std::size_t rate) {
    const std::vector<Membership> &memberships = m_sheet.memberships(rate);
    const qint64 *const weights = m_sheet.weights(rate);
    Cell *const cells = &m_cells[rate * m_groups * m_steps];
    for (std::size_t row = 0; row < memberships.size(); ++row) {
        if (!seen.passes.empty() && !seen.passes[row])
            continue;
        const Membership m = memberships[row];
        const Span den = cut({m.denFrom, m.denTo}, seen.rows.project[row]);
        const Span num = cut({m.numFrom, m.numTo}, seen.rows.project[row]);
        const qint64 weight = weights ? weights[row] : 1;
        // An empty span adds and takes away at the same place, which costs less than asking.
        Cell *const of = cells + seen.groups[row] * m_steps;
        of[den.from].den += weight;
        of[den.to].den -= weight;
        of[num.from].num += weight;
        of[num.to].num -= weight;
    }
}

void Tally::addValues(const Rows &seen, std::size_t rate) {
    const std::vector<Membership> &memberships = m_sheet.memberships(rate);
    const bool isReported = m_sheet.program().rates()[rate].value == ReportedValue::YearInvestment;
    const qint64 *const weights = m_sheet.weights(rate);
    Cell *const cells = &m_cells[rate * m_groups * m_steps];
    for (std::size_t row = 0; row < memberships.size(); ++row) {
        if (!seen.passes.empty() && !seen.passes[row])
            continue;
        const std::uint32_t project = seen.rows.project[row];
        Cell *const of = cells + seen.groups[row] * m_steps;
        const Membership m = memberships[row];
        if (project == Subject::kNoProject || !isReported) {
            const Span den = cut({m.denFrom, m.denTo}, project);
            of[den.from].den += weights[row];
            of[den.to].den -= weights[row];
        }
        if (project != Subject::kNoProject && m.numFrom < m.numTo)
            addValue(rate, project, {m.numFrom, m.numTo}, of, weights ? weights[row] : -1);
    }
}

void Tally::addValue(std::size_t rate, std::uint32_t project, Span span, Cell *cells, qint64 declared) const {
    const CompiledRate &compiled = m_sheet.program().rates()[rate];
    const bool hasPlan = compiled.rule->population == Population::Progress;
    const Facts &facts = m_sheet.facts();
    forEachReported(facts, facts.projects[project], compiled.value, m_sheet.program().window(),
                    [&](Span months, qint64 value, qint64 plan) {
                        if (hasPlan && plan < 0)
                            return;
                        const Span in = cut(both(months, span), project);
                        const qint64 counted = cappedValue(*compiled.rule, value, hasPlan ? plan : declared);
                        cells[in.from].num += counted;
                        cells[in.to].num -= counted;
                        if (!hasPlan)
                            return;
                        cells[in.from].den += plan;
                        cells[in.to].den -= plan;
                    });
}

void Tally::sumUp() {
    for (std::size_t row = 0; row < m_groups * m_rates; ++row) {
        Cell *cells = &m_cells[row * m_steps];
        for (std::size_t k = 1; k < m_steps; ++k) {
            cells[k].num += cells[k - 1].num;
            cells[k].den += cells[k - 1].den;
        }
    }
    for (std::size_t group = 0; group < m_groups; ++group)
        for (std::size_t k = 1; k < m_steps; ++k)
            for (std::size_t list = 0; list < 3; ++list)
                m_lists[group * m_steps + k][list] += m_lists[group * m_steps + k - 1][list];
}

GroupResult Tally::make(GroupResult result, const Lists &lists, const std::vector<Cell> &cells) const {
    result.sign = lists[0];
    result.start = lists[1];
    result.produce = lists[2];
    result.rates = m_blanks;
    for (std::size_t r = 0; r < cells.size(); ++r)
        result.rates[r].rate = Rate(cells[r].num, cells[r].den);
    return result;
}

GroupResult Tally::result(std::size_t group, int month) const {
    std::vector<Cell> cells;
    for (std::size_t r = 0; r < m_rates; ++r)
        cells.push_back(m_cells[(r * m_groups + group) * m_steps + static_cast<std::size_t>(month)]);
    return make(m_grouping.blank(group), m_lists[group * m_steps + static_cast<std::size_t>(month)], cells);
}

GroupResult Tally::total(int month) const {
    Lists lists;
    std::vector<Cell> cells(m_rates);
    for (std::size_t group = 0; group < m_groups; ++group) {
        for (std::size_t list = 0; list < 3; ++list)
            lists[list] += m_lists[group * m_steps + static_cast<std::size_t>(month)][list];
        for (std::size_t r = 0; r < m_rates; ++r) {
            const Cell &cell = m_cells[(r * m_groups + group) * m_steps + static_cast<std::size_t>(month)];
            cells[r].num += cell.num;
            cells[r].den += cell.den;
        }
    }
    return make({}, lists, cells);
}

} // namespace yipi::indicators
