// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ledger_store.h"
#include "storage/schema.h"

#include <string>

namespace yipi::storage {

/// When the structure of the file is checked (quick_check): before anything is read, or by a second
/// connection while the first already reads — nothing is written and nothing that was read counts before it
/// is through.
enum class FileCheck { None, First, Beside };

/// What tests change to prove that the defaults are needed; programs use openLedger().
struct OpenSettings {
    std::string vfs; ///< SQLite VFS by name; empty = the system's
    std::string journalMode =
        "truncate";      ///< DELETE can lose the last commit at power loss, WAL see reliability.md
    int synchronous = 2; ///< FULL
    FileCheck check = FileCheck::First;
    const SchemaDefinition *schema = &currentSchema();
    /// Type of the file system that holds a path, as statfs() tells it.
    long (*fileSystemType)(const QString &path) = nullptr;
};

Result<std::unique_ptr<LedgerStore>> openLedgerWith(const QString &location, OpenMode mode,
                                                    const OpenSettings &settings);
Result<std::unique_ptr<LedgerStore>> createLedgerWith(const QString &path, const OpenSettings &settings);

} // namespace yipi::storage
