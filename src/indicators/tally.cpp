// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tally.h"

#include "indicators/expression/expression_runs.h"
#include "indicators/rate_result.h"
#include "indicators/row_matcher.h"
#include "indicators/stage_fact.h"

#include <numeric>

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

/// Sums at one month-end.
struct OneMonth {
    int month;
    static constexpr std::size_t steps() { return 1; }
    void add(qint64 *at, Span span, qint64 value) const { *at += span.holdsAt(month) ? value : 0; }
    static void sumUp(std::vector<qint64> &) {}
};

/// Sums at each of several month-ends. There is one place more, behind the last month, for what goes out
/// after it.
struct ManyMonths {
    int first;
    int count;
    std::size_t steps() const { return static_cast<std::size_t>(count) + 1; }
    void add(qint64 *at, Span span, qint64 value) const {
        // An empty span adds and takes away at the same place, which costs less than asking.
        const int from = std::clamp(span.from - first, 0, count);
        at[from] += value;
        at[std::max(from, std::clamp(span.to - first, 0, count))] -= value;
    }
    void sumUp(std::vector<qint64> &measure) const {
        for (std::size_t group = 0; group < measure.size(); group += steps())
            std::partial_sum(measure.begin() + std::ptrdiff_t(group),
                             measure.begin() + std::ptrdiff_t(group + steps()),
                             measure.begin() + std::ptrdiff_t(group));
    }
};

/// Sums at every month-end of the sheet's window: no span reaches beyond, which saves asking.
struct AllMonths : ManyMonths {
    void add(qint64 *at, Span span, qint64 value) const {
        at[span.from] += value;
        at[std::max(span.from, span.to)] -= value;
    }
};

/// Adds to (sign 1) or takes from (−1) sums that are made.
struct SummedMonths {
    int first;
    int count;
    int sign;
    void add(qint64 *at, Span span, qint64 value) const {
        const int to = std::min(span.to - first, count);
        for (int month = std::max(span.from - first, 0); month < to; ++month)
            at[month] += sign * value;
    }
};

} // namespace

struct Tally::Question {
    ProjectFilter steady; ///< without what the as-of date decides
    std::optional<Stage> stage;
    std::optional<Expression> expression; ///< that the as-of date decides
    bool isByMonth;
    RowMatcher matcher; ///< of the steady part, or of all where there is one as-of date
    std::optional<ExpressionMatcher> where;
    std::vector<Day> monthEnds;

    Question(const Facts &facts, const ProjectFilter &filter, Month first, Month last)
        : steady(filter)
        , stage(filter.stage)
        , expression(datedPart(steady, filterFieldsOf(facts)))
        , isByMonth((stage || expression) && first < last)
        , matcher(facts, isByMonth ? steady : filter, first.lastDay()) {
        if (!isByMonth)
            return;
        if (expression)
            where.emplace(facts, *expression, QDate());
        for (Month month = first; month <= last; month = month.plus(1))
            monthEnds.push_back(dayOf(month.lastDay()));
    }

private:
    /// Takes stage and condition out of the filter where the as-of date decides them.
    static std::optional<Expression> datedPart(ProjectFilter &filter, const FilterFields &fields) {
        filter.stage.reset();
        const auto expression = parseExpression(filter.where, fields);
        if (!expression || !expression->dependsOnDate())
            return std::nullopt;
        filter.where.clear();
        return *expression;
    }
};

Tally::Tally(const RateSheet &sheet, Cut by, ProjectFilter filter, Month first, Month last)
    : m_sheet(sheet)
    , m_by(by)
    , m_grouping(sheet.facts(), by)
    , m_filter(std::move(filter))
    , m_canFollow(asksForZonesOnly(m_filter) && by.first != GroupBy::SizeClass &&
                  by.second != GroupBy::SizeClass)
    , m_blanks(blankResults(sheet.rules()))
    , m_first(first)
    , m_last(last)
    , m_begin(sheet.program().window().position(first))
    , m_months(last.index() - first.index() + 1)
    , m_groups(m_grouping.size())
    , m_steps(1)
    , m_nums(m_blanks.size())
    , m_dens(m_blanks.size())
    , m_matcher(sheet.facts(), m_canFollow ? m_filter : ProjectFilter(), QDate()) {
    if (m_months == 1)
        add(OneMonth{m_begin});
    else if (m_months == sheet.program().window().size())
        add(AllMonths{{m_begin, m_months}});
    else
        add(ManyMonths{m_begin, m_months});
}

