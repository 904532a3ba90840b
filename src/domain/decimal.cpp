// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include <QRegularExpression>

namespace yipi {

tl::expected<Decimal, QString> Decimal::parse(const QString &text, Decimal lowest, Decimal highest) {
    static const QRegularExpression kNumber(QStringLiteral("\\A([-+]?)(\\d{1,12})(?:\\.(\\d*?)0*)?\\z"));
    const auto match = kNumber.match(text.trimmed());
    const QString range = QStringLiteral("应为 %1 到 %2 的数").arg(lowest.text(), highest.text());
    if (!match.hasMatch())
        return tl::unexpected(range);
    const QString decimals = match.captured(3);
    if (decimals.size() > 4)
        return tl::unexpected(QStringLiteral("最多 4 位小数"));
    Decimal number;
    number.m_tenThousandths =
        match.captured(2).toLongLong() * kPerWhole + decimals.leftJustified(4, u'0').toLongLong();
    if (match.captured(1) == u'-')
        number.m_tenThousandths = -number.m_tenThousandths;
    if (number < lowest || highest < number)
        return tl::unexpected(range);
    return number;
}

QString Decimal::text() const {
    QString text = exact().text(4);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace yipi
