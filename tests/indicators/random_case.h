// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"
#include "oracle.h"

#include <random>

namespace yipi::indicators {

using Random = std::mt19937_64;

/// What happens to the ledger between two questions.
struct LedgerChange {
    int project = -1; ///< whose fields are replaced; −1 = none
    oracle::Project now;
    std::optional<oracle::Entry> added;
};

/// One question to engine and oracle.
struct Question {
    std::size_t rules = 0; ///< which of the scenario's
    Month asOf;
    oracle::Cut filter;
    Cut by;
    std::size_t explained = 0; ///< which rate, modulo their number
    int trendMonths = 0;       ///< 0 = no trend
    GroupBy trendBy = GroupBy::None;
};

struct Step {
    LedgerChange change;
    Question question;
};

/// A ledger and what one and the same engine is asked about it, one question after the other.
struct Scenario {
    oracle::Ledger ledger;
    bool textsTouch = false; ///< whether the search texts follow each other without a separator
    std::vector<oracle::Rules> rules;
    std::vector<Step> steps;
};

Scenario randomScenario(Random &random, int questions);

/// Everything that is needed to look into it.
std::string describe(const Scenario &scenario);

} // namespace yipi::indicators
