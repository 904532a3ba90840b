// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "indicators/facts.h"
#include "storage/ledger_store.h"

#include <QHash>

namespace yipi::services {

/// Reads everything the engine needs from the ledger, one scan a table.
Result<indicators::Facts> loadFacts(const storage::LedgerStore &store,
                                    const QHash<qint64, QString> &enterpriseNames);

/// Carries single project edits and new projects over into the facts. False when the change needs a new load
/// (entries, reports, dictionaries, deletions).
Result<bool> patchFacts(indicators::Facts &facts, const AppliedChangeSet &applied,
                        const storage::LedgerStore &store, const QHash<qint64, QString> &enterpriseNames);

} // namespace yipi::services
