// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/iso_date.h"

#include <array>

namespace yipi {

namespace {

/// Of digits alone; −1 for anything else.
int numberIn(QStringView text) {
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

} // namespace

QString isoText(QDate date) {
    int year = 0, month = 0, day = 0;
    date.getDate(&year, &month, &day);
    if (year < 1000 || year > 9999)
        return date.toString(Qt::ISODate);
    const auto digit = [](int number) { return QChar(char16_t(u'0' + number % 10)); };
    const std::array text{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year),
                          QChar(u'-'),        digit(month / 10), digit(month),     QChar(u'-'),
                          digit(day / 10),    digit(day)};
    return QString(text.data(), qsizetype(text.size()));
}

std::optional<QDate> isoDate(QStringView text) {
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    const int year = numberIn(text.first(4)), month = numberIn(text.sliced(5, 2)),
              day = numberIn(text.last(2));
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QDate dateFromIso(const QString &text) {
    const auto date = isoDate(text);
    return date ? *date : QDate::fromString(text, Qt::ISODate);
}

} // namespace yipi
