// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi::exchange::detail {

/// Levenshtein distance of two texts, at most `limit` + 1.
int editDistance(const QString &a, const QString &b, int limit);

/// True when two folded names differ by a slip of the pen and not by 一期/二期, a digit or a compass point.
bool areSimilarNames(const QString &a, const QString &b);

} // namespace yipi::exchange::detail
