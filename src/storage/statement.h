// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace yipi::storage {

/// A field value as it lies in the file: nothing, a whole number or UTF-8 text.
using Cell = std::variant<std::monostate, qint64, std::string>;

/// A prepared statement. SQLiteCpp's own builds a shared Column object for every value read, which costs more
/// than reading it; scans of a million rows are ours to keep quick. Errors: SQLite::Exception.
class Statement {
public:
    Statement(sqlite3 *db, std::string_view sql);

    /// Parameters are counted from 1, columns from 0. Texts are copied, except by bindKept: there they must
    /// stay as they are until the statement is reset.
    void bind(int index, qint64 value);
    void bind(int index, std::string_view text);
    void bind(int index, const Cell &cell);
    void bindBlob(int index, const QByteArray &bytes);
    void bindNull(int index);
    void bindKept(int index, std::string_view text);
    void bindKept(int index, const Cell &cell);
    void bindKept(int index, const QByteArray &bytes);

    /// True when there is a row.
    bool step();
    void reset();

    bool isNull(int column) const;
    bool isInteger(int column) const;
    qint64 integer(int column) const;
    std::string_view text(int column) const; ///< valid until the next step
    QString string(int column) const;
    QByteArray blob(int column) const;
    Cell cell(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    void check(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// Keeps prepared statements for reuse. A statement that is in use is not shared: a visitor of a scan may
/// read on.
class StatementPool {
public:
    explicit StatementPool(sqlite3 *db)
        : m_db(db) {}

private:
    /// The statements of one text.
    struct Slot {
        std::vector<std::unique_ptr<Statement>> idle;
        int inUse = 0;
    };

public:
    /// Gives the statement back, reset, at the end of its life.
    class Lease {
    public:
        Lease(Slot &slot, std::unique_ptr<Statement> statement);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        Statement *operator->() { return m_statement.get(); }
        Statement &operator*() { return *m_statement; }

    private:
        Slot &m_slot;
        std::unique_ptr<Statement> m_statement;
    };

    Lease take(const std::string &sql);

private:
    sqlite3 *m_db;
    std::unordered_map<std::string, Slot> m_slots; ///< its nodes stay where they are
};

} // namespace yipi::storage
