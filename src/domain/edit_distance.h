// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace yipi {

/// Levenshtein distance of two texts, at most `limit` + 1.
int editDistance(QStringView a, QStringView b, int limit);

} // namespace yipi
