// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/life_cycle.h"
#include "domain/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace yipi {

/// The filters that screens, command line and reports share. Empty members do not filter; all must hold.
struct ProjectFilter {
    QString city;
    std::vector<qint64> zones;                ///< zone ids
    std::vector<qint64> chains;               ///< chain ids
    std::optional<CampaignKey> firstCampaign; ///< on a list of a campaign from here …
    std::optional<CampaignKey> lastCampaign;  ///< … to here
    std::optional<Batch> batch;
    std::optional<Stage> stage;         ///< at the as-of date
    std::optional<Money> minInvestment; ///< total investment ≥
    std::optional<bool> strategic;
    std::optional<bool> industrial;
    QString text;  ///< in code, name or investor, case-insensitive
    QString where; ///< a condition in the filter language (docs/filters.md), checked by whoever took it in

    bool isEmpty() const { return *this == ProjectFilter(); }
    friend bool operator==(const ProjectFilter &, const ProjectFilter &) = default;
};

} // namespace yipi
