// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <variant>

namespace yipi {

/// A stored field value: nothing (未填), a whole number (元, hundredths, flag, record id, month index) or a
/// text (also dates as 2024-03-15 and choices by their key). What it means is said by its field.
using Value = std::variant<std::monostate, qint64, QString>;

inline bool isEmpty(const Value &value) {
    return std::holds_alternative<std::monostate>(value);
}

/// What a field holds. It decides storage, editor, alignment, parsing and printing.
enum class FieldType {
    Text,     ///< one line
    LongText, ///< several lines
    Integer,
    Quantity, ///< hundredths of a unit (亩, 万平方米)
    Money,    ///< 元
    Date,
    Month,
    Flag,      ///< 是 / 否
    Choice,    ///< one of a fixed list, stored by key
    Reference, ///< id of another record
};

} // namespace yipi
