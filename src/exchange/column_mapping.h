// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

inline constexpr double kAssigned = 2.0;   ///< confidence of what a person says now; shown as 1
inline constexpr double kRemembered = 1.5; ///< of what a person said before

/// Assigns the columns that the user names in `options.mapping`, and before them those that he named for this
/// layout earlier. Errors: InvalidValue, the mapping can't be understood.
Result<void> applyMapping(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options);

/// The mapping must speak of sheets that the workbook has. Errors: InvalidValue.
Result<void> checkMapping(const QByteArray &json, const Workbook &workbook);

} // namespace yipi::exchange::detail
