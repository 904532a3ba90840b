// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/life_cycle.h"
#include "gui/widgets/row_blocks.h"
#include "services/ledger_service.h"

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
        : m_ledger(ledger) {}

    void reset(std::vector<qint64> ids, QDate asOf) {
        m_asOf = asOf;
        m_blocks.reset(std::move(ids));
    }
    const std::vector<qint64> &ids() const { return m_blocks.ids(); }
    int count() const { return m_blocks.count(); }
    /// Row of a project; −1 when it is not shown.
    int rowOf(qint64 id) const { return m_blocks.rowOf(id); }
    /// The project of a row, read with its neighbours when it is not in memory. Valid until the next call;
    /// null when it can't be read (see lastError).
    const ProjectRow *row(int index) const;
    /// Reads the block of this row anew when it is asked for next.
    void forget(int index) { m_blocks.forget(index); }
    /// The same for all rows: the fields have changed.
    void forgetAll() { m_blocks.forgetAll(); }
    const Error &lastError() const { return m_lastError; }

private:
    static constexpr int kBlocks = 48; ///< some hundred rows more than any screen shows, both ways

    const services::LedgerService &m_ledger;
    QDate m_asOf;
    RowBlocks<ProjectRow> m_blocks{kBlocks};
    mutable Error m_lastError;
};

} // namespace yipi::gui
