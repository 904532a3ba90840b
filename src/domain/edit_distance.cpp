// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace yipi {

namespace {

/// Common ends change no distance and are most of names that are compared.
void dropCommonEnds(QStringView &a, QStringView &b) {
    const auto start = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    a = a.mid(start);
    b = b.mid(start);
    const auto end = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
    a.chop(end);
    b.chop(end);
}

} // namespace

int editDistance(QStringView a, QStringView b, int limit) {
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    dropCommonEnds(a, b);
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        int best = row[0];
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
            best = std::min(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

} // namespace yipi
