// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/block_edit.h"

#include <Qt>

#include <vector>

namespace yipi::gui {

class LedgerView;

/// Rows of the grid and columns of its model, as seen from the upper left to the lower right.
struct CellBlock {
    std::vector<int> rows, columns;

    qint64 count() const { return qint64(rows.size()) * qint64(columns.size()); }
    bool isEmpty() const { return rows.empty() || columns.empty(); }
};

/// The rectangle around what is selected, hidden columns left out; without a selection the current cell.
CellBlock selectedBlock(const LedgerView &view);
/// The selected cells themselves, each with the same text. Derived columns are left out.
std::vector<services::TypedCell> selectedCells(const LedgerView &view, const QString &text);
/// What the cells get that are filled from the first row (Vertical) or column of the selection; one row or
/// column alone is filled from the one before it.
std::vector<services::TypedCell> filledCells(const LedgerView &view, Qt::Orientation direction);
/// What a block gets when it is filled with copies of `source` side by side, `source` itself left out.
std::vector<services::TypedCell> repeatedCells(const LedgerView &view, const CellBlock &source,
                                               const CellBlock &target);

} // namespace yipi::gui
