// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/cell_block.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/ledger_view.h"

#include <set>

namespace yipi::gui {

namespace {

using services::TypedCell;

TypedCell typedAt(const LedgerTableModel &model, int row, int column, const QString &text) {
    return {model.projectAt(row), model.columns().at(column).field, text};
}

QString textAt(const LedgerTableModel &model, int row, int column) {
    return model.index(row, column).data(Qt::EditRole).toString();
}

/// The block with the row above or the visible column before it, if it is only one wide.
CellBlock withSource(const LedgerView &view, CellBlock block, Qt::Orientation direction) {
    if (direction == Qt::Vertical && block.rows.size() == 1 && block.rows.front() > 0)
        block.rows.insert(block.rows.begin(), block.rows.front() - 1);
    if (direction == Qt::Horizontal && block.columns.size() == 1)
        if (const int before = view.arrangement()->neighbour(block.columns.front(), -1); before >= 0)
            block.columns.insert(block.columns.begin(), before);
    return block;
}

} // namespace

CellBlock selectedBlock(const LedgerView &view) {
    CellBlock block{view.selectedRows(), view.arrangement()->visibleColumns()};
    std::set<int> columns;
    for (const QItemSelectionRange &range : view.selectionModel()->selection())
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
    const QModelIndex current = view.currentIndex();
    if (block.rows.empty() && current.isValid()) {
        block.rows = {current.row()};
        columns = {current.column()};
    }
    std::erase_if(block.columns, [&](int column) { return !columns.contains(column); });
    return block;
}

std::vector<TypedCell> selectedCells(const LedgerView &view, const QString &text) {
    const LedgerTableModel &model = *view.ledgerModel();
    const CellBlock block = selectedBlock(view);
    const QItemSelection selection = view.selectionModel()->selection();
    std::vector<TypedCell> cells;
    for (const int row : block.rows)
        for (const int column : block.columns) {
            const bool isSelected =
                selection.isEmpty() ||
                std::any_of(selection.begin(), selection.end(), [&](const QItemSelectionRange &range) {
                    return range.contains(row, column, {});
                });
            if (isSelected && model.fieldAt(column))
                cells.push_back(typedAt(model, row, column, text));
        }
    return cells;
}

std::vector<TypedCell> filledCells(const LedgerView &view, Qt::Orientation direction) {
    const CellBlock target = withSource(view, selectedBlock(view), direction);
    CellBlock source = target;
    if (!source.isEmpty())
        (direction == Qt::Vertical ? source.rows : source.columns).resize(1);
    return repeatedCells(view, source, target);
}

std::vector<TypedCell> repeatedCells(const LedgerView &view, const CellBlock &source,
                                     const CellBlock &target) {
    std::vector<TypedCell> cells;
    if (source.isEmpty())
        return cells;
    const LedgerTableModel &model = *view.ledgerModel();
    const auto contains = [](const std::vector<int> &list, int value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    for (std::size_t r = 0; r < target.rows.size(); ++r)
        for (std::size_t c = 0; c < target.columns.size(); ++c) {
            const int row = target.rows[r], column = target.columns[c];
            const bool isSource = contains(source.rows, row) && contains(source.columns, column);
            if (isSource || !model.fieldAt(column))
                continue;
            const QString text =
                textAt(model, source.rows[r % source.rows.size()], source.columns[c % source.columns.size()]);
            cells.push_back(typedAt(model, row, column, text));
        }
    return cells;
}

} // namespace yipi::gui
