// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

#include <compare>

namespace yipi {

/// Names a campaign as people do: the second of 2024, written "2024-2".
struct CampaignKey {
    int year = 0;
    int sequence = 0;

    /// Reads "2024-2", "2024年第2次", "2024年第二次", "2024年二季度"; nothing for anything else.
    static std::optional<CampaignKey> parse(const QString &text);
    QString text() const;        ///< 2024-2
    QString chineseText() const; ///< 2024年第2次
    friend auto operator<=>(const CampaignKey &, const CampaignKey &) = default;
};

/// 活动期次: one “三个一批” event, held on one day.
struct Campaign : Identity {
    std::optional<qint64> year;
    std::optional<qint64> sequence; ///< within the year, from 1
    QString title;
    QDate heldOn; ///< every rule about "months since the campaign" counts from this day

    CampaignKey key() const { return {int(year.value_or(0)), int(sequence.value_or(0))}; }
};
template <>
const Entity<Campaign> &entity<Campaign>();

} // namespace yipi
