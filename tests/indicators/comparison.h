// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random_case.h"

namespace yipi::indicators {

/// The first disagreement of engine and oracle over the scenario's questions, in words.
struct Disagreement {
    std::size_t step = 0;
    std::string what; ///< empty = none
};

/// Asks one engine all questions, changing the ledger under it in between.
Disagreement replay(const Scenario &scenario);

/// Takes away from the scenario as long as the two still disagree.
Scenario smaller(Scenario failing);

} // namespace yipi::indicators
