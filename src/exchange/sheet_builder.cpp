// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_builder.h"

#include <algorithm>

namespace yipi::exchange::detail {

void ReadBudget::spendCells(qint64 cells) {
    m_cellsLeft -= cells;
    if (m_cellsLeft < 0)
        throw ReadStopped{ReadStopped::Reason::TooLarge};
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
    auto &rows = m_sheet.rows;
    if (rows.size() < std::size_t(row)) {
        m_budget.spendCells((row - qint64(rows.size()) + 3) / 4); // an empty row costs less than a cell
        rows.resize(std::size_t(row));
    }
    auto &cells = rows[std::size_t(row) - 1];
    if (cells.size() < std::size_t(column)) {
        m_budget.spendCells(column - qint64(cells.size()));
        if (cells.capacity() == 0 && row > 1)
            cells.reserve(std::max(std::size_t(column), rows[std::size_t(row) - 2].size()));
        cells.resize(std::size_t(column));
    }
    cells[std::size_t(column) - 1] = std::move(cell);
}

void SheetBuilder::merge(const CellRange &range) {
    m_budget.spendCells(1);
    m_sheet.merged.push_back(range);
}

void SheetBuilder::hideColumns(int first, int last) {
    constexpr int kLastColumn = 16'384;
    for (int column = std::max(first, 1); column <= std::min(last, kLastColumn); ++column)
        m_sheet.hiddenColumns.push_back(column);
}

Sheet SheetBuilder::take() {
    std::size_t columns = 0;
    for (const auto &cells : m_sheet.rows)
        columns = std::max(columns, cells.size());
    const auto settle = [](std::vector<int> &list, std::size_t last) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        list.erase(std::upper_bound(list.begin(), list.end(), int(last)), list.end());
    };
    settle(m_sheet.hiddenRows, m_sheet.rows.size());
    settle(m_sheet.hiddenColumns, columns);
    return std::move(m_sheet);
}

} // namespace yipi::exchange::detail
