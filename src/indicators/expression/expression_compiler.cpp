// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/expression_compiler.h"

#include "indicators/expression/dictionary_names.h"
#include "indicators/expression/project_text.h"

#include <limits>

namespace yipi::indicators {

namespace {

using Source = FilterField::Source;
constexpr qint64 kMost = std::numeric_limits<qint64>::max();

bool isNegative(Comparison comparison) {
    return comparison == Comparison::NotEqual || comparison == Comparison::NotContains;
}

/// Whether the condition says that nothing (or something) is filled in, whatever it is.
bool isAboutEmptiness(Comparison comparison) {
    return comparison == Comparison::Empty || comparison == Comparison::NotEmpty;
}

std::vector<std::pair<qint64, qint64>> merged(std::vector<std::pair<qint64, qint64>> list) {
    std::sort(list.begin(), list.end());
    std::vector<std::pair<qint64, qint64>> result;
    for (const auto &[low, high] : list)
        if (!result.empty() && low <= result.back().second + 1)
            result.back().second = std::max(result.back().second, high);
        else
            result.emplace_back(low, high);
    return result;
}

/// The numbers that fulfil the condition among those from `least`, the smallest that is filled in.
std::vector<std::pair<qint64, qint64>> fulfilling(const Condition &condition, qint64 least) {
    const auto first = [&] { return condition.operands.front(); };
    switch (condition.comparison) {
    case Comparison::Empty:
        return {{least - 1, least - 1}};
    case Comparison::NotEmpty:
        return {{least, kMost}};
    case Comparison::Less:
        return {{least, first().low - 1}};
    case Comparison::LessEqual:
        return {{least, first().high}};
    case Comparison::Greater:
        return {{first().high + 1, kMost}};
    case Comparison::GreaterEqual:
        return {{first().low, kMost}};
    default:
        break;
    }
    std::vector<std::pair<qint64, qint64>> named;
    for (const Operand &operand : condition.operands)
        named.emplace_back(operand.low, operand.high);
    named = merged(std::move(named));
    if (condition.comparison == Comparison::Equal)
        return named;
    std::vector<std::pair<qint64, qint64>> others;
    qint64 from = least;
    for (const auto &[low, high] : named) {
        others.emplace_back(from, low - 1);
        from = high + 1;
    }
    others.emplace_back(from, kMost);
    return others;
}

} // namespace

std::uint32_t ExpressionMatcher::Compiler::compile(const Expression &expression, std::uint32_t yes,
                                                   std::uint32_t no) {
    const std::vector<Expression> &parts = expression.parts();
    switch (expression.kind()) {
    case Expression::Kind::Not:
        return compile(parts.front(), no, yes);
    case Expression::Kind::All: {
        std::uint32_t next = yes;
        for (auto part = parts.rbegin(); part != parts.rend(); ++part)
            next = compile(*part, next, no);
        return next;
    }
    case Expression::Kind::Any: {
        std::uint32_t next = no;
        for (auto part = parts.rbegin(); part != parts.rend(); ++part)
            next = compile(*part, yes, next);
        return next;
    }
    case Expression::Kind::Condition:
        break;
    }
    return condition(expression.condition(), yes, no);
}

std::uint32_t ExpressionMatcher::Compiler::push(Step step, std::uint32_t yes, std::uint32_t no) {
    step.yes = yes;
    step.no = no;
    m_matcher.m_steps.push_back(step);
    return std::uint32_t(m_matcher.m_steps.size()) - 1;
}

std::uint32_t ExpressionMatcher::Compiler::stretches(const std::vector<Stretch> &list, Step step,
                                                     std::uint32_t yes, std::uint32_t no) {
    std::uint32_t next = no;
    for (auto stretch = list.rbegin(); stretch != list.rend(); ++stretch) {
        std::tie(step.low, step.high) = *stretch;
        if (step.low <= step.high)
            next = push(step, yes, next);
    }
    return next;
}

std::uint32_t ExpressionMatcher::Compiler::numbers(const Condition &condition, Step step, std::uint32_t yes,
                                                   std::uint32_t no) {
    if (!condition.operands.empty() && condition.operands.front().isAsOf)
        return againstAsOf(condition, step, yes, no);
    // 未填 is −1 of amounts and 0 of dates.
    return stretches(fulfilling(condition, step.test == Step::Test::Date ? 1 : 0), step, yes, no);
}

std::uint32_t ExpressionMatcher::Compiler::againstAsOf(const Condition &condition, Step step,
                                                       std::uint32_t yes, std::uint32_t no) {
    auto &dates = m_matcher.m_againstAsOf;
    if (std::find(dates.begin(), dates.end(), step.date) == dates.end())
        dates.push_back(step.date);
    step.test = Step::Test::DateAsOf;
    return stretches(fulfilling(condition, -kMost), step, yes, no);
}

std::uint32_t ExpressionMatcher::Compiler::table(std::vector<quint8> table, Step::Test test,
                                                 std::uint32_t yes, std::uint32_t no) {
    if (std::find(table.begin(), table.end(), quint8(0)) == table.end())
        return yes;
    if (std::find(table.begin(), table.end(), quint8(1)) == table.end())
        return no;
    m_matcher.m_tables.push_back(std::move(table));
    Step step;
    step.test = test;
    step.table = m_matcher.m_tables.back().data();
    return push(step, yes, no);
}

std::uint32_t ExpressionMatcher::Compiler::condition(const Condition &condition, std::uint32_t yes,
                                                     std::uint32_t no) {
    using Test = Step::Test;
    const FilterField &field = *condition.field;
    Step step;
    switch (field.source) {
    case Source::Project:
        if (const auto *flag = std::get_if<bool ProjectFact::*>(&field.member)) {
            step.test = Test::Flag;
            step.flag = *flag;
            return condition.comparison == Comparison::Equal ? push(step, yes, no) : push(step, no, yes);
        }
        if (const auto *date = std::get_if<Day ProjectFact::*>(&field.member)) {
            step.test = Test::Date;
            step.date = *date;
        } else {
            step.money = std::get<qint64 ProjectFact::*>(field.member);
        }
        return numbers(condition, step, yes, no);
    case Source::Entry:
        step.test = Test::EntryMoney;
        step.declared = std::get<qint64 EntryFact::*>(field.member);
        return numbers(condition, step, yes, no);
    case Source::Zone:
        return table(field.kind == FilterField::Kind::Choice ? zoneChoiceTable(condition)
                                                             : memberTable(condition),
                     Test::Zone, yes, no);
    case Source::Chain:
        return table(memberTable(condition), Test::Chain, yes, no);
    case Source::Industry:
        return table(memberTable(condition), Test::Industry, yes, no);
    case Source::Campaign:
        return table(campaignTable(condition), Test::Campaign, yes, no);
    case Source::Batch:
        return table(choiceTable(condition), Test::Batch, yes, no);
    case Source::Stage:
        m_matcher.m_asksForStage = true;
        return table(choiceTable(condition), Test::Stage, yes, no);
    case Source::Stored:
        return table(storedTable(condition), Test::Project, yes, no);
    case Source::ProjectText:
        break;
    }
    return table(projectTable(condition), Test::Project, yes, no);
}

std::vector<quint8> ExpressionMatcher::Compiler::memberTable(const Condition &condition) const {
    const FilterField &field = *condition.field;
    const std::vector<QString> texts = dictionaryTexts(field, m_facts);
    const bool isContained =
        condition.comparison == Comparison::Contains || condition.comparison == Comparison::NotContains;
    std::vector<bool> named(texts.size(), false);
    for (const Operand &operand : condition.operands) {
        const auto one = isContained ? membersContaining(field, m_facts, operand.text)
                                     : membersNamed(field, m_facts, operand.text);
        for (std::size_t i = 0; i < named.size(); ++i)
            named[i] = named[i] || one[i];
    }
    std::vector<quint8> result{quint8(condition.comparison == Comparison::Empty)};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool isEmpty = texts[i].isEmpty();
        result.push_back(isAboutEmptiness(condition.comparison)
                             ? isEmpty == (condition.comparison == Comparison::Empty)
                             : !isEmpty && named[i] != isNegative(condition.comparison));
    }
    return result;
}

