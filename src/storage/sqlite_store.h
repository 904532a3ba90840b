// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/ledger_store.h"
#include "storage/writer_lock.h"

#include <future>
#include <optional>

namespace yipi::storage {

/// A ledger in a SQLite file.
class SqliteStore final : public LedgerStore {
public:
    SqliteStore(std::unique_ptr<Connection> connection, LedgerInfo info, OpenSettings settings,
                std::optional<WriterLock> lock);

    LedgerInfo info() const override { return m_info; }
    Result<void> confirmSound() const override;
    /// Begins the check that confirmSound waits for.
    void checkBeside();
    Result<AppliedChangeSet> apply(const ChangeSet &set, const ProgressReport &progress) override;

    void setClock(Clock clock) override { m_clock = std::move(clock); }

    Result<Record> read(EntityKind kind, qint64 id) const override;
    Result<std::vector<Record>> readMany(EntityKind kind, std::span<const qint64> ids) const override;
    Result<std::vector<Record>> readAll(EntityKind kind) const override;
    Result<void> scan(EntityKind kind, const std::vector<int> &fields,
                      const std::function<void(const RowView &)> &visit) const override;
    Result<qint64> count(EntityKind kind) const override;
    Result<std::vector<Record>> find(EntityKind kind, int field, const Value &value) const override;

    Result<std::vector<qint64>> sortedIds(EntityKind kind, int field, Qt::SortOrder order) const override;

    Result<QList<JournalEntry>> history(EntityKind kind, qint64 id) const override;
    Result<QList<SetSummary>> sets(const SetQuery &query, int limit) const override;
    Result<qint64> countSets(const SetQuery &query) const override;
    Result<QStringList> setUsers() const override;
    Result<std::vector<DeletedRecord>> deletedRecords(qint64 before, int sets) const override;
    Result<Record> lastDeleted(EntityKind kind, qint64 id) const override;
    Result<AppliedChangeSet> readSet(qint64 setId) const override;
    Result<void> visitChangesAfter(const QDateTime &moment,
                                   const std::function<void(const AppliedRecord &)> &visit) const override;
    qint64 journalSequence() const override;
    QString journalHead() const override;

    QString setting(const QString &key) const override;
    Result<void> setSetting(const QString &key, const QString &value) override;

    Result<void> backup(const QString &path, const ProgressReport &progress) override;
    Result<QList<Check>> verify(const ProgressReport &progress) const override;

private:
    /// Runs `work` in a write transaction; any error rolls back.
    template <class Work>
    auto written(Work &&work) -> Result<std::invoke_result_t<Work>>;

    std::optional<WriterLock> m_lock; ///< outlives the connection
    std::unique_ptr<Connection> m_connection;
    LedgerInfo m_info;
    OpenSettings m_settings;
    Clock m_clock = &QDateTime::currentDateTimeUtc;
    std::shared_future<Result<void>> m_check; ///< invalid when the file was checked first
};

} // namespace yipi::storage
