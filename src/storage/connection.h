// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/open_settings.h"
#include "storage/statement.h"

#include <SQLiteCpp/Database.h>

#include <QString>

namespace yipi::storage {

/// How a connection may use the file.
enum class FileUse {
    Write,       ///< the one writer
    ReadRecover, ///< reads only, but may roll back a transaction that a dead writer left
    Read,        ///< never touches the file
};

/// One connection to a ledger file with the settings of docs/reliability.md, set and read back. With
/// FileCheck::First the constructor checks the file before anything else is read from it. Errors: StoreError
/// (LedgerDamaged, Internal), SQLite::Exception.
class Connection {
public:
    Connection(const QString &path, FileUse use, const OpenSettings &settings);

    SQLite::Database &database() { return m_database; }
    StatementPool::Lease statement(const std::string &sql) { return m_statements.take(sql); }
    void execute(const char *sql);
    const QString &path() const { return m_path; }

private:
    QString m_path;
    SQLite::Database m_database;
    StatementPool m_statements;
};

/// A view of one moment for several reads; joins a transaction that is already open.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection &connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_connection;
    bool m_isOwner;
};

} // namespace yipi::storage
