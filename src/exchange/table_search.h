// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header_search.h"

namespace yipi::exchange::detail {

/// One of the tables that stand below each other on a sheet.
struct TablePlace {
    int firstRow = 1; ///< of its title; of the first table the sheet's first row
    int lastRow = 0;
    HeaderPlace header;
    bool hasSameHeader = false; ///< as the table above it
};

/// The tables of a sheet from top to bottom; none when there is no header. A header that is only printed
/// again, without a title of its own, begins no table.
std::vector<TablePlace> tablesOf(const Sheet &sheet);

} // namespace yipi::exchange::detail
