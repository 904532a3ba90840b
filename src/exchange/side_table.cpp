// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/side_table.h"

namespace yipi::exchange::detail {

namespace {

using Columns = std::vector<SheetColumn>;

bool isName(const SheetColumn &column) {
    return column.match.entity == EntityKind::Project && column.mapping.field == QStringLiteral("name") &&
           column.mapping.confidence == 1;
}

/// Where the table begins whose names stand in `name`: after a gap, or with its running number.
Columns::iterator startOf(Columns &columns, Columns::iterator name) {
    auto start = name;
    while (start != columns.begin()) {
        const auto before = std::prev(start);
        if (before->mapping.column != start->mapping.column - 1)
            break;
        if (before->match.special != HeaderMatch::Special::Serial)
            break;
        start = before;
    }
    return start;
}

/// How many fields of the columns before `start` are named again after it.
int fieldsAgain(const Columns &columns, Columns::const_iterator start) {
    const auto isAgain = [&](const SheetColumn &column) {
        return column.isRead() && std::any_of(columns.begin(), start, [&](const SheetColumn &before) {
                   return before.isRead() && before.mapping.entity == column.mapping.entity &&
                          before.mapping.field == column.mapping.field &&
                          before.match.month == column.match.month;
               });
    };
    return int(std::count_if(start, columns.end(), isAgain));
}

} // namespace

int leaveOutSideTable(SheetLayout &layout, FindingList &findings) {
    Columns &columns = layout.columns;
    const auto first = std::find_if(columns.begin(), columns.end(), isName);
    if (first == columns.end())
        return 0;
    const auto second = std::find_if(std::next(first), columns.end(), isName);
    if (second == columns.end() || std::distance(first, second) < 2)
        return 0;
    const auto start = startOf(columns, second);
    constexpr int kFewest = 2; // the name and another one
    if (fieldsAgain(columns, start) < kFewest)
        return 0;
    const auto last = std::prev(columns.end());
    findings.warning(
        QStringLiteral("side_table"), layout.headerRow, start->mapping.column, {}, start->mapping.header,
        QStringLiteral("右边 %1—%2 列像是另一张并排的表，没有读取；请把它移到左表下面或另一张工作表再导入")
            .arg(columnLetters(start->mapping.column), columnLetters(last->mapping.column)));
    for (auto column = start; column != columns.end(); ++column)
        column->leaveOut();
    return start->mapping.column;
}

} // namespace yipi::exchange::detail
