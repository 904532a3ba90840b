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

/// 完成投资 and 产值 alone: what kind of sheet it is and what its title says decide.
void settleBareFigures(SheetLayout &layout) {
    constexpr double kByKind = 0.6; // the user is asked to look
    const EntityInfo &project = entityInfo(EntityKind::Project);
    const EntityInfo &progress = entityInfo(EntityKind::MonthlyProgress);
    for (SheetColumn &column : layout.columns) {
        if (column.match.special != HeaderMatch::Special::BareFigure)
            continue;
        const HeaderMatch bare = column.match;
        const bool isList = layout.kind == SheetKind::Sign || layout.kind == SheetKind::Start;
        if (bare.isOutput && isList)
            column.assign(project.field(QStringLiteral("expected_output")), EntityKind::Project, kByKind);
        else if (bare.isOutput && layout.kind == SheetKind::Produce)
            column.assign(progress.field(QStringLiteral("annual_output")), EntityKind::MonthlyProgress,
                          kByKind);
        else if (const auto match = figureInContext(bare, layout.titleText))
            column.assign(*match->field, match->entity, match->confidence);
        if (column.isRead())
            column.match.year = bare.year;
    }
}

/// The output since January of one month alone can't be kept: there is nothing to take it from.
void settleOutputSums(SheetLayout &layout, FindingList &findings) {
    const auto isSum = [](const SheetColumn &column) { return column.isRead() && column.match.isOutputSum; };
    if (std::count_if(layout.columns.begin(), layout.columns.end(), isSum) >= 2)
        return;
    for (SheetColumn &column : layout.columns)
        if (isSum(column)) {
            findings.warning(QStringLiteral("output_sum"), layout.headerRow, column.mapping.column,
                             column.mapping.field, column.mapping.header,
                             QStringLiteral("这是年初以来的累计产值，台账记的是当月产值，只有一列累计数推算"
                                            "不出，未导入；请增加当月产值列，或把各月累计并列"));
            column.leaveOut();
        }
}

/// "2023年完成投资" in a sheet of 2024 is no figure of 2024. Where rows name their own months, they decide.
void leaveOutOtherYears(SheetLayout &layout, int sheetYear, FindingList &findings) {
    if (sheetYear == 0 || layout.columnOf(EntityKind::MonthlyProgress, u"month"))
        return;
    for (SheetColumn &column : layout.columns) {
        const HeaderMatch &match = column.match;
        if (!column.isRead() || match.entity != EntityKind::MonthlyProgress || match.month > 0 ||
            match.year == 0 || match.year == sheetYear)
            continue;
        findings.warning(
            QStringLiteral("other_year"), layout.headerRow, column.mapping.column, column.mapping.field,
            column.mapping.header,
            QStringLiteral("表头写的是 %1 年，本表是 %2 年的，没有当作 %2 年的数导入；写错了年份请改正表头")
                .arg(QString::number(match.year), QString::number(sheetYear)));
        column.leaveOut();
    }
}

} // namespace

void settleMonths(SheetLayout &layout, FindingList &findings) {
    settleBareMonths(layout);
    settleBareFigures(layout);
    settleOutputSums(layout, findings);
    const int sheetYear = layout.month      ? layout.month->year()
                          : layout.year     ? *layout.year
                          : layout.campaign ? layout.campaign->year
                                            : 0;
    leaveOutOtherYears(layout, sheetYear, findings);
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
