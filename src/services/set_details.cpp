// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/set_details.h"

#include "domain/custom_field.h"
#include "services/record_names.h"

#include <algorithm>
#include <array>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;

/// A field that a set wrote into a record that was there: of a custom value also its first one, which shows
/// as a field of its project.
bool isFieldChange(const AppliedRecord &record, int field) {
    static const int kCustomText = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("value"));
    return record.kind == Kind::Update ||
           (record.kind == Kind::Insert && record.entity == EntityKind::CustomValue && field == kCustomText);
}

/// The record as the set left it, or as it was when the set deleted it.
Record recordOf(const LedgerService &ledger, const AppliedRecord &changed) {
    Record record{changed.entity, changed.id, changed.version,
                  std::vector<Value>(entityInfo(changed.entity).fields.size())};
    if (changed.kind == Kind::Update)
        if (auto known = ledger.lastKnown(changed.entity, changed.id))
            record = std::move(*known);
    for (const FieldDelta &delta : changed.fields)
        record.values[std::size_t(delta.field)] = changed.kind == Kind::Delete ? delta.before : delta.after;
    return record;
}

ChangedRecord describe(const LedgerService &ledger, const RecordNames &names, const AppliedRecord &changed) {
    const Record record = recordOf(ledger, changed);
    ChangedRecord described{changed.kind, changed.entity, changed.id, names.label(record), {}};
    const auto &fields = entityInfo(changed.entity).fields;
    const bool isCustom = changed.entity == EntityKind::CustomValue;
    for (const FieldDelta &delta : changed.fields) {
        // Of a custom value the project and the field are said by label and title.
        if (fields[std::size_t(delta.field)].isInternal ||
            (isCustom && fields[std::size_t(delta.field)].isKey))
            continue;
        described.fields.push_back({delta.field, names.fieldTitle(record, delta.field),
                                    names.text(record, delta.field, delta.before),
                                    names.text(record, delta.field, delta.after),
                                    isFieldChange(changed, delta.field)});
    }
    return described;
}

/// The present record if the field still holds what the set wrote.
Result<Record> stillAsWritten(const LedgerService &ledger, const AppliedRecord &changed,
                              const FieldDelta &delta) {
    const RecordNames names(ledger);
    auto record = ledger.lastKnown(changed.entity, changed.id);
    if (!record)
        return record;
    const std::array ids{changed.id};
    const auto present = ledger.records(changed.entity, ids);
    if (!present)
        return Failure(present.error());
    if (present->empty())
        return fail(ErrorCode::Conflict, QStringLiteral("%1已经被删除，没有还原。").arg(names.label(*record)),
                    QStringLiteral("请先在回收站中恢复它。"));
    const Value &now = record->values[std::size_t(delta.field)];
    if (now != delta.after && !(isEmpty(now) && isEmpty(delta.after)))
        return fail(ErrorCode::Conflict,
                    QStringLiteral("%1的%2现在是“%3”，不是当时写入的“%4”，没有还原。")
                        .arg(names.label(*record), names.fieldTitle(*record, delta.field),
                             names.text(*record, delta.field, now),
                             names.text(*record, delta.field, delta.after)),
                    QStringLiteral("请先还原后来的修改，或直接改写这一项。"));
    return record;
}

} // namespace

Result<SetDetails> detailsOf(const LedgerService &ledger, qint64 setId, int most) {
    const auto set = ledger.changeSet(setId);
    if (!set)
        return Failure(set.error());
    const RecordNames names(ledger);
    SetDetails details;
    const std::size_t shown = std::min(set->records.size(), std::size_t(most));
    for (std::size_t i = 0; i < shown; ++i)
        details.records.push_back(describe(ledger, names, set->records[i]));
    details.left = qint64(set->records.size() - shown);
    return details;
}

UndoRun undoDownTo(LedgerService &ledger, qint64 setId) {
    UndoRun run;
    while (ledger.canUndo() && ledger.undoSetId() >= setId) {
        if (auto undone = ledger.undo(); !undone) {
            run.stopped = undone.error();
            break;
        }
        ++run.done;
    }
    return run;
}

Result<AppliedChangeSet> restoreField(LedgerService &ledger, qint64 setId, EntityKind kind, qint64 id,
                                      int field, const QString &reason) {
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::Refused, QStringLiteral("没有写明还原的理由"),
                    QStringLiteral("请写一句理由，它会记入修改记录。"));
    const auto set = ledger.changeSet(setId);
    if (!set)
        return set;
    const AppliedRecord *changed = nullptr;
    const FieldDelta *delta = nullptr;
    for (const AppliedRecord &record : set->records)
        if (record.entity == kind && record.id == id && isFieldChange(record, field))
            for (const FieldDelta &written : record.fields)
                if (written.field == field) {
                    changed = &record;
                    delta = &written;
                }
    if (!changed)
        return fail(ErrorCode::Refused, QStringLiteral("这一项不是单个字段的修改，不能单独还原"),
                    QStringLiteral("新增和删除请整步撤销，或在回收站中恢复。"));
    const auto record = stillAsWritten(ledger, *changed, *delta);
    if (!record)
        return Failure(record.error());
    const RecordNames names(ledger);
    ChangeSet restored;
    restored.title =
        QStringLiteral("还原 %1的%2").arg(names.label(*record), names.fieldTitle(*record, field));
    restored.reason = reason.trimmed();
    restored.changes.push_back({Kind::Update, kind, id, record->version, {{field, delta->before}}});
    return ledger.apply(std::move(restored));
}

} // namespace yipi::services
