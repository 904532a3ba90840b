// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/dialect.h"

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace yipi::storage {

/// "Yipi" in the file's header: tells our ledgers from other SQLite files.
inline constexpr int kApplicationId = 0x59697069;

/// One numbered step forward. Runs inside a transaction on a copy of the ledger, with foreign keys off: the
/// whole copy is checked afterwards.
struct Migration {
    int to = 0; ///< from the version before
    void (*run)(SQLite::Database &) = nullptr;
};

/// The tables of a ledger as a list of statements, with the way to get there from older versions.
struct SchemaDefinition {
    int version = 0;
    std::vector<std::string> statements;
    std::vector<Migration> migrations; ///< in rising order, without gaps up to `version`
};

/// Tables, indexes and triggers for all described entities, settings and the journal.
std::vector<std::string> schemaStatements(const Dialect &dialect);

/// The schema this program writes. Each version is frozen in tests/storage/schema_v….sql: whoever changes a
/// field raises the version and adds a migration (migrations.h).
const SchemaDefinition &currentSchema();

} // namespace yipi::storage
