// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/hidden_cells.h"

namespace yipi::exchange::detail {

namespace {

QString advice() {
    return QStringLiteral("已照常读取；不要它们时请删去，或在导入时选择不读隐藏的行列（--hidden "
                          "skip），确认要读则选择读取（--hidden read）");
}

bool isLeftToRead(const SheetColumn &column) {
    return column.match.entity == EntityKind::Project &&
           (column.mapping.field == QStringLiteral("uid") || column.mapping.field == QStringLiteral("name"));
}

bool isHiddenColumn(const Sheet &sheet, const SheetColumn &column) {
    return std::binary_search(sheet.hiddenColumns.begin(), sheet.hiddenColumns.end(), column.mapping.column);
}

/// "3—7、12": the runs of an ascending list, the first few of them.
QString runsText(const std::vector<int> &rows) {
    constexpr int kMostRuns = 10;
    QStringList runs;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t last = i;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        if (runs.size() == kMostRuns)
            return runs.join(u'、') + QStringLiteral("等");
        runs << (last == i ? QString::number(rows[i]) : QStringLiteral("%1—%2").arg(rows[i]).arg(rows[last]));
        i = last + 1;
    }
    return runs.join(u'、');
}

} // namespace

bool isHiddenRow(const Sheet &sheet, int row) {
    return std::binary_search(sheet.hiddenRows.begin(), sheet.hiddenRows.end(), row);
}

void leaveOutHiddenColumns(SheetLayout &layout, const Sheet &sheet) {
    for (SheetColumn &column : layout.columns)
        if (isHiddenColumn(sheet, column) && !isLeftToRead(column))
            column.leaveOut();
}

void tellHiddenCells(const Sheet &sheet, const SheetLayout &layout, const std::vector<int> &rows,
                     FindingList &findings) {
    if (!rows.empty())
        findings.warning(QStringLiteral("hidden_rows"), rows.front(), 0, {}, {},
                         QStringLiteral("有 %1 行数据是隐藏的（或被筛选掉的）：第 %2 行，%3")
                             .arg(rows.size())
                             .arg(runsText(rows), advice()));
    QStringList columns;
    int first = 0;
    for (const SheetColumn &column : layout.columns)
        if (column.isRead() && isHiddenColumn(sheet, column) && !isLeftToRead(column)) {
            first = first > 0 ? first : column.mapping.column;
            columns << QStringLiteral("%1（%2）")
                           .arg(columnLetters(column.mapping.column), column.mapping.header);
        }
    if (!columns.isEmpty())
        findings.warning(QStringLiteral("hidden_columns"), layout.headerRow, first, {}, {},
                         QStringLiteral("有 %1 列是隐藏的：%2，%3")
                             .arg(columns.size())
                             .arg(columns.join(u'、'), advice()));
}

} // namespace yipi::exchange::detail
