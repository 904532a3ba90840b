// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/fact_readers.h"
#include "services/touched_records.h"

namespace yipi::services {

/// Brings the touched projects up to date. True when others got another index; entries then refer to the new
/// ones, but have to be indexed again, and entries of projects that are gone are gone as well.
Result<bool> patchProjects(indicators::Facts &facts, const TouchedRecords &touched,
                           const storage::LedgerStore &store, const QHash<qint64, QString> &enterpriseNames);

/// Puts `read`, sorted, in the place of what the facts hold about the reports of these projects.
void replaceReports(indicators::Facts &facts, const std::set<std::uint32_t> &projects,
                    const ReportFacts &read);

} // namespace yipi::services
