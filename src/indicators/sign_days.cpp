// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/sign_days.h"

#include "indicators/campaign_dates.h"
#include "indicators/counted_rows.h"

namespace yipi::indicators {

std::vector<SignDay> signDays(const Facts &facts) {
    std::vector<Day> held;
    for (const Campaign &campaign : facts.campaigns)
        held.push_back(dayOf(heldOn(campaign)));
    std::vector<SignDay> days(facts.projects.size());
    for (std::size_t i = 0; i < days.size(); ++i)
        days[i].day = facts.projects[i].sign;
    for (const EntryFact &entry : facts.entries) {
        const Day day = held[static_cast<std::size_t>(entry.campaign)];
        SignDay &sign = days[entry.project];
        if (entry.batch != Batch::Sign || day == 0 || facts.projects[entry.project].sign != 0)
            continue;
        if (sign.day == 0 || day < sign.day)
            sign = {day, entry.campaign};
    }
    return days;
}

QString signWords(const Facts &facts, const SignDay &sign) {
    if (sign.day == 0)
        return QStringLiteral("没有签约日期，也不在签约一批");
    const QString words = QStringLiteral("%1 签约").arg(isoText(sign.day));
    if (sign.campaign < 0)
        return words;
    const Campaign &campaign = facts.campaigns[static_cast<std::size_t>(sign.campaign)];
    return words + QStringLiteral("（未填签约日期，按 %1 活动当天计）").arg(campaign.key().text()) +
           assumedDateNote(campaign);
}

} // namespace yipi::indicators