namespace {

/// Whether position `value` of the choices, which is filled in, fulfils the condition.
bool fulfils(const Condition &condition, qint64 value) {
    if (isAboutEmptiness(condition.comparison))
        return condition.comparison == Comparison::NotEmpty;
    const bool isNamed = std::any_of(condition.operands.begin(), condition.operands.end(),
                                     [&](const Operand &operand) { return operand.low == value; });
    return isNamed != isNegative(condition.comparison);
}

} // namespace

std::vector<quint8> ExpressionMatcher::Compiler::choiceTable(const Condition &condition) const {
    std::vector<quint8> result{quint8(condition.comparison == Comparison::Empty)};
    for (std::size_t i = 0; i < condition.field->choices.size(); ++i)
        result.push_back(fulfils(condition, qint64(i)));
    return result;
}

std::vector<quint8> ExpressionMatcher::Compiler::zoneChoiceTable(const Condition &condition) const {
    const auto *category = std::get_if<ZoneCategory Zone::*>(&condition.field->member);
    const auto *level = std::get_if<ZoneLevel Zone::*>(&condition.field->member);
    std::vector<quint8> result{quint8(condition.comparison == Comparison::Empty)};
    for (const Zone &zone : m_facts.zones)
        result.push_back(fulfils(condition, category ? qint64(zone.**category) : qint64(zone.**level)));
    return result;
}

