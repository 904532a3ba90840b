// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "indicators/counted_rows.h"
#include "indicators/light_rules.h"

namespace yipi::indicators {

/// How far a target of the as-of year has been reached (任务完成率), and how far it should be (序时进度).
struct PaceLine {
    qint64 zone = 0; ///< id; 0 in the total
    QString name;    ///< "" in the total
    TargetIndicator indicator = TargetIndicator::SignCount;
    qint64 target = 0; ///< pieces or 元
    qint64 actual = 0; ///< from 1 January to the as-of date
    /// What the pace asks for by now in thousandths of a piece or 元: target × tenths of a percent,
    /// unrounded.
    qint64 expectedThousandths = 0;
    std::optional<Light> light; ///< nothing where the rule set does not judge the pace

    Rate completion() const { return Rate(actual, target); }
    /// Of a total: the targets' paces weighted by the targets.
    Rate pace() const { return Rate(expectedThousandths, target * 1000); }
    /// Completion less pace in 个百分点, "-3.16"; behind is negative. Empty without a target.
    QString gapPoints(int decimals = 2) const { return percentagePoints(completion(), pace(), decimals); }
    /// Actual less what the pace asks for, in thousandths.
    qint64 gapThousandths() const { return actual * 1000 - expectedThousandths; }
};

struct PaceTable {
    Month asOf;
    std::vector<PaceLine> zones;  ///< zones in the order of lists, then indicators
    std::vector<PaceLine> totals; ///< by indicator, from the sums over zones that have the target
};

/// Targets of the as-of month's year. The filter limits what is counted; which zones' targets are shown
/// follows from its city and zones alone.
PaceTable paceTable(const Facts &facts, const LightRules &lights, Month asOf,
                    const ProjectFilter &filter = {});

/// Every project that the filter lets through: what is counted for the indicator over all zones with that
/// target, and what is not. NotFound when no zone has the target.
Result<CountedRows> explainTarget(const Facts &facts, TargetIndicator indicator, Month asOf,
                                  const ProjectFilter &filter = {});

/// Whether the filter narrows the projects below whole zones: then targets and what is counted differ in
/// scope.
bool narrowsWithinZones(const ProjectFilter &filter);

} // namespace yipi::indicators
