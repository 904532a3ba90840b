// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

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

} // namespace yipi
