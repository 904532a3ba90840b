// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "storage/ledger_store.h"

#include <array>
#include <set>

namespace yipi::services {

/// Which records a set wrote, by kind.
class TouchedRecords {
public:
    explicit TouchedRecords(const AppliedChangeSet &applied);

    const std::set<qint64> &of(EntityKind kind) const { return m_ids[std::size_t(kind)]; }
    void add(EntityKind kind, qint64 id) { m_ids[std::size_t(kind)].insert(id); }
    /// The touched records of a kind that are left, in id order.
    Result<std::vector<Record>> read(EntityKind kind, const storage::LedgerStore &store) const;
    /// The projects that the touched records of a kind belong to or belonged to.
    Result<std::set<qint64>> projectsOf(EntityKind kind, const storage::LedgerStore &store) const;

private:
    const AppliedChangeSet &m_applied;
    std::array<std::set<qint64>, kEntityKindCount> m_ids;
};

} // namespace yipi::services
