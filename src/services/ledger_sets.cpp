// SPDX-License-Identifier: GPL-3.0-or-later
// The list of change sets for people.
#include "services/ledger_state.h"

namespace yipi::services {

namespace {

storage::SetQuery queryOf(const SetFilter &filter) {
    storage::SetQuery query;
    query.text = filter.text.trimmed();
    query.user = filter.user;
    if (filter.source)
        query.sources = {key(*filter.source)};
    if (filter.from.isValid())
        query.from = QDateTime(filter.from, QTime(0, 0));
    if (filter.until.isValid())
        query.until = QDateTime(filter.until.addDays(1), QTime(0, 0));
    return query;
}

SetLine setLine(const storage::SetSummary &set) {
    const auto source = choiceFrom<ChangeSource>(set.source);
    SetLine line;
    line.setId = set.setId;
    line.at = QDateTime::fromString(set.at, Qt::ISODateWithMs).toLocalTime();
    line.user = set.user;
    line.source = source ? title(*source) : set.source;
    line.title = set.title;
    line.reason = set.reason;
    line.records = set.records;
    line.state = !source || !isUndoable(*source) ? SetLine::State::Fixed
                 : set.undoneBy                  ? SetLine::State::Undone
                                                 : SetLine::State::Standing;
    return line;
}

} // namespace

Result<std::vector<SetLine>> LedgerService::changeSets(const SetFilter &filter, qint64 before,
                                                       int limit) const {
    storage::SetQuery query = queryOf(filter);
    query.before = before;
    const auto sets = d->store->sets(query, limit);
    if (!sets)
        return Failure(sets.error());
    std::vector<SetLine> lines;
    for (const storage::SetSummary &set : *sets)
        lines.push_back(setLine(set));
    return lines;
}

Result<qint64> LedgerService::changeSetCount(const SetFilter &filter) const {
    return d->store->countSets(queryOf(filter));
}

Result<QStringList> LedgerService::changeSetUsers() const {
    return d->store->setUsers();
}

Result<AppliedChangeSet> LedgerService::changeSet(qint64 setId) const {
    return d->store->readSet(setId);
}

Result<Record> LedgerService::lastKnown(EntityKind kind, qint64 id) const {
    auto stored = d->store->read(kind, id);
    return stored || stored.error().code != ErrorCode::NotFound ? stored : d->store->lastDeleted(kind, id);
}

Result<std::vector<storage::DeletedRecord>> LedgerService::deletedRecords(qint64 before, int sets) const {
    return d->store->deletedRecords(before, sets);
}

} // namespace yipi::services
