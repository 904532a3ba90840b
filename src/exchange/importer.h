// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "exchange/import_plan.h"
#include "exchange/workbook.h"

#include <functional>
#include <span>

namespace yipi::exchange {

/// Makes the uid of a new project.
using UidSource = std::function<QString()>;
QString randomUid(); ///< a random UUID

/// One of the files that are imported together.
struct ImportSource {
    const Workbook *workbook = nullptr;
    QByteArray mapping; ///< as ImportOptions::mapping, which does not count then
    RowChoices choices;
};

/// Understands the sheets of a workbook and compares them with the ledger. Errors of single cells are
/// findings; a Result error means that nothing could be made of the file (NoHeader, Cancelled) or of the
/// options (NotFound: sheet, UnknownZone, InvalidValue: mapping).
Result<ImportPlan> planImport(const Workbook &workbook, const ImportOptions &options,
                              const LedgerSnapshot &ledger, const ProgressReport &progress = {},
                              const UidSource &makeUid = randomUid);

/// Several files as one import: a project or a campaign that two of them name is one. A file in which no
/// header is found is an error among the findings, unless it is the only one.
Result<ImportPlan> planImport(std::span<const ImportSource> sources, const ImportOptions &options,
                              const LedgerSnapshot &ledger, const ProgressReport &progress = {},
                              const UidSource &makeUid = randomUid);

} // namespace yipi::exchange
