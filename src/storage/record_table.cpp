// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_table.h"

#include "storage/canonical.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace yipi::storage {

namespace {
/// Columns before the fields: id, version, content_hash.
constexpr int kFixedColumns = 3;
} // namespace

Cell toCell(const Value &value) {
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    const auto *text = std::get_if<QString>(&value);
    // An empty text is 未填 and has one representation.
    return text && !text->isEmpty() ? Cell(text->toStdString()) : Cell();
}

Value toValue(const Cell &cell) {
    if (const auto *number = std::get_if<qint64>(&cell))
        return *number;
    const auto *text = std::get_if<std::string>(&cell);
    return text ? Value(QString::fromStdString(*text)) : Value();
}

Record toRecord(EntityKind kind, const Row &row) {
    Record record{kind, row.id, row.version, {}};
    record.values.reserve(row.cells.size());
    for (const Cell &cell : row.cells)
        record.values.push_back(toValue(cell));
    return record;
}

bool isNumeric(FieldType type) {
    static const auto kNumeric = [] {
        const SqliteDialect dialect;
        std::array<bool, std::size_t(FieldType::Reference) + 1> numeric{};
        for (std::size_t i = 0; i < numeric.size(); ++i)
            numeric[i] = dialect.columnType(FieldType(i)) == dialect.integerType();
        return numeric;
    }();
    return kNumeric.at(std::size_t(type));
}

const RecordTable &RecordTable::of(EntityKind kind) {
    static const auto tables = [] {
        std::vector<RecordTable> all;
        for (int i = 0; i < kEntityKindCount; ++i)
            all.push_back(RecordTable(entityInfo(EntityKind(i))));
        return all;
    }();
    return tables.at(std::size_t(kind));
}

RecordTable::RecordTable(const EntityInfo &info)
    : m_info(&info)
    , m_key(info.key.toStdString())
    , m_name('"' + m_key + '"')
    , m_byKey(info.fields.size()) {
    std::iota(m_byKey.begin(), m_byKey.end(), 0);
    std::sort(m_byKey.begin(), m_byKey.end(), [&](int a, int b) {
        return info.fields[std::size_t(a)].key < info.fields[std::size_t(b)].key;
    });
    std::string columns = "\"id\", \"version\", \"content_hash\"";
    std::string marks = "?, ?, ?";
    for (const FieldInfo &field : info.fields) {
        m_columns.push_back('"' + field.key.toStdString() + '"');
        columns += ", " + m_columns.back();
        marks += ", ?";
    }
    m_selectAll = "SELECT " + columns + " FROM " + m_name;
    m_selectOne = m_selectAll + " WHERE \"id\" = ?";
    m_insert = "INSERT INTO " + m_name + " (" + columns + ") VALUES (" + marks + ')';
    m_remove = "DELETE FROM " + m_name + " WHERE \"id\" = ?";
}

std::optional<Row> RecordTable::read(Connection &connection, qint64 id) const {
    auto statement = connection.statement(m_selectOne);
    statement->bind(1, id);
    return statement->step() ? std::optional(rowOf(*statement)) : std::nullopt;
}

Row RecordTable::rowOf(const Statement &statement) const {
    Row row{statement.integer(0), int(statement.integer(1)), {}};
    row.cells.reserve(m_info->fields.size());
    for (int field = 0; field < int(m_info->fields.size()); ++field)
        row.cells.push_back(statement.cell(kFixedColumns + field));
    return row;
}

void RecordTable::insert(Connection &connection, const Row &row, const QByteArray &hash) const {
    auto statement = connection.statement(m_insert);
    int index = 0;
    statement->bind(++index, row.id);
    statement->bind(++index, qint64(row.version));
    statement->bindKept(++index, hash);
    for (const Cell &cell : row.cells)
        statement->bindKept(++index, cell);
    statement->step();
}

void RecordTable::update(Connection &connection, const Row &row, const std::vector<int> &fields,
                         const QByteArray &hash) const {
    std::string sql = "UPDATE " + m_name + " SET \"version\" = ?, \"content_hash\" = ?";
    for (const int field : fields)
        sql += ", " + column(field) + " = ?";
    auto statement = connection.statement(sql + " WHERE \"id\" = ?");
    int index = 0;
    statement->bind(++index, qint64(row.version));
    statement->bindBlob(++index, hash);
    for (const int field : fields)
        statement->bind(++index, row.cells[std::size_t(field)]);
    statement->bind(++index, row.id);
    statement->step();
}

void RecordTable::remove(Connection &connection, qint64 id) const {
    auto statement = connection.statement(m_remove);
    statement->bind(1, id);
    statement->step();
}

std::string RecordTable::json(const std::vector<Cell> &cells) const {
    constexpr std::size_t kUsualSize = 1024;
    std::string text = "{";
    text.reserve(kUsualSize);
    for (const int field : m_byKey) {
        const Cell &cell = cells[std::size_t(field)];
        if (std::holds_alternative<std::monostate>(cell))
            continue;
        if (text.size() > 1)
            text += ',';
        text += column(field);
        text += ':';
        appendJson(text, cell);
    }
    return text + '}';
}

QByteArray RecordTable::hash(const Row &row, std::string_view json) const {
    std::string text = '[' + m_name + ',';
    text.reserve(text.size() + json.size() + 64);
    appendJson(text, row.id);
    text += ',';
    appendJson(text, qint64(row.version));
    text += ',';
    text += json;
    text += ']';
    return sha256(text);
}

QString RecordTable::label(const Row &row) const {
    static const std::array kNaming{QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("code")};
    for (const QString &key : kNaming)
        if (const int field = m_info->indexOf(key); field >= 0)
            if (const auto *text = std::get_if<std::string>(&row.cells[std::size_t(field)]))
                return m_info->title + QStringLiteral("“") + QString::fromStdString(*text) +
                       QStringLiteral("”");
    return QStringLiteral("%1（编号 %2）").arg(m_info->title).arg(row.id);
}

} // namespace yipi::storage
