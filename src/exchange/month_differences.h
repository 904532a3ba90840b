// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_reader.h"

namespace yipi::exchange::detail {

/// Where sums of several months stand side by side (1-2月, 1-3月 … or 累计 of each month) and the row gives
/// no figure of a month, adds what the sum grew by. The sum of January is January's, that of 1-2月 without
/// one of January February's. A sum that falls is the warning `cumulative_falls` and gives no figure.
void addMonthlyDifferences(const SheetLayout &layout, RowData &data, FindingList &findings);

} // namespace yipi::exchange::detail
