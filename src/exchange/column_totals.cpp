// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_totals.h"

namespace yipi::exchange::detail {

ColumnTotals::ColumnTotals(const SheetLayout &layout)
    : m_layout(layout) {
    for (const SheetColumn &column : layout.columns)
        if (column.isRead() && column.match.field->type == FieldType::Money && !column.match.isOutputSum)
            m_totals.push_back({column.mapping.column, column.mapping.entity, column.mapping.field});
}

const SheetColumn *ColumnTotals::columnAt(int column) const {
    const auto it = std::find_if(m_layout.columns.begin(), m_layout.columns.end(),
                                 [&](const SheetColumn &c) { return c.mapping.column == column; });
    return it != m_layout.columns.end() && it->isRead() ? &*it : nullptr;
}

void ColumnTotals::addAll(const RowData &data, qint64 ColumnTotal::*part) {
    for (const ColumnAmount &amount : data.amounts)
        add(amount, part);
}

void ColumnTotals::add(const ColumnAmount &amount, qint64 ColumnTotal::*part) {
    for (ColumnTotal &total : m_totals)
        if (total.column == amount.column) {
            total.read += amount.value;
            total.*part += amount.value;
        }
}

} // namespace yipi::exchange::detail
