// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/recycle_bin.h"

#include "services/record_names.h"
#include "services/removal.h"
#include "storage/ledger_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;
using RecordKey = std::pair<EntityKind, qint64>;

Record deletedRecord(const AppliedRecord &deleted) {
    Record record{deleted.entity, deleted.id, deleted.version,
                  std::vector<Value>(entityInfo(deleted.entity).fields.size())};
    for (const FieldDelta &delta : deleted.fields)
        record.values[std::size_t(delta.field)] = delta.before;
    return record;
}

/// A set that deleted records, and which of them are still gone.
class Deletion {
public:
    static Result<Deletion> of(const LedgerService &ledger, qint64 setId) {
        auto set = ledger.changeSet(setId);
        if (!set)
            return Failure(std::move(set).error());
        const auto gone = ledger.deletedRecords(setId + 1, 1);
        if (!gone)
            return Failure(gone.error());
        Deletion deletion;
        deletion.m_set = std::move(*set);
        for (const storage::DeletedRecord &record : *gone)
            if (record.setId == setId)
                deletion.m_gone.insert({record.entity, record.id});
        deletion.findOwners();
        return deletion;
    }

    const AppliedChangeSet &set() const { return m_set; }
    const std::set<RecordKey> &gone() const { return m_gone; }
    bool isGone(const AppliedRecord &record) const {
        return record.kind == Kind::Delete && m_gone.contains({record.entity, record.id});
    }
    /// Whether it went because another record of the set went.
    bool isDependent(const RecordKey &key) const { return m_owned.contains(key); }
    /// The record with all that belonged to it.
    std::set<RecordKey> withDependents(const RecordKey &key) const {
        std::set<RecordKey> all;
        if (m_gone.contains(key))
            all.insert(key);
        if (const auto owned = m_dependents.find(key); owned != m_dependents.end())
            all.insert(owned->second.begin(), owned->second.end());
        return all;
    }

private:
    /// What belongs to a project belongs to nothing else that belongs to something: one step is enough.
    void findOwners() {
        for (const AppliedRecord &record : m_set.records) {
            if (!isGone(record))
                continue;
            const auto &fields = entityInfo(record.entity).fields;
            for (const FieldDelta &delta : record.fields) {
                const FieldInfo &field = fields[std::size_t(delta.field)];
                if (!belongsBy(field))
                    continue;
                const RecordKey owner{field.target, std::get<qint64>(delta.before)};
                if (!m_gone.contains(owner))
                    continue;
                m_dependents[owner].emplace_back(record.entity, record.id);
                m_owned.insert({record.entity, record.id});
            }
        }
    }

    AppliedChangeSet m_set;
    std::set<RecordKey> m_gone;
    std::map<RecordKey, std::vector<RecordKey>> m_dependents; ///< by what they belonged to
    std::set<RecordKey> m_owned;                              ///< all of them
};

/// Makes the change set that brings records of a deletion back.
class Restoration {
public:
    Restoration(const LedgerService &ledger, const Deletion &deletion, std::set<RecordKey> wanted)
        : m_ledger(ledger)
        , m_names(ledger)
        , m_deletion(deletion)
        , m_wanted(std::move(wanted)) {}

    Result<ChangeSet> changes() {
        ChangeSet all = inverse(m_deletion.set());
        const auto &records = m_deletion.set().records;
        for (std::size_t i = 0; i < all.changes.size(); ++i) {
            const AppliedRecord &done = records[records.size() - 1 - i];
            const bool isWanted = m_deletion.isGone(done) && m_wanted.contains({done.entity, done.id});
            auto added = isWanted                    ? addRecord(done, std::move(all.changes[i]))
                         : done.kind == Kind::Update ? addMentions(done)
                                                     : Result<void>();
            if (!added)
                return Failure(std::move(added).error());
        }
        return std::move(m_result);
    }

private:
    Result<std::optional<Record>> present(EntityKind kind, qint64 id) const {
        auto records = m_ledger.records(kind, std::array{id});
        if (!records)
            return Failure(std::move(records).error());
        return records->empty() ? std::optional<Record>() : std::optional(std::move(records->front()));
    }

    Result<void> addRecord(const AppliedRecord &deleted, RecordChange change) {
        const auto &fields = entityInfo(deleted.entity).fields;
        for (const FieldDelta &delta : deleted.fields) {
            const FieldInfo &field = fields[std::size_t(delta.field)];
            if (field.type != FieldType::Reference)
                continue;
            const qint64 id = std::get<qint64>(delta.before);
            if (m_wanted.contains({field.target, id}))
                continue;
            const auto found = present(field.target, id);
            if (!found)
                return Failure(found.error());
            if (!*found)
                return fail(ErrorCode::Refused,
                            QStringLiteral("%1的%2“%3”已经不在台账中，没有恢复。")
                                .arg(m_names.label(deletedRecord(deleted)), field.title,
                                     m_names.name(field.target, id)),
                            QStringLiteral("请先恢复%1。").arg(m_names.label(field.target, id)));
        }
        m_result.changes.push_back(std::move(change));
        return {};
    }

