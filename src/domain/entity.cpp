// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/entity.h"

#include "domain/attachment.h"
#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/custom_field.h"
#include "domain/enterprise.h"
#include "domain/industry_chain.h"
#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/problem.h"
#include "domain/project.h"
#include "domain/region.h"
#include "domain/target.h"
#include "domain/zone.h"
#include "domain/zone_resources.h"

#include <algorithm>
#include <array>

namespace yipi {

namespace {

const std::array<const EntityInfo *, kEntityKindCount> &allEntities() {
    static const std::array<const EntityInfo *, kEntityKindCount> all{
        &entity<Region>().info,        &entity<Zone>().info,
        &entity<IndustryChain>().info, &entity<Enterprise>().info,
        &entity<Campaign>().info,      &entity<Project>().info,
        &entity<CampaignEntry>().info, &entity<MonthlyProgress>().info,
        &entity<Milestone>().info,     &entity<Target>().info,
        &entity<Problem>().info,       &entity<Attachment>().info,
        &entity<ServiceRecord>().info, &entity<LandParcel>().info,
        &entity<StandardPlant>().info, &entity<ZoneIndicator>().info,
        &entity<CustomField>().info,   &entity<CustomValue>().info};
    return all;
}

} // namespace

int EntityInfo::indexOf(const QString &fieldKey) const {
    const auto it =
        std::find_if(fields.begin(), fields.end(), [&](const auto &f) { return f.key == fieldKey; });
    return it == fields.end() ? -1 : int(it - fields.begin());
}

const FieldInfo &EntityInfo::field(const QString &fieldKey) const {
    return fields.at(std::size_t(indexOf(fieldKey)));
}

const EntityInfo &entityInfo(EntityKind kind) {
    return *allEntities().at(std::size_t(kind));
}

const EntityInfo *entityInfo(const QString &key) {
    const auto &all = allEntities();
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto *info) { return info->key == key; });
    return it == all.end() ? nullptr : *it;
}

} // namespace yipi
