// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace yipi {

// Dates lie in ledgers and spreadsheets as 2024-03-15. Qt's own conversions take several times as long as all
// else that is done with such a cell, so the usual form has its own.

/// As QDate::toString(Qt::ISODate).
QString isoText(QDate date);

/// The day that a text of exactly this form names: four, two and two digits; nothing for any other text and
/// for days that no calendar has.
std::optional<QDate> isoDate(QStringView text);

/// As QDate::fromString(text, Qt::ISODate).
QDate dateFromIso(const QString &text);

} // namespace yipi
