// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/campaign_dates.h"

#include "domain/month.h"

namespace yipi::indicators {

QDate heldOn(const Campaign &campaign) {
    if (campaign.heldOn.isValid())
        return campaign.heldOn;
    const CampaignKey key = campaign.key();
    if (key.year < 1)
        return {};
    return Month(key.year, std::clamp(key.sequence, 1, 4) * 3).lastDay();
}

QString assumedDateNote(const Campaign &campaign) {
    if (campaign.heldOn.isValid())
        return {};
    return QStringLiteral("（%1 活动未填举办日期，按 %2 计）")
        .arg(campaign.key().text(), heldOn(campaign).toString(Qt::ISODate));
}

} // namespace yipi::indicators
