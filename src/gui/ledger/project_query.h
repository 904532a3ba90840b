// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::gui {

/// Which projects the grid shows and in what order.
struct ProjectQuery {
    ProjectFilter filter;
    QDate asOf;                              ///< decides stages, here and in the grid
    std::optional<std::vector<qint64>> only; ///< exactly these; `filter` then holds only the typed text
    std::vector<services::SortKey> order;    ///< empty: by zone, then code
    std::vector<QString> groups;             ///< keys of columns that make groups of the rows, at most two

    /// Cost: one pass over the facts, and over `only`.
    Result<std::vector<qint64>> run(const services::LedgerService &ledger) const;
};

} // namespace yipi::gui
