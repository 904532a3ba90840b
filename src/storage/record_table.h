// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace yipi::storage {

/// A stored record as it lies in the file.
struct Row {
    qint64 id = 0;
    int version = 0;
    std::vector<Cell> cells; ///< in the order of EntityInfo::fields
};

Cell toCell(const Value &value);
Value toValue(const Cell &cell);
Record toRecord(EntityKind kind, const Row &row);
/// True for fields whose column holds whole numbers.
bool isNumeric(FieldType type);

/// The SQL and the canonical form of one entity's table, made once from its description.
class RecordTable {
public:
    static const RecordTable &of(EntityKind kind);

    const EntityInfo &info() const { return *m_info; }
    const std::string &key() const { return m_key; }
    const std::string &name() const { return m_name; }                                   ///< quoted
    const std::string &column(int field) const { return m_columns[std::size_t(field)]; } ///< quoted
    /// id, version, content_hash and all fields, without WHERE.
    const std::string &selectAll() const { return m_selectAll; }

    std::optional<Row> read(Connection &connection, qint64 id) const;
    /// From the current row of a statement that began with selectAll().
    Row rowOf(const Statement &statement) const;
    void insert(Connection &connection, const Row &row, const QByteArray &hash) const;
    /// Writes version, hash and the named fields.
    void update(Connection &connection, const Row &row, const std::vector<int> &fields,
                const QByteArray &hash) const;
    void remove(Connection &connection, qint64 id) const;

    /// {"code":"2303-01",…}: the fields that are not empty, by key.
    std::string json(const std::vector<Cell> &cells) const;
    /// Hash over ["project",id,version,{…}]; `json` is that of the row's cells.
    QByteArray hash(const Row &row, std::string_view json) const;
    QByteArray hash(const Row &row) const { return hash(row, json(row.cells)); }
    /// “项目“某某””, for messages.
    QString label(const Row &row) const;

private:
    explicit RecordTable(const EntityInfo &info);

    const EntityInfo *m_info;
    std::string m_key;
    std::string m_name;
    std::vector<std::string> m_columns;
    std::vector<int> m_byKey; ///< field positions in the byte order of their keys
    std::string m_selectAll;
    std::string m_selectOne;
    std::string m_insert;
    std::string m_remove;
};

} // namespace yipi::storage
