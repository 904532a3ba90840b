// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/counted_rows.h"
#include "indicators/rule_set.h"

#include <array>

namespace yipi::indicators {

/// 储备→签约→开工→投产→达效; each step is within the one before it.
enum class FunnelStep { Reserved, Signed, Started, Produced, Attained };
inline constexpr std::size_t kFunnelSteps = 5;

struct FunnelLevel {
    FunnelStep step = FunnelStep::Reserved;
    qint64 count = 0;             ///< projects that have come so far by the as-of date
    qint64 investment = 0;        ///< their total investment, 元
    qint64 withoutInvestment = 0; ///< of these, 未填总投资: they add nothing to the amount
    qint64 terminated = 0;        ///< of these, terminated by the as-of date; they stay counted
};

struct Funnel {
    Month asOf;
    std::array<FunnelLevel, kFunnelSteps> levels;

    const FunnelLevel &level(FunnelStep step) const { return levels[static_cast<std::size_t>(step)]; }
    /// What came on from the step before; undefined for the first.
    Rate countConversion(FunnelStep step) const;
    Rate investmentConversion(FunnelStep step) const;
};

/// A later event proves the earlier steps. A project without any date is in the reserve, as its stage says.
Funnel funnel(const Facts &facts, Month asOf, const ProjectFilter &filter = {});

/// Every project that the filter lets through: what has reached the step, and what has not.
CountedRows explainFunnel(const Facts &facts, FunnelStep step, Month asOf, const ProjectFilter &filter = {});

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::FunnelStep>();

} // namespace yipi
