// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

#include <chrono>

namespace yipi::services {

/// Reads a spreadsheet in the program `reader` (src/reader) and waits for it; any thread. `progress` is asked
/// at least ten times a second, so cancelling never waits for the file. Errors, beyond those of
/// exchange::readWorkbook: Io when the program can't be started, FileUnreadable when it ends without an
/// answer (crash, memory, `patience` over, bytes that are no answer). The program never outlives the call.
Result<exchange::Workbook> readInProcess(const QString &reader, const QString &path,
                                         const ProgressReport &progress = {},
                                         std::chrono::milliseconds patience = std::chrono::minutes(2));

} // namespace yipi::services
