// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/expression_matcher.h"

#include "indicators/expression/expression_compiler.h"
#include "indicators/stage_fact.h"

namespace yipi::indicators {

ExpressionMatcher::ExpressionMatcher(const Facts &facts, const Expression &expression, QDate asOf)
    : m_facts(facts)
    , m_asOf(dayOf(asOf))
    , m_asksForEntry(expression.asksForEntry()) {
    m_first = Compiler(*this).compile(expression, Step::kPass, Step::kFail);
}

bool ExpressionMatcher::holds(const Step &step, std::uint32_t project, const EntryFact *entry,
                              Day asOf) const {
    using Test = Step::Test;
    const ProjectFact &p = m_facts.projects[project];
    const auto isWithin = [&](qint64 value) { return step.low <= value && value <= step.high; };
    switch (step.test) {
    case Test::Money:
        return isWithin(p.*step.money);
    case Test::Date:
        return isWithin(p.*step.date);
    case Test::DateAsOf:
        return p.*step.date != 0 && isWithin(qint64(p.*step.date) - asOf);
    case Test::Flag:
        return p.*step.flag;
    case Test::Zone:
        return step.table[p.zone + 1] != 0;
    case Test::Chain:
        return step.table[p.chain + 1] != 0;
    case Test::Industry:
        return step.table[p.industry + 1] != 0;
    case Test::Project:
        return step.table[project] != 0;
    case Test::Stage:
        return step.table[int(stageAt(p, asOf)) + 1] != 0;
    case Test::Campaign:
        return step.table[entry ? entry->campaign + 1 : 0] != 0;
    case Test::Batch:
        return step.table[entry ? int(entry->batch) + 1 : 0] != 0;
    case Test::EntryMoney:
        return isWithin(entry ? entry->*step.declared : -1);
    }
    return false;
}

bool ExpressionMatcher::run(std::uint32_t project, const EntryFact *entry, Day asOf) const {
    std::uint32_t at = m_first;
    while (at < Step::kFail) {
        const Step &step = m_steps[at];
        at = holds(step, project, entry, asOf) ? step.yes : step.no;
    }
    return at == Step::kPass;
}

bool ExpressionMatcher::matches(std::uint32_t project, Day asOf) const {
    if (!m_asksForEntry)
        return run(project, nullptr, asOf);
    const std::uint32_t begin = m_facts.entryBegin[project], end = m_facts.entryBegin[project + 1];
    if (begin == end)
        return run(project, nullptr, asOf);
    for (std::uint32_t i = begin; i < end; ++i)
        if (run(project, &m_facts.entries[m_facts.entriesByProject[i]], asOf))
            return true;
    return false;
}

std::size_t ExpressionMatcher::changes(std::uint32_t project, Changes &days) const {
    const ProjectFact &p = m_facts.projects[project];
    std::size_t count = 0;
    if (m_asksForStage)
        for (const Day day : stageDays(p))
            days[count++] = day;
    // Before the as-of day, on it, after it: the answer may turn on the day and on the next.
    for (const auto member : m_againstAsOf) {
        days[count++] = p.*member;
        days[count++] = p.*member + 1;
    }
    return count;
}

} // namespace yipi::indicators
