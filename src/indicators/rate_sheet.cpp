// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_sheet.h"

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
    , m_taskWeights(m_rules.rates.size())
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
    const auto narrow = [](int month) { return static_cast<std::uint16_t>(month); };
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
        m_memberships[r][row] = {narrow(den.from), narrow(std::max(den.from, den.to)), narrow(num.from),
                                 narrow(std::max(num.from, num.to))};
        if (rule.population == Population::Targets)
            m_taskWeights[r][row] = s.weight;
    }
}

bool RateSheet::follow() {
    if (m_generation != m_facts.generation)
        return false;
    // A text search inside a rule's filter is made for all projects at once.
    const bool searches = std::any_of(m_rules.rates.begin(), m_rules.rates.end(),
                                      [](const RateRule &rule) { return !rule.filter.isEmpty(); });
    if (searches && m_followed != m_facts.changed.size())
        return false;
    for (; m_followed < m_facts.changed.size(); ++m_followed)
        for (PopulationRows &rows : m_rows)
            for (const std::uint32_t row : rows.rowsOf(m_facts, m_facts.changed[m_followed])) {
                rows.refresh(m_facts, row);
                decide(rows, row);
            }
    return true;
}

} // namespace yipi::indicators
