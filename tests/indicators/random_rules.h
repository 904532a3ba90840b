// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random_case.h"

namespace yipi::indicators {

inline int number(Random &random, int lowest, int highest) {
    return std::uniform_int_distribution<int>(lowest, highest)(random);
}

inline bool chance(Random &random, int percent) {
    return number(random, 1, 100) <= percent;
}

template <class T>
T oneOf(Random &random, std::initializer_list<T> values) {
    return *(values.begin() + number(random, 0, int(values.size()) - 1));
}

/// sign_count …
std::string someTarget(Random &random);
/// Only what a rule file may say.
oracle::Rules someRules(Random &random);

} // namespace yipi::indicators
