// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"
#include "domain/error.h"

#include <array>
#include <cstdint>

namespace yipi {

/// What a zone is set as a task for a year. Counts are pieces, the others money.
enum class TargetIndicator {
    SignCount,         ///< 签约个数
    SignInvestment,    ///< 签约投资额
    StartCount,        ///< 开工个数
    StartInvestment,   ///< 开工投资额
    ProduceCount,      ///< 投产个数
    ProduceInvestment, ///< 投产投资额
    AnnualInvestment,  ///< 年度完成投资
};
template <>
std::span<const Choice> choicesOf<TargetIndicator>();

inline bool countsPieces(TargetIndicator indicator) {
    return indicator == TargetIndicator::SignCount || indicator == TargetIndicator::StartCount ||
           indicator == TargetIndicator::ProduceCount;
}

/// 任务目标: what a zone is set for a year, and how much of it by the end of each month (序时进度).
struct Target : Identity {
    Ref<Zone> zone;
    std::optional<qint64> year;
    TargetIndicator indicator = TargetIndicator::SignCount;
    std::optional<qint64> targetCount; ///< of the indicators that count pieces
    std::optional<Money> targetAmount; ///< of the others
    QString curve;                     ///< twelve cumulative percentages, "8,17,…,100"; empty = month ÷ 12

    /// Pieces or 元; nothing when the figure of its kind is missing.
    std::optional<qint64> value() const;
};
template <>
const Entity<Target> &entity<Target>();

/// Share of the year's task due by the end of each month, in tenths of a percent.
using PaceCurve = std::array<std::int32_t, 12>;

/// Reads twelve cumulative percentages, at most one decimal each, separated by commas, 、 or spaces. An empty
/// text is month ÷ 12, rounded half up. Errors: InvalidValue with the month at fault.
Result<PaceCurve> paceCurve(const QString &text);

} // namespace yipi
