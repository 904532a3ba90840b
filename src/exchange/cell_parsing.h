// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/text_parsing.h"
#include "exchange/workbook.h"

namespace yipi::exchange::detail {

/// True when a code kept as a number has more digits than a spreadsheet number holds, or was turned
/// into 9.11E+17.
bool isLossyCode(const QString &text, Cell::Kind kind);

/// 是 → "是", 否 and 无 → empty, anything else is the class itself.
Parsed<Value> parseStrategicClass(const QString &text);

/// 产业项目 or 基础设施 in a column 项目类别; other words give a note and no value.
Parsed<Value> parseCategory(const QString &text);

/// What a word in a column of dates says of its event.
enum class EventWord {
    None,
    Denied, ///< 未开工, 尚未投产, 否, 前期: it has not happened, there is no date to read
    Undated ///< 已开工, 在建, 是: it has, and the day is missing
};
EventWord eventWord(const QString &text);

/// The code of a finding for a text that the field can't take: bad_date, bad_number …
QString problemCode(FieldType type);

/// A dash or stroke where a value belongs; `folded` by foldedName().
bool isDash(const QString &folded);
/// 无, 待定, 不详 and the like; `folded` by foldedName().
bool saysNothing(const QString &folded);

} // namespace yipi::exchange::detail
