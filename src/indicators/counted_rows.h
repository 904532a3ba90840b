// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/month.h"
#include "indicators/facts.h"

namespace yipi::indicators {

/// A project or entry behind a derived figure, and why it is where it is.
struct CountedRow {
    qint64 projectId = 0;
    qint64 entryId = 0;  ///< 0 where projects are counted
    bool counts = false; ///< adds to the numerator
    qint64 value = 0;    ///< what it adds: pieces or 元
    QString why;
};

/// Included and excluded rows are together all that the filter lets through.
struct CountedRows {
    std::vector<CountedRow> included, excluded;
};

/// "2024-07-31" for explanations.
inline QString isoText(Day day) {
    return dateOf(day).toString(Qt::ISODate);
}

/// The index of the month a day falls into, Month::index().
inline int monthIndexOf(Day day) {
    return Month::of(dateOf(day)).index();
}

} // namespace yipi::indicators
