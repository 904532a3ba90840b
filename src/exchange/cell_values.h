// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook.h"

#include <QDate>

#include <string_view>

namespace yipi::exchange::detail {

/// What a number format makes of a number.
enum class FormatKind { Plain, Date, Percent };

/// By the format's built-in number (ECMA-376 18.8.30, with the Chinese ones) and its code.
FormatKind formatKind(int identifier, const QString &code);

/// A number as Number or Date cell, its text as a person would write it. `origin`: the day of serial number
/// 0.
Cell numberCell(double value, FormatKind format, QDate origin);
Cell textCell(QString text); ///< Empty when there is no text
Cell formulaCell(const QString &text);
Cell flagCell(bool value);
Cell dateCell(QDate date);

/// Position of "B7" from 1; nothing for anything else.
struct CellAddress {
    int row = 0;
    int column = 0;
};
std::optional<CellAddress> cellAddress(std::string_view text);
std::optional<CellRange> cellRange(std::string_view text); ///< "A1:D1"

} // namespace yipi::exchange::detail
