// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_values.h"

#include "domain/iso_date.h"

#include <QLocale>

#include <array>
#include <charconv>
#include <cmath>

namespace yipi::exchange::detail {

namespace {

QString decimalText(double value) {
    // The standard library is twice as fast as Qt and leaves no spare room in the text. Fixed digits would be
    // hundreds for the numbers of a damaged file.
    std::array<char, 48> digits;
    std::to_chars_result end{digits.data(), std::errc::value_too_large};
    if (std::abs(value) < 1e15 && value == std::trunc(value))
        end = std::to_chars(digits.data(), digits.data() + digits.size(), qint64(value));
    else if (std::abs(value) < 1e18 && std::abs(value) > 1e-9)
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    if (end.ec == std::errc())
        return QString::fromLatin1(digits.data(), end.ptr - digits.data());
    return QString::number(value, std::abs(value) < 1e18 ? 'f' : 'g', QLocale::FloatingPointShortest);
}

/// 0.62 → "62%": the decimal point moves in the text, so no digit changes.
QString percentText(double value) {
    const QString text = decimalText(std::abs(value));
    const auto point = text.indexOf(u'.');
    QString whole = point < 0 ? text : text.left(point);
    QString fraction = point < 0 ? QString() : text.mid(point + 1);
    whole += fraction.leftJustified(2, u'0').left(2);
    fraction = fraction.mid(2);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (!fraction.isEmpty())
        fraction.prepend(u'.');
    return (value < 0 ? QStringLiteral("-") : QString()) + whole + fraction + u'%';
}

} // namespace

FormatKind formatKind(int identifier, const QString &code) {
    if (identifier == 9 || identifier == 10)
        return FormatKind::Percent;
    // 14–22 and 45–47 everywhere; 27–36 and 50–58 are the date formats of Chinese Excel.
    if ((identifier >= 14 && identifier <= 22) || (identifier >= 27 && identifier <= 36) ||
        (identifier >= 45 && identifier <= 47) || (identifier >= 50 && identifier <= 58))
        return FormatKind::Date;
    static const QString kSkipNext = QStringLiteral("\\_*");
    static const QString kDateLetters = QStringLiteral("yYdDmM");
    bool hasDateLetter = false, hasPercent = false, hasDigit = false;
    for (qsizetype i = 0; i < code.size() && code.at(i) != u';'; ++i) { // first section: positive numbers
        const QChar c = code.at(i);
        if (kSkipNext.contains(c)) {
            ++i;
        } else if (c == u'"' || c == u'[') { // texts, [Red], [$-804]
            const auto end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            i = end < 0 ? code.size() : end;
        } else {
            hasDateLetter = hasDateLetter || kDateLetters.contains(c);
            hasPercent = hasPercent || c == u'%';
            hasDigit = hasDigit || c == u'0' || c == u'#';
        }
    }
    if (hasDateLetter && !hasDigit)
        return FormatKind::Date;
    return hasPercent ? FormatKind::Percent : FormatKind::Plain;
}

Cell numberCell(double value, FormatKind format, QDate origin) {
    if (!std::isfinite(value))
        return formulaCell(QStringLiteral("#NUM!"));
    if (format == FormatKind::Date && value >= 1 && value < 2'958'466) // up to 9999-12-31
        return {Cell::Kind::Date, value, isoText(origin.addDays(qint64(value)))};
    return {Cell::Kind::Number, value,
            format == FormatKind::Percent ? percentText(value) : decimalText(value)};
}

Cell textCell(QString text) {
    return text.isEmpty() ? Cell() : Cell{Cell::Kind::Text, 0, std::move(text)};
}

Cell formulaCell(const QString &text) {
    return {Cell::Kind::Formula, 0, text};
}

Cell flagCell(bool value) {
    return {Cell::Kind::Flag, value ? 1.0 : 0.0, value ? QStringLiteral("是") : QStringLiteral("否")};
}

Cell dateCell(QDate date) {
    return {Cell::Kind::Date, double(QDate(1899, 12, 30).daysTo(date)), isoText(date)};
}

std::optional<CellAddress> cellAddress(std::string_view text) {
    CellAddress address;
    std::size_t i = 0;
    for (; i < text.size() && i < 3 && text[i] >= 'A' && text[i] <= 'Z'; ++i)
        address.column = address.column * 26 + (text[i] - 'A' + 1);
    const std::size_t letters = i;
    for (; i < text.size() && i < letters + 7 && text[i] >= '0' && text[i] <= '9'; ++i)
        address.row = address.row * 10 + (text[i] - '0');
    const bool fits = i == text.size() && address.column >= 1 && address.column <= 16'384 &&
                      address.row >= 1 && address.row <= 1'048'576;
    return fits ? std::optional(address) : std::nullopt;
}

std::optional<CellRange> cellRange(std::string_view text) {
    const auto colon = text.find(':');
    const auto first = cellAddress(text.substr(0, colon));
    const auto last = colon == text.npos ? first : cellAddress(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column)
        return std::nullopt;
    return CellRange{first->row, first->column, last->row, last->column};
}

} // namespace yipi::exchange::detail
