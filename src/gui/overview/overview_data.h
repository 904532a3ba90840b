// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <array>

namespace yipi::gui {

/// Counts of red, yellow and green lights.
using LightCounts = std::array<int, 3>;

/// How many of the 三未 list the overview names; the ledger page has them all.
inline constexpr std::size_t kLatest = 50;

/// Everything the overview shows for a scope, asked of the figure service at once.
struct OverviewData {
    services::FigureScope scope;
    const indicators::RuleSet *rules = nullptr;
    QStringList rateIds;          ///< the (up to three) rates shown
    indicators::RateTable now;    ///< by zone
    indicators::RateTable before; ///< by zone, one month earlier
    indicators::RateTable trend;  ///< twelve months up to the as-of month
    std::optional<services::CampaignAtHand> campaign;
    std::vector<services::OverdueLine> latest;  ///< the first kLatest of the 三未 list
    std::size_t overdueCount = 0;               ///< without finished ones
    std::array<LightCounts, 3> overdueByKind{}; ///< index: OverdueKind
    QHash<qint64, LightCounts> lightsByZone;    ///< zone id → counts

    const indicators::RateRule *rule(const QString &rateId) const { return rules->rate(rateId); }
};

Result<OverviewData> readOverview(const Workspace &workspace, const services::FigureScope &scope);

/// The rates a rule set is best known by: start, produce and attain if it has them all, else its first three.
QStringList mainRates(const indicators::RuleSet &rules);

/// Projects of the 三未 list without the finished ones: of one kind and light, or of all.
Result<std::vector<qint64>> overdueProjects(const Workspace &workspace, const services::FigureScope &scope,
                                            std::optional<indicators::OverdueKind> kind,
                                            std::optional<indicators::Light> light);

/// Projects with an entry of the campaign that passes the filter: only those of at least `minimum` declared
/// investment, or only 战新 ones.
std::vector<qint64> campaignProjects(const Workspace &workspace, const services::FigureScope &scope,
                                     CampaignKey campaign, std::optional<Money> minimum, bool strategicOnly);

} // namespace yipi::gui
