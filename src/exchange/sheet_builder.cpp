// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_builder.h"

#include <algorithm>

namespace yipi::exchange::detail {

namespace {

/// Ascending, each once, none beyond the last.
void settle(std::vector<int> &numbers, std::size_t last) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    numbers.erase(std::upper_bound(numbers.begin(), numbers.end(), int(last)), numbers.end());
}

} // namespace

void ReadBudget::spendMemory(qint64 bytes) {
    m_memoryLeft -= bytes;
    if (m_memoryLeft < 0)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
}

void ReadBudget::spendText(const QString &text) {
    constexpr qint64 kOverhead = 32; // Qt's header, the zero at the end, rounding by malloc
    spendMemory(text.isEmpty() ? 0 : kOverhead + 2 * text.size());
}

void ReadBudget::spendBytes(qint64 bytes) {
    m_bytesLeft -= bytes;
    m_read += bytes;
    if (m_bytesLeft < 0)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
    const int permille = int(std::min<qint64>(1000 * m_read / m_expected, 1000));
    if (permille != m_told && m_progress) {
        m_told = permille;
        if (!m_progress(permille))
            throw ReadStopped{ReadStopped::Reason::Cancelled};
    }
}

void SheetBuilder::put(int row, int column, Cell cell) {
    if (cell.kind == Cell::Kind::Empty)
        return;
    if (cell.text.size() > kLongestText)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
    if (cell.text.isDetached()) // not one of the shared texts, which are counted once
        m_budget.spendText(cell.text);
    auto &rows = m_sheet.rows;
    if (rows.size() < std::size_t(row)) {
        m_budget.spendMemory((row - qint64(rows.size())) * qint64(sizeof(rows.front())));
        rows.resize(std::size_t(row));
    }
    auto &cells = rows[std::size_t(row) - 1];
    if (cells.capacity() < std::size_t(column)) {
        // As wide as the row above, but one wide row must not make all that follow it wide.
        constexpr std::size_t kMostExpected = 256;
        const std::size_t before = cells.capacity();
        const std::size_t above = row > 1 ? rows[std::size_t(row) - 2].size() : 0;
        cells.reserve(std::max({std::size_t(column), std::min(above, kMostExpected), 2 * before}));
        m_budget.spendCells(qint64(cells.capacity() - before));
    }
    if (cells.size() < std::size_t(column))
        cells.resize(std::size_t(column));
    cells[std::size_t(column) - 1] = std::move(cell);
}

void SheetBuilder::merge(const CellRange &range) {
    m_budget.spendCells(1);
    m_sheet.merged.push_back(range);
}

void SheetBuilder::hideRow(int row) {
    m_budget.spendMemory(sizeof(row));
    m_sheet.hiddenRows.push_back(row);
}

void SheetBuilder::hideColumns(int first, int last) {
    constexpr int kLastColumn = 16'384;
    first = std::max(first, 1);
    last = std::min(last, kLastColumn);
    m_budget.spendMemory(qint64(sizeof(first)) * std::max(last - first + 1, 0));
    for (int column = first; column <= last; ++column)
        m_sheet.hiddenColumns.push_back(column);
}

Sheet SheetBuilder::take() {
    std::size_t columns = 0;
    for (const auto &cells : m_sheet.rows)
        columns = std::max(columns, cells.size());
    settle(m_sheet.hiddenRows, m_sheet.rows.size());
    settle(m_sheet.hiddenColumns, columns);
    return std::move(m_sheet);
}

} // namespace yipi::exchange::detail
