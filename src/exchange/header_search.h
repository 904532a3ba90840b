// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

#include <QStringList>

namespace yipi::exchange::detail {

/// One to three rows that name the columns of a table.
struct HeaderPlace {
    int row = 0; ///< from 1; 0 = none
    int depth = 0;
    int dataRow() const { return row + depth; }
};

/// Texts of some rows with merged cells filled, and how well they serve as a header.
class HeaderSearch {
public:
    static constexpr int kDeepest = 3; ///< rows of a header
    static constexpr int kWithin = 40; ///< rows of the sheet's top that are searched

    /// Rows from 1, both included; `lastRow` beyond the sheet is its end.
    HeaderSearch(const Sheet &sheet, int firstRow, int lastRow);

    /// The rows that name most fields; with `through` only such as cover this row.
    HeaderPlace best(int through = 0) const;
    /// The texts of one column, top first, each once.
    QStringList levels(const HeaderPlace &header, int column) const;
    int columns() const { return m_columns; }

private:
    QString &text(int row, int column) {
        return m_texts[std::size_t(row - m_firstRow)][std::size_t(column) - 1];
    }
    void fillMerged(const Sheet &sheet, const CellRange &range);
    bool cutsMergedCell(const HeaderPlace &header) const;
    bool isTitle(int row) const;
    double score(const HeaderPlace &header) const;

    int m_firstRow;
    int m_lastRow;
    int m_columns = 0;
    std::vector<std::vector<QString>> m_texts;
    std::vector<CellRange> m_vertical; ///< merged over several rows
    std::vector<bool> m_hasNumbers;    ///< by row: numbers are data
};

} // namespace yipi::exchange::detail
