// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <random>

namespace yipi::test {

/// Draws change sets of all kinds of records, so that every way of facts to change is met: inserts, updates,
/// deletions with what depends on them, several in one set, undo and redo.
class RandomEdits {
public:
    RandomEdits(services::LedgerService &ledger, unsigned seed)
        : m_ledger(ledger)
        , m_random(seed) {}

    /// Makes one change; gives what it was, for messages.
    QString step();

private:
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
    int m_drawn = 0;
};

} // namespace yipi::test
