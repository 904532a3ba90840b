// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "indicators/facts.h"
#include "storage/ledger_store.h"

#include <QHash>

namespace yipi::services {

/// Carries a set over into the facts, so that they are as a new load would give them. Reads only the records
/// that the set touched and the reports and milestones of their projects. False when the set is so large that
/// a new load is quicker; the facts are then as they were.
Result<bool> patchFacts(indicators::Facts &facts, const AppliedChangeSet &applied,
                        const storage::LedgerStore &store, const QHash<qint64, QString> &enterpriseNames);

} // namespace yipi::services
