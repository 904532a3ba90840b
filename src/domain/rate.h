// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QString>

#include <compare>

namespace yipi {

/// An exact fraction, kept as such until it is printed. The sum of two rates has no meaning and does not
/// compile: a rate of a total is made from the sums of numerators and of denominators (`RateSum`).
class Rate {
public:
    constexpr Rate() = default;
    constexpr Rate(qint64 num, qint64 den)
        : m_num(num)
        , m_den(den) {}

    constexpr qint64 num() const { return m_num; }
    constexpr qint64 den() const { return m_den; }
    /// With an empty denominator there is no rate; it is printed as "—", never as 0 or 100.
    constexpr bool isDefined() const { return m_den > 0; }

    /// Percent without the sign, "78.87"; empty when undefined.
    QString percentText(int decimals = 2, Rounding rounding = Rounding::HalfUp) const;
    /// "78.87%" or "—".
    QString displayText(int decimals = 2, Rounding rounding = Rounding::HalfUp) const;
    double percent() const; ///< for plots only; 0 when undefined

    /// Exact order of two defined rates: 120/1100 equals 12/110.
    friend std::strong_ordering operator<=>(const Rate &a, const Rate &b);
    friend bool operator==(const Rate &a, const Rate &b) { return (a <=> b) == 0; }

private:
    qint64 m_num = 0;
    qint64 m_den = 0;
};

Rate operator+(const Rate &, const Rate &) = delete;

/// Difference `now` − `before` in 个百分点 from the unrounded rates, "3.16" or "-0.40"; empty if one is
/// undefined.
QString percentagePoints(const Rate &now, const Rate &before, int decimals = 2);

/// Collects numerators and denominators; the only way from parts to a total.
struct RateSum {
    qint64 num = 0;
    qint64 den = 0;
    void add(const Rate &part) {
        num += part.num();
        den += part.den();
    }
    Rate rate() const { return Rate(num, den); }
};

} // namespace yipi
