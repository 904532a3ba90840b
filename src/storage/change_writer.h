// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "storage/journal.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace yipi::storage {

/// Carries out one change set inside the caller's transaction. Errors: StoreError (Conflict, Refused,
/// InvalidValue, Cancelled), SQLite::Exception; the caller rolls back.
class ChangeWriter {
public:
    ChangeWriter(Connection &connection, const ChangeSet &set, const QDateTime &at);

    /// Changes that alter nothing are reported with the record's present version but leave no trace; a set of
    /// only such changes has the number 0.
    AppliedChangeSet write(const ProgressReport &progress);

private:
    AppliedRecord insert(const RecordChange &change);
    AppliedRecord update(const RecordChange &change);
    AppliedRecord remove(const RecordChange &change);
    Row current(const RecordTable &table, const RecordChange &change);
    qint64 newId(EntityKind kind);
    qint64 resolved(EntityKind kind, qint64 id) const;
    /// A value as it will be stored in the field: type checked, temporary references replaced.
    Value valueFor(const RecordTable &table, int field, const Value &value) const;
    void log(std::string_view operation, const RecordTable &table, const Row &row, std::string_view field,
             Cell before, Cell after, const QByteArray &hash);

    Connection &m_connection;
    const ChangeSet &m_set;
    JournalWriter m_journal;
    std::array<qint64, kEntityKindCount> m_lastId{};                           ///< 0 = not looked up yet
    std::array<std::unordered_map<qint64, qint64>, kEntityKindCount> m_newIds; ///< by the temporary ones
    std::array<std::unordered_set<qint64>, kEntityKindCount>
        m_touched; ///< by this set: their version is its own
};

} // namespace yipi::storage
