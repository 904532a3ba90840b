// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/custom_fields.h"
#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"
#include "exchange/zone_index.h"

namespace yipi::exchange::detail {

/// Settles what the header alone leaves open: the user's mapping, columns that want the same field, units,
/// months, and 批次 columns that hold campaigns. Doubts become findings. An error: the mapping can't be
/// understood.
Result<void> settleColumns(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options,
                           const ZoneIndex &zones, CustomFields &customFields, FindingList &findings);

/// Kind of a sheet by its columns when neither name nor title say it.
SheetKind kindByColumns(const SheetLayout &layout);

} // namespace yipi::exchange::detail
