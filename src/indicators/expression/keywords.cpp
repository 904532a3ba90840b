// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/expression/keywords.h"

namespace yipi::indicators {

namespace {

/// Longer words before those they begin with.
constexpr std::array<ComparisonWord, 33> kComparisonWords{{{u"大于等于", Comparison::GreaterEqual},
                                                           {u"小于等于", Comparison::LessEqual},
                                                           {u"大于", Comparison::Greater},
                                                           {u"小于", Comparison::Less},
                                                           {u"不少于", Comparison::GreaterEqual},
                                                           {u"不低于", Comparison::GreaterEqual},
                                                           {u"不小于", Comparison::GreaterEqual},
                                                           {u"不早于", Comparison::GreaterEqual},
                                                           {u"不超过", Comparison::LessEqual},
                                                           {u"不高于", Comparison::LessEqual},
                                                           {u"不大于", Comparison::LessEqual},
                                                           {u"不晚于", Comparison::LessEqual},
                                                           {u"早于", Comparison::Less},
                                                           {u"低于", Comparison::Less},
                                                           {u"少于", Comparison::Less},
                                                           {u"晚于", Comparison::Greater},
                                                           {u"高于", Comparison::Greater},
                                                           {u"超过", Comparison::Greater},
                                                           {u"不等于", Comparison::NotEqual},
                                                           {u"等于", Comparison::Equal},
                                                           {u"不包含", Comparison::NotContains},
                                                           {u"包含", Comparison::Contains},
                                                           {u"不含", Comparison::NotContains},
                                                           {u"含", Comparison::Contains},
                                                           {u"不属于", Comparison::NotEqual, true},
                                                           {u"属于", Comparison::Equal, true},
                                                           {u"不为空", Comparison::NotEmpty},
                                                           {u"非空", Comparison::NotEmpty},
                                                           {u"为空", Comparison::Empty},
                                                           {u"不为", Comparison::NotEqual},
                                                           {u"不是", Comparison::NotEqual},
                                                           {u"为", Comparison::Equal},
                                                           {u"是", Comparison::Equal}}};

} // namespace

const ComparisonWord *comparisonWordAt(QStringView folded) {
    for (const ComparisonWord &known : kComparisonWords)
        if (folded.startsWith(known.word))
            return &known;
    return nullptr;
}

bool isKeyword(QStringView folded) {
    return isOneOf(folded, kAnd) || isOneOf(folded, kOr) || isOneOf(folded, kNot) || folded == u"in" ||
           folded == u"is" || folded == u"empty";
}

qsizetype joinerLength(QStringView folded) {
    for (const QStringView word : {kAnd[0], kAnd[1], kOr[0], kOr[1]})
        if (folded.startsWith(word))
            return word.size();
    return 0;
}

bool startsCondition(QStringView folded, const FilterFields &fields) {
    return folded.isEmpty() || folded.startsWith(kNot[0]) || fields.nameLength(folded) > 0;
}

} // namespace yipi::indicators
