// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_store.h"

#include "storage/change_writer.h"
#include "storage/failure.h"
#include "storage/journal.h"
#include "storage/settings_table.h"

#include <sqlite3.h>

namespace yipi::storage {

namespace {

const QString kDiskDoubt = QStringLiteral("读写磁盘出错，请关闭台账后重新打开，核对最近一次修改。");

class StatementRow final : public RowView {
public:
    explicit StatementRow(const Statement &statement)
        : m_statement(statement) {}
    qint64 id() const override { return m_statement.integer(0); }
    int version() const override { return int(m_statement.integer(1)); }
    bool isNull(int column) const override { return m_statement.isNull(column + 2); }
    qint64 integer(int column) const override { return m_statement.integer(column + 2); }
    std::string_view text(int column) const override { return m_statement.text(column + 2); }

private:
    const Statement &m_statement;
};

std::vector<Record> records(const RecordTable &table, StatementPool::Lease &statement) {
    std::vector<Record> result;
    while (statement->step())
        result.push_back(toRecord(table.info().kind, table.rowOf(*statement)));
    return result;
}

} // namespace

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection, LedgerInfo info, OpenSettings settings,
                         std::optional<WriterLock> lock)
    : m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_info(std::move(info))
    , m_settings(std::move(settings)) {}

void SqliteStore::checkBeside() {
    OpenSettings settings = m_settings;
    settings.check = FileCheck::First;
    m_check = std::async(std::launch::async, [path = m_info.location, settings] {
                  return guarded(path, [&] { Connection(path, FileUse::Read, settings); });
              }).share();
}

Result<void> SqliteStore::confirmSound() const {
    return m_check.valid() ? m_check.get() : Result<void>();
}

template <class Work>
auto SqliteStore::written(Work &&work) -> Result<std::invoke_result_t<Work>> {
    if (m_info.readOnly)
        return fail(ErrorCode::NotAllowed, QStringLiteral("台账是只读的，不能修改。"), m_info.readOnlyReason);
    if (const auto sound = confirmSound(); !sound)
        return Failure(sound.error());
    const auto rollBack = [this] {
        sqlite3_exec(m_connection->database().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
    };
    return guarded(m_info.location, [&] {
        try {
            m_connection->execute("BEGIN IMMEDIATE");
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                m_connection->execute("COMMIT");
            } else {
                auto result = work();
                m_connection->execute("COMMIT");
                return result;
            }
        } catch (const SQLite::Exception &exception) {
            rollBack();
            if (primaryCode(exception) == SQLITE_IOERR) {
                // What a disk did after it reported an error is unknown: nothing more is written before the
                // ledger has been opened, and so recovered and checked, again.
                m_info.readOnly = true;
                m_info.readOnlyReason = kDiskDoubt;
            }
            throw;
        } catch (...) {
            rollBack();
            throw;
        }
    });
}

Result<AppliedChangeSet> SqliteStore::apply(const ChangeSet &set, const ProgressReport &progress) {
    const qint64 before = journalSequence();
    auto applied = written([&] { return ChangeWriter(*m_connection, set, m_clock()).write(progress); });
    const bool isDiskError =
        !applied && (applied.error().code == ErrorCode::DiskFull || applied.error().code == ErrorCode::Io);
    if (isDiskError && journalSequence() != before) {
        // The very last call of the commit failed: all is in the file, but the disk may yet lose it.
        m_info.readOnly = true;
        m_info.readOnlyReason = kDiskDoubt;
        return fail(ErrorCode::Io, QStringLiteral("修改已写入文件，但磁盘没有确认保存。"), kDiskDoubt);
    }
    return applied;
}

Result<Record> SqliteStore::read(EntityKind kind, qint64 id) const {
    return guarded(m_info.location, [&] {
        const auto row = RecordTable::of(kind).read(*m_connection, id);
        if (!row)
            raise(ErrorCode::NotFound,
                  QStringLiteral("没有编号为 %1 的%2。").arg(id).arg(entityInfo(kind).title));
        return toRecord(kind, *row);
    });
}

Result<std::vector<Record>> SqliteStore::readMany(EntityKind kind, std::span<const qint64> ids) const {
    return guarded(m_info.location, [&] {
        const ReadTransaction moment(*m_connection);
        std::vector<Record> result;
        result.reserve(ids.size());
        for (const qint64 id : ids)
            if (const auto row = RecordTable::of(kind).read(*m_connection, id))
                result.push_back(toRecord(kind, *row));
        return result;
    });
}

