// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <QString>

#include <compare>
#include <vector>

namespace yipi {

/// An exact fraction of any size, in lowest terms. Scores are sums of products of rates over money: their
/// common denominators outgrow 128 bits, and a rank must not hang on the digit that was cut off.
class Fraction {
public:
    Fraction(qint64 whole = 0) // NOLINT(google-explicit-constructor): a whole number is a fraction
        : Fraction(whole, 1) {}
    /// `den` must not be 0.
    Fraction(qint64 num, qint64 den);

    bool isZero() const { return m_num.empty(); }
    bool isNegative() const { return m_negative; }

    /// With exactly `decimals` decimals, rounded once, halves away from zero.
    QString text(int decimals = 2, Rounding rounding = Rounding::HalfUp) const;
    QString exactText() const; ///< "24915/300" in lowest terms, whole numbers as "12/1"

    friend Fraction operator+(const Fraction &a, const Fraction &b);
    friend Fraction operator-(const Fraction &a, const Fraction &b) { return a + -b; }
    friend Fraction operator*(const Fraction &a, const Fraction &b);
    friend Fraction operator/(const Fraction &a, const Fraction &b); ///< `b` must not be 0
    Fraction operator-() const;
    Fraction &operator+=(const Fraction &other) { return *this = *this + other; }

    friend std::strong_ordering operator<=>(const Fraction &a, const Fraction &b);
    friend bool operator==(const Fraction &a, const Fraction &b) = default;

private:
    using Natural = std::vector<quint32>; ///< limbs, least first, no zero at the end; empty = 0

    Fraction(Natural num, Natural den, bool negative);

    Natural m_num;
    Natural m_den;
    bool m_negative = false; ///< never of zero
};

} // namespace yipi
