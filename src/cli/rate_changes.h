// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/figure_service.h"

#include <vector>

namespace yipi::cli {

/// How the rates of a group changed, in 个百分点 from the unrounded rates; empty where one is undefined.
struct RateChanges {
    QStringList lastMonth, lastYear; ///< by rate
};

/// A table with the changes of each of its groups and of its total.
struct ChangingRates {
    indicators::RateTable table;
    std::vector<RateChanges> groups;
    RateChanges total;
};

/// The rates of a cut against the month before and the same month last year.
Result<ChangingRates> changingRates(const services::FigureService &figures,
                                    const services::FigureScope &scope, indicators::Cut by);
/// The rates at each month-end from `first` on, each month against the one before and twelve before.
Result<ChangingRates> changingTrend(const services::FigureService &figures,
                                    const services::FigureScope &scope, Month first, indicators::GroupBy by);

} // namespace yipi::cli
