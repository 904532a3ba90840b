// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QString>

namespace yipi::detail {

/// Amounts are read as whole multiples of 10⁻¹⁸, so that no typed decimal is ever a floating-point number.
inline constexpr Int128 kAmountScale = Int128(1'000'000'000) * 1'000'000'000;
/// Larger amounts than this many units are refused; the scaled value keeps room for every multiplication.
inline constexpr qint64 kLargestAmount = 10'000'000'000'000'000;

/// A number as people type it, Arabic or Chinese, with multipliers: "1,234.5", "1.2亿", "1亿2000万",
/// "三千五百".
struct AmountText {
    enum class Fault { None, NotANumber, Grouping, TooLarge };

    Int128 scaled = 0; ///< the value × kAmountScale; multipliers applied
    bool isNegative = false;
    bool hasWan = false;       ///< 万 was written
    bool hasYi = false;        ///< 亿 was written
    bool isColloquial = false; ///< "三千五" read as 3,500
    Fault fault = Fault::None;
    QString rest; ///< what follows the number: "元", "个"
};

/// Reads the number at the start of a normalised text.
AmountText readAmount(const QString &text);

/// Removes words that make a number vague (约, 近, 左右, 以上 …) from both ends; true when there were any.
bool takeVagueWords(QString &text);

/// `scaled` ÷ kAmountScale × `factor`, rounded half up. `exact` is false when what was cut off is at least
/// half a hundredth: more than the noise of a spreadsheet's binary numbers.
qint64 roundedAmount(Int128 scaled, qint64 factor, bool &exact);

} // namespace yipi::detail
