// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ledger_store.h"

#include <array>
#include <map>
#include <optional>

namespace yipi::services {

/// The ledger as it was known at a moment: today's records with everything taken back that the journal says
/// was written later.
class PastRecords final : public storage::RecordSource {
public:
    /// `store` must outlive the result. Errors: those of reading, LedgerDamaged.
    static Result<PastRecords> at(const storage::LedgerStore &store, const QDateTime &moment);

    Result<std::vector<Record>> readMany(EntityKind kind, std::span<const qint64> ids) const override;
    Result<std::vector<Record>> readAll(EntityKind kind) const override;
    Result<void> scan(EntityKind kind, const std::vector<int> &fields,
                      const std::function<void(const storage::RowView &)> &visit) const override;

private:
    /// Records that were written later, as they were before; nothing where there was none.
    using Former = std::map<qint64, std::optional<Record>>;

    explicit PastRecords(const storage::LedgerStore &store)
        : m_store(store) {}
    Result<void> takeBack(const AppliedRecord &done);
    const Former &formerOf(EntityKind kind) const { return m_former[std::size_t(kind)]; }

    const storage::LedgerStore &m_store;
    std::array<Former, kEntityKindCount> m_former;
};

} // namespace yipi::services
