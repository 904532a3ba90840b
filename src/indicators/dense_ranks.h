// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

namespace yipi::indicators {

/// Where one of several values stands.
struct DenseRank {
    std::size_t index = 0; ///< of the value
    int rank = 0;          ///< from 1; equal values share a rank and the next follows at once; 0 = none
    bool isTied = false;   ///< 并列
};

/// Values from high to low, those without a rank last; equal ones keep their order. The one rule of ranking.
template <class Value, class IsRanked>
std::vector<DenseRank> denseRanks(const std::vector<Value> &values, IsRanked isRanked) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool first = isRanked(values[a]), second = isRanked(values[b]);
        return first && second ? values[a] > values[b] : first > second;
    });
    std::vector<DenseRank> ranks;
    int rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!isRanked(values[order[i]])) {
            ranks.push_back({order[i], 0, false});
            continue;
        }
        const bool ties = i > 0 && values[order[i]] == values[order[i - 1]];
        if (ties)
            ranks.back().isTied = true;
        rank += ties ? 0 : 1;
        ranks.push_back({order[i], rank, ties});
    }
    return ranks;
}

} // namespace yipi::indicators
