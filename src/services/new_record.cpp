// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/new_record.h"

#include "domain/custom_field.h"

#include <algorithm>

namespace yipi::services {

namespace {

void addMissing(Error &summary, const EntityInfo &info, const FieldInfo &field) {
    Error detail;
    detail.code = ErrorCode::InvalidValue;
    detail.message = QStringLiteral("%1的“%2”没有填，请补上").arg(info.title, field.title);
    detail.place.field = field.key;
    summary.details.append(detail);
}

QString typedText(const std::vector<TypedField> &fields, const QString &key) {
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const auto &f) { return f.key == key; });
    return it == fields.end() ? QString() : it->text.trimmed();
}

/// What the undo list calls the new record.
QString nameOf(const EntityInfo &info, const std::vector<TypedField> &fields) {
    for (const char *key : {"name", "title", "code", "matter", "indicator", "description"})
        if (info.indexOf(QLatin1String(key)) >= 0)
            if (const QString name = typedText(fields, QLatin1String(key)); !name.isEmpty())
                return name.section(u'\n', 0, 0);
    return {};
}

} // namespace

Result<ChangeSet> additionOf(const LedgerService &ledger, EntityKind kind,
                             const std::vector<TypedField> &fields) {
    const EntityInfo &info = entityInfo(kind);
    RecordChange change{RecordChange::Kind::Insert, kind, 0, 0, {}};
    Error summary;
    summary.code = ErrorCode::InvalidValue;
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        if (field.isInternal)
            continue;
        auto value = ledger.read(field, typedText(fields, field.key), field.moneyUnit);
        if (!value) {
            Error detail = std::move(value).error();
            detail.place.field = field.key;
            summary.details.append(detail);
        } else if (!isEmpty(*value)) {
            change.values.emplace_back(int(i), *value);
        } else if (field.isRequired) {
            addMissing(summary, info, field);
        }
    }
    if (!summary.details.isEmpty()) {
        summary.message = summary.details.front().message;
        summary.place.field = summary.details.front().place.field;
        return Failure(summary);
    }
    if (kind == EntityKind::CustomField) {
        QStringList known;
        for (const auto &column : ledger.facts().customColumns)
            known << column.info().key;
        change.values.emplace_back(info.indexOf(QStringLiteral("key")), nextCustomKey(known));
    }
    ChangeSet set;
    set.title = QStringLiteral("新增%1 %2").arg(info.title, nameOf(info, fields)).trimmed();
    set.changes.push_back(std::move(change));
    return set;
}

qint64 filledProjects(const LedgerService &ledger, qint64 customField) {
    const indicators::Facts &facts = ledger.facts();
    const auto column = std::find_if(facts.customColumns.begin(), facts.customColumns.end(),
                                     [&](const auto &c) { return c.fieldId() == customField; });
    if (column == facts.customColumns.end())
        return 0;
    qint64 filled = 0;
    for (std::uint32_t i = 0; i < facts.projects.size(); ++i)
        filled += column->number(i) != indicators::CustomColumn::kEmpty;
    return filled;
}

} // namespace yipi::services
