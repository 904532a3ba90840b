// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/expression/expression_matcher.h"

namespace yipi::indicators {

/// Calls `run(from, to)` for each longest run of `monthEnds` (ascending), from inclusive and to exclusive, as
/// of which `passes(day)` holds: the matcher's answer for an entry of the project or for the project itself.
/// Asks only where the project's own dates can change it.
template <class Passes, class Run>
void forEachRun(const ExpressionMatcher &matcher, std::uint32_t project, std::span<const Day> monthEnds,
                Passes passes, Run run) {
    ExpressionMatcher::Changes days;
    const std::size_t count = matcher.changes(project, days);
    std::array<std::size_t, ExpressionMatcher::kMostChanges + 1> asked{};
    for (std::size_t i = 0; i < count; ++i)
        asked[i + 1] =
            std::size_t(std::lower_bound(monthEnds.begin(), monthEnds.end(), days[i]) - monthEnds.begin());
    std::sort(asked.begin(), asked.begin() + std::ptrdiff_t(count) + 1);
    std::size_t begin = monthEnds.size();
    for (std::size_t i = 0; i <= count && asked[i] < monthEnds.size(); ++i) {
        if (i > 0 && asked[i] == asked[i - 1])
            continue;
        const bool holds = passes(monthEnds[asked[i]]);
        if (holds && begin == monthEnds.size()) {
            begin = asked[i];
        } else if (!holds && begin != monthEnds.size()) {
            run(begin, asked[i]);
            begin = monthEnds.size();
        }
    }
    if (begin != monthEnds.size())
        run(begin, monthEnds.size());
}

} // namespace yipi::indicators
