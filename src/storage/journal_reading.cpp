// SPDX-License-Identifier: GPL-3.0-or-later
// History, and sets rebuilt for undo.
#include "storage/failure.h"
#include "storage/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace yipi::storage {

namespace {

[[noreturn]] void raiseUnreadable(qint64 setId) {
    raise(ErrorCode::LedgerDamaged, QStringLiteral("修改记录第 %1 组无法识别。").arg(setId),
          QStringLiteral("请运行台账体检，并从最近一次备份恢复。"));
}

RecordChange::Kind kindOf(std::string_view operation) {
    return operation == "insert"   ? RecordChange::Kind::Insert
           : operation == "delete" ? RecordChange::Kind::Delete
                                   : RecordChange::Kind::Update;
}

Value fieldValue(const FieldInfo &field, const Statement &statement, int column) {
    if (statement.isNull(column))
        return {};
    const QString text = statement.string(column);
    return isNumeric(field.type) ? Value(text.toLongLong()) : Value(text);
}

} // namespace

std::vector<FieldDelta> wholeRecord(const EntityInfo &info, std::string_view json, bool isInsert) {
    const auto object =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size()))).object();
    std::vector<FieldDelta> deltas;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.fields[std::size_t(i)];
        const auto found = object.constFind(field.key);
        if (found == object.constEnd())
            continue;
        Value value = isNumeric(field.type) ? Value(qint64(found->toInteger())) : Value(found->toString());
        deltas.push_back(isInsert ? FieldDelta{i, {}, std::move(value)}
                                  : FieldDelta{i, std::move(value), {}});
    }
    return deltas;
}

QList<JournalEntry> readHistory(Connection &connection, EntityKind kind, qint64 id) {
    auto statement = connection.statement(
        "SELECT j.\"sequence\", j.\"set_id\", s.\"at\", s.\"user_name\", s.\"source\", s.\"title\", "
        "s.\"reason\", "
        "j.\"operation\", j.\"version\", j.\"field\", j.\"before_value\", j.\"after_value\" "
        "FROM \"journal\" j JOIN \"change_set\" s ON s.\"id\" = j.\"set_id\" "
        "WHERE j.\"entity\" = ? AND j.\"record_id\" = ? ORDER BY j.\"sequence\"");
    statement->bind(1, std::string_view(RecordTable::of(kind).key()));
    statement->bind(2, id);
    QList<JournalEntry> entries;
    while (statement->step()) {
        JournalEntry entry;
        entry.sequence = statement->integer(0);
        entry.setId = statement->integer(1);
        entry.at = statement->string(2);
        entry.user = statement->string(3);
        entry.source = statement->string(4);
        entry.title = statement->string(5);
        entry.reason = statement->string(6);
        entry.operation = statement->string(7);
        entry.entity = kind;
        entry.recordId = id;
        entry.version = int(statement->integer(8));
        entry.field = statement->string(9);
        entry.before = statement->string(10);
        entry.after = statement->string(11);
        entries.append(std::move(entry));
    }
    return entries;
}

void visitChangesAfter(Connection &connection, const QDateTime &moment,
                       const std::function<void(const AppliedRecord &)> &visit) {
    const ReadTransaction view(connection);
    const std::string until = journalTime(moment).toStdString();
    auto statement = connection.statement(
        "SELECT \"set_id\", \"operation\", \"entity\", \"record_id\", \"version\", \"field\", "
        "\"before_value\" "
        "FROM \"journal\" WHERE \"sequence\" > "
        "(SELECT coalesce(max(\"last_sequence\"), 0) FROM \"change_set\" WHERE \"at\" <= ?) "
        "ORDER BY \"sequence\" DESC");
    statement->bind(1, std::string_view(until));
    while (statement->step()) {
        const EntityInfo *info = entityInfo(statement->string(2));
        if (!info)
            raiseUnreadable(statement->integer(0));
        AppliedRecord record{
            kindOf(statement->text(1)), info->kind, statement->integer(3), int(statement->integer(4)), {}};
        if (record.kind == RecordChange::Kind::Delete)
            record.fields = wholeRecord(*info, statement->text(6), false);
        if (record.kind == RecordChange::Kind::Update) {
            const int field = info->indexOf(statement->string(5));
            if (field < 0)
                raiseUnreadable(statement->integer(0));
            record.fields.push_back({field, fieldValue(info->fields[std::size_t(field)], *statement, 6), {}});
        }
        visit(record);
    }
}

AppliedChangeSet readAppliedSet(Connection &connection, qint64 setId) {
    const ReadTransaction moment(connection);
    auto range = connection.statement(
        "SELECT \"first_sequence\", \"last_sequence\" FROM \"change_set\" WHERE \"id\" = ?");
    range->bind(1, setId);
    if (!range->step())
        raise(ErrorCode::NotFound, QStringLiteral("没有第 %1 组修改。").arg(setId));
    auto statement =
        connection.statement("SELECT \"operation\", \"entity\", \"record_id\", \"version\", \"field\", "
                             "\"before_value\", \"after_value\" "
                             "FROM \"journal\" WHERE \"sequence\" BETWEEN ? AND ? ORDER BY \"sequence\"");
    statement->bind(1, range->integer(0));
    statement->bind(2, range->integer(1));
    AppliedChangeSet applied{setId, {}};
    while (statement->step()) {
        const EntityInfo *info = entityInfo(statement->string(1));
        if (!info)
            raiseUnreadable(setId);
        AppliedRecord record{
            kindOf(statement->text(0)), info->kind, statement->integer(2), int(statement->integer(3)), {}};
        if (record.kind != RecordChange::Kind::Update) {
            const bool isInsert = record.kind == RecordChange::Kind::Insert;
            record.fields = wholeRecord(*info, statement->text(isInsert ? 6 : 5), isInsert);
            applied.records.push_back(std::move(record));
            continue;
        }
        const int field = info->indexOf(statement->string(4));
        if (field < 0)
            raiseUnreadable(setId);
        const auto isSame = [&](const AppliedRecord &other) {
            return other.kind == record.kind && other.entity == record.entity && other.id == record.id &&
                   other.version == record.version;
        };
        if (applied.records.empty() || !isSame(applied.records.back()))
            applied.records.push_back(std::move(record));
        const FieldInfo &description = info->fields[std::size_t(field)];
        applied.records.back().fields.push_back(
            {field, fieldValue(description, *statement, 5), fieldValue(description, *statement, 6)});
    }
    return applied;
}

} // namespace yipi::storage
