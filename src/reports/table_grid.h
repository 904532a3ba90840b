// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace yipi::reports {

/// A cell at its place in the grid; spans are cut to the table.
struct PlacedCell {
    int row = 0, column = 0;
    int rowSpan = 1, columnSpan = 1;
    const TableCell *cell = nullptr; ///< null where the model has too few cells
};

/// The table with covered cells found, row by row, each row from left to right and without gaps.
struct TableGrid {
    int columns = 0;
    std::vector<std::vector<PlacedCell>> rows; ///< the cells that begin in each row

    /// The cell that covers a place.
    const PlacedCell &at(int row, int column) const;

    std::vector<std::pair<int, int>> owners; ///< for each place: row of the owner, index in that row
};

TableGrid gridOf(const Table &table);

/// Column widths in twips, in proportion to Table::widths, adding up to exactly `total`.
std::vector<int> columnWidths(const Table &table, int total);

} // namespace yipi::reports
