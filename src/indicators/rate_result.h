// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::indicators {

/// A result without a figure: all that follows from the rule alone.
RateResult blankResult(const RateRule &rule, const RuleSet &set);

/// One for each rate of the set. Made once a question: the sentences are long.
std::vector<RateResult> blankResults(const RuleSet &set);

} // namespace yipi::indicators
