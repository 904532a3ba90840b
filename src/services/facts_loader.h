// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"
#include "storage/ledger_store.h"

#include <QHash>

namespace yipi::services {

/// Reads everything the engine needs, one scan a table. `patchFacts` (facts_patch.h) keeps it up to date.
Result<indicators::Facts> loadFacts(const storage::RecordSource &source,
                                    const QHash<qint64, QString> &enterpriseNames);

/// Names of the enterprises by id.
Result<QHash<qint64, QString>> readEnterpriseNames(const storage::RecordSource &source);

} // namespace yipi::services
