// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fraction.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace yipi {

namespace {

using Limbs = std::vector<quint32>;
constexpr int kLimbBits = 32;
constexpr quint64 kLimbBase = quint64(1) << kLimbBits;
constexpr quint32 kTenToNine = 1'000'000'000;

Limbs &trimmed(Limbs &a) {
    while (!a.empty() && a.back() == 0)
        a.pop_back();
    return a;
}

Limbs limbsOf(quint64 value) {
    Limbs a{quint32(value), quint32(value >> kLimbBits)};
    return trimmed(a);
}

std::strong_ordering compared(const Limbs &a, const Limbs &b) {
    if (a.size() != b.size())
        return a.size() <=> b.size();
    for (std::size_t i = a.size(); i-- > 0;)
        if (a[i] != b[i])
            return a[i] <=> b[i];
    return std::strong_ordering::equal;
}

Limbs sum(const Limbs &a, const Limbs &b) {
    Limbs result;
    quint64 carry = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry; ++i) {
        carry += (i < a.size() ? quint64(a[i]) : 0) + (i < b.size() ? quint64(b[i]) : 0);
        result.push_back(quint32(carry));
        carry >>= kLimbBits;
    }
    return result;
}

/// a − b, a ≥ b.
Limbs difference(Limbs a, const Limbs &b) {
    qint64 borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        qint64 limb = qint64(a[i]) - borrow - (i < b.size() ? qint64(b[i]) : 0);
        borrow = limb < 0 ? 1 : 0;
        limb += borrow ? qint64(kLimbBase) : 0;
        a[i] = quint32(limb);
    }
    return trimmed(a);
}

Limbs product(const Limbs &a, const Limbs &b) {
    Limbs result(a.size() + b.size(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        quint64 carry = 0;
        for (std::size_t k = 0; k < b.size(); ++k) {
            carry += quint64(a[i]) * b[k] + result[i + k];
            result[i + k] = quint32(carry);
            carry >>= kLimbBits;
        }
        result[i + b.size()] = quint32(carry);
    }
    return trimmed(result);
}

/// Divides in place by one limb and answers the remainder.
quint32 divideBy(Limbs &a, quint32 divisor) {
    quint64 rest = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        rest = (rest << kLimbBits) | a[i];
        a[i] = quint32(rest / divisor);
        rest %= divisor;
    }
    trimmed(a);
    return quint32(rest);
}

Limbs shiftedLeft(const Limbs &a, int bits) {
    Limbs result(a.size() + 1, 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        const quint64 wide = quint64(a[i]) << bits;
        result[i] |= quint32(wide);
        result[i + 1] = quint32(wide >> kLimbBits);
    }
    return result;
}

/// Subtracts factor × divisor from the limbs of `rest` at `at`; answers whether it was too much.
bool subtractMultiple(Limbs &rest, std::size_t at, const Limbs &divisor, quint64 factor) {
    quint64 carry = 0;
    qint64 borrow = 0;
    for (std::size_t i = 0; i < divisor.size(); ++i) {
        carry += factor * divisor[i];
        const qint64 limb = qint64(rest[at + i]) - qint64(quint32(carry)) - borrow;
        carry >>= kLimbBits;
        borrow = limb < 0 ? 1 : 0;
        rest[at + i] = quint32(limb + (borrow ? qint64(kLimbBase) : 0));
    }
    const qint64 top = qint64(rest[at + divisor.size()]) - qint64(carry) - borrow;
    rest[at + divisor.size()] = quint32(top);
    return top < 0;
}

void addBack(Limbs &rest, std::size_t at, const Limbs &divisor) {
    quint64 carry = 0;
    for (std::size_t i = 0; i < divisor.size(); ++i) {
        carry += quint64(rest[at + i]) + divisor[i];
        rest[at + i] = quint32(carry);
        carry >>= kLimbBits;
    }
    rest[at + divisor.size()] += quint32(carry);
}

/// Quotient and remainder by Knuth's algorithm D; b > 0.
std::pair<Limbs, Limbs> quotient(Limbs a, const Limbs &b) {
    if (compared(a, b) < 0)
        return {{}, std::move(a)};
    if (b.size() == 1) {
        Limbs rest{divideBy(a, b.front())};
        return {std::move(a), trimmed(rest)};
    }
    const int shift = std::countl_zero(b.back());
    Limbs rest = shiftedLeft(a, shift);
    Limbs divisor = shiftedLeft(b, shift);
    trimmed(divisor);
    const std::size_t n = divisor.size();
    Limbs result(rest.size() - n, 0);
    for (std::size_t at = result.size(); at-- > 0;) {
        const quint64 head = (quint64(rest[at + n]) << kLimbBits) | rest[at + n - 1];
        quint64 guess = head / divisor[n - 1];
        quint64 left = head % divisor[n - 1];
        while (guess >= kLimbBase || guess * divisor[n - 2] > ((left << kLimbBits) | rest[at + n - 2])) {
            --guess;
            left += divisor[n - 1];
            if (left >= kLimbBase)
                break;
        }
        if (subtractMultiple(rest, at, divisor, guess)) {
            --guess;
            addBack(rest, at, divisor);
        }
        result[at] = quint32(guess);
    }
    for (std::size_t i = 0; i + 1 < rest.size(); ++i) // undo the shift
        rest[i] = quint32((quint64(rest[i + 1]) << kLimbBits | rest[i]) >> shift);
    rest.back() >>= shift;
    trimmed(rest);
    return {std::move(trimmed(result)), std::move(rest)};
}

