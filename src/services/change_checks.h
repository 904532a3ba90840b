// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "storage/ledger_store.h"

namespace yipi::services {

/// Errors of the described rules in what a set writes: InvalidValue with one detail per issue.
Result<void> checkChanges(const ChangeSet &set, const storage::LedgerStore &store);

} // namespace yipi::services
