// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/sheet_layout.h"

namespace yipi::exchange::detail {

/// A total investment as read.
struct ReadInvestment {
    int row = 0;
    qint64 yuan = 0;
    bool isNew = false; ///< the ledger does not have it yet
};

/// Median of the projects' total investment, 元; 0 when they are too few to tell anything.
qint64 usualInvestment(const std::vector<Project> &projects);

/// 万 for 亿 or the other way round: warns of an investment far from the others of its column, or from
/// `inLedger` when the column is short, and of a whole column far from the ledger.
void tellUnitSlips(const SheetLayout &layout, const std::vector<ReadInvestment> &read, qint64 inLedger,
                   FindingList &findings);

} // namespace yipi::exchange::detail