Result<std::vector<Record>> SqliteStore::readAll(EntityKind kind) const {
    return guarded(m_info.location, [&] {
        const RecordTable &table = RecordTable::of(kind);
        auto statement = m_connection->statement(table.selectAll() + " ORDER BY \"id\"");
        return records(table, statement);
    });
}

Result<void> SqliteStore::scan(EntityKind kind, const std::vector<int> &fields,
                               const std::function<void(const RowView &)> &visit) const {
    return guarded(m_info.location, [&] {
        const RecordTable &table = RecordTable::of(kind);
        std::string sql = "SELECT \"id\", \"version\"";
        for (const int field : fields)
            sql += ", " + table.column(field);
        auto statement = m_connection->statement(sql + " FROM " + table.name() + " ORDER BY \"id\"");
        const StatementRow row(*statement);
        while (statement->step())
            visit(row);
    });
}

Result<qint64> SqliteStore::count(EntityKind kind) const {
    return guarded(m_info.location, [&] {
        auto statement = m_connection->statement("SELECT count(*) FROM " + RecordTable::of(kind).name());
        statement->step();
        return statement->integer(0);
    });
}

Result<std::vector<Record>> SqliteStore::find(EntityKind kind, int field, const Value &value) const {
    return guarded(m_info.location, [&] {
        const RecordTable &table = RecordTable::of(kind);
        const Cell cell = toCell(value);
        const bool isNothing = std::holds_alternative<std::monostate>(cell);
        auto statement = m_connection->statement(table.selectAll() + " WHERE " + table.column(field) +
                                                 (isNothing ? " IS NULL" : " = ?") + " ORDER BY \"id\"");
        if (!isNothing)
            statement->bind(1, cell);
        return records(table, statement);
    });
}

Result<std::vector<qint64>> SqliteStore::sortedIds(EntityKind kind, int field, Qt::SortOrder order) const {
    return guarded(m_info.location, [&] {
        const RecordTable &table = RecordTable::of(kind);
        const std::string &column = table.column(field);
        auto statement = m_connection->statement(
            "SELECT \"id\" FROM " + table.name() + " ORDER BY " + column + " IS NULL, " + column +
            (order == Qt::AscendingOrder ? " ASC" : " DESC") + ", \"id\"");
        std::vector<qint64> ids;
        while (statement->step())
            ids.push_back(statement->integer(0));
        return ids;
    });
}

Result<QList<JournalEntry>> SqliteStore::history(EntityKind kind, qint64 id) const {
    return guarded(m_info.location, [&] { return readHistory(*m_connection, kind, id); });
}

Result<QList<SetSummary>> SqliteStore::sets(const SetQuery &query, int limit) const {
    return guarded(m_info.location, [&] { return readSets(*m_connection, query, limit); });
}

Result<qint64> SqliteStore::countSets(const SetQuery &query) const {
    return guarded(m_info.location, [&] { return storage::countSets(*m_connection, query); });
}

Result<QStringList> SqliteStore::setUsers() const {
    return guarded(m_info.location, [&] { return readSetUsers(*m_connection); });
}

Result<std::vector<DeletedRecord>> SqliteStore::deletedRecords(qint64 before, int sets) const {
    return guarded(m_info.location, [&] { return readDeletedRecords(*m_connection, before, sets); });
}

Result<Record> SqliteStore::lastDeleted(EntityKind kind, qint64 id) const {
    return guarded(m_info.location, [&] { return readLastDeleted(*m_connection, kind, id); });
}

Result<AppliedChangeSet> SqliteStore::readSet(qint64 setId) const {
    return guarded(m_info.location, [&] { return readAppliedSet(*m_connection, setId); });
}

Result<void> SqliteStore::visitChangesAfter(const QDateTime &moment,
                                            const std::function<void(const AppliedRecord &)> &visit) const {
    return guarded(m_info.location, [&] { storage::visitChangesAfter(*m_connection, moment, visit); });
}

qint64 SqliteStore::journalSequence() const {
    return guarded(m_info.location, [&] { return storage::journalHead(*m_connection).sequence; })
        .value_or(-1);
}

QString SqliteStore::journalHead() const {
    return guarded(m_info.location,
                   [&] { return QString::fromLatin1(storage::journalHead(*m_connection).hash.toHex()); })
        .value_or(QString());
}

QString SqliteStore::setting(const QString &key) const {
    return guarded(m_info.location, [&] { return readSetting(*m_connection, key); }).value_or(QString());
}

Result<void> SqliteStore::setSetting(const QString &key, const QString &value) {
    return written([&] { writeSetting(*m_connection, key, value); });
}

} // namespace yipi::storage
