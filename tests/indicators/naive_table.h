// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random_case.h"

namespace yipi::indicators {

/// What a group is called by the first and the second property.
using GroupName = std::pair<QString, QString>;

struct NaiveGroup {
    std::vector<oracle::Figure> rates;
    std::array<BatchTotal, 3> lists; ///< 签约一批, 开工一批, 投产一批

    bool isShown() const;
};

struct NaiveTable {
    NaiveGroup total;
    std::map<GroupName, NaiveGroup> groups;

    NaiveGroup &group(const GroupName &name);
};

/// The oracle's figures, each row put into the groups it belongs to.
NaiveTable naiveTable(const oracle::Ledger &ledger, const oracle::Rules &rules, QDate asOf,
                      const oracle::Cut &filter, Cut by);

} // namespace yipi::indicators
