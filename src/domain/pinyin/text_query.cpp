// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin/text_query.h"

#include <algorithm>

namespace yipi::pinyin {

namespace {

constexpr auto kNone = QueryMachine::kNone;

bool isLetter(char16_t unit) {
    return unit >= u'a' && unit <= u'z';
}

} // namespace

TextQuery::TextQuery(const QString &typed)
    : TextQuery(searchForm(typed)) {}

TextQuery::TextQuery(const SearchForm &form)
    : m_isEmpty(form.empty())
    , m_hasLetters(std::any_of(form.begin(), form.end(), isLetter))
    , m_literal(form, MatchWay::Literal)
    , m_syllables(form, MatchWay::Syllables)
    , m_initials(form, MatchWay::Initials)
    , m_mixed(form, MatchWay::Mixed) {}

std::optional<MatchQuality> TextQuery::qualityOfForm(std::u16string_view form) const {
    if (m_isEmpty)
        return std::nullopt;
    if (m_literal.endOfMatch(form) != kNone) {
        const std::size_t end = m_literal.endOfMatchAt(form, 0);
        return end == form.size() ? MatchQuality::Exact
               : end != kNone     ? MatchQuality::Prefix
                                  : MatchQuality::Substring;
    }
    if (!m_hasLetters || m_mixed.endOfMatch(form) == kNone)
        return std::nullopt;
    if (m_syllables.endOfMatch(form) != kNone)
        return m_syllables.endOfMatchAt(form, 0) != kNone ? MatchQuality::PinyinPrefix : MatchQuality::Pinyin;
    if (m_initials.endOfMatch(form) != kNone)
        return m_initials.endOfMatchAt(form, 0) != kNone ? MatchQuality::InitialsPrefix
                                                         : MatchQuality::Initials;
    return MatchQuality::Mixed;
}

const QueryMachine &TextQuery::machineFor(MatchQuality worst) const {
    if (!m_hasLetters || worst <= MatchQuality::Substring)
        return m_literal;
    if (worst <= MatchQuality::Pinyin)
        return m_syllables; // also takes letters for themselves
    return m_mixed;
}

std::optional<TextSpan> TextQuery::span(const QString &text) const {
    std::vector<qsizetype> positions;
    const SearchForm form = searchForm(text, &positions);
    const auto found = qualityOfForm(form);
    if (!found)
        return std::nullopt;
    const QueryMachine &machine = *found <= MatchQuality::Substring  ? m_literal
                                  : *found <= MatchQuality::Pinyin   ? m_syllables
                                  : *found <= MatchQuality::Initials ? m_initials
                                                                     : m_mixed;
    std::size_t start = 0;
    while (machine.endOfMatchAt(form, start) == kNone)
        ++start; // there is one
    const std::size_t last = machine.endOfMatchAt(form, start) - 1;
    return TextSpan{positions[start], positions[last] + 1 - positions[start]};
}

} // namespace yipi::pinyin
