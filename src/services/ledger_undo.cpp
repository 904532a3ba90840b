// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: the inverse of a change set through the one path for every change.
#include "services/ledger_state.h"

#include <algorithm>
#include <map>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;
using RecordKey = std::pair<EntityKind, qint64>;

QString undoPrefix() {
    return QStringLiteral("撤销：");
}

bool isSame(const Value &a, const Value &b) {
    return a == b || (isEmpty(a) && isEmpty(b));
}

Failure changedSince(const Record &record, const QString &field) {
    const auto &info = entityInfo(record.kind);
    const int name = std::max(info.indexOf(QStringLiteral("name")), 0);
    const auto *text = std::get_if<QString>(&record.values[std::size_t(name)]);
    return fail(ErrorCode::Conflict,
                QStringLiteral("%1“%2”的%3后来又被修改过，没有撤销。")
                    .arg(info.title, text ? *text : QString::number(record.id), field),
                QStringLiteral("请先撤销后来的修改，或在修改记录中逐项恢复。"));
}

/// Checks field by field that what `done` wrote still stands, newest record first, while it steps back
/// through the set.
class StepsBack {
public:
    explicit StepsBack(std::map<RecordKey, Record> stored)
        : m_stored(std::move(stored)) {}

    /// The version that the inverse has to be based on.
    Result<int> versionBefore(const AppliedRecord &done) {
        const RecordKey key{done.entity, done.id};
        const auto it = m_stored.find(key);
        if (done.kind == Kind::Delete) {
            Record back{done.entity, done.id, done.version,
                        std::vector<Value>(entityInfo(done.entity).fields.size())};
            for (const FieldDelta &delta : done.fields)
                back.values[std::size_t(delta.field)] = delta.before;
            m_stored.insert_or_assign(key, std::move(back));
            return done.version;
        }
        if (it == m_stored.end())
            return fail(ErrorCode::Conflict,
                        QStringLiteral("%1（编号 %2）后来被删除了，没有撤销。")
                            .arg(entityInfo(done.entity).title)
                            .arg(done.id),
                        QStringLiteral("请先撤销删除。"));
        Record &record = it->second;
        const int version = record.version;
        if (const QString field = firstChanged(record, done); !field.isEmpty())
            return changedSince(record, field);
        for (const FieldDelta &delta : done.fields)
            record.values[std::size_t(delta.field)] = delta.before;
        if (done.kind == Kind::Insert)
            m_stored.erase(it);
        return version;
    }

private:
    /// Title of the first field that no longer holds what was written; a new record counts as a whole.
    static QString firstChanged(const Record &record, const AppliedRecord &done) {
        const auto &fields = entityInfo(record.kind).fields;
        std::vector<Value> written = record.values;
        if (done.kind == Kind::Insert)
            written.assign(written.size(), Value());
        for (const FieldDelta &delta : done.fields)
            written[std::size_t(delta.field)] = delta.after;
        for (std::size_t i = 0; i < written.size(); ++i)
            if (!isSame(written[i], record.values[i]))
                return fields[i].title;
        return {};
    }

    std::map<RecordKey, Record> m_stored;
};

Result<std::map<RecordKey, Record>> recordsOf(const AppliedChangeSet &set,
                                              const storage::LedgerStore &store) {
    std::map<EntityKind, std::vector<qint64>> ids;
    for (const AppliedRecord &record : set.records)
        ids[record.entity].push_back(record.id);
    std::map<RecordKey, Record> records;
    for (const auto &[kind, list] : ids) {
        auto stored = store.readMany(kind, list);
        if (!stored)
            return Failure(std::move(stored).error());
        for (Record &record : *stored)
            records.insert_or_assign(RecordKey{kind, record.id}, std::move(record));
    }
    return records;
}

/// The inverse of `done` on top of later changes of other fields. Conflict names the field that was changed
/// again.
Result<ChangeSet> inverseOf(const AppliedChangeSet &done, const storage::LedgerStore &store) {
    auto stored = recordsOf(done, store);
    if (!stored)
        return Failure(std::move(stored).error());
    ChangeSet set = inverse(done);
    StepsBack steps(std::move(*stored));
    for (std::size_t i = 0; i < set.changes.size(); ++i) {
        const auto version = steps.versionBefore(done.records[done.records.size() - 1 - i]);
        if (!version)
            return Failure(version.error());
        set.changes[i].baseVersion = *version;
    }
    return set;
}

} // namespace

bool isUndoable(ChangeSource source) {
    return source == ChangeSource::Edit || source == ChangeSource::Paste || source == ChangeSource::Import ||
           source == ChangeSource::CommandLine;
}

Result<void> LedgerService::Private::loadUndoSteps() {
    auto sets = store->recentSets(kUndoStepsKept);
    if (!sets)
        return Failure(std::move(sets).error());
    std::sort(sets->begin(), sets->end(), [](const auto &a, const auto &b) { return a.setId < b.setId; });
    undoable.clear();
    redoable.clear();
    for (const auto &set : *sets) {
        const auto source = choiceFrom<ChangeSource>(set.source);
        if (source != ChangeSource::Undo && source != ChangeSource::Redo)
            redoable.clear(); // after something new there is nothing to do again
        if (source && isUndoable(*source))
            (set.undoneBy == 0 ? undoable : redoable).push_back({set.setId, set.title, set.undoneBy});
    }
    // What was undone last is done again first.
    std::sort(redoable.begin(), redoable.end(),
              [](const UndoStep &a, const UndoStep &b) { return a.undoSetId < b.undoSetId; });
    return {};
}

bool LedgerService::canUndo() const {
    return !d->undoable.empty() && !d->store->info().readOnly;
}
bool LedgerService::canRedo() const {
    return !d->redoable.empty() && !d->store->info().readOnly;
}
QString LedgerService::undoTitle() const {
    return d->undoable.empty() ? QString() : d->undoable.back().title;
}
QString LedgerService::redoTitle() const {
    return d->redoable.empty() ? QString() : d->redoable.back().title;
}
int LedgerService::undoDepth() const {
    return int(d->undoable.size());
}

Result<AppliedChangeSet> LedgerService::takeBack(const QString &title, qint64 setId, ChangeSource source) {
    auto done = d->store->readSet(setId);
    if (!done)
        return done;
    auto set = inverseOf(*done, *d->store);
    if (!set)
        return Failure(std::move(set).error());
    set->title = title;
    set->user = d->user;
    set->source = source;
    return write(*set, {});
}

Result<AppliedChangeSet> LedgerService::undo() {
    if (d->undoable.empty())
        return fail(ErrorCode::Refused, QStringLiteral("没有可以撤销的操作"));
    UndoStep step = d->undoable.back();
    auto applied = takeBack(undoPrefix() + step.title, step.setId, ChangeSource::Undo);
    if (applied) {
        step.undoSetId = applied->setId;
        d->undoable.pop_back();
        d->redoable.push_back(std::move(step));
        tell(*applied);
    }
    return applied;
}

Result<AppliedChangeSet> LedgerService::redo() {
    if (d->redoable.empty())
        return fail(ErrorCode::Refused, QStringLiteral("没有可以重做的操作"));
    UndoStep step = d->redoable.back();
    auto applied = takeBack(step.title, step.undoSetId, ChangeSource::Redo);
    if (applied) {
        step.undoSetId = 0;
        d->redoable.pop_back();
        d->undoable.push_back(std::move(step));
        tell(*applied);
    }
    return applied;
}

} // namespace yipi::services