std::vector<quint8> ExpressionMatcher::Compiler::campaignTable(const Condition &condition) const {
    std::vector<quint8> result{quint8(condition.comparison == Comparison::Empty)};
    const auto numbers = fulfilling(condition, 0);
    for (const Campaign &campaign : m_facts.campaigns) {
        const qint64 number = campaignNumber(campaign.key().year, campaign.key().sequence);
        result.push_back(std::any_of(numbers.begin(), numbers.end(), [&](const auto &stretch) {
            return stretch.first <= number && number <= stretch.second;
        }));
    }
    return result;
}

std::vector<quint8> ExpressionMatcher::Compiler::projectTable(const Condition &condition) const {
    const auto part = std::get<FilterField::TextPart>(condition.field->member);
    if (condition.field->isSearch()) {
        std::vector<quint8> found =
            projectsContaining(m_facts, searchNeedle(condition.operands.front().text));
        if (isNegative(condition.comparison))
            for (quint8 &one : found)
                one = !one;
        return found;
    }
    return textTable(condition, [&](std::size_t i) { return textOf(m_facts, i, part); });
}

template <class TextAt>
std::vector<quint8> ExpressionMatcher::Compiler::textTable(const Condition &condition, TextAt textAt) const {
    const bool isContained =
        condition.comparison == Comparison::Contains || condition.comparison == Comparison::NotContains;
    std::vector<std::string> needles;
    for (const Operand &operand : condition.operands)
        needles.push_back(searchNeedle(operand.text));
    std::vector<quint8> result;
    result.reserve(m_facts.projects.size());
    for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
        const std::string_view text = textAt(i);
        if (isAboutEmptiness(condition.comparison)) {
            result.push_back(text.empty() == (condition.comparison == Comparison::Empty));
            continue;
        }
        const bool isNamed = std::any_of(needles.begin(), needles.end(), [&](const std::string &needle) {
            return isContained ? text.find(needle) != std::string_view::npos : text == needle;
        });
        result.push_back(!text.empty() && isNamed != isNegative(condition.comparison));
    }
    return result;
}

std::vector<quint8> ExpressionMatcher::Compiler::storedTable(const Condition &condition) const {
    const std::size_t count = m_facts.projects.size();
    const int field = std::get<FilterField::StoredField>(condition.field->member).field;
    const auto column = m_facts.stored ? m_facts.stored->column(field) : nullptr;
    if (!column || std::max(column->numbers.size(), column->ends.size()) != count)
        return std::vector<quint8>(count, 0);
    if (column->numbers.empty())
        return textTable(condition, [&](std::size_t i) { return column->text(i); });
    const auto stretches = fulfilling(condition, StoredColumn::kEmpty + 1);
    std::vector<quint8> result;
    result.reserve(count);
    for (const qint64 number : column->numbers)
        result.push_back(std::any_of(stretches.begin(), stretches.end(), [number](const auto &stretch) {
            return stretch.first <= number && number <= stretch.second;
        }));
    return result;
}

} // namespace yipi::indicators
