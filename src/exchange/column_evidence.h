// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_layout.h"
#include "exchange/zone_index.h"

namespace yipi::exchange::detail {

/// Weighs what the columns hold: values of the field's type make a doubtful header surer, others less so or
/// leave the column out; an unknown header may be a known one with a slip, or a column of zones.
void weighContent(SheetLayout &layout, const ZoneIndex &zones);

} // namespace yipi::exchange::detail
