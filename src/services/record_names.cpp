// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/record_names.h"

#include "domain/custom_field.h"
#include "domain/text_parsing.h"

#include <array>

namespace yipi::services {

namespace {

const std::array kNamingFields{QStringLiteral("name"),        QStringLiteral("title"),
                               QStringLiteral("code"),        QStringLiteral("file_name"),
                               QStringLiteral("description"), QStringLiteral("matter")};

bool isCustomText(const Record &record, int field) {
    static const int kValue = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("value"));
    return record.kind == EntityKind::CustomValue && field == kValue;
}

} // namespace

QString ownNameOf(const Record &record) {
    const EntityInfo &info = entityInfo(record.kind);
    for (const QString &key : kNamingFields)
        if (const int field = info.indexOf(key); field >= 0)
            if (const auto *text = std::get_if<QString>(&record.values[std::size_t(field)]))
                return *text;
    return {};
}

const QString &RecordNames::name(EntityKind kind, qint64 id) const {
    const auto [it, isNew] = m_names.try_emplace({kind, id});
    if (!isNew)
        return it->second;
    QString found = m_ledger.referenceText(kind, id);
    if (found.isEmpty() || found == QString::number(id)) {
        const auto record = m_ledger.lastKnown(kind, id);
        found = record ? name(*record) : QString::number(id);
    }
    return it->second = found;
}

QString RecordNames::name(const Record &record) const {
    if (record.kind == EntityKind::Campaign)
        return fromRecord<Campaign>(record).key().text();
    QStringList parts;
    const auto &fields = entityInfo(record.kind).fields;
    const QString own = ownNameOf(record);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool isOwner = fields[i].type == FieldType::Reference && fields[i].isRequired &&
                             fields[i].target == EntityKind::Project;
        const bool isCustomField = record.kind == EntityKind::CustomValue && !isOwner;
        if (isOwner)
            parts.prepend(name(EntityKind::Project, std::get<qint64>(record.values[i])));
        else if (own.isEmpty() && fields[i].isKey && !fields[i].isInternal && !isCustomField)
            parts << textOf(fields[i], record.values[i]);
    }
    if (!own.isEmpty())
        parts << own;
    return parts.isEmpty() ? QString::number(record.id) : parts.join(QStringLiteral(" · "));
}

QString RecordNames::label(EntityKind kind, qint64 id) const {
    const EntityKind shown = kind == EntityKind::CustomValue ? EntityKind::Project : kind;
    return QStringLiteral("%1“%2”").arg(entityInfo(shown).title, name(kind, id));
}

QString RecordNames::label(const Record &record) const {
    const EntityKind shown = record.kind == EntityKind::CustomValue ? EntityKind::Project : record.kind;
    return QStringLiteral("%1“%2”").arg(entityInfo(shown).title, name(record));
}

FieldInfo RecordNames::describe(const Record &record, int field) const {
    if (isCustomText(record, field)) {
        const qint64 id = fromRecord<CustomValue>(record).field.id;
        if (const auto known = m_ledger.lastKnown(EntityKind::CustomField, id))
            return yipi::describe(fromRecord<CustomField>(*known));
    }
    return entityInfo(record.kind).fields[std::size_t(field)];
}

QString RecordNames::fieldTitle(const Record &record, int field) const {
    return describe(record, field).title;
}

QString RecordNames::text(const Record &record, int field, const Value &value) const {
    const FieldInfo info = describe(record, field);
    const auto *stored = std::get_if<QString>(&value);
    return isCustomText(record, field) && stored ? textOf(info, customValue(info.type, *stored))
                                                 : textOf(info, value);
}

QString RecordNames::textOf(const FieldInfo &field, const Value &value) const {
    if (isEmpty(value))
        return {};
    if (field.type == FieldType::Reference)
        return name(field.target, std::get<qint64>(value));
    const QString text = displayText(field, value, field.moneyUnit);
    return field.type == FieldType::Money ? text + u' ' + title(field.moneyUnit)
           : field.unit.isEmpty()         ? text
                                          : text + u' ' + field.unit;
}

} // namespace yipi::services
