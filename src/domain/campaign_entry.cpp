// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign_entry.h"

#include "domain/campaign.h"
#include "domain/project.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<Batch>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("sign"), QStringLiteral("签约一批")},
                                          {QStringLiteral("start"), QStringLiteral("开工一批")},
                                          {QStringLiteral("produce"), QStringLiteral("投产一批")}}};
    return c;
}

template <>
const Entity<CampaignEntry> &entity<CampaignEntry>() {
    using C = CampaignEntry;
    static const Entity<C> e(
        "campaign_entry", QStringLiteral("入批"),
        {
            field<&C::campaign>("campaign", QStringLiteral("活动期次"))
                .keyPart()
                .also({QStringLiteral("期次"), QStringLiteral("活动")}),
            field<&C::batch>("batch", QStringLiteral("批次")).keyPart(),
            field<&C::project>("project", QStringLiteral("项目")).keyPart(),
            field<&C::declaredInvestment>("declared_investment", QStringLiteral("申报投资")),
            field<&C::declaredOutput>("declared_output", QStringLiteral("申报年产值")),
        },
        {{QStringLiteral("project")}});
    return e;
}

} // namespace yipi
