// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_query.h"

#include <unordered_set>

namespace yipi::gui {

Result<std::vector<qint64>> ProjectQuery::run(const services::LedgerService &ledger) const {
    auto ids = ledger.projectIds(filter, asOf, order);
    if (!ids || !only)
        return ids;
    const std::unordered_set<qint64> wanted(only->begin(), only->end());
    std::erase_if(*ids, [&](qint64 id) { return !wanted.contains(id); });
    return ids;
}

} // namespace yipi::gui
