// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "storage/connection.h"
#include "storage/ledger_store.h"

namespace yipi::storage {

/// All checks of a ledger: integrity, foreign_keys, content_hashes, journal_chain, journal_sets,
/// journal_rows. A check that can't be finished because the file is damaged counts as failed. Errors:
/// StoreError (Cancelled).
QList<Check> verifyLedger(Connection &connection, const ProgressReport &progress);

/// Only what does not depend on the tables of the entities: integrity, foreign_keys, journal_chain,
/// journal_sets.
QList<Check> verifyJournal(Connection &connection);

/// Raises the first failed check as LedgerDamaged.
void requireSound(const QList<Check> &checks, const QString &what);

} // namespace yipi::storage
