// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace yipi {

/// Wide enough for products of two sums of money.
__extension__ using Int128 = __int128;

/// The unit in which an office writes an amount. 1 亿元 = 10,000 万元 = 100,000,000 元.
enum class MoneyUnit { Yuan, Wan, Yi };

/// Whole 元 in one unit: 1, 10,000 or 100,000,000.
qint64 yuanPer(MoneyUnit unit);
QString title(MoneyUnit unit); ///< 元, 万元, 亿元
QString key(MoneyUnit unit);   ///< yuan, wan, yi

/// How the last printed digit is found. Offices round half up; some cut off (`data/rules`, "rounding").
enum class Rounding { HalfUp, Truncate };

/// An amount of money: a whole number of 元, never a floating-point number.
class Money {
public:
    constexpr Money() = default;
    constexpr static Money fromYuan(qint64 yuan) { return Money(yuan); }

    constexpr qint64 yuan() const { return m_yuan; }

    /// The amount in `unit` with exactly `decimals` (0–8) decimals, rounded once: 262.16.
    QString text(MoneyUnit unit, int decimals = 2, Rounding rounding = Rounding::HalfUp) const;
    /// As `text`, without trailing zeros: 37.5 — as bulletins print amounts.
    QString shortText(MoneyUnit unit, int decimals = 2) const;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_yuan + b.m_yuan); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_yuan - b.m_yuan); }
    constexpr Money &operator+=(Money other) {
        m_yuan += other.m_yuan;
        return *this;
    }

private:
    constexpr explicit Money(qint64 yuan)
        : m_yuan(yuan) {}
    qint64 m_yuan = 0;
};

/// `value` ÷ `divisor` printed with `decimals` decimals; exact integer arithmetic; divisor > 0.
/// The one place where anything in Yipi is rounded, beside Fraction::text.
QString fixedPoint(Int128 value, Int128 divisor, int decimals, Rounding rounding);

} // namespace yipi
