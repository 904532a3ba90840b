// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine_side.h"

namespace yipi::indicators {

/// One question about a random ledger, for tests of what is not a table of rates.
struct SingleCase {
    oracle::Ledger ledger;
    oracle::Rules rules;
    oracle::Cut cut;
    Month asOf;
    bool textsTouch = false;

    static SingleCase random(Random &random) {
        const Scenario scenario = randomScenario(random, 1);
        const Question &question = scenario.steps.front().question;
        return {scenario.ledger, scenario.rules[question.rules], question.filter, question.asOf,
                scenario.textsTouch};
    }
    Facts facts() const { return factsOf(ledger, textsTouch); }
    RuleSet ruleSet() const { return engineRules(rules); }
    ProjectFilter filter() const { return engineFilter(cut); }

    /// Everything that is needed to look into it.
    std::string describe() const {
        Scenario scenario{ledger, textsTouch, {rules}, {Step{}}};
        scenario.steps.front().question.asOf = asOf;
        scenario.steps.front().question.filter = cut;
        return indicators::describe(scenario);
    }
};

} // namespace yipi::indicators
