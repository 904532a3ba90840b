// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"

namespace yipi::cli {

/// What show, history and set are about: a project or, by its key, a campaign.
struct Subject {
    EntityKind kind = EntityKind::Project;
    qint64 id = 0;
};

Result<Subject> findSubject(const services::LedgerService &ledger, const std::string &text);

} // namespace yipi::cli
