// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/workbook.h"

#include <QTableView>

namespace yipi::gui {

/// A list of whole rows in the look of the import page.
QTableView *makeTable(QAbstractItemModel *model, const QString &accessibleName, int rowHeight);
/// Widths of the first columns; the last one takes the rest.
void setColumnWidths(QTableView *view, const std::vector<int> &widths);
/// Merged cells as in the file; only those a person will scroll to soon.
void showMergedCells(QTableView *view, const exchange::Sheet &sheet);
/// Lines above the header that stand in one cell run over the empty ones beside it, as in a spreadsheet.
void showTitles(QTableView *view, const exchange::Sheet &sheet, const exchange::SheetPlan &plan);
/// Columns as wide as the header row (from 1) and the first rows below it ask for, within reason.
void fitColumns(QTableView *view, int headerRow);

} // namespace yipi::gui
