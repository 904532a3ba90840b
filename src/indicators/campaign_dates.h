// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"

namespace yipi::indicators {

/// The day a campaign counts as held. Offices hold one a quarter; one without a date counts as held on the
/// last day of the quarter of its number (1 → 31 March … 4 and above → 31 December). Explanations say so.
QDate heldOn(const Campaign &campaign);

/// "（2024-1 活动未填举办日期，按 2024-03-31 计）" for a campaign without a date, else empty.
QString assumedDateNote(const Campaign &campaign);

} // namespace yipi::indicators
