// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <vector>

namespace yipi {

/// An entity as data: its stable name, Chinese title and fields in the order of columns.
struct EntityInfo {
    EntityKind kind = EntityKind::Region;
    QString key;   ///< table name and JSON key, "campaign_entry"
    QString title; ///< 入批
    std::vector<FieldInfo> fields;
    std::vector<std::vector<QString>> indexes; ///< further SQL indexes, by field keys

    /// Position of a field by key; −1 when there is none.
    int indexOf(const QString &fieldKey) const;
    const FieldInfo &field(const QString &fieldKey) const; ///< the key must exist
};

/// A record of any kind with its values in the order of `EntityInfo::fields`.
struct Record {
    EntityKind kind = EntityKind::Region;
    qint64 id = 0;
    int version = 0;
    std::vector<Value> values;

    friend bool operator==(const Record &, const Record &) = default;
};

/// The description of a typed entity.
template <class E>
struct Entity {
    EntityInfo info;
    std::vector<Field<E>> fields;

    Entity(const char *key, const QString &title, std::vector<Field<E>> list,
           std::vector<std::vector<QString>> indexes = {})
        : fields(std::move(list)) {
        info.kind = kKindOf<E>;
        info.key = QString::fromLatin1(key);
        info.title = title;
        info.indexes = std::move(indexes);
        for (const auto &f : fields)
            info.fields.push_back(f);
    }
};

/// Specialised beside each entity.
template <class E>
const Entity<E> &entity();

const EntityInfo &entityInfo(EntityKind kind);
/// By stable name; null when there is none.
const EntityInfo *entityInfo(const QString &key);

template <class E>
Record toRecord(const E &e) {
    Record record{kKindOf<E>, e.id, e.version, {}};
    record.values.reserve(entity<E>().fields.size());
    for (const auto &f : entity<E>().fields)
        record.values.push_back(f.get(e));
    return record;
}

/// `record` must be of E's kind and have all its values.
template <class E>
E fromRecord(const Record &record) {
    E e;
    e.id = record.id;
    e.version = record.version;
    const auto &fields = entity<E>().fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        fields[i].set(e, record.values[i]);
    return e;
}

} // namespace yipi
