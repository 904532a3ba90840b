// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

namespace yipi::exchange::detail {

/// Stops a reader from inside; caught in readWorkbook.
struct ReadStopped {
    enum class Reason { Cancelled, TooLarge, Damaged, Unsafe, Encrypted, OpenQuote } reason = Reason::Damaged;
    int line = 0; ///< of OpenQuote
};

/// Characters of one cell; spreadsheet programs hold 32,767.
constexpr qsizetype kLongestText = 1 << 20;

/// How much one file may hold and whom to tell about the progress.
class ReadBudget {
public:
    explicit ReadBudget(const ProgressReport &progress)
        : m_progress(progress) {}
    void spendMemory(qint64 bytes); ///< of what is kept; throws TooLarge
    void spendCells(qint64 cells) { spendMemory(cells * qint64(sizeof(Cell))); } ///< gaps in rows included
    void spendText(const QString &text); ///< what it has on the heap; once for all that share it
    void spendBytes(qint64 bytes);       ///< unpacked bytes; throws TooLarge and Cancelled
    void expectBytes(qint64 bytes) { m_expected = std::max<qint64>(bytes, 1); }

private:
    const ProgressReport &m_progress;
    qint64 m_memoryLeft = 320LL << 20; ///< with 64 MB of a file and as much of its parts well below 512 MB
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
    void hideRow(int row);                 ///< in any order
    void hideColumns(int first, int last); ///< in any order
    /// Hidden rows and columns beyond the last cell are dropped.
    Sheet take();

private:
    ReadBudget &m_budget;
    Sheet m_sheet;
};

} // namespace yipi::exchange::detail
