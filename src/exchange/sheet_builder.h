// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

namespace yipi::exchange::detail {

/// Stops a reader from inside; caught in readWorkbook.
struct ReadStopped {
    enum class Reason { Cancelled, TooLarge, Damaged, Unsafe, OpenQuote } reason = Reason::Damaged;
    int line = 0; ///< of OpenQuote
};

/// How much one file may hold and whom to tell about the progress.
class ReadBudget {
public:
    explicit ReadBudget(const ProgressReport &progress)
        : m_progress(progress) {}
    void spendCells(qint64 cells); ///< stored cells, gaps in rows included; throws TooLarge
    void spendBytes(qint64 bytes); ///< unpacked bytes; throws TooLarge and Cancelled
    void expectBytes(qint64 bytes) { m_expected = std::max<qint64>(bytes, 1); }

private:
    const ProgressReport &m_progress;
    qint64 m_cellsLeft = 12'000'000; ///< about 500 MB
    qint64 m_bytesLeft = 256LL << 20;
    qint64 m_read = 0;
    qint64 m_expected = 1;
    int m_told = -1;
};

/// Collects the values of one sheet. Cells that only have a style are not kept.
class SheetBuilder {
public:
    SheetBuilder(ReadBudget &budget, const QString &name, bool isHidden)
        : m_budget(budget) {
        m_sheet.name = name;
        m_sheet.isHidden = isHidden;
    }
    void put(int row, int column, Cell cell); ///< from 1
    void merge(const CellRange &range);
    void hideRow(int row) { m_sheet.hiddenRows.push_back(row); }
    void hideColumns(int first, int last);
    /// Hidden rows and columns beyond the last cell are dropped.
    Sheet take();

private:
    ReadBudget &m_budget;
    Sheet m_sheet;
};

} // namespace yipi::exchange::detail
