// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pinyin/query_machine.h"

#include <QString>

#include <optional>

namespace yipi::pinyin {

/// How well a text answers a query, best first.
enum class MatchQuality {
    Exact,          ///< it is the query
    Prefix,         ///< it begins with the query
    Substring,      ///< the query is in it as written
    PinyinPrefix,   ///< it begins with what the query spells: lvliang, 兴xian
    Pinyin,         ///< what the query spells is in it
    InitialsPrefix, ///< it begins with these first letters: ll
    Initials,       ///< the first letters are in it
    Mixed,          ///< whole readings and first letters: lvl, chq
};

/// A part of a text, to be marked.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// What a person types to find something: Chinese as written, pinyin without tones, first letters, or one
/// behind the other (lv梁). Case, width of letters, blanks and the apostrophe (xi'an) do not count.
class TextQuery {
public:
    explicit TextQuery(const QString &typed);

    bool isEmpty() const { return m_isEmpty; }
    /// Of a text in its search form; none: it does not match.
    std::optional<MatchQuality> qualityOfForm(std::u16string_view form) const;
    std::optional<MatchQuality> quality(const QString &text) const { return qualityOfForm(searchForm(text)); }
    /// The first part of `text` that matches in the best way there is.
    std::optional<TextSpan> span(const QString &text) const;
    /// Finds whatever has at most this quality.
    const QueryMachine &machineFor(MatchQuality worst) const;

private:
    explicit TextQuery(const SearchForm &form);

    bool m_isEmpty;
    bool m_hasLetters; ///< else nothing but literal matches is possible
    QueryMachine m_literal, m_syllables, m_initials, m_mixed;
};

} // namespace yipi::pinyin
