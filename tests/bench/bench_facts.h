// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"
#include "indicators/rule_set.h"

#include <benchmark/benchmark.h>

/// The ledger that all benchmarks of figures ask.
namespace yipi::indicators::bench {

inline constexpr int kMonths = 60;
inline constexpr Month kAsOf(2024, 7);

/// A province-like ledger: half as many projects as entries, five years of quarterly campaigns. The same each
/// time.
Facts makeFacts(std::size_t entries);
/// Made once a size.
const Facts &factsOf(std::size_t entries);

/// data/rules/lvliang-2024.json.
const RuleSet &rules();
/// Its 开工率, 投产率 and 达效率 alone.
const RuleSet &headlineRules();

void sizes(benchmark::internal::Benchmark *benchmark);

} // namespace yipi::indicators::bench
