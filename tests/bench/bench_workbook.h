// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone.h"

#include <QString>

#include <vector>

namespace yipi::bench {

/// The zones that the workbook names.
std::vector<Zone> benchZones();

/// A list of `rows` signed projects in 30 columns as offices keep it: names, long texts, amounts, dates,
/// choices, empty cells, the campaign in a column. The same each time. False when it can't be written.
bool writeBenchWorkbook(const QString &path, int rows);

} // namespace yipi::bench
