// SPDX-License-Identifier: GPL-3.0-or-later
// The one path for every change; its way back is in ledger_undo.cpp.
#include "domain/enterprise.h"
#include "domain/text_parsing.h"
#include "services/change_checks.h"
#include "services/custom_columns.h"
#include "services/facts_loader.h"
#include "services/facts_patch.h"
#include "services/ledger_state.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace yipi::services {

namespace {
using Kind = RecordChange::Kind;
} // namespace

Result<void> LedgerService::Private::followEnterprises(const AppliedChangeSet &applied) {
    static const int kName = entityInfo(EntityKind::Enterprise).indexOf(QStringLiteral("name"));
    for (const AppliedRecord &record : applied.records) {
        if (record.entity != EntityKind::Enterprise)
            continue;
        if (record.kind != Kind::Insert)
            return loadEnterprises(); // another one may be known by the former name
        for (const FieldDelta &delta : record.fields)
            if (delta.field == kName)
                nameEnterprise(record.id, std::get<QString>(delta.after));
    }
    return {};
}

Result<void> LedgerService::Private::follow(const AppliedChangeSet &applied) {
    columns->follow(applied);
    if (auto followed = followEnterprises(applied); !followed)
        return followed;
    const auto patched = patchFacts(facts, applied, *store, enterpriseNames);
    if (!patched || !*patched)
        return readFacts();
    describeFacts();
    return {};
}

void LedgerService::tell(const AppliedChangeSet &applied) {
    const bool isAboutFields =
        std::any_of(applied.records.begin(), applied.records.end(),
                    [](const AppliedRecord &record) { return record.entity == EntityKind::CustomField; });
    if (isAboutFields)
        Q_EMIT fieldsChanged();
    Q_EMIT ledgerChanged(applied);
}

Result<AppliedChangeSet> LedgerService::write(const ChangeSet &set, const ProgressReport &progress) {
    const auto info = d->store->info();
    if (info.readOnly)
        return fail(ErrorCode::NotAllowed, QStringLiteral("台账是只读打开的，不能修改"), info.readOnlyReason);
    if (auto checked = checkChanges(set, *d->store); !checked)
        return Failure(std::move(checked).error());
    auto applied = d->store->apply(set, progress);
    if (!applied) {
        spdlog::warn("change set refused: {}", key(applied.error().code).toStdString());
        return applied;
    }
    spdlog::info("change set {} written, {} records", applied->setId, applied->records.size());
    if (auto followed = d->follow(*applied); !followed)
        return Failure(std::move(followed).error());
    return applied;
}

Result<AppliedChangeSet> LedgerService::apply(ChangeSet set, const ProgressReport &progress) {
    if (set.user.isEmpty())
        set.user = d->user;
    if (auto split = splitCustomValues(set, d->facts, *d->store); !split)
        return Failure(std::move(split).error());
    auto applied = write(set, progress);
    if (applied) {
        if (applied->setId) // nothing is written when all is as it was
            d->steps.add(applied->setId, set.title, isUndoable(set.source));
        tell(*applied); // last: who listens asks for the undo steps
    }
    return applied;
}

Result<AppliedChangeSet> LedgerService::edit(EntityKind kind, qint64 id, int expectedVersion,
                                             const QString &fieldKey, const QString &text,
                                             const QString &reason, ChangeSource source, MoneyUnit unit) {
    return editFields(kind, id, expectedVersion, {{fieldKey, text}}, reason, source, unit);
}

Result<AppliedChangeSet> LedgerService::editFields(EntityKind kind, qint64 id, int expectedVersion,
                                                   const std::vector<TypedField> &fields,
                                                   const QString &reason, ChangeSource source,
                                                   MoneyUnit unit) {
    const auto &info = entityInfo(kind);
    ChangeSet set;
    set.reason = reason;
    set.source = source;
    RecordChange change{Kind::Update, kind, id, expectedVersion, {}};
    QStringList titles;
    for (const auto &[fieldKey, text] : fields) {
        const int field = fieldIndex(kind, fieldKey);
        if (field < 0)
            return fail(ErrorCode::Usage, QStringLiteral("%1没有字段“%2”").arg(info.title, fieldKey));
        const FieldInfo &f = this->fields(kind)[std::size_t(field)];
        if (f.isInternal)
            return fail(ErrorCode::Refused,
                        QStringLiteral("“%1”（%2）由程序维护，不能修改").arg(f.title, f.key),
                        QStringLiteral("要区分项目请用编号。"));
        titles << f.title;
        const bool isNewEnterprise = f.type == FieldType::Reference && f.target == EntityKind::Enterprise &&
                                     !text.trimmed().isEmpty() &&
                                     !d->enterpriseIds.contains(foldedName(text));
        if (isNewEnterprise) {
            const qint64 newId = -1 - qint64(set.changes.size());
            const int name = entityInfo(EntityKind::Enterprise).indexOf(QStringLiteral("name"));
            set.changes.push_back(
                {Kind::Insert, EntityKind::Enterprise, newId, 0, {{name, Value(text.trimmed())}}});
            change.values.emplace_back(field, Value(newId));
            continue;
        }
        auto value = read(f, text, unit);
        if (!value)
            return Failure(std::move(value).error());
        change.values.emplace_back(field, *value);
    }
    set.title = QStringLiteral("修改%1的%2").arg(info.title, titles.join(QStringLiteral("、")));
    set.changes.push_back(std::move(change));
    return apply(std::move(set));
}

} // namespace yipi::services
