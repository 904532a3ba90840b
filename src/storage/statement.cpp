// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace yipi::storage {

namespace {
/// More different texts than this come only from updates of ever different sets of fields.
constexpr std::size_t kMaxSlots = 256;
} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3 *db, std::string_view sql) {
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v3(db, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        throw SQLite::Exception(db, code);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_db_handle(m_statement.get()), code);
}

void Statement::bind(int index, qint64 value) {
    check(sqlite3_bind_int64(m_statement.get(), index, value));
}

void Statement::bind(int index, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, const Cell &cell) {
    if (const auto *number = std::get_if<qint64>(&cell))
        bind(index, *number);
    else if (const auto *text = std::get_if<std::string>(&cell))
        bind(index, std::string_view(*text));
    else
        bindNull(index);
}

void Statement::bindBlob(int index, const QByteArray &bytes) {
    check(
        sqlite3_bind_blob(m_statement.get(), index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT));
}

void Statement::bindNull(int index) {
    check(sqlite3_bind_null(m_statement.get(), index));
}

void Statement::bindKept(int index, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindKept(int index, const Cell &cell) {
    if (const auto *text = std::get_if<std::string>(&cell))
        bindKept(index, std::string_view(*text));
    else
        bind(index, cell);
}

void Statement::bindKept(int index, const QByteArray &bytes) {
    check(sqlite3_bind_blob(m_statement.get(), index, bytes.constData(), int(bytes.size()), SQLITE_STATIC));
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    throw SQLite::Exception(sqlite3_db_handle(m_statement.get()), code);
}

void Statement::reset() {
    // The code only repeats what step() has thrown already.
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

bool Statement::isInteger(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_INTEGER;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return bytes ? std::string_view(bytes, std::size_t(sqlite3_column_bytes(m_statement.get(), column)))
                 : std::string_view();
}

QString Statement::string(int column) const {
    const auto bytes = text(column);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QByteArray Statement::blob(int column) const {
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

Cell Statement::cell(int column) const {
    if (isNull(column))
        return {};
    if (isInteger(column))
        return integer(column);
    return std::string(text(column));
}

StatementPool::Lease::Lease(Slot &slot, std::unique_ptr<Statement> statement)
    : m_slot(slot)
    , m_statement(std::move(statement)) {
    ++m_slot.inUse;
}

StatementPool::Lease::~Lease() {
    m_statement->reset();
    m_slot.idle.push_back(std::move(m_statement));
    --m_slot.inUse;
}

StatementPool::Lease StatementPool::take(const std::string &sql) {
    if (m_slots.size() > kMaxSlots)
        std::erase_if(m_slots, [](const auto &slot) { return slot.second.inUse == 0; });
    Slot &slot = m_slots[sql];
    if (slot.idle.empty())
        return {slot, std::make_unique<Statement>(m_db, sql)};
    auto statement = std::move(slot.idle.back());
    slot.idle.pop_back();
    return {slot, std::move(statement)};
}

} // namespace yipi::storage
