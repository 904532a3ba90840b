// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include <array>

namespace yipi {

qint64 yuanPer(MoneyUnit unit) {
    static constexpr std::array<qint64, 3> kYuan{1, 10'000, 100'000'000};
    return kYuan.at(static_cast<std::size_t>(unit));
}

QString title(MoneyUnit unit) {
    static const std::array kTitles{QStringLiteral("元"), QStringLiteral("万元"), QStringLiteral("亿元")};
    return kTitles.at(static_cast<std::size_t>(unit));
}

QString key(MoneyUnit unit) {
    static const std::array kKeys{QStringLiteral("yuan"), QStringLiteral("wan"), QStringLiteral("yi")};
    return kKeys.at(static_cast<std::size_t>(unit));
}

namespace {

__extension__ using UInt128 = unsigned __int128;

QString digits(UInt128 value) {
    if (value == 0)
        return QStringLiteral("0");
    QString text;
    for (; value > 0; value /= 10)
        text.prepend(QChar(u'0' + static_cast<int>(value % 10)));
    return text;
}

} // namespace

QString fixedPoint(Int128 value, Int128 divisor, int decimals, Rounding rounding) {
    const bool negative = value < 0;
    auto magnitude = static_cast<UInt128>(negative ? -value : value);
    const auto base = static_cast<UInt128>(divisor);
    for (int i = 0; i < decimals; ++i)
        magnitude *= 10;
    UInt128 scaled = magnitude / base;
    if (rounding == Rounding::HalfUp && (magnitude % base) * 2 >= base)
        ++scaled;
    QString text = digits(scaled);
    if (decimals > 0) {
        text = text.rightJustified(decimals + 1, u'0');
        text.insert(text.size() - decimals, u'.');
    }
    if (negative && scaled != 0)
        text.prepend(u'-');
    return text;
}

QString Money::text(MoneyUnit unit, int decimals, Rounding rounding) const {
    return fixedPoint(m_yuan, yuanPer(unit), decimals, rounding);
}

QString Money::shortText(MoneyUnit unit, int decimals) const {
    QString result = text(unit, decimals);
    if (result.contains(u'.')) {
        while (result.endsWith(u'0'))
            result.chop(1);
        if (result.endsWith(u'.'))
            result.chop(1);
    }
    return result;
}

} // namespace yipi
