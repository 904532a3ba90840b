// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/stored_columns.h"
#include "storage/ledger_store.h"

#include <list>

namespace yipi::services {

/// Single fields of all projects for sorting, filtering and sums, read with one pass over the table. The ones
/// asked for last stay in memory until something writes into them.
class ProjectColumns final : public indicators::StoredColumns {
public:
    using Column = std::shared_ptr<const indicators::StoredColumn>;

    /// The source must outlive the columns or belong to them.
    explicit ProjectColumns(std::shared_ptr<const storage::RecordSource> source)
        : m_source(std::move(source)) {}

    Result<Column> read(int field) const;
    Column column(int field) const override;
    /// Forgets what was written into.
    void follow(const AppliedChangeSet &applied);

private:
    static constexpr std::size_t kKept = 8;

    std::shared_ptr<const storage::RecordSource> m_source;
    mutable std::list<std::pair<int, Column>> m_kept; ///< asked for last in front
};

} // namespace yipi::services
