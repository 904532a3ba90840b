// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi {

/// Levenshtein distance of two texts, at most `limit` + 1.
int editDistance(const QString &a, const QString &b, int limit);

} // namespace yipi
