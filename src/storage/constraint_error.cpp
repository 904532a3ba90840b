// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/constraint_error.h"

#include "storage/failure.h"

#include <sqlite3.h>

#include <QStringList>

namespace yipi::storage {

namespace {

bool isEmptyCell(const Cell &cell) {
    return std::holds_alternative<std::monostate>(cell);
}

void requireConstraint(const SQLite::Exception &exception) {
    if (primaryCode(exception) != SQLITE_CONSTRAINT)
        throw SQLite::Exception(exception);
}

/// The record that has the same key; the engine has refused because there is one.
QString keyHolder(Connection &connection, const RecordTable &table, const Row &row,
                  const std::vector<int> &keys) {
    std::string sql = table.selectAll() + " WHERE ";
    for (const int field : keys)
        sql += (field == keys.front() ? "" : " AND ") + table.column(field) + " = ?";
    auto statement = connection.statement(sql);
    for (std::size_t i = 0; i < keys.size(); ++i)
        statement->bind(int(i) + 1, row.cells[std::size_t(keys[i])]);
    return statement->step()
               ? QStringLiteral("%1，编号 %2")
                     .arg(table.label(table.rowOf(*statement)), QString::number(statement->integer(0)))
               : QString();
}

[[noreturn]] void raiseDuplicate(Connection &connection, const RecordTable &table, const Row &row) {
    std::vector<int> keys;
    QStringList titles;
    const auto &fields = table.info().fields;
    for (int field = 0; field < int(fields.size()); ++field)
        if (fields[std::size_t(field)].isKey) {
            keys.push_back(field);
            titles << QStringLiteral("“%1”").arg(fields[std::size_t(field)].title);
        }
    raise(ErrorCode::Refused,
          QStringLiteral("%1的%2与已有记录（%3）重复。")
              .arg(table.label(row), titles.join(QStringLiteral("、")),
                   keyHolder(connection, table, row, keys)),
          QStringLiteral("请修改已有的记录，或换一个%1。").arg(titles.last()),
          fields[std::size_t(keys.front())].key);
}

bool exists(Connection &connection, const RecordTable &table, qint64 id) {
    return table.read(connection, id).has_value();
}

} // namespace

void checkKey(const RecordTable &table, const Row &row) {
    for (std::size_t field = 0; field < row.cells.size(); ++field)
        if (const FieldInfo &description = table.info().fields[field];
            description.isKey && isEmptyCell(row.cells[field]))
            raise(ErrorCode::Refused,
                  QStringLiteral("%1的“%2”不能为空。").arg(table.label(row), description.title), {},
                  description.key);
}

void raiseConstraint(Connection &connection, const RecordTable &table, const Row &row,
                     const SQLite::Exception &exception) {
    requireConstraint(exception);
    if (exception.getExtendedErrorCode() == SQLITE_CONSTRAINT_UNIQUE)
        raiseDuplicate(connection, table, row);
    if (exception.getExtendedErrorCode() == SQLITE_CONSTRAINT_PRIMARYKEY)
        raise(ErrorCode::Refused,
              QStringLiteral("%1的编号 %2 已被占用。").arg(table.info().title).arg(row.id));
    for (std::size_t field = 0; field < row.cells.size(); ++field) {
        const FieldInfo &description = table.info().fields[field];
        const auto *id = std::get_if<qint64>(&row.cells[field]);
        if (description.type == FieldType::Reference && id &&
            !exists(connection, RecordTable::of(description.target), *id))
            raise(ErrorCode::Refused,
                  QStringLiteral("%1的“%2”指向不存在的%3（编号 %4）。")
                      .arg(table.label(row), description.title, entityInfo(description.target).title,
                           QString::number(*id)),
                  {}, description.key);
    }
    throw SQLite::Exception(exception);
}

void raiseReferenced(Connection &connection, const RecordTable &table, const Row &row,
                     const SQLite::Exception &exception) {
    requireConstraint(exception);
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const RecordTable &other = RecordTable::of(EntityKind(kind));
        for (int field = 0; field < int(other.info().fields.size()); ++field) {
            const FieldInfo &description = other.info().fields[std::size_t(field)];
            if (description.type != FieldType::Reference || description.target != table.info().kind)
                continue;
            auto statement =
                connection.statement(other.selectAll() + " WHERE " + other.column(field) + " = ? LIMIT 1");
            statement->bind(1, row.id);
            if (statement->step())
                raise(ErrorCode::Refused,
                      QStringLiteral("%1还被%2的“%3”引用，不能删除。")
                          .arg(table.label(row), other.label(other.rowOf(*statement)), description.title),
                      QStringLiteral("请先修改或删除引用它的记录。"), description.key);
        }
    }
    throw SQLite::Exception(exception);
}

} // namespace yipi::storage