    /// What only mentioned a record that comes back mentions it again, unless it has another one by now.
    Result<void> addMentions(const AppliedRecord &done) {
        const auto now = present(done.entity, done.id);
        if (!now)
            return Failure(now.error());
        if (!*now)
            return {};
        RecordChange change{Kind::Update, done.entity, done.id, (*now)->version, {}};
        const auto &fields = entityInfo(done.entity).fields;
        for (const FieldDelta &delta : done.fields) {
            const FieldInfo &field = fields[std::size_t(delta.field)];
            const auto *id = std::get_if<qint64>(&delta.before);
            if (field.type == FieldType::Reference && id && m_wanted.contains({field.target, *id}) &&
                isEmpty((*now)->values[std::size_t(delta.field)]))
                change.values.emplace_back(delta.field, delta.before);
        }
        if (!change.values.empty())
            m_result.changes.push_back(std::move(change));
        return {};
    }

    const LedgerService &m_ledger;
    RecordNames m_names;
    const Deletion &m_deletion;
    std::set<RecordKey> m_wanted;
    ChangeSet m_result;
};

QString countsText(const std::map<EntityKind, qint64> &counts) {
    QStringList parts;
    for (const auto &[kind, count] : counts)
        parts << QStringLiteral("%1 %2").arg(entityInfo(kind).title).arg(count);
    return parts.join(QStringLiteral("、"));
}

Result<AppliedChangeSet> restore(LedgerService &ledger, const Deletion &deletion, std::set<RecordKey> wanted,
                                 const QString &reason) {
    if (wanted.empty())
        return fail(ErrorCode::Refused, QStringLiteral("已经恢复过了，没有可以恢复的记录"));
    const RecordNames names(ledger);
    QStringList labels;
    for (const AppliedRecord &record : deletion.set().records)
        if (const RecordKey key{record.entity, record.id};
            deletion.isGone(record) && wanted.contains(key) && !deletion.isDependent(key))
            labels << names.label(deletedRecord(record));
    const qsizetype records = qsizetype(wanted.size());
    auto set = Restoration(ledger, deletion, std::move(wanted)).changes();
    if (!set)
        return Failure(std::move(set).error());
    set->title = labels.size() == 1 ? QStringLiteral("恢复 %1").arg(labels.front())
                                    : QStringLiteral("恢复 %1 条删除的记录").arg(records);
    set->reason = reason.trimmed();
    return ledger.apply(std::move(*set));
}

} // namespace

Result<std::vector<DeletedSet>> deletedSets(const LedgerService &ledger, qint64 before, int limit) {
    const auto gone = ledger.deletedRecords(before, limit);
    if (!gone)
        return Failure(gone.error());
    std::vector<DeletedSet> sets;
    std::map<EntityKind, qint64> counts;
    for (std::size_t i = 0; i < gone->size(); ++i) {
        const storage::DeletedRecord &record = (*gone)[i];
        ++counts[record.entity];
        if (i + 1 < gone->size() && (*gone)[i + 1].setId == record.setId)
            continue;
        auto line = ledger.changeSets({}, record.setId + 1, 1);
        if (!line)
            return Failure(std::move(line).error());
        qint64 records = 0;
        for (const auto &[kind, count] : counts)
            records += count;
        sets.push_back({std::move(line->front()), countsText(counts), records});
        counts.clear();
    }
    return sets;
}

Result<std::vector<DeletedItem>> deletedItems(const LedgerService &ledger, qint64 setId, int most) {
    const auto deletion = Deletion::of(ledger, setId);
    if (!deletion)
        return Failure(deletion.error());
    const RecordNames names(ledger);
    std::vector<DeletedItem> items;
    for (const AppliedRecord &record : deletion->set().records) {
        const RecordKey key{record.entity, record.id};
        if (!deletion->isGone(record) || deletion->isDependent(key))
            continue;
        if (items.size() == std::size_t(most))
            break;
        const qint64 dependents = qint64(deletion->withDependents(key).size()) - 1;
        items.push_back({record.entity, record.id, names.label(deletedRecord(record)), dependents});
    }
    return items;
}

Result<AppliedChangeSet> restoreDeleted(LedgerService &ledger, qint64 setId, const QString &reason) {
    const auto deletion = Deletion::of(ledger, setId);
    if (!deletion)
        return Failure(deletion.error());
    return restore(ledger, *deletion, deletion->gone(), reason);
}

Result<AppliedChangeSet> restoreDeleted(LedgerService &ledger, qint64 setId, EntityKind kind, qint64 id,
                                        const QString &reason) {
    const auto deletion = Deletion::of(ledger, setId);
    if (!deletion)
        return Failure(deletion.error());
    return restore(ledger, *deletion, deletion->withDependents({kind, id}), reason);
}

} // namespace yipi::services
