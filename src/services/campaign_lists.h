// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign_entry.h"
#include "services/ledger_service.h"

namespace yipi::services {

/// A line of one of a campaign's three lists: what was declared beside what the project says now.
struct ListedProject {
    CampaignEntry entry;
    Project project;
    Stage stage = Stage::Reserved; ///< at the as-of date

    /// Now − declared, of the investment or the yearly output; nothing when either is 未填.
    std::optional<Money> investmentDifference() const;
    std::optional<Money> outputDifference() const;
};

/// Sums of a list; a figure that is 未填 adds nothing.
struct ListTotals {
    qint64 count = 0;
    Money declaredInvestment, currentInvestment;
    Money declaredOutput, currentOutput;
};

/// One list of a campaign, by zone and code of the projects.
Result<std::vector<ListedProject>> campaignList(const LedgerService &ledger, qint64 campaign, Batch batch,
                                                QDate asOf);
ListTotals totalsOf(std::span<const ListedProject> list);
/// How many projects are on a list.
qint64 listedCount(const LedgerService &ledger, qint64 campaign, Batch batch);

/// The change set that puts projects on a list. Their present figures become the declared ones and stay as
/// they are when the project changes. Errors: Refused, naming them, when some are on the list already.
Result<ChangeSet> listingOf(const LedgerService &ledger, qint64 campaign, Batch batch,
                            std::span<const qint64> projects);
/// The change set that declares entries anew with their projects' present figures. Errors: Refused without a
/// reason, or when nothing differs.
Result<ChangeSet> refreezingOf(const LedgerService &ledger, std::span<const qint64> entries,
                               const QString &reason);

} // namespace yipi::services
