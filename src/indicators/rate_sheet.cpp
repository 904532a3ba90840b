// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_sheet.h"

#include "indicators/reported_values.h"

namespace yipi::indicators {

RateSheet::RateSheet(const Facts &facts, RuleSet rules, Month first, Month last)
    : m_facts(facts)
    , m_rules(std::move(rules))
    , m_first(first)
    , m_last(last)
    , m_window(first, last)
    , m_program(facts, m_rules, m_window)
    , m_generation(facts.generation)
    , m_followed(facts.changed.size())
    , m_memberships(m_rules.rates.size())
    , m_counting(m_rules.rates.size())
    , m_taskWeights(m_rules.rates.size())
    , m_values(m_rules.rates.size())
    , m_numerators(m_rules.rates.size()) {
    std::vector<Population> used{Population::Sign, Population::Start, Population::Produce};
    for (const RateRule &rule : m_rules.rates)
        if (std::find(used.begin(), used.end(), rule.population) == used.end())
            used.push_back(rule.population);
    for (const Population population : used)
        m_rows.emplace_back(facts, population);
    for (std::size_t r = 0; r < m_rules.rates.size(); ++r) {
        const PopulationRows &rows = this->rows(m_rules.rates[r].population);
        m_memberships[r].resize(rows.size());
        if (m_rules.rates[r].population == Population::Targets)
            m_taskWeights[r].resize(rows.size());
    }
    for (const PopulationRows &rows : m_rows)
        for (std::size_t row = 0; row < rows.size(); ++row)
            decide(rows, row);
    for (std::size_t r = 0; r < m_rules.rates.size(); ++r)
        if (isByValue(m_rules.rates[r]))
            collectValues(r);
}

const PopulationRows &RateSheet::rows(Population population) const {
    return *std::find_if(m_rows.begin(), m_rows.end(),
                         [&](const PopulationRows &rows) { return rows.population == population; });
}

const qint64 *RateSheet::weights(std::size_t rate) const {
    const RateRule &rule = m_rules.rates[rate];
    if (rule.population == Population::Targets)
        return m_taskWeights[rate].data();
    if (!isMoney(rule))
        return nullptr;
    const PopulationRows &rows = this->rows(rule.population);
    return rule.weight == Weight::Investment ? rows.investment.data() : rows.output.data();
}

void RateSheet::decide(const PopulationRows &rows, std::size_t row) {
    const Subject subject = rows.subject(m_facts, m_program, row);
    // What begins after the window begins nowhere in it.
    const auto narrow = [last = m_window.size()](int month) {
        return static_cast<std::uint16_t>(std::clamp(month, 0, last));
    };
    for (std::size_t r = 0; r < m_rules.rates.size(); ++r) {
        const RateRule &rule = m_rules.rates[r];
        if (rule.population != rows.population)
            continue;
        const CompiledRate &rate = m_program.rates()[r];
        const bool isOtherTask = subject.target && subject.target->indicator != rule.target;
        const Span chain = rate.base < 0 ? m_window.all() : m_numerators[static_cast<std::size_t>(rate.base)];
        const Standing s = isOtherTask ? Standing() : m_program.standing(rate, subject, chain);
        const Span den = denominatorOf(rate, s);
        const Span num = numeratorOf(rate, s);
        m_numerators[r] = num;
        Membership &membership = m_memberships[r][row];
        m_counting[r] -= membership.isAny() ? 1 : 0;
        membership = {narrow(den.from), narrow(std::max(den.from, den.to)), narrow(num.from),
                      narrow(std::max(num.from, num.to))};
        m_counting[r] += membership.isAny() ? 1 : 0;
        if (rule.population == Population::Targets)
            m_taskWeights[r][row] = s.weight;
    }
}

void RateSheet::addSteps(std::vector<ValueStep> &steps, const PopulationRows &rows, std::size_t r,
                         std::size_t row) const {
    if (rows.project[row] == Subject::kNoProject)
        return;
    const RateRule &rule = m_rules.rates[r];
    const bool hasPlan = rule.population == Population::Progress;
    const Membership m = m_memberships[r][row];
    const qint64 *weights = hasPlan ? nullptr : this->weights(r);
    forEachReported(m_facts, m_facts.projects[rows.project[row]], reportedValue(rule), m_window,
                    [&](Span months, qint64 value, qint64 plan) {
                        const Span in = both(months, {m.numFrom, m.numTo});
                        const bool counts = !in.isEmpty() && (!hasPlan || plan >= 0);
                        const qint64 declared = hasPlan ? plan : weights ? weights[row] : value;
                        steps.push_back({cappedValue(rule, value, declared), hasPlan ? plan : 0,
                                         static_cast<std::uint16_t>(counts ? in.from : 0),
                                         static_cast<std::uint16_t>(counts ? in.to : 0)});
                    });
}

void RateSheet::collectValues(std::size_t rate) {
    const PopulationRows &rows = this->rows(m_rules.rates[rate].population);
    ValueSteps &values = m_values[rate];
    values.end.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        addSteps(values.steps, rows, rate, row);
        values.end.push_back(static_cast<std::uint32_t>(values.steps.size()));
    }
}

bool RateSheet::renewValues(const PopulationRows &rows, std::size_t row) {
    for (std::size_t r = 0; r < m_rules.rates.size(); ++r) {
        if (m_rules.rates[r].population != rows.population || !isByValue(m_rules.rates[r]))
            continue;
        std::vector<ValueStep> steps;
        addSteps(steps, rows, r, row);
        ValueSteps &values = m_values[r];
        if (steps.size() != values.end[row] - values.begin(row))
            return false;
        std::copy(steps.begin(), steps.end(), values.steps.begin() + values.begin(row));
    }
    return true;
}

bool RateSheet::renew(PopulationRows &rows, std::size_t row, const std::vector<RowWatcher *> &watchers) {
    for (RowWatcher *watcher : watchers)
        watcher->leave(rows, row);
    rows.refresh(m_facts, row);
    decide(rows, row);
    if (!renewValues(rows, row))
        return false;
    for (RowWatcher *watcher : watchers)
        watcher->enter(rows, row);
    return true;
}

bool RateSheet::follow(const std::vector<RowWatcher *> &watchers) {
    if (m_generation != m_facts.generation)
        return false;
    // A text search inside a rule's filter is made for all projects at once.
    const bool searches = std::any_of(m_rules.rates.begin(), m_rules.rates.end(),
                                      [](const RateRule &rule) { return !rule.filter.isEmpty(); });
    if (searches && m_followed != m_facts.changed.size())
        return false;
    for (; m_followed < m_facts.changed.size(); ++m_followed) {
        const std::uint32_t project = m_facts.changed[m_followed];
        for (PopulationRows &rows : m_rows)
            for (const std::uint32_t row : rows.rowsOf(m_facts, project))
                if (!renew(rows, row, watchers))
                    return false;
        for (RowWatcher *watcher : watchers)
            watcher->settle(project);
    }
    return true;
}

} // namespace yipi::indicators
