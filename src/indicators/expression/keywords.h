// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression.h"

#include <array>

namespace yipi::indicators {

/// A comparison written as a word: 不少于, 为空.
struct ComparisonWord {
    QStringView word;
    Comparison comparison;
    bool takesList = false; ///< 属于（兴县、孝义）
};

/// The word of comparison that a folded text begins with; null when there is none.
const ComparisonWord *comparisonWordAt(QStringView folded);

inline constexpr std::array<QStringView, 3> kAnd{u"并且", u"且", u"and"};
inline constexpr std::array<QStringView, 3> kOr{u"或者", u"或", u"or"};
inline constexpr std::array<QStringView, 2> kNot{u"非", u"not"};

template <std::size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words of the language that are no value unless quoted.
bool isKeyword(QStringView folded);

/// The length of 且, 并且, 或 … at the start of a text; 0 when there is none. Latin words need their spaces.
qsizetype joinerLength(QStringView folded);

/// Whether a condition can go on like this: with a field, or 非. So 且末 stays the name of a county.
bool startsCondition(QStringView folded, const FilterFields &fields);

} // namespace yipi::indicators
