// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "storage/connection.h"

namespace yipi::storage {

/// Copies a ledger that may be in use, by SQLite's online backup, over the file at `path`, page by page.
/// Errors: StoreError (Cancelled), SQLite::Exception.
void copyLedger(Connection &source, const QString &path, const ProgressReport &progress);

/// Opens the copy, checks all of it and compares its journal with that of the source. Errors: LedgerDamaged.
void requireSameLedger(Connection &source, const QString &copy, const OpenSettings &settings,
                       const ProgressReport &progress);

} // namespace yipi::storage
