// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_months.h"

#include "exchange/header_months.h"

namespace yipi::exchange::detail {

namespace {

bool isBareMonth(const SheetColumn &column) {
    return column.match.special == HeaderMatch::Special::BareMonth;
}

/// "1月 2月 3月" under a title of 完成投资. A month that stands alone says nothing.
void settleBareMonths(SheetLayout &layout) {
    if (std::count_if(layout.columns.begin(), layout.columns.end(), isBareMonth) < 2)
        return;
    for (SheetColumn &column : layout.columns)
        if (isBareMonth(column))
            if (const auto match = monthInContext(column.match, layout.titleText)) {
                column.assign(*match->field, match->entity, match->confidence);
                column.match = *match;
            }
}

/// The output since January of one month alone can't be kept: there is nothing to take it from.
void settleOutputSums(SheetLayout &layout) {
    const auto isSum = [](const SheetColumn &column) { return column.isRead() && column.match.isOutputSum; };
    if (std::count_if(layout.columns.begin(), layout.columns.end(), isSum) >= 2)
        return;
    for (SheetColumn &column : layout.columns)
        if (isSum(column))
            column.leaveOut();
}

} // namespace

void settleMonths(SheetLayout &layout, FindingList &findings) {
    settleBareMonths(layout);
    settleOutputSums(layout);
    const int sheetYear = layout.month      ? layout.month->year()
                          : layout.year     ? *layout.year
                          : layout.campaign ? layout.campaign->year
                                            : 0;
    const bool hasMonths = hasMonthsSideBySide(layout);
    for (SheetColumn &column : layout.columns) {
        if (!column.isRead() || column.match.entity != EntityKind::MonthlyProgress || column.match.month == 0)
            continue;
        const int year = column.match.year > 0 ? column.match.year : sheetYear;
        if (year > 0) {
            column.month = Month(year, column.match.month);
        } else if (hasMonths) { // else the row may tell
            if (findings.firstTime(QStringLiteral("year of months")))
                findings.error(QStringLiteral("unknown_month"), layout.headerRow, column.mapping.column,
                               column.mapping.field, column.mapping.header,
                               QStringLiteral("不知道各月是哪一年的，请在标题中写明年份（如 "
                                              "2024年），或在导入时指定月份"));
            column.leaveOut();
        }
    }
}

bool hasMonthsSideBySide(const SheetLayout &layout) {
    for (const SheetColumn &column : layout.columns)
        for (const SheetColumn &other : layout.columns)
            if (column.isRead() && other.isRead() && column.match.month > 0 && other.match.month > 0 &&
                column.match.month != other.match.month &&
                column.match.entity == EntityKind::MonthlyProgress &&
                other.mapping.entity == column.mapping.entity && other.mapping.field == column.mapping.field)
                return true;
    return false;
}

} // namespace yipi::exchange::detail
