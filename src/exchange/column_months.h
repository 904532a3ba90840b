// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

/// Settles which month each column of figures is for: 1月 … 12月 below or under words that say of what, years
/// from header, title or campaign; 完成投资 and 产值 alone. A month without a year is the error
/// `unknown_month`, a figure of another year than the sheet's is left out (`other_year`).
void settleMonths(SheetLayout &layout, FindingList &findings);

/// Whether two columns and more hold the same figure of several months.
bool hasMonthsSideBySide(const SheetLayout &layout);

} // namespace yipi::exchange::detail
