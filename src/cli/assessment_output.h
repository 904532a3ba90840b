// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/figure_session.h"
#include "services/assessment_service.h"

namespace yipi::cli {

// What the assess commands print (docs/cli.md).

Json schemeJson(const indicators::AssessmentScheme &scheme);
QString schemeText(const indicators::AssessmentScheme &scheme);

/// {"as_of","scheme":{…},"rules":{…},"full_marks","notices"}
Json assessmentHead(const services::Assessment &assessment);
/// The line below: scheme, rule set, as-of month and what has to be known.
QString footerText(const services::Assessment &assessment);

Json zoneScoreJson(const services::Assessment &assessment, const indicators::ZoneScore &zone);
Json standingJson(const indicators::ZoneScore &zone); ///< {"rank","tied","total","total_exact"}
/// {"id","title","rule","figure","how"} of one item.
Json howJson(const services::Assessment &assessment, const indicators::ZoneScore &zone, std::size_t item);
/// The ranked table of a group.
QString groupText(const services::Assessment &assessment, const indicators::GroupScores &group);
/// A zone's score in its parts.
QString decompositionText(const services::Assessment &assessment, const indicators::ZoneScore &zone);

Json changedItemsJson(const services::Assessment &assessment, const indicators::WhatIf &outcome);
QString changedItemsText(const services::Assessment &assessment, const indicators::WhatIf &outcome);
/// "至少再开工 2 个，名次才能上升" or why there is no such number.
QString leastText(const services::Assessment &assessment, qint64 zone, indicators::Event event,
                  const std::optional<int> &least);

} // namespace yipi::cli
