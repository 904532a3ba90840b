// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression_matcher.h"

namespace yipi::indicators {

/// Turns a condition into steps. Built from the end: each part is told where to go on when it holds and when
/// not, and answers where it begins. A part that holds for all or for nobody is no step at all.
class ExpressionMatcher::Compiler {
public:
    explicit Compiler(ExpressionMatcher &matcher)
        : m_matcher(matcher)
        , m_facts(matcher.m_facts) {}

    std::uint32_t compile(const Expression &expression, std::uint32_t yes, std::uint32_t no);

private:
    /// Numbers from `first` to `second`.
    using Stretch = std::pair<qint64, qint64>;

    std::uint32_t condition(const Condition &condition, std::uint32_t yes, std::uint32_t no);
    std::uint32_t numbers(const Condition &condition, Step step, std::uint32_t yes, std::uint32_t no);
    std::uint32_t againstAsOf(const Condition &condition, Step step, std::uint32_t yes, std::uint32_t no);
    std::uint32_t stretches(const std::vector<Stretch> &list, Step step, std::uint32_t yes, std::uint32_t no);
    std::uint32_t table(std::vector<quint8> table, Step::Test test, std::uint32_t yes, std::uint32_t no);
    std::uint32_t push(Step step, std::uint32_t yes, std::uint32_t no);

    std::vector<quint8> memberTable(const Condition &condition) const;
    std::vector<quint8> choiceTable(const Condition &condition) const;
    std::vector<quint8> zoneChoiceTable(const Condition &condition) const;
    std::vector<quint8> campaignTable(const Condition &condition) const;
    std::vector<quint8> projectTable(const Condition &condition) const;
    template <class TextAt>
    std::vector<quint8> textTable(const Condition &condition, TextAt textAt) const;
    std::vector<quint8> storedTable(const Condition &condition) const;

    ExpressionMatcher &m_matcher;
    const Facts &m_facts;
};

} // namespace yipi::indicators
