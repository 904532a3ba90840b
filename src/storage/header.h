// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/open_settings.h"

namespace yipi::storage {

/// Schema version of the ledger at `path`, from the file's header alone; no SQL runs and nothing is written.
/// Errors: StoreError — LedgerForeign with a message that says what the file seems to be, LedgerNewer,
/// LedgerDamaged.
int inspectHeader(const QString &path, const OpenSettings &settings);

/// Compares the tables, indexes and triggers with what this program would have made. Errors: LedgerDamaged.
class Connection;
void requireSchema(Connection &connection, const SchemaDefinition &schema);

} // namespace yipi::storage
