// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/filters.h"
#include "exchange/import_plan.h"

namespace yipi::cli {

/// What became of an import.
enum class Outcome { DryRun, Written, NothingToWrite, Refused };

/// Counts, control sums and findings of each table, as text and JSON.
Output planOutput(const exchange::ImportPlan &plan, Outcome outcome);

} // namespace yipi::cli
