// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::reports {

/// What offices call the two parts of a rate: 应开工 71 个, 已开工 56 个; 预期年产值, 实际年产值.
struct RateWords {
    QString denominator;
    QString numerator;
};

/// By what the rule counts; without a rule (`rules` null or the id unknown) plain 分母 and 分子.
RateWords wordsOf(const indicators::RateResult &rate, const indicators::RuleSet *rules);

} // namespace yipi::reports
