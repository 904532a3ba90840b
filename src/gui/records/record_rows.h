// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QCache>

namespace yipi::gui {

/// The rows of a table of one kind: all ids, but records only of the blocks looked at lately.
class RecordRows {
public:
    explicit RecordRows(const services::LedgerService &ledger)
        : m_ledger(ledger)
        , m_blocks(kBlocks) {}

    void reset(EntityKind kind, std::vector<qint64> ids);
    const std::vector<qint64> &ids() const { return m_ids; }
    int count() const { return int(m_ids.size()); }
    /// Row of a record; −1 when it is not shown.
    int rowOf(qint64 id) const;
    /// The record of a row, read with its neighbours when it is not in memory. Valid until the next call;
    /// null when it can't be read.
    const Record *row(int index) const;
    /// Reads the block of this row anew when it is asked for next.
    void forget(int index);

private:
    static constexpr int kBlockRows = 128;
    static constexpr int kBlocks = 32;
    using Block = std::vector<Record>;

    const Block *load(int block) const;

    const services::LedgerService &m_ledger;
    EntityKind m_kind = EntityKind::Zone;
    std::vector<qint64> m_ids;
    mutable QCache<int, Block> m_blocks;
};

} // namespace yipi::gui