template <class Months>
void Tally::add(const Months &months) {
    m_steps = months.steps();
    std::vector<Measure *> measures;
    for (std::size_t r = 0; r < m_blanks.size(); ++r)
        measures.insert(measures.end(), {&m_nums[r], &m_dens[r]});
    for (ListTotals &list : m_lists)
        measures.insert(measures.end(), {&list.count, &list.investment, &list.output});
    for (Measure *measure : measures)
        measure->assign(m_groups * m_steps, 0);
    const Question question(m_sheet.facts(), m_filter, m_first, m_last);
    for (const PopulationRows &rows : m_sheet.populations()) {
        if (!counts(rows))
            continue;
        const Rows seen = look(rows, question);
        // One addition after the other for all rows: a pass then goes over few columns.
        forEachAddition(rows, months, [&](auto &&addition) {
            forEach(seen, [&](std::size_t row, Span run) { addition(row, seen.groups[row], run); });
        });
    }
    for (Measure *measure : measures)
        months.sumUp(*measure);
}

Tally::Rows Tally::look(const PopulationRows &rows, const Question &question) const {
    Rows seen{rows, m_grouping.groupsOf(rows), {}, {}, {}};
    if (m_filter.isEmpty())
        return seen;
    auto &passing = seen.passing.emplace();
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (question.matcher.passes(rows, row))
            passing.push_back(static_cast<std::uint32_t>(row));
    if (question.isByMonth)
        lookByMonth(seen, question);
    return seen;
}

void Tally::lookByMonth(Rows &seen, const Question &question) const {
    const PopulationRows &rows = seen.rows;
    const Facts &facts = m_sheet.facts();
    const MonthWindow &window = m_sheet.program().window();
    const auto &stage = question.stage;
    const auto &where = question.where;
    for (const std::uint32_t row : *seen.passing) {
        const std::uint32_t project = rows.project[row];
        const bool counts = project != Subject::kNoProject;
        const Span atStage =
            counts && stage ? stageSpan(facts.projects[project], *stage, window) : window.all();
        const auto passes = [&](Day asOf) {
            return isList(rows.population) ? where->matchesEntry(facts.entries[rows.source[row]], asOf)
                                           : question.matcher.filter().fulfils(*where, project, asOf);
        };
        if (counts && where)
            forEachRun(*where, project, question.monthEnds, passes, [&](std::size_t from, std::size_t to) {
                seen.runs.push_back(both(atStage, {m_begin + int(from), m_begin + int(to)}));
            });
        else if (counts)
            seen.runs.push_back(atStage);
        seen.runEnd.push_back(static_cast<std::uint32_t>(seen.runs.size()));
    }
}

/// Calls visit(row, months) for the rows that pass and each run of months in which they do.
template <class Visit>
void Tally::forEach(const Rows &seen, Visit &&visit) const {
    const Span all = m_sheet.program().window().all();
    if (!seen.runEnd.empty()) {
        std::uint32_t run = 0;
        for (std::size_t i = 0; i < seen.runEnd.size(); ++i)
            for (; run < seen.runEnd[i]; ++run)
                visit((*seen.passing)[i], seen.runs[run]);
        return;
    }
    if (!seen.passing)
        for (std::size_t row = 0; row < seen.rows.size(); ++row)
            visit(row, all);
    else
        for (const std::uint32_t row : *seen.passing)
            visit(row, all);
}

