// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/life_cycle.h"
#include "services/ledger_service.h"

#include <QCache>

namespace yipi::gui {

/// One project as the grid needs it.
struct ProjectRow {
    Record record;
    Stage stage = Stage::Reserved; ///< at the as-of date
};

/// The rows of the grid: all ids, but records only of the blocks looked at lately. Memory does not grow with
/// the ledger beyond 8 bytes a project.
class ProjectRows {
public:
    explicit ProjectRows(const services::LedgerService &ledger)
        : m_ledger(ledger)
        , m_blocks(kBlocks) {}

    void reset(std::vector<qint64> ids, QDate asOf);
    const std::vector<qint64> &ids() const { return m_ids; }
    int count() const { return int(m_ids.size()); }
    /// Row of a project; −1 when it is not shown.
    int rowOf(qint64 id) const;
    /// The project of a row, read with its neighbours when it is not in memory. Valid until the next call;
    /// null when it can't be read (see lastError).
    const ProjectRow *row(int index) const;
    /// Reads the block of this row anew when it is asked for next.
    void forget(int index);
    /// The same for all rows: the fields have changed.
    void forgetAll() { m_blocks.clear(); }
    const Error &lastError() const { return m_lastError; }

private:
    static constexpr int kBlockRows = 128;
    static constexpr int kBlocks = 48; ///< some hundred rows more than any screen shows, both ways
    using Block = std::vector<ProjectRow>;

    const Block *load(int block) const;

    const services::LedgerService &m_ledger;
    std::vector<qint64> m_ids;
    QDate m_asOf;
    mutable QCache<int, Block> m_blocks;
    mutable Error m_lastError;
};

} // namespace yipi::gui
