// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against the naive oracle over random ledgers, rules, dates, filters and cuts, while the ledger
// changes under it. YIPI_CASES sets the number of questions, YIPI_SEED the seed.
#include "comparison.h"

#include <cstdlib>
#include <iostream>

namespace yipi::indicators {
namespace {

constexpr int kQuestionsPerLedger = 20;

quint64 fromEnvironment(const char *name, quint64 standard) {
    const char *value = std::getenv(name);
    return value ? std::strtoull(value, nullptr, 10) : standard;
}

TEST(Property, EngineAgreesWithTheNaiveOracle) {
    const quint64 cases = fromEnvironment("YIPI_CASES", 100'000);
    const quint64 seed = fromEnvironment("YIPI_SEED", std::random_device{}());
    std::cout << "seed " << seed << ", cases " << cases << std::endl;
    Random random(seed);
    quint64 asked = 0, changes = 0, trends = 0;
    while (asked < cases) {
        const int questions = int(std::min<quint64>(kQuestionsPerLedger, cases - asked));
        const Scenario scenario = randomScenario(random, questions);
        if (const Disagreement found = replay(scenario); !found.what.empty()) {
            const Scenario small = smaller(scenario);
            FAIL() << "seed " << seed << " case " << asked + found.step << ": " << found.what
                   << "\nmade smaller: " << replay(small).what << describe(small);
        }
        asked += quint64(questions);
        for (const Step &step : scenario.steps) {
            changes += step.change.project >= 0 || step.change.added ? 1 : 0;
            trends += step.question.trendMonths > 0 ? 1 : 0;
        }
    }
    std::cout << asked << " cases agree, " << changes << " of them after a change, " << trends
              << " with a trend" << std::endl;
}

} // namespace
} // namespace yipi::indicators
