// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"

#include <QString>

#include <optional>

namespace yipi::gui {

class LedgerView;

/// The selected cells as a table, for other programs.
struct CopiedTable {
    QString text; ///< tab-separated
    QString html; ///< a table; cells of texts say so, lest 2303-01 becomes a date
};

/// The selection in the order in which it is seen, hidden columns left out; nothing when `progress` says no.
std::optional<CopiedTable> copiedTable(const LedgerView &view, bool withHeaders,
                                       const ProgressReport &progress = {});
/// How many cells that are, for whoever wants to show a bar.
qint64 copiedCells(const LedgerView &view);

} // namespace yipi::gui
