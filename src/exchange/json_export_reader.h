// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"

namespace yipi::exchange::detail {

/// The tables of `exportJson` as sheets whose header is the titles of the columns. Throws ReadStopped.
std::vector<Sheet> readExportedJson(const QByteArray &content, ReadBudget &budget);

} // namespace yipi::exchange::detail
