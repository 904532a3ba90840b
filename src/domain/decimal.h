// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fraction.h"

#include <tl/expected.hpp>

namespace yipi {

/// A number as people write it, with at most four decimals: weights, points, limits. Exact.
class Decimal {
public:
    constexpr Decimal() = default;
    constexpr Decimal(int whole) // NOLINT(google-explicit-constructor): a whole number is a decimal
        : m_tenThousandths(qint64(whole) * kPerWhole) {}

    /// Reads "12.5" or "-3". The error says in Chinese what is wrong, made for the end of a sentence.
    static tl::expected<Decimal, QString> parse(const QString &text, Decimal lowest, Decimal highest);

    Fraction exact() const { return Fraction(m_tenThousandths, kPerWhole); }
    QString text() const; ///< without zeros at the end: "12.5"

    constexpr Decimal operator-() const {
        Decimal result;
        result.m_tenThousandths = -m_tenThousandths;
        return result;
    }

    friend constexpr auto operator<=>(Decimal, Decimal) = default;
    friend constexpr Decimal operator+(Decimal a, Decimal b) {
        a.m_tenThousandths += b.m_tenThousandths;
        return a;
    }

private:
    static constexpr qint64 kPerWhole = 10'000;
    qint64 m_tenThousandths = 0;
};

} // namespace yipi
