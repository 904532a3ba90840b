// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/month.h"

#include <QRegularExpression>

namespace yipi {

std::optional<Month> Month::parse(const QString &text) {
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\d{4})\\s*(?:[-./年]\\s*)?(\\d{1,2})\\s*月?\\s*$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    if (year < 1900 || year > 2200 || month < 1 || month > 12)
        return std::nullopt;
    return Month(year, month);
}

QString Month::text() const {
    return QStringLiteral("%1-%2").arg(year(), 4, 10, QChar(u'0')).arg(month(), 2, 10, QChar(u'0'));
}

QString Month::chineseText() const {
    return QStringLiteral("%1年%2月").arg(year()).arg(month());
}

} // namespace yipi
