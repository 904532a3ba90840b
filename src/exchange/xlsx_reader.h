// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/archive.h"

namespace yipi::exchange::detail {

/// The sheets of an xlsx workbook (ECMA-376) with the values stored in it; formulas are not computed. Throws
/// ReadStopped.
std::vector<Sheet> readXlsx(Archive &archive, ReadBudget &budget);

} // namespace yipi::exchange::detail
