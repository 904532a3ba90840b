// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::services {

/// Makes the demonstration ledger at `path` by importing the workbooks of data/demo through the normal path.
Result<std::unique_ptr<LedgerService>> createDemo(const QString &path, const ProgressReport &progress = {});

/// A synthetic ledger for benchmarks; the same seed gives the same ledger.
struct GeneratedCounts {
    qint64 projects = 0, entries = 0, progress = 0;
};
Result<GeneratedCounts> generateLedger(const QString &path, qint64 projects, int months, quint64 seed,
                                       const ProgressReport &progress = {});

} // namespace yipi::services
