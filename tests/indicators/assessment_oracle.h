// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/assessment.h"

namespace yipi::indicators::assessment_oracle {

/// A small exact fraction of its own, to check the real one as well; denominators stay below 2^60 in the
/// random cases.
struct Ratio {
    Int128 num = 0, den = 1;
};

/// Total of a zone as a naive reading of docs/assessment.md gives it; none = no total.
std::optional<Ratio> total(const AssessmentScheme &scheme, const AssessmentFigures &figures,
                           std::size_t zone);
/// 1 + how many different totals in its group are higher; 0 = no total.
int rank(const AssessmentScheme &scheme, const AssessmentFigures &figures, std::size_t zone);
QString text(const Ratio &ratio); ///< in lowest terms, "7/3"

} // namespace yipi::indicators::assessment_oracle
