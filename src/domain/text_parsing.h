// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QDate>
#include <QString>

#include <optional>

namespace yipi {

/// What was read from a text that a person typed. Exactly one of three outcomes: a value; a value with a
/// `note` (a guess that the user should see, "约3000 → 3000"); no value and a `problem` (never a silent 0).
/// An empty text gives neither value nor problem.
template <class T>
struct Parsed {
    std::optional<T> value;
    QString note;
    QString problem;
};

/// Nothing to be seen: normalisedText is empty.
bool isBlank(QStringView text);

/// Half-width digits and punctuation, no surrounding or full-width spaces.
QString normalisedText(const QString &text);

/// For comparing names: normalisedText without any white space, brackets unified, lower case.
QString foldedName(const QString &name);

/// An amount as offices write it: "1,234.5", "2000万", "1.2亿元", "约3000", "5200万元", full-width digits,
/// 一亿二千万. A unit in the text wins over `unit` (and gives a note when it differs). Rounded half
/// up to whole 元, with a note when that takes half a 分 or more. Negative amounts are a problem.
Parsed<Money> parseMoney(const QString &text, MoneyUnit unit);

/// Which end of an imprecise date is meant.
enum class DateEdge { First, Last };

/// A date as offices write it: 2024-03-15, 2024/3/15, 2024.3.15, 20240315, 2024年3月15日, 24.3.15, 2024.3,
/// 2024年3月, 2024年底, 2024年上半年, "2007.10-2010.12" (First takes the start, Last the end), spreadsheet
/// serial numbers 20000–73415. A month or year stands for its last day (First: of a range's start month),
/// with a note. Impossible dates ("2024年13月", "2024.2.30") are a problem.
Parsed<QDate> parseDate(const QString &text, DateEdge edge = DateEdge::Last);

/// A whole number: "13个", "约120人", "1,200". Fractions are a problem.
Parsed<qint64> parseInteger(const QString &text);

/// A quantity with up to two decimals: "1578.7", "35亩", "62%"; stored in hundredths.
Parsed<Quantity> parseQuantity(const QString &text);

/// 是/否, 有/无, √/×, Y/N, 1/0, true/false, ★.
Parsed<bool> parseFlag(const QString &text);

/// Reads `text` as a value of `field`, money in `unit`. References can't be read here: give them by id.
Parsed<Value> parseValue(const FieldInfo &field, const QString &text, MoneyUnit unit);

/// The value as a person reads it: money in `unit` with two decimals, dates 2024-03-15, flags 是/否, choices
/// by title; empty for 未填. References print their id: callers that have the names replace them.
QString displayText(const FieldInfo &field, const Value &value, MoneyUnit unit);

} // namespace yipi
