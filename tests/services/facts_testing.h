// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"

#include <gtest/gtest.h>

namespace yipi::test {

/// Two sets of facts hold the same, array by array; `why` is printed where they do not.
void expectSameFacts(const indicators::Facts &found, const indicators::Facts &expected, const char *why);

} // namespace yipi::test
