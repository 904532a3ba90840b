// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace SQLite {
class Database;
}

namespace yipi::storage {

/// A column that a migration puts behind another one; empty in all rows.
struct NewColumn {
    std::string after;
    std::string name;
    std::string type;
};

/// Rebuilds the table with further columns, so that its SQL is the very text a new ledger has (ALTER TABLE
/// ADD COLUMN would leave another one, and only at the end). Foreign keys must be off. Content hashes stay
/// valid: an empty field is no part of them (docs/journal.md). Errors: SQLite::Exception, StoreError
/// (Internal).
void addColumns(SQLite::Database &database, const std::string &table, std::span<const NewColumn> columns);

} // namespace yipi::storage
