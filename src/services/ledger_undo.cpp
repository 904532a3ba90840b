// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: the inverse of a change set through the one path for every change.
#include "services/ledger_state.h"
#include "services/record_names.h"

#include <algorithm>
#include <map>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;
using RecordKey = std::pair<EntityKind, qint64>;

bool isSame(const Value &a, const Value &b) {
    return a == b || (isEmpty(a) && isEmpty(b));
}

Failure changedSince(const RecordNames &names, const Record &record, int field) {
    return fail(ErrorCode::Conflict,
                QStringLiteral("%1的%2后来又被修改过，没有撤销。")
                    .arg(names.label(record), names.fieldTitle(record, field)),
                QStringLiteral("请先撤销后来的修改，或在修改记录中逐项还原。"));
}

/// Checks field by field that what `done` wrote still stands, newest record first, while it steps back
/// through the set.
class StepsBack {
public:
    StepsBack(std::map<RecordKey, Record> stored, const RecordNames &names)
        : m_stored(std::move(stored))
        , m_names(names) {}

    /// The version that the inverse has to be based on.
    Result<int> versionBefore(const AppliedRecord &done) {
        const RecordKey key{done.entity, done.id};
        const auto it = m_stored.find(key);
        if (done.kind == Kind::Delete) {
            if (it != m_stored.end())
                return fail(ErrorCode::Conflict,
                            QStringLiteral("%1已经恢复了，没有撤销。").arg(m_names.label(it->second)));
            Record back{done.entity, done.id, done.version,
                        std::vector<Value>(entityInfo(done.entity).fields.size())};
            for (const FieldDelta &delta : done.fields)
                back.values[std::size_t(delta.field)] = delta.before;
            m_stored.insert_or_assign(key, std::move(back));
            return done.version;
        }
        if (it == m_stored.end())
            return fail(ErrorCode::Conflict,
                        QStringLiteral("%1后来被删除了，没有撤销。").arg(m_names.label(done.entity, done.id)),
                        QStringLiteral("请先撤销删除，或在回收站中恢复。"));
        Record &record = it->second;
        const int version = record.version;
        if (const int field = firstChanged(record, done); field >= 0)
            return changedSince(m_names, record, field);
        for (const FieldDelta &delta : done.fields)
            record.values[std::size_t(delta.field)] = delta.before;
        if (done.kind == Kind::Insert)
            m_stored.erase(it);
        return version;
    }

private:
    /// The first field that no longer holds what was written, −1 if there is none; a new record counts as a
    /// whole.
    static int firstChanged(const Record &record, const AppliedRecord &done) {
        std::vector<Value> written = record.values;
        if (done.kind == Kind::Insert)
            written.assign(written.size(), Value());
        for (const FieldDelta &delta : done.fields)
            written[std::size_t(delta.field)] = delta.after;
        for (std::size_t i = 0; i < written.size(); ++i)
            if (!isSame(written[i], record.values[i]))
                return int(i);
        return -1;
    }

    std::map<RecordKey, Record> m_stored;
    const RecordNames &m_names;
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
Result<ChangeSet> inverseOf(const AppliedChangeSet &done, const LedgerService &ledger,
                            const storage::LedgerStore &store) {
    auto stored = recordsOf(done, store);
    if (!stored)
        return Failure(std::move(stored).error());
    ChangeSet set = inverse(done);
    const RecordNames names(ledger);
    StepsBack steps(std::move(*stored), names);
    for (std::size_t i = 0; i < set.changes.size(); ++i) {
        const auto version = steps.versionBefore(done.records[done.records.size() - 1 - i]);
        if (!version)
            return Failure(version.error());
        set.changes[i].baseVersion = *version;
    }
    return set;
}

} // namespace

bool LedgerService::canUndo() const {
    return d->steps.undoable().depth() > 0 && !d->store->info().readOnly;
}
bool LedgerService::canRedo() const {
    return d->steps.redoable().depth() > 0 && !d->store->info().readOnly;
}

namespace {

std::optional<UndoStep> lastOf(const StepStack &steps) {
    if (steps.depth() == 0)
        return {};
    auto step = steps.top();
    return step ? std::optional(std::move(*step)) : std::nullopt;
}

} // namespace

QString LedgerService::undoTitle() const {
    const auto step = lastOf(d->steps.undoable());
    return step ? step->title : QString();
}
QString LedgerService::redoTitle() const {
    const auto step = lastOf(d->steps.redoable());
    return step ? step->title : QString();
}
qint64 LedgerService::undoSetId() const {
    const auto step = lastOf(d->steps.undoable());
    return step ? step->setId : 0;
}
int LedgerService::undoDepth() const {
    return int(d->steps.undoable().depth());
}

Result<qint64> LedgerService::undoStepsDownTo(qint64 setId) const {
    return d->steps.countDownTo(setId);
}

Result<AppliedChangeSet> LedgerService::takeBack(const QString &title, qint64 setId, ChangeSource source) {
    auto done = d->store->readSet(setId);
    if (!done)
        return done;
    auto set = inverseOf(*done, *this, *d->store);
    if (!set)
        return Failure(std::move(set).error());
    set->title = title;
    set->user = d->user;
    set->source = source;
    return write(*set, {});
}

Result<AppliedChangeSet> LedgerService::undo() {
    if (d->steps.undoable().depth() == 0)
        return fail(ErrorCode::Refused, QStringLiteral("没有可以撤销的操作"));
    const auto step = d->steps.undoable().top();
    if (!step)
        return Failure(step.error());
    auto applied = takeBack(undoTitleOf(step->title), step->setId, ChangeSource::Undo);
    if (applied) {
        d->steps.moveToRedo(applied->setId);
        tell(*applied);
    }
    return applied;
}

Result<AppliedChangeSet> LedgerService::redo() {
    if (d->steps.redoable().depth() == 0)
        return fail(ErrorCode::Refused, QStringLiteral("没有可以重做的操作"));
    const auto step = d->steps.redoable().top();
    if (!step)
        return Failure(step.error());
    auto applied = takeBack(step->title, step->undoSetId, ChangeSource::Redo);
    if (applied) {
        d->steps.moveToUndo();
        tell(*applied);
    }
    return applied;
}

} // namespace yipi::services
