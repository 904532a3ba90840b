// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"
#include "oracle.h"

#include <random>

namespace yipi::indicators {

using Random = std::mt19937_64;

/// One question to engine and oracle: a ledger, rules, a date and a cut.
struct RandomCase {
    oracle::Ledger ledger;
    oracle::Rules rules;
    oracle::Cut cut;
    Month asOf;
    bool textsTouch = false; ///< whether the search texts follow each other without a separator

    void newLedger(Random &random);
    void newRules(Random &random);
    void newQuestion(Random &random);

    Facts facts() const;
    RuleSet ruleSet() const;
    ProjectFilter filter() const;
    std::string describe() const;
};

} // namespace yipi::indicators
