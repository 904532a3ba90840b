// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/workbook.h"

#include <QByteArray>

namespace yipi::exchange {

/// A workbook as it was read, as xlsx, to be sent back to the office that wrote it: every cell with a finding
/// is colored (red = error, yellow = doubt) and carries the message as a comment, every row with one says so
/// in a column behind the others. Findings of other files are passed over. Values, merged and hidden cells
/// are those of the original; fonts, borders and formulas are not read and so not kept.
Result<QByteArray> markedWorkbook(const Workbook &workbook, const QList<Finding> &findings);

} // namespace yipi::exchange
