// SPDX-License-Identifier: GPL-3.0-or-later
// The list of change sets, what is undone in it, and what has stayed deleted.
#include "storage/failure.h"
#include "storage/journal.h"

#include <algorithm>
#include <limits>

namespace yipi::storage {

namespace {

/// A query's conditions as SQL with the values in the order of its question marks.
struct Conditions {
    std::string sql;
    std::vector<Cell> values;

    void add(const char *condition, Cell value) {
        sql += (sql.empty() ? " WHERE " : " AND ") + std::string(condition);
        values.push_back(std::move(value));
    }
    void bind(Statement &statement) const {
        for (std::size_t i = 0; i < values.size(); ++i)
            statement.bind(int(i) + 1, values[i]);
    }
};

/// The text as a LIKE pattern for “contains”.
std::string containing(QString text) {
    for (const char16_t special : {u'\\', u'%', u'_'})
        text.replace(QChar(special), QStringLiteral("\\") + QChar(special));
    return '%' + text.toStdString() + '%';
}

Conditions conditionsOf(const SetQuery &query) {
    Conditions conditions;
    if (query.before)
        conditions.add("\"id\" < ?", query.before);
    if (query.after)
        conditions.add("\"id\" > ?", query.after);
    if (!query.user.isEmpty())
        conditions.add("\"user_name\" = ?", query.user.toStdString());
    if (query.from.isValid())
        conditions.add("\"at\" >= ?", journalTime(query.from).toStdString());
    if (query.until.isValid())
        conditions.add("\"at\" < ?", journalTime(query.until).toStdString());
    if (!query.text.isEmpty()) {
        conditions.add("(\"title\" LIKE ? ESCAPE '\\' OR \"reason\" LIKE ? ESCAPE '\\')",
                       containing(query.text));
        conditions.values.emplace_back(containing(query.text));
    }
    if (!query.sources.isEmpty()) {
        std::string marks;
        for (qsizetype i = 0; i < query.sources.size(); ++i)
            marks += i == 0 ? "?" : ", ?";
        conditions.sql += (conditions.sql.empty() ? " WHERE " : " AND ");
        conditions.sql += "\"source\" IN (" + marks + ")";
        for (const QString &source : query.sources)
            conditions.values.emplace_back(source.toStdString());
    }
    return conditions;
}

/// The set that took this one back and was not itself taken back; 0 when it stands.
qint64 undoerOf(Connection &connection, qint64 setId) {
    auto statement =
        connection.statement("SELECT \"id\" FROM \"change_set\" WHERE \"undoes\" = ? ORDER BY \"id\" DESC");
    statement->bind(1, setId);
    while (statement->step())
        if (undoerOf(connection, statement->integer(0)) == 0)
            return statement->integer(0);
    return 0;
}

} // namespace

QList<SetSummary> readSets(Connection &connection, const SetQuery &query, int limit) {
    const ReadTransaction moment(connection);
    const Conditions conditions = conditionsOf(query);
    auto statement = connection.statement(
        "SELECT \"id\", \"at\", \"user_name\", \"source\", \"title\", \"reason\", \"records\", \"undoes\" "
        "FROM \"change_set\"" +
        conditions.sql + " ORDER BY \"id\" DESC");
    conditions.bind(*statement);
    QList<SetSummary> sets;
    while (sets.size() < limit && statement->step()) {
        const qint64 id = statement->integer(0);
        const qint64 undoer = undoerOf(connection, id);
        if (!query.isUndone || *query.isUndone == (undoer != 0))
            sets.append({id, statement->string(1), statement->string(2), statement->string(3),
                         statement->string(4), statement->string(5), statement->integer(6),
                         statement->integer(7), undoer});
    }
    return sets;
}

qint64 countSets(Connection &connection, const SetQuery &query) {
    const ReadTransaction moment(connection);
    const Conditions conditions = conditionsOf(query);
    qint64 undone = 0;
    if (query.isUndone) {
        // Most sets were never taken back; only the others have to be looked at one by one.
        const char *joint = conditions.sql.empty() ? " WHERE " : " AND ";
        auto touched = connection.statement("SELECT \"id\" FROM \"change_set\"" + conditions.sql + joint +
                                            "\"id\" IN (SELECT \"undoes\" FROM \"change_set\")");
        conditions.bind(*touched);
        while (touched->step())
            undone += undoerOf(connection, touched->integer(0)) != 0;
        if (*query.isUndone)
            return undone;
    }
    auto all = connection.statement("SELECT count(*) FROM \"change_set\"" + conditions.sql);
    conditions.bind(*all);
    all->step();
    return all->integer(0) - undone;
}

QStringList readSetUsers(Connection &connection) {
    auto statement = connection.statement(
        "SELECT DISTINCT \"user_name\" FROM \"change_set\" WHERE \"user_name\" <> '' ORDER BY 1");
    QStringList users;
    while (statement->step())
        users << statement->string(0);
    return users;
}

std::vector<DeletedRecord> readDeletedRecords(Connection &connection, qint64 before, int sets) {
    const ReadTransaction moment(connection);
    auto statement = connection.statement(
        "SELECT j.\"set_id\", j.\"entity\", j.\"record_id\" FROM \"journal\" j "
        "WHERE j.\"operation\" = 'delete' AND j.\"sequence\" <= "
        "(SELECT coalesce(max(\"last_sequence\"), 0) FROM \"change_set\" WHERE \"id\" < ?) "
        "AND NOT EXISTS (SELECT 1 FROM \"journal\" l WHERE l.\"entity\" = j.\"entity\" "
        "AND l.\"record_id\" = j.\"record_id\" AND l.\"sequence\" > j.\"sequence\") "
        "ORDER BY j.\"sequence\" DESC");
    statement->bind(1, before ? before : std::numeric_limits<qint64>::max());
    std::vector<DeletedRecord> records;
    auto begin = records.size(); // of the set at hand, which comes backwards
    const auto turnRound = [&] { std::reverse(records.begin() + std::ptrdiff_t(begin), records.end()); };
    while (statement->step()) {
        const qint64 set = statement->integer(0);
        if (records.empty() || records.back().setId != set) {
            turnRound();
            begin = records.size();
            if (sets-- == 0)
                return records;
        }
        if (const EntityInfo *info = entityInfo(statement->string(1)))
            records.push_back({set, info->kind, statement->integer(2)});
    }
    turnRound();
    return records;
}

Record readLastDeleted(Connection &connection, EntityKind kind, qint64 id) {
    auto statement = connection.statement(
        "SELECT \"version\", \"before_value\" FROM \"journal\" WHERE \"entity\" = ? AND \"record_id\" = ? "
        "AND \"operation\" = 'delete' ORDER BY \"sequence\" DESC LIMIT 1");
    statement->bind(1, std::string_view(RecordTable::of(kind).key()));
    statement->bind(2, id);
    const EntityInfo &info = entityInfo(kind);
    if (!statement->step())
        raise(ErrorCode::NotFound, QStringLiteral("没有删除过编号为 %1 的%2。").arg(id).arg(info.title));
    Record record{kind, id, int(statement->integer(0)), std::vector<Value>(info.fields.size())};
    for (FieldDelta &delta : wholeRecord(info, statement->text(1), false))
        record.values[std::size_t(delta.field)] = std::move(delta.before);
    return record;
}

} // namespace yipi::storage
