// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_columns.h"
#include "indicators/facts.h"

namespace yipi::gui {

/// What a cell of the filter row can be asked for.
enum class ColumnFilterKind {
    None,   ///< the filter language does not know the column
    Text,   ///< contains
    Number, ///< amounts and numbers: = ≠ > ≥ < ≤ a..b
    Date,   ///< 2024, 2024.3, 2024.3..2024.5, <2024.6.1
    List    ///< values of a dictionary, stages, yes and no
};

ColumnFilterKind columnFilterKind(const LedgerColumn &column);

/// What was typed over a column as a condition of the filter language (docs/filters.md); empty when nothing
/// was typed. A bare amount is in `unit`, the one the column shows. The error says what can't be understood.
Result<QString> columnCondition(const LedgerColumn &column, const QString &typed, MoneyUnit unit,
                                const indicators::Facts &facts);

/// The text that stands for these values of a List column, `=甲、乙`; the empty value is 空.
QString listText(const QStringList &values);
/// The values such a text names; nothing for any other text.
QStringList valuesOfList(const QString &typed);

} // namespace yipi::gui
