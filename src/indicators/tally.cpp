// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tally.h"

#include "indicators/rate_result.h"
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

Span both(Span a, Span b) {
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
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

Tally::Tally(const Facts &facts, const RuleSet &rules, const RateProgram &program, const Grouping &grouping,
             const ProjectFilter &filter)
    : m_program(program)
    , m_blanks(blankResults(rules))
    , m_groups(grouping.groups().size())
    , m_rates(program.rates().size())
    , m_steps(static_cast<std::size_t>(program.window().size()) + 1)
    , m_cells(m_groups * m_rates * m_steps)
    , m_lists(m_groups * m_steps)
    , m_numerators(m_rates) {
    for (std::size_t r = 0; r < m_rates; ++r)
        m_ratesOf[static_cast<std::size_t>(program.rates()[r].rule->population)].push_back(r);
    add(facts, filter, grouping);
    sumUp();
}

void Tally::add(const Facts &facts, const ProjectFilter &filter, const Grouping &grouping) {
    // The stage changes within the window; everything else about the filter does not.
    ProjectFilter steady = filter;
    steady.stage.reset();
    const bool filtered = !steady.isEmpty();
    const FilterMatcher matcher(facts, steady, {});
    const MonthWindow &window = m_program.window();
    for (const EntryFact &entry : facts.entries) {
        if (filtered && !matcher.matchesEntry(entry))
            continue;
        const ProjectFact &project = facts.projects[entry.project];
        Span span{m_program.heldFrom(entry.campaign), window.size()};
        if (filter.stage)
            span = both(span, stageSpan(project, *filter.stage, window));
        if (span.isEmpty())
            continue;
        const std::size_t group = grouping.groupOf(entry, project);
        const BatchTotal declared{1, std::max<qint64>(entry.investment, 0),
                                  std::max<qint64>(entry.output, 0)};
        const auto list = static_cast<std::size_t>(entry.batch);
        Lists *lists = &m_lists[group * m_steps];
        lists[span.from][list] += declared;
        lists[span.to][list] += -declared;
        addRates(facts, entry, span, &m_cells[group * m_rates * m_steps]);
    }
}

void Tally::addRates(const Facts &facts, const EntryFact &entry, Span window, Cell *cells) {
    for (const std::size_t r : m_ratesOf[static_cast<std::size_t>(entry.batch)]) {
        const CompiledRate &rate = m_program.rates()[r];
        const Span chain = rate.base < 0 ? window : m_numerators[static_cast<std::size_t>(rate.base)];
        const Standing standing = m_program.standing(rate, entry, chain);
        const Span inDen = denominatorOf(rate, standing);
        const Span inNum = numeratorOf(rate, standing);
        m_numerators[r] = inNum;
        Cell *const row = cells + r * m_steps;
        // An empty span adds and takes away at the same place, which costs less than asking.
        row[inDen.from].den += standing.weight;
        row[std::max(inDen.from, inDen.to)].den -= standing.weight;
        if (rate.byValue) {
            addOutputs(facts, entry, *rate.rule, inNum, row);
        } else {
            row[inNum.from].num += standing.weight;
            row[std::max(inNum.from, inNum.to)].num -= standing.weight;
        }
    }
}

void Tally::addOutputs(const Facts &facts, const EntryFact &entry, const RateRule &rule, Span span,
                       Cell *row) {
    if (span.isEmpty())
        return;
    // Each report counts until the next one takes its place.
    const ProjectFact &project = facts.projects[entry.project];
    qint64 before = 0;
    for (std::uint32_t i = project.outputBegin; i < project.outputEnd; ++i) {
        const OutputFact &report = facts.outputs[i];
        const int from = std::max(span.from, m_program.window().atMonth(report.month));
        if (from >= span.to)
            break;
        const qint64 counted = countedOutput(rule, entry, report.annualOutput);
        row[from].num += counted - before;
        before = counted;
    }
    row[span.to].num -= before;
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

GroupResult Tally::make(const Lists &lists, const std::vector<Cell> &cells) const {
    GroupResult result;
    result.sign = lists[0];
    result.start = lists[1];
    result.produce = lists[2];
    result.rates = m_blanks;
    for (std::size_t r = 0; r < cells.size(); ++r)
        result.rates[r].rate = Rate(cells[r].num, cells[r].den);
    return result;
}

GroupResult Tally::result(const Grouping::Group &group, std::size_t index, int month) const {
    std::vector<Cell> cells;
    for (std::size_t r = 0; r < m_rates; ++r)
        cells.push_back(m_cells[(index * m_rates + r) * m_steps + static_cast<std::size_t>(month)]);
    GroupResult result = make(m_lists[index * m_steps + static_cast<std::size_t>(month)], cells);
    result.key = group.key;
    result.id = group.id;
    return result;
}

GroupResult Tally::total(int month) const {
    Lists lists;
    std::vector<Cell> cells(m_rates);
    for (std::size_t group = 0; group < m_groups; ++group) {
        for (std::size_t list = 0; list < 3; ++list)
            lists[list] += m_lists[group * m_steps + static_cast<std::size_t>(month)][list];
        for (std::size_t r = 0; r < m_rates; ++r) {
            const Cell &cell = m_cells[(group * m_rates + r) * m_steps + static_cast<std::size_t>(month)];
            cells[r].num += cell.num;
            cells[r].den += cell.den;
        }
    }
    return make(lists, cells);
}

} // namespace yipi::indicators
