// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <random>

namespace yipi::test {

/// A number that a longer run gives by an environment variable.
inline unsigned fromEnvironment(const char *name, unsigned otherwise) {
    return qEnvironmentVariableIsSet(name) ? unsigned(qEnvironmentVariableIntValue(name)) : otherwise;
}

/// Draws change sets of all kinds of records, so that every way of facts to change is met: inserts, updates,
/// deletions with what depends on them, several in one set, undo and redo.
class RandomEdits {
public:
    /// `drawn`: so many numbers are in use already, of names and codes.
    RandomEdits(services::LedgerService &ledger, unsigned seed, int drawn = 0)
        : m_ledger(ledger)
        , m_random(seed)
        , m_drawn(drawn) {}

    int drawnCount() const { return m_drawn; }

    /// Makes one change; gives what it was, for messages.
    QString step();
    /// The set that the last step wrote or tried to; of an undo or redo the one before.
    const ChangeSet &lastSet() const { return m_set; }
    /// Projects with all that belongs to them, and changes of some that are there, as an import makes them.
    ChangeSet drawnImport();

private:
    ChangeSet drawnSet(QString &name);
    quint64 below(quint64 n) { return m_random() % n; }
    bool chance(int percent) { return below(100) < quint64(percent); }
    QDate day() { return QDate(2024, 1, 1).addDays(qint64(below(400))); }
    std::vector<Record> all(EntityKind kind) const { return m_ledger.allRecords(kind).value(); }
    qint64 anyOf(EntityKind kind);

    RecordChange inserted(const Record &record, qint64 id = 0);
    RecordChange newRecord(EntityKind kind, qint64 id = 0, qint64 project = 0);
    Record drawn(EntityKind kind, qint64 project);
    void addUpdate(EntityKind kind, ChangeSet &set);
    void addRemoval(const Record &record, ChangeSet &set);
    void addProjectRemoval(ChangeSet &set);

    services::LedgerService &m_ledger;
    std::mt19937_64 m_random;
    int m_drawn;
    ChangeSet m_set;
};

} // namespace yipi::test
