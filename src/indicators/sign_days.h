// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/facts.h"

namespace yipi::indicators {

/// When a project counts as signed.
struct SignDay {
    Day day = 0;                ///< 0 = neither a date nor an entry of 签约一批
    std::int32_t campaign = -1; ///< whose day stands in for a missing date of signing; −1 = the date is known
};

/// By project: the date of signing, else the day of the earliest campaign on whose 签约一批 it is.
std::vector<SignDay> signDays(const Facts &facts);

/// "2024-05-29 签约", "2024-05-29 签约（未填签约日期，按 2024-2 活动当天计）",
/// "没有签约日期，也不在签约一批".
QString signWords(const Facts &facts, const SignDay &sign);

} // namespace yipi::indicators
