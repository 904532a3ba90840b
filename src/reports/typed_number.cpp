// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/typed_number.h"

#include <QRegularExpression>

namespace yipi::reports {

std::optional<TypedNumber> typedNumber(const TableCell &cell) {
    if (cell.spans.size() != 1 || !cell.spans.front().figure)
        return std::nullopt;
    static const QRegularExpression kNumber(QStringLiteral("^(-?\\d+(?:\\.(\\d+))?)(%|\\p{Han}*)$"));
    const auto match = kNumber.match(cell.spans.front().text);
    if (!match.hasMatch())
        return std::nullopt;
    TypedNumber number{match.captured(1).toDouble(), QStringLiteral("0")};
    if (const auto decimals = match.capturedLength(2); decimals > 0)
        number.format += u'.' + QString(decimals, u'0');
    const QString unit = match.captured(3);
    if (unit == u'%') {
        number.value /= 100;
        number.format += unit;
    } else if (!unit.isEmpty()) {
        number.format += u'"' + unit + u'"';
    }
    return number;
}

} // namespace yipi::reports
