// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/custom_column.h"
#include "indicators/stored_columns.h"
#include "storage/ledger_store.h"

#include <list>

namespace yipi::services {

/// Single fields of all projects for sorting, filtering and sums, read with one pass over the table. The ones
/// asked for last stay in memory until something writes into them.
class ProjectColumns final : public indicators::StoredColumns {
public:
    using Column = std::shared_ptr<const indicators::StoredColumn>;

    using CustomColumns = std::shared_ptr<const std::vector<indicators::CustomColumn>>;

    /// The source and the custom columns must outlive the columns or belong to them.
    ProjectColumns(std::shared_ptr<const storage::RecordSource> source, CustomColumns custom)
        : m_source(std::move(source))
        , m_custom(std::move(custom)) {}

    /// Position of a field by key, the custom ones behind the others; −1 when there is none.
    int indexOf(const QString &key) const;
    const FieldInfo &info(int field) const;

    Result<Column> read(int field) const;
    Column column(int field) const override;
    /// Forgets what was written into.
    void follow(const AppliedChangeSet &applied);

private:
    static constexpr std::size_t kKept = 8;

    const indicators::CustomColumn *customColumn(int field) const;

    std::shared_ptr<const storage::RecordSource> m_source;
    CustomColumns m_custom;
    mutable std::list<std::pair<int, Column>> m_kept; ///< asked for last in front
};

} // namespace yipi::services
