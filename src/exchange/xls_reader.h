// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"

#include <QByteArray>

namespace yipi::exchange::detail {

/// The sheets of an old xls workbook (Excel 97–2003; 95 with Chinese or Western texts) with the values stored
/// in it; formulas are not computed, macros are never looked at. `stream`: the stream "Workbook" or "Book" of
/// the container. Throws ReadStopped.
std::vector<Sheet> readXls(const QByteArray &stream, ReadBudget &budget);

} // namespace yipi::exchange::detail
