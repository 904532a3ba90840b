// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/open_settings.h"

namespace yipi::storage {

/// Brings a ledger from version `from` to that of the settings' schema: on a copy, checked before and after,
/// then switched; the former file stays beside it as `….v1.bak`. The caller holds the writer lock. Errors:
/// StoreError, SQLite::Exception; the ledger is then as it was.
void migrate(const QString &path, int from, const OpenSettings &settings);

} // namespace yipi::storage
