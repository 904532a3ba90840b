// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_reader.h"

namespace yipi::exchange::detail {

/// Sums the money of each column by what became of it.
class ColumnTotals {
public:
    explicit ColumnTotals(const SheetLayout &layout);

    void skip(const RowData &data) { addAll(data, &ColumnTotal::skipped); }
    void reject(const RowData &data) { addAll(data, &ColumnTotal::rejected); }
    /// `isHeld(column, value)`: whether the record of that column now has the value.
    template <class IsHeld>
    void store(const RowData &data, IsHeld isHeld) {
        for (const ColumnAmount &amount : data.amounts)
            if (const SheetColumn *column = columnAt(amount.column))
                add(amount, isHeld(*column, amount.value) ? &ColumnTotal::stored : &ColumnTotal::skipped);
    }
    const std::vector<ColumnTotal> &totals() const { return m_totals; }

private:
    void addAll(const RowData &data, qint64 ColumnTotal::*part);
    void add(const ColumnAmount &amount, qint64 ColumnTotal::*part);
    const SheetColumn *columnAt(int column) const; ///< null for one that is not counted

    const SheetLayout &m_layout;
    std::vector<ColumnTotal> m_totals;
};

} // namespace yipi::exchange::detail
