// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "storage/ledger_store.h"
#include "storage/record_table.h"

#include <string>
#include <vector>

namespace yipi::storage {

/// The newest entry of the journal.
struct JournalHead {
    qint64 sequence = 0;
    QByteArray hash;
};

JournalHead journalHead(Connection &connection);

/// A moment as the journal writes it; texts of this form sort by time.
QString journalTime(const QDateTime &moment);

/// What an entry says beside its set, as stored.
struct Entry {
    std::string_view operation; ///< insert, update, delete
    std::string_view entity;
    qint64 recordId = 0;
    qint64 version = 0;
    std::string_view field; ///< key; empty for insert and delete
    Cell before;            ///< text or nothing
    Cell after;
    QByteArray recordHash; ///< content hash of the record after the change; empty for delete
};

/// The part of the canonical text that all entries of a set share: at, user, source, title, reason, undoes.
std::string canonicalSet(const std::vector<Cell> &setCells);
/// docs/journal.md
std::string canonicalEntry(qint64 sequence, qint64 setId, const std::string &set, const Entry &entry);

/// Writes the entries of one change set and then the set itself, inside the caller's transaction.
class JournalWriter {
public:
    JournalWriter(Connection &connection, const ChangeSet &set, const QDateTime &at);

    qint64 setId() const { return m_setId; }
    bool isEmpty() const { return m_head.sequence + 1 == m_firstSequence; }
    void append(const Entry &entry);
    void finish(qint64 records);

private:
    Connection &m_connection;
    JournalHead m_head;
    qint64 m_setId = 0;
    qint64 m_firstSequence = 0;
    std::vector<Cell> m_setCells; ///< at, user, source, title, reason, undoes
    std::string m_canonicalSet;
    StatementPool::Lease m_insert;
};

QList<JournalEntry> readHistory(Connection &connection, EntityKind kind, qint64 id);
/// A set as apply() gave it. Errors: StoreError (NotFound, LedgerDamaged).
AppliedChangeSet readAppliedSet(Connection &connection, qint64 setId);
/// The fields of an inserted or deleted record from its JSON in the journal, in field order.
std::vector<FieldDelta> wholeRecord(const EntityInfo &info, std::string_view json, bool isInsert);
/// LedgerStore::sets and what stands below it there. readLastDeleted: StoreError (NotFound).
QList<SetSummary> readSets(Connection &connection, const SetQuery &query, int limit);
qint64 countSets(Connection &connection, const SetQuery &query);
QStringList readSetUsers(Connection &connection);
std::vector<DeletedRecord> readDeletedRecords(Connection &connection, qint64 before, int sets);
Record readLastDeleted(Connection &connection, EntityKind kind, qint64 id);
/// LedgerStore::visitChangesAfter. Errors: StoreError (LedgerDamaged).
void visitChangesAfter(Connection &connection, const QDateTime &moment,
                       const std::function<void(const AppliedRecord &)> &visit);

} // namespace yipi::storage
