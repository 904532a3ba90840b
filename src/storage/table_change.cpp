// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/table_change.h"

#include "storage/failure.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <vector>

namespace yipi::storage {

namespace {

std::vector<std::string> texts(SQLite::Database &database, const std::string &sql, const std::string &table) {
    SQLite::Statement statement(database, sql);
    statement.bind(1, table);
    std::vector<std::string> list;
    while (statement.executeStep())
        list.push_back(statement.getColumn(0).getString());
    return list;
}

/// Our CREATE TABLE has one line a column; the new one goes behind the line of `column.after`.
void insertLine(std::string &sql, const NewColumn &column) {
    const std::size_t line = sql.find("\n  \"" + column.after + "\" ");
    if (line == std::string::npos)
        raise(ErrorCode::Internal,
              QStringLiteral("升级时找不到列 %1。").arg(QString::fromStdString(column.after)));
    const std::size_t end = std::min(sql.find(",\n", line + 1), sql.find("\n)", line + 1));
    sql.insert(end, ",\n  \"" + column.name + "\" " + column.type);
}

} // namespace

void addColumns(SQLite::Database &database, const std::string &table, std::span<const NewColumn> columns) {
    const std::string quoted = '"' + table + '"';
    const std::string wider = '"' + table + "_wider\"";
    std::string sql =
        texts(database, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", table).at(0);
    const auto indexes = texts(
        database, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        table);
    std::string kept;
    for (const std::string &name : texts(database, "SELECT name FROM pragma_table_info(?)", table))
        kept += (kept.empty() ? "\"" : ", \"") + name + '"';

    for (const NewColumn &column : columns)
        insertLine(sql, column);
    sql.replace(sql.find(quoted), quoted.size(), wider);
    database.exec(sql);
    database.exec("INSERT INTO " + wider + " (" + kept + ") SELECT " + kept + " FROM " + quoted);
    database.exec("DROP TABLE " + quoted);
    database.exec("ALTER TABLE " + wider + " RENAME TO " + quoted);
    for (const std::string &index : indexes)
        database.exec(index);
}

} // namespace yipi::storage
