// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/rule_set.h"
#include "random_rules.h"

namespace yipi::indicators {

/// A rule set that uses every member of a rule file, also those that the oracle does not know; as a file
/// would give it. `presets` are the lights it may name.
RuleSet someRuleSet(Random &random, const LightPresets &presets = {});

/// The lights of data/lights.
LightPresets shippedLights();

} // namespace yipi::indicators
