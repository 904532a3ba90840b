// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

namespace yipi::reports {

/// A printed figure as a spreadsheet holds it: the value as printed, not the unrounded one, so that the sheet
/// shows and adds up what the document says.
struct TypedNumber {
    double value = 0;
    QString format; ///< "0", "0.00", "0.00%", "0\"个\""
};

/// Nothing unless the cell is exactly one figure that begins with a number; "—" is text.
std::optional<TypedNumber> typedNumber(const TableCell &cell);

} // namespace yipi::reports
