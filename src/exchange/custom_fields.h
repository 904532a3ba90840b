// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_layout.h"
#include "exchange/zone_index.h"

#include <deque>

namespace yipi::exchange::detail {

/// The ledger's custom fields and those that an import makes, with what projects have in them. Columns refer
/// to them by their place here, as EntityKind::CustomValue.
class CustomFields {
public:
    CustomFields(const LedgerSnapshot &ledger, TemporaryIds &ids);

    /// By title or another word for it, as headerKey(); −1 when there is none.
    int find(const QString &headerKey) const;
    int create(const CustomField &field); ///< without id and key
    const FieldInfo &info(int field) const { return m_fields[std::size_t(field)].info; }

    /// As the plan leaves it so far.
    Value value(qint64 project, int field) const;
    void set(qint64 project, int field, const Value &value);

    std::vector<RecordChange> newFields() const;
    std::vector<RecordChange> changedValues() const;

private:
    struct Field {
        CustomField record;
        FieldInfo info;
        bool isNew = false;
    };
    struct Stored {
        CustomValue before; ///< id 0 = there was none
        QString now;
    };
    using Key = std::pair<qint64, int>; ///< project, place of the field

    TemporaryIds &m_ids;
    std::deque<Field> m_fields; ///< columns point to their descriptions
    QHash<QString, int> m_byWord;
    QHash<Key, Stored> m_values;
    std::vector<Key> m_touched; ///< in the order in which they were set
};

/// The field that a mapping names for a column that the ledger has none for: “custom” (named by the header),
/// “custom:设备台数”, “custom.number:设备台数”.
struct CustomName {
    QString title; ///< empty = the header's
    std::optional<CustomType> type;
};
/// Nothing when the text is no such name.
std::optional<CustomName> customName(const QString &field);

/// Gives columns the custom fields that a person named for them or that their headers name; makes those that
/// the ledger lacks, of the type that all cells of the column have. Errors: InvalidValue, a built-in field
/// has that name.
Result<void> settleCustomColumns(SheetLayout &layout, const Sheet &sheet, CustomFields &fields);

} // namespace yipi::exchange::detail