template <class Months, class Visit>
void Tally::forEachAddition(const PopulationRows &rows, const Months &months, Visit &&visit) {
    const RateProgram &program = m_sheet.program();
    if (isList(rows.population)) {
        ListTotals &list = m_lists[static_cast<std::size_t>(rows.population)];
        visit([&](std::size_t row, std::uint32_t group, Span run) {
            const Span span = both(run, {program.heldFrom(rows.campaign[row]), program.window().size()});
            const std::size_t at = cell(group);
            months.add(&list.count[at], span, 1);
            months.add(&list.investment[at], span, std::max<qint64>(rows.investment[row], 0));
            months.add(&list.output[at], span, std::max<qint64>(rows.output[row], 0));
        });
    }
    for (std::size_t r = 0; r < m_blanks.size(); ++r) {
        const RateRule &rule = m_sheet.rules().rates[r];
        if (rule.population != rows.population || !m_sheet.countsAnything(r))
            continue;
        Measure &nums = m_nums[r];
        Measure &dens = m_dens[r];
        const bool hasPlan = rule.population == Population::Progress; // above and below the line are reported
        const std::vector<Membership> &memberships = m_sheet.memberships(r);
        const qint64 *const weights = m_sheet.weights(r);
        if (!isByValue(rule))
            visit([&](std::size_t row, std::uint32_t group, Span run) {
                const Membership m = memberships[row];
                const qint64 weight = weights ? weights[row] : 1;
                months.add(&dens[cell(group)], both(run, {m.denFrom, m.denTo}), weight);
                months.add(&nums[cell(group)], both(run, {m.numFrom, m.numTo}), weight);
            });
        else if (!hasPlan)
            visit([&](std::size_t row, std::uint32_t group, Span run) {
                const Membership m = memberships[row];
                months.add(&dens[cell(group)], both(run, {m.denFrom, m.denTo}), weights ? weights[row] : 1);
            });
        if (!isByValue(rule))
            continue;
        const ValueSteps &values = m_sheet.values(r);
        visit([&](std::size_t row, std::uint32_t group, Span run) {
            for (std::uint32_t i = values.begin(row); i < values.end[row]; ++i) {
                const ValueStep &step = values.steps[i];
                const Span span = both(run, {step.from, step.to});
                months.add(&nums[cell(group)], span, step.value);
                if (hasPlan)
                    months.add(&dens[cell(group)], span, step.plan);
            }
        });
    }
}

/// Whether anything is asked about a population at all.
bool Tally::counts(const PopulationRows &rows) const {
    bool isAsked = isList(rows.population);
    for (std::size_t r = 0; r < m_blanks.size(); ++r)
        isAsked =
            isAsked || (m_sheet.rules().rates[r].population == rows.population && m_sheet.countsAnything(r));
    return isAsked;
}

template <class Months>
void Tally::addRow(const PopulationRows &rows, std::size_t row, const Months &months) {
    if (!m_matcher.passes(rows, row))
        return;
    const Span all = m_sheet.program().window().all();
    const std::uint32_t group = m_grouping.groupOf(rows, row);
    forEachAddition(rows, months, [&](auto &&addition) { addition(row, group, all); });
}

void Tally::leave(const PopulationRows &rows, std::size_t row) {
    addRow(rows, row, SummedMonths{m_begin, m_months, -1});
}

void Tally::enter(const PopulationRows &rows, std::size_t row) {
    addRow(rows, row, SummedMonths{m_begin, m_months, 1});
}

BatchTotal Tally::listTotal(std::size_t list, std::size_t at) const {
    const ListTotals &totals = m_lists[list];
    return {totals.count[at], totals.investment[at], totals.output[at]};
}

GroupResult Tally::result(std::size_t group, Month month) const {
    const std::size_t at = cell(group, month);
    GroupResult result = m_grouping.blank(group);
    result.sign = listTotal(0, at);
    result.start = listTotal(1, at);
    result.produce = listTotal(2, at);
    result.rates = m_blanks;
    for (std::size_t r = 0; r < m_blanks.size(); ++r)
        result.rates[r].rate = Rate(m_nums[r][at], m_dens[r][at]);
    return result;
}

GroupResult Tally::total(Month month) const {
    GroupResult total;
    total.rates = m_blanks;
    std::vector<RateSum> sums(m_blanks.size());
    const std::array lists{&total.sign, &total.start, &total.produce};
    for (std::size_t group = 0; group < m_groups; ++group) {
        const std::size_t at = cell(group, month);
        for (std::size_t list = 0; list < lists.size(); ++list) {
            const BatchTotal part = listTotal(list, at);
            lists[list]->count += part.count;
            lists[list]->investment += part.investment;
            lists[list]->output += part.output;
        }
        for (std::size_t r = 0; r < sums.size(); ++r)
            sums[r].add(Rate(m_nums[r][at], m_dens[r][at]));
    }
    for (std::size_t r = 0; r < sums.size(); ++r)
        total.rates[r].rate = sums[r].rate();
    return total;
}

} // namespace yipi::indicators
