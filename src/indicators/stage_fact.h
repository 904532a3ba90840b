// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"

#include <array>

namespace yipi::indicators {

/// The day each stage is reached, in the order of `Stage`; later ones win (life_cycle.h). Reserved needs no
/// event.
inline std::array<Day, 7> stageDays(const ProjectFact &p) {
    static_assert(int(Stage::Terminated) == 6 && int(Stage::Suspended) == 5 && int(Stage::Signed) == 1);
    return {1, p.sign, p.start, p.produce, p.attain, p.suspended, p.terminated};
}

inline Stage stageAt(const ProjectFact &p, Day asOf) {
    const auto days = stageDays(p);
    int stage = int(Stage::Terminated);
    while (stage > 0 && (days[std::size_t(stage)] == 0 || days[std::size_t(stage)] > asOf))
        --stage;
    return static_cast<Stage>(stage);
}

} // namespace yipi::indicators
