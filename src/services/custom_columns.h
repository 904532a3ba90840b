// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"
#include "services/touched_records.h"

namespace yipi::services {

/// Reads the custom fields in their order and all their values; projects must be there.
Result<void> loadCustomColumns(indicators::Facts &facts, const storage::RecordSource &source);

/// Carries values that were written over into the columns; a field that came, changed or went has all of them
/// read anew.
Result<void> patchCustomColumns(indicators::Facts &facts, const TouchedRecords &touched,
                                const storage::LedgerStore &store);

/// What projects are with the custom fields behind the built-in ones.
EntityInfo describedProject(const indicators::Facts &facts);

/// Puts what a project has in its custom fields behind its other values.
void appendCustomValues(Record &project, const indicators::Facts &facts);

/// Turns what a set writes into custom fields of projects (positions behind the built-in ones) into changes
/// of the records that hold it.
Result<void> splitCustomValues(ChangeSet &set, const indicators::Facts &facts,
                               const storage::LedgerStore &store);

} // namespace yipi::services
