// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/removal.h"

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;

/// What happens to a record when the one it refers to is deleted.
enum class Bond {
    Part,    ///< goes with it
    Mention, ///< stays without it
    Need,    ///< forbids it
};

Bond bondOf(const EntityInfo &info, const FieldInfo &field) {
    if (belongsBy(field))
        return Bond::Part;
    const bool isPlace = info.kind == EntityKind::LandParcel || info.kind == EntityKind::StandardPlant;
    return isPlace && !field.isRequired ? Bond::Mention : Bond::Need;
}

QString nameOf(const LedgerService &ledger, const Record &record) {
    const QString name = ledger.referenceText(record.kind, record.id);
    return name.isEmpty() ? QString::number(record.id) : name;
}

/// Collects the changes, what refers to a record before the record itself.
class Removal {
public:
    explicit Removal(const LedgerService &ledger)
        : m_ledger(ledger) {}

    Result<void> add(const Record &record) {
        for (int kind = 0; kind < kEntityKindCount; ++kind) {
            const EntityInfo &info = entityInfo(EntityKind(kind));
            for (std::size_t i = 0; i < info.fields.size(); ++i)
                if (info.fields[i].type == FieldType::Reference && info.fields[i].target == record.kind)
                    if (auto done = follow(record, info, int(i)); !done)
                        return done;
        }
        changes.push_back({Kind::Delete, record.kind, record.id, record.version, {}});
        return {};
    }

    std::vector<RecordChange> changes;

private:
    Result<void> follow(const Record &record, const EntityInfo &info, int field) {
        const FieldInfo &reference = info.fields[std::size_t(field)];
        auto referring = m_ledger.recordsWhere(info.kind, reference.key, Value(record.id));
        if (!referring)
            return Failure(std::move(referring).error());
        if (referring->empty())
            return {};
        const Bond bond = bondOf(info, reference);
        if (bond == Bond::Need)
            return fail(ErrorCode::Refused,
                        QStringLiteral("%1“%2”还被 %3 条%4引用（%5），没有删除")
                            .arg(entityInfo(record.kind).title, nameOf(m_ledger, record))
                            .arg(referring->size())
                            .arg(info.title, nameOf(m_ledger, referring->front())),
                        QStringLiteral("请先把它们改为引用别的%1，或先删除它们。")
                            .arg(entityInfo(record.kind).title));
        for (const Record &other : *referring)
            if (bond == Bond::Part)
                changes.push_back({Kind::Delete, other.kind, other.id, other.version, {}});
            else
                changes.push_back({Kind::Update, other.kind, other.id, other.version, {{field, Value()}}});
        return {};
    }

    const LedgerService &m_ledger;
};

} // namespace

bool belongsBy(const FieldInfo &field) {
    const bool isOwner = field.target == EntityKind::Project || field.target == EntityKind::CustomField;
    return field.type == FieldType::Reference && isOwner && field.isRequired;
}

Result<ChangeSet> removalOf(const LedgerService &ledger, EntityKind kind, std::span<const qint64> ids) {
    auto records = ledger.records(kind, ids);
    if (!records)
        return Failure(std::move(records).error());
    const QString &title = entityInfo(kind).title;
    if (records->empty())
        return fail(ErrorCode::NotFound, QStringLiteral("要删除的%1已经不在台账中").arg(title));
    Removal removal(ledger);
    for (const Record &record : *records)
        if (auto done = removal.add(record); !done)
            return Failure(std::move(done).error());
    ChangeSet set;
    set.title = records->size() == 1
                    ? QStringLiteral("删除%1 %2").arg(title, nameOf(ledger, records->front()))
                    : QStringLiteral("删除 %1 个%2").arg(records->size()).arg(title);
    set.changes = std::move(removal.changes);
    return set;
}

} // namespace yipi::services
