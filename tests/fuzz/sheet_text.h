// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

namespace yipi::fuzz {

/// A workbook written as text, so that seeds and finds can be read: sheets end with a form feed, rows with a
/// line feed, cells with a tab. Lines before the first row: "#name", "!A1:D1" (merged), "?" (hidden). Cells:
/// numbers, "@45422" (a date), "=A1" (a formula without result), TRUE, FALSE, and texts.
exchange::Workbook workbookFrom(const QString &text);

} // namespace yipi::fuzz
