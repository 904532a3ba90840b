// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

bool isHiddenRow(const Sheet &sheet, int row);

/// Leaves the hidden columns out, but for the names and the marks of our own export, which hides them.
void leaveOutHiddenColumns(SheetLayout &layout, const Sheet &sheet);

/// Warns of hidden rows with data and of hidden columns that are read, and says how to choose.
void tellHiddenCells(const Sheet &sheet, const SheetLayout &layout, const std::vector<int> &rows,
                     FindingList &findings);

} // namespace yipi::exchange::detail
