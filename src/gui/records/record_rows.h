// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/row_blocks.h"
#include "services/ledger_service.h"

namespace yipi::gui {

/// The rows of a table of one kind: all ids, but records only of the blocks looked at lately.
class RecordRows {
public:
    explicit RecordRows(const services::LedgerService &ledger)
        : m_ledger(ledger) {}

    void reset(EntityKind kind, std::vector<qint64> ids) {
        m_kind = kind;
        m_blocks.reset(std::move(ids));
    }
    const std::vector<qint64> &ids() const { return m_blocks.ids(); }
    int count() const { return m_blocks.count(); }
    /// Row of a record; −1 when it is not shown.
    int rowOf(qint64 id) const { return m_blocks.rowOf(id); }
    /// The record of a row, read with its neighbours when it is not in memory. Valid until the next call;
    /// null when it can't be read.
    const Record *row(int index) const;
    /// Reads the block of this row anew when it is asked for next.
    void forget(int index) { m_blocks.forget(index); }

private:
    static constexpr int kBlocks = 32;

    const services::LedgerService &m_ledger;
    EntityKind m_kind = EntityKind::Zone;
    RowBlocks<Record> m_blocks{kBlocks};
};

} // namespace yipi::gui
