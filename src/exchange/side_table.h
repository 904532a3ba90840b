// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

/// A second table to the right under the same header row (项目名称 again, with more fields again) is not
/// read; says so. Answers its first column, 0 when there is none.
int leaveOutSideTable(SheetLayout &layout, FindingList &findings);

} // namespace yipi::exchange::detail
