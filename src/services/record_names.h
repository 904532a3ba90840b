// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <map>

namespace yipi::services {

/// What a record calls itself: its name, title, code …; empty when it has none of them.
QString ownNameOf(const Record &record);

/// Words for the records and fields of change sets, also of records that have been deleted since. Remembers
/// what it looked up: to be made anew after a change.
class RecordNames {
public:
    explicit RecordNames(const LedgerService &ledger)
        : m_ledger(ledger) {}

    /// 高纯氧化铝微粉, or for what belongs to a project 高纯氧化铝微粉 · 2024-07; of a custom value its
    /// project.
    const QString &name(EntityKind kind, qint64 id) const;
    QString name(const Record &record) const;
    /// 项目“高纯氧化铝微粉”
    QString label(EntityKind kind, qint64 id) const;
    QString label(const Record &record) const;
    /// 总投资（万元）; of a custom value the title of its field.
    QString fieldTitle(const Record &record, int field) const;
    /// A value of the field as shown, references by name.
    QString text(const Record &record, int field, const Value &value) const;

private:
    FieldInfo describe(const Record &record, int field) const;
    QString textOf(const FieldInfo &field, const Value &value) const;

    const LedgerService &m_ledger;
    mutable std::map<std::pair<EntityKind, qint64>, QString> m_names;
};

} // namespace yipi::services
