// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::gui {

/// A new project with nothing but its name and zone; the rest is typed into the grid.
ChangeSet newProject(const QString &name, qint64 zoneId);

/// Takes projects out of the ledger together with what hangs on them (lists of campaigns, monthly reports),
/// as one step that can be undone.
Result<ChangeSet> removalOf(const services::LedgerService &ledger, const std::vector<qint64> &projectIds);

} // namespace yipi::gui