__extension__ using UInt128 = unsigned __int128;
constexpr std::size_t kWideLimbs = 4; ///< as many as fit into 128 bits

bool isWide(const Limbs &a) {
    return a.size() <= kWideLimbs;
}

UInt128 wideOf(const Limbs &a) {
    UInt128 value = 0;
    for (std::size_t i = a.size(); i-- > 0;)
        value = value << kLimbBits | a[i];
    return value;
}

Limbs limbsOfWide(UInt128 value) {
    Limbs a;
    for (; value != 0; value >>= kLimbBits)
        a.push_back(quint32(value));
    return a;
}

/// Nearly all of the work is done on numbers that the machine divides itself.
UInt128 wideDivisor(UInt128 a, UInt128 b) {
    while (b != 0) {
        if (a >> 64 == 0 && b >> 64 == 0)
            return std::gcd(quint64(a), quint64(b));
        a = std::exchange(b, a % b);
    }
    return a;
}

Limbs commonDivisor(Limbs a, Limbs b) {
    while (!b.empty()) {
        if (isWide(a) && isWide(b))
            return limbsOfWide(wideDivisor(wideOf(a), wideOf(b)));
        Limbs rest = quotient(std::move(a), b).second;
        a = std::exchange(b, std::move(rest));
    }
    return a;
}

QString digitsOf(Limbs a) {
    QString text;
    while (!a.empty()) {
        const QString part = QString::number(divideBy(a, kTenToNine));
        text.prepend(a.empty() ? part : part.rightJustified(9, u'0'));
    }
    return text.isEmpty() ? QStringLiteral("0") : text;
}

quint64 magnitude(qint64 value) {
    return value < 0 ? quint64(0) - quint64(value) : quint64(value);
}

} // namespace

Fraction::Fraction(qint64 num, qint64 den)
    : Fraction(limbsOf(magnitude(num)), limbsOf(magnitude(den)), (num < 0) != (den < 0)) {}

Fraction::Fraction(Natural num, Natural den, bool negative)
    : m_num(std::move(num))
    , m_den(std::move(den))
    , m_negative(negative && !m_num.empty()) {
    Q_ASSERT(!m_den.empty());
    const Natural common = commonDivisor(m_num, m_den);
    if (common == Natural{1})
        return;
    if (isWide(m_num) && isWide(m_den)) {
        const UInt128 by = wideOf(common);
        m_num = limbsOfWide(wideOf(m_num) / by);
        m_den = limbsOfWide(wideOf(m_den) / by);
    } else {
        m_num = quotient(std::move(m_num), common).first;
        m_den = quotient(std::move(m_den), common).first;
    }
}

QString Fraction::text(int decimals, Rounding rounding) const {
    Natural scaled = m_num;
    for (int i = 0; i < decimals; ++i)
        scaled = product(scaled, {10});
    auto [whole, rest] = quotient(std::move(scaled), m_den);
    if (rounding == Rounding::HalfUp && compared(sum(rest, rest), m_den) >= 0)
        whole = sum(whole, {1});
    const bool isNothing = whole.empty();
    QString text = digitsOf(std::move(whole));
    if (decimals > 0) {
        text = text.rightJustified(decimals + 1, u'0');
        text.insert(text.size() - decimals, u'.');
    }
    return m_negative && !isNothing ? u'-' + text : text;
}

QString Fraction::exactText() const {
    const QString text = digitsOf(m_num) + u'/' + digitsOf(m_den);
    return m_negative ? u'-' + text : text;
}

Fraction Fraction::operator-() const {
    Fraction result = *this;
    result.m_negative = !m_negative && !isZero();
    return result;
}

Fraction operator+(const Fraction &a, const Fraction &b) {
    Limbs left = product(a.m_num, b.m_den), right = product(b.m_num, a.m_den);
    Limbs den = product(a.m_den, b.m_den);
    if (a.m_negative == b.m_negative)
        return Fraction(sum(left, right), std::move(den), a.m_negative);
    if (compared(left, right) >= 0)
        return Fraction(difference(std::move(left), right), std::move(den), a.m_negative);
    return Fraction(difference(std::move(right), left), std::move(den), b.m_negative);
}

Fraction operator*(const Fraction &a, const Fraction &b) {
    return Fraction(product(a.m_num, b.m_num), product(a.m_den, b.m_den), a.m_negative != b.m_negative);
}

Fraction operator/(const Fraction &a, const Fraction &b) {
    return Fraction(product(a.m_num, b.m_den), product(a.m_den, b.m_num), a.m_negative != b.m_negative);
}

std::strong_ordering operator<=>(const Fraction &a, const Fraction &b) {
    if (a.m_negative != b.m_negative)
        return a.m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto order = compared(product(a.m_num, b.m_den), product(b.m_num, a.m_den));
    return a.m_negative ? 0 <=> order : order;
}

} // namespace yipi
