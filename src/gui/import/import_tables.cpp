// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/import_tables.h"

#include <QHeaderView>

#include <algorithm>

namespace yipi::gui {

namespace {

constexpr int kMergedShown = 500; ///< spans cost time in QTableView
constexpr int kRowsMeasured = 30;
constexpr int kNarrowest = 44;
constexpr int kWidest = 180;

} // namespace

QTableView *makeTable(QAbstractItemModel *model, const QString &accessibleName, int rowHeight) {
    auto *view = new QTableView;
    view->setModel(model);
    view->setAccessibleName(accessibleName);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setMinimumSectionSize(24);
    return view;
}

void setColumnWidths(QTableView *view, const std::vector<int> &widths) {
    for (std::size_t column = 0; column < widths.size(); ++column)
        view->setColumnWidth(int(column), widths[column]);
}

void showMergedCells(QTableView *view, const exchange::Sheet &sheet) {
    view->clearSpans();
    const int rows = view->model()->rowCount(), columns = view->model()->columnCount();
    int shown = 0;
    for (const exchange::CellRange &range : sheet.merged) {
        const int height = std::min(range.lastRow, rows) - range.firstRow + 1;
        const int width = std::min(range.lastColumn, columns) - range.firstColumn + 1;
        if (height < 1 || width < 1 || height * width == 1)
            continue;
        if (++shown > kMergedShown)
            break;
        view->setSpan(range.firstRow - 1, range.firstColumn - 1, height, width);
    }
}

void showTitles(QTableView *view, const exchange::Sheet &sheet, const exchange::SheetPlan &plan) {
    const int columns = view->model()->columnCount();
    for (int row = plan.firstRow; row < plan.headerRow && row <= int(sheet.rows.size()); ++row) {
        const bool isMerged =
            std::any_of(sheet.merged.begin(), sheet.merged.end(), [row](const exchange::CellRange &range) {
                return range.firstRow <= row && row <= range.lastRow;
            });
        for (int column = 1, next = 0; !isMerged && column < columns; column = next) {
            for (next = column + 1; next <= columns && sheet.cell(row, next).text.isEmpty();)
                ++next;
            if (next - column > 1 && !sheet.cell(row, column).text.isEmpty())
                view->setSpan(row - 1, column - 1, 1, next - column);
        }
    }
}

void fitColumns(QTableView *view, int headerRow) {
    const QAbstractItemModel *model = view->model();
    const QFontMetrics metrics(view->font());
    const int first = std::max(0, headerRow - 1);
    const int last = std::min(model->rowCount(), first + kRowsMeasured);
    for (int column = 0; column < model->columnCount(); ++column) {
        int width = kNarrowest;
        for (int row = first; row < last; ++row)
            width =
                std::max(width, metrics.horizontalAdvance(model->index(row, column).data().toString()) + 14);
        view->setColumnWidth(column, std::min(width, kWidest));
    }
}

} // namespace yipi::gui
