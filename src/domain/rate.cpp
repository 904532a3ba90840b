// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rate.h"

namespace yipi {

QString Rate::percentText(int decimals, Rounding rounding) const {
    if (!isDefined())
        return {};
    return fixedPoint(static_cast<Int128>(m_num) * 100, m_den, decimals, rounding);
}

QString Rate::displayText(int decimals, Rounding rounding) const {
    return isDefined() ? percentText(decimals, rounding) + u'%' : QStringLiteral("—");
}

double Rate::percent() const {
    return isDefined() ? 100.0 * static_cast<double>(m_num) / static_cast<double>(m_den) : 0.0;
}

std::strong_ordering operator<=>(const Rate &a, const Rate &b) {
    if (!a.isDefined() || !b.isDefined())
        return a.isDefined() <=> b.isDefined();
    return static_cast<Int128>(a.m_num) * b.m_den <=> static_cast<Int128>(b.m_num) * a.m_den;
}

QString percentagePoints(const Rate &now, const Rate &before, int decimals) {
    if (!now.isDefined() || !before.isDefined())
        return {};
    // n1/d1 − n2/d2 over the common denominator d1·d2: with money in 元 (≤ 10^13) the product still has room
    // for the ×100 and two decimals in 128 bits.
    const Int128 difference =
        static_cast<Int128>(now.num()) * before.den() - static_cast<Int128>(before.num()) * now.den();
    const Int128 base = static_cast<Int128>(now.den()) * before.den();
    return fixedPoint(difference * 100, base, decimals, Rounding::HalfUp);
}

} // namespace yipi
