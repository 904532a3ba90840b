// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "storage/failure.h"

#include <sqlite3.h>

#include <array>

namespace yipi::storage {

namespace {

constexpr int kBusyMilliseconds = 5000;

int flagsFor(FileUse use) {
    return use == FileUse::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
}

/// A PRAGMA with the value it must have afterwards; an engine without the feature answers nothing.
struct Setting {
    std::string name;
    std::string value;    ///< as written
    std::string expected; ///< as read back
};

void setAndReadBack(Connection &connection, const Setting &setting) {
    connection.execute(("PRAGMA " + setting.name + " = " + setting.value).c_str());
    const auto statement =
        std::make_unique<Statement>(connection.database().getHandle(), "PRAGMA " + setting.name);
    const std::string found = statement->step() ? std::string(statement->text(0)) : setting.expected;
    if (found != setting.expected)
        raise(ErrorCode::Internal,
              QStringLiteral("数据库设置 %1 没有生效：应为 %2，实为 %3。")
                  .arg(QString::fromStdString(setting.name), QString::fromStdString(setting.expected),
                       QString::fromStdString(found)),
              QStringLiteral("请不要用这台电脑上的程序修改台账，并联系维护人员。"));
}

void setDefensive(sqlite3 *db) {
    int isOn = 0;
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, &isOn);
    if (isOn != 1)
        raise(ErrorCode::Internal, QStringLiteral("数据库保护设置 DEFENSIVE 没有生效。"));
}

void quickCheck(Connection &connection) {
    Statement check(connection.database().getHandle(), "PRAGMA quick_check(1)");
    const QString result = check.step() ? check.string(0) : QString();
    if (result != QLatin1String("ok"))
        raise(ErrorCode::LedgerDamaged, QStringLiteral("台账文件已损坏（%1）。").arg(result),
              QStringLiteral("请不要继续使用这个文件，从最近一次备份恢复。"));
}

} // namespace

Connection::Connection(const QString &path, FileUse use, const OpenSettings &settings)
    : m_path(path)
    , m_database(path.toStdString(), flagsFor(use), kBusyMilliseconds, settings.vfs)
    , m_statements(m_database.getHandle()) {
    sqlite3 *db = m_database.getHandle();
    sqlite3_extended_result_codes(db, 1);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    setDefensive(db);
    for (const Setting &setting : {Setting{"trusted_schema", "OFF", "0"},
                                   Setting{"cell_size_check", "ON", "1"}, Setting{"mmap_size", "0", "0"}})
        setAndReadBack(*this, setting);
    if (settings.check == FileCheck::First)
        quickCheck(*this);
    // Dirty pages stay in memory until the commit, so that a large import does not lock readers out while it
    // runs.
    const std::string synchronous = std::to_string(settings.synchronous);
    for (const Setting &setting :
         {Setting{"journal_mode", settings.journalMode, settings.journalMode},
          Setting{"synchronous", synchronous, synchronous}, Setting{"foreign_keys", "ON", "1"},
          Setting{"temp_store", "MEMORY", "2"}, Setting{"cache_size", "-65536", "-65536"},
          Setting{"cache_spill", "OFF", "0"},
          Setting{"query_only", use == FileUse::Write ? "OFF" : "ON", use == FileUse::Write ? "0" : "1"}})
        setAndReadBack(*this, setting);
}

void Connection::execute(const char *sql) {
    const int code = sqlite3_exec(m_database.getHandle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_database.getHandle(), code);
}

ReadTransaction::ReadTransaction(Connection &connection)
    : m_connection(connection)
    , m_isOwner(sqlite3_get_autocommit(connection.database().getHandle()) != 0) {
    if (m_isOwner)
        m_connection.execute("BEGIN");
}

ReadTransaction::~ReadTransaction() {
    // A read has nothing to lose: after an error SQLite may have ended the transaction already.
    if (m_isOwner)
        sqlite3_exec(m_connection.database().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace yipi::storage
