// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

/// Settles which month each column of figures is for: 1月 … 12月 below or under words that say of what, years
/// from header, title or campaign. A month without a year is the error `unknown_month`.
void settleMonths(SheetLayout &layout, FindingList &findings);

/// Whether two columns and more hold the same figure of several months.
bool hasMonthsSideBySide(const SheetLayout &layout);

} // namespace yipi::exchange::detail
