// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "exchange/import_plan.h"
#include "exchange/workbook.h"

namespace yipi::exchange {

/// Understands the sheets of a workbook and compares them with the ledger. Errors of single cells are findings;
/// a Result error means that nothing could be made of the file (NoHeader, Cancelled).
Result<ImportPlan> planImport(const Workbook &workbook, const ImportOptions &options, const LedgerSnapshot &ledger,
                              const ProgressReport &progress = {});

} // namespace yipi::exchange
