// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// The state of one month's report of one project in the monthly round.
enum class ReportState { Draft, Submitted, Returned, Accepted, Locked };
template <>
std::span<const Choice> choicesOf<ReportState>();

/// 月度进展: what a zone reports about a project for one month.
struct MonthlyProgress : Identity {
    Ref<Project> project;
    std::optional<Month> month;
    std::optional<Money> investment;           ///< in this month
    std::optional<Money> cumulativeInvestment; ///< since the start of construction
    std::optional<Money> annualPlan;           ///< for the whole year
    std::optional<Money> yearInvestment;       ///< since January
    std::optional<Money> fundsInPlace;         ///< 到位资金, since the start
    std::optional<Money> output;               ///< in this month
    std::optional<Money> annualOutput; ///< actual output of the last twelve months, the numerator of 达效率
    QString progress;                  ///< 形象进度
    std::optional<Quantity> percentComplete;
    QString problems;
    QString nextStep;
    QString coordination; ///< 需协调解决的问题
    ReportState state = ReportState::Draft;
};
template <>
const Entity<MonthlyProgress> &entity<MonthlyProgress>();

} // namespace yipi
