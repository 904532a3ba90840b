// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/choice.h"
#include "domain/project.h"

namespace yipi {

/// Where a project stands. Derived from dated events, never typed in.
enum class Stage { Reserved, Signed, Started, Producing, Attained, Suspended, Terminated };
template <>
std::span<const Choice> choicesOf<Stage>();

/// The stage at the end of `asOf`: events dated later do not count. Termination and suspension win over
/// progress; a later event without an earlier one counts (validation warns about it).
Stage stageOf(const Project &project, QDate asOf);

} // namespace yipi
