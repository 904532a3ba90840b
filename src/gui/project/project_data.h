// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "services/ledger_service.h"

namespace yipi::gui {

/// One project with all that belongs to it, as its page shows it.
struct ProjectData {
    Record record; ///< with the custom fields behind the built-in ones
    Project project;
    std::vector<Record> milestones; ///< one of each kind in their order; id 0 = not in the ledger yet
    std::vector<Record> reports;    ///< monthly ones, the newest first
    std::vector<Record> problems;   ///< those that are not closed first
    std::vector<Record> entries;
    std::vector<Record> attachments;
};

/// Errors: NotFound, those of the store.
Result<ProjectData> readProject(const services::LedgerService &ledger, qint64 id);

/// Whether a change concerns the project or what belongs to it.
bool concerns(const AppliedChangeSet &applied, qint64 project);

/// The value of a field by key as people read it.
QString fieldText(const services::LedgerService &ledger, const Record &record, const QString &key);

} // namespace yipi::gui
