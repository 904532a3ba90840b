// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change_writer.h"

#include "storage/constraint_error.h"
#include "storage/failure.h"

namespace yipi::storage {

namespace {

constexpr std::size_t kChangesPerReport = 500;

void report(const ProgressReport &progress, std::size_t done, std::size_t all) {
    if (progress && !progress(int(done * 1000 / all)))
        raise(ErrorCode::Cancelled, QStringLiteral("已取消，没有写入任何内容。"));
}

/// How the journal writes a single field.
Cell journalText(const Cell &cell) {
    const auto *number = std::get_if<qint64>(&cell);
    return number ? Cell(std::to_string(*number)) : cell;
}

} // namespace

ChangeWriter::ChangeWriter(Connection &connection, const ChangeSet &set, const QDateTime &at)
    : m_connection(connection)
    , m_set(set)
    , m_journal(connection, set, at) {}

AppliedChangeSet ChangeWriter::write(const ProgressReport &progress) {
    AppliedChangeSet applied;
    applied.records.reserve(m_set.changes.size());
    qint64 written = 0;
    for (std::size_t i = 0; i < m_set.changes.size(); ++i) {
        if (i % kChangesPerReport == 0)
            report(progress, i, m_set.changes.size());
        const RecordChange &change = m_set.changes[i];
        switch (change.kind) {
        case RecordChange::Kind::Insert:
            applied.records.push_back(insert(change));
            break;
        case RecordChange::Kind::Update:
            applied.records.push_back(update(change));
            break;
        case RecordChange::Kind::Delete:
            applied.records.push_back(remove(change));
            break;
        }
        const AppliedRecord &record = applied.records.back();
        written += record.kind != RecordChange::Kind::Update || !record.fields.empty();
    }
    if (m_journal.isEmpty())
        return applied;
    m_journal.finish(written);
    applied.setId = m_journal.setId();
    return applied;
}

AppliedRecord ChangeWriter::insert(const RecordChange &change) {
    const RecordTable &table = RecordTable::of(change.entity);
    std::vector<Value> values(table.info().fields.size());
    for (const auto &[field, value] : change.values)
        values.at(std::size_t(field)) = valueFor(table, field, value);
    Row row{change.id, change.baseVersion + 1, {}};
    row.cells.reserve(values.size());
    for (const Value &value : values)
        row.cells.push_back(toCell(value));
    if (change.id <= 0)
        row.id = newId(change.entity);
    if (change.id < 0 && !m_newIds[std::size_t(change.entity)].emplace(change.id, row.id).second)
        raise(ErrorCode::Refused, QStringLiteral("同一组修改里的临时编号 %1 用了两次。").arg(change.id));

    std::string json = table.json(row.cells);
    const QByteArray hash = table.hash(row, json);
    checkKey(table, row);
    withNamedConstraint(m_connection, table, row, [&] { table.insert(m_connection, row, hash); });
    m_touched[std::size_t(change.entity)].insert(row.id);
    log("insert", table, row, {}, {}, std::move(json), hash);

    AppliedRecord applied{change.kind, change.entity, row.id, row.version, {}};
    applied.fields.reserve(change.values.size());
    for (int field = 0; field < int(values.size()); ++field)
        if (Value &value = values[std::size_t(field)]; !isEmpty(value))
            applied.fields.push_back({field, {}, std::move(value)});
    return applied;
}

AppliedRecord ChangeWriter::update(const RecordChange &change) {
    const RecordTable &table = RecordTable::of(change.entity);
    Row row = current(table, change);
    AppliedRecord applied{change.kind, change.entity, row.id, row.version, {}};
    const std::vector<Cell> before = row.cells;
    for (const auto &[field, value] : change.values)
        row.cells.at(std::size_t(field)) = toCell(valueFor(table, field, value));
    std::vector<int> changed;
    for (int field = 0; field < int(before.size()); ++field)
        if (before[std::size_t(field)] != row.cells[std::size_t(field)])
            changed.push_back(field);
    if (changed.empty())
        return applied;

    applied.version = ++row.version;
    const QByteArray hash = table.hash(row);
    checkKey(table, row);
    withNamedConstraint(m_connection, table, row, [&] { table.update(m_connection, row, changed, hash); });
    for (const int field : changed) {
        const Cell &old = before[std::size_t(field)];
        const Cell &now = row.cells[std::size_t(field)];
        log("update", table, row, table.info().fields[std::size_t(field)].key.toStdString(), journalText(old),
            journalText(now), hash);
        applied.fields.push_back({field, toValue(old), toValue(now)});
    }
    return applied;
}

AppliedRecord ChangeWriter::remove(const RecordChange &change) {
    const RecordTable &table = RecordTable::of(change.entity);
    const Row row = current(table, change);
    withNamedReference(m_connection, table, row, [&] { table.remove(m_connection, row.id); });
    log("delete", table, row, {}, table.json(row.cells), {}, {});
    AppliedRecord applied{change.kind, change.entity, row.id, row.version, {}};
    for (int field = 0; field < int(row.cells.size()); ++field)
        if (const Cell &cell = row.cells[std::size_t(field)]; !std::holds_alternative<std::monostate>(cell))
            applied.fields.push_back({field, toValue(cell), {}});
    return applied;
}

Row ChangeWriter::current(const RecordTable &table, const RecordChange &change) {
    const qint64 id = resolved(change.entity, change.id);
    const auto row = table.read(m_connection, id);
    if (!row)
        raise(
            ErrorCode::Conflict,
            QStringLiteral("%1（编号 %2）已经不在台账里，可能被别人删除了。").arg(table.info().title).arg(id),
            QStringLiteral("请刷新后重试。"));
    if (m_touched[std::size_t(change.entity)].insert(id).second && row->version != change.baseVersion)
        raise(ErrorCode::Conflict, QStringLiteral("%1在您打开之后被修改过。").arg(table.label(*row)),
              QStringLiteral("请查看新的内容后再修改。"));
    return *row;
}

qint64 ChangeWriter::newId(EntityKind kind) {
    // Ids are never given twice, so that the history of a deleted record stays its own.
    qint64 &last = m_lastId[std::size_t(kind)];
    if (last == 0) {
        const RecordTable &table = RecordTable::of(kind);
        auto statement = m_connection.statement(
            "SELECT coalesce(max(\"id\"), 0) FROM (SELECT max(\"id\") AS \"id\" FROM " + table.name() +
            " UNION ALL SELECT max(\"record_id\") FROM \"journal\" WHERE \"entity\" = ?) u");
        statement->bind(1, std::string_view(table.key()));
        statement->step();
        last = statement->integer(0);
    }
    return ++last;
}

qint64 ChangeWriter::resolved(EntityKind kind, qint64 id) const {
    if (id >= 0)
        return id;
    const auto &ids = m_newIds[std::size_t(kind)];
    const auto it = ids.find(id);
    if (it == ids.end())
        raise(ErrorCode::Refused, QStringLiteral("这组修改引用了尚未新增的%1（临时编号 %2）。")
                                      .arg(entityInfo(kind).title)
                                      .arg(id));
    return it->second;
}

Value ChangeWriter::valueFor(const RecordTable &table, int field, const Value &value) const {
    const FieldInfo &description = table.info().fields.at(std::size_t(field));
    const auto *number = std::get_if<qint64>(&value);
    const auto *text = std::get_if<QString>(&value);
    if (!number && (!text || text->isEmpty()))
        return {}; // an empty text is 未填 and has one representation
    if (bool(number) != isNumeric(description.type))
        raise(ErrorCode::InvalidValue,
              QStringLiteral("%1的“%2”不是这一栏应有的内容。").arg(table.info().title, description.title), {},
              description.key);
    return description.type == FieldType::Reference ? Value(resolved(description.target, *number)) : value;
}

void ChangeWriter::log(std::string_view operation, const RecordTable &table, const Row &row,
                       std::string_view field, Cell before, Cell after, const QByteArray &hash) {
    m_journal.append(
        {operation, table.key(), row.id, row.version, field, std::move(before), std::move(after), hash});
}

} // namespace yipi::storage
