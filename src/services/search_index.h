// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/monthly_progress.h"
#include "domain/pinyin/text_index.h"
#include "domain/progress.h"
#include "services/project_links.h"

#include <set>

namespace yipi::services {

class LedgerService;

/// What the search knows by heart of a ledger.
struct SearchIndex {
    pinyin::TextIndex projectNames, projectCodes; ///< by project
    pinyin::TextIndex enterprises;
    pinyin::TextIndex problems; ///< by project: of its newest report that names one
    ProjectLinks links;
};

/// Of the reports of one project the newest that names a problem.
std::optional<MonthlyProgress> newestProblem(const std::vector<Record> &reports);

/// Reads the index of the ledger in this file by a connection of its own: for any thread, beside an open
/// ledger. `progress` can end it between two kinds of records (Cancelled).
Result<SearchIndex> loadSearchIndex(const QString &location, const ProgressReport &progress = {});

/// Records of which the index is to be brought up to date.
struct DirtyRecords {
    std::set<qint64> projects, enterprises;
    std::set<qint64> reports;        ///< whose projects have to be looked up
    std::set<qint64> reportProjects; ///< whose reports came, went or changed

    std::size_t size() const {
        return projects.size() + enterprises.size() + reports.size() + reportProjects.size();
    }
};

/// Brings the index in line with what the ledger says about these records now, whatever it knew before.
Result<void> patchSearchIndex(SearchIndex &index, const DirtyRecords &dirty, const LedgerService &ledger);

} // namespace yipi::services
