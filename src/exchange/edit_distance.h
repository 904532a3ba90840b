// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/edit_distance.h"

namespace yipi::exchange::detail {

using yipi::editDistance;

/// True when two folded names differ by a slip of the pen and not by 一期/二期, a digit or a compass point.
bool areSimilarNames(const QString &a, const QString &b);

/// The digits, letters and words of a folded name that tell it apart on purpose, in their order. Similar
/// names have the same: where they differ is none, and their common ends share theirs.
QString distinguishingMarks(QStringView folded);

} // namespace yipi::exchange::detail
