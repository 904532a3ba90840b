// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/record_table.h"

#include <SQLiteCpp/Exception.h>

namespace yipi::storage {

/// Refuses a record with an empty part of its key. Errors: StoreError (Refused).
void checkKey(const RecordTable &table, const Row &row);

/// Says which field the engine refused when a record was written. Errors: StoreError (Refused), or the
/// exception itself when it is no broken constraint.
[[noreturn]] void raiseConstraint(Connection &connection, const RecordTable &table, const Row &row,
                                  const SQLite::Exception &exception);
/// Says what still refers to a record that was to be deleted.
[[noreturn]] void raiseReferenced(Connection &connection, const RecordTable &table, const Row &row,
                                  const SQLite::Exception &exception);

template <class Write>
void withNamedConstraint(Connection &connection, const RecordTable &table, const Row &row, Write &&write) {
    try {
        write();
    } catch (const SQLite::Exception &exception) {
        raiseConstraint(connection, table, row, exception);
    }
}

template <class Write>
void withNamedReference(Connection &connection, const RecordTable &table, const Row &row, Write &&write) {
    try {
        write();
    } catch (const SQLite::Exception &exception) {
        raiseReferenced(connection, table, row, exception);
    }
}

} // namespace yipi::storage
