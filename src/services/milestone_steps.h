// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/milestone.h"

namespace yipi::services {

/// What is usual about one kind of milestone.
struct MilestoneStep {
    MilestoneKind kind = MilestoneKind::Filing;
    int usualWorkdays = 0;
    std::vector<MilestoneKind> after; ///< what has to be done before
};

/// Reads `code,name,usual_working_days,after` with the codes of `after` parted by “;”. The error names the
/// row.
Result<std::vector<MilestoneStep>> readMilestoneSteps(const QByteArray &csv, const QString &fileName);
/// Those of data/reference/milestones.csv. Errors: FileMissing, InvalidValue.
Result<std::vector<MilestoneStep>> milestoneSteps();

} // namespace yipi::services
