// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// The three declared lists of a campaign.
enum class Batch { Sign, Start, Produce };
template <>
std::span<const Choice> choicesOf<Batch>();

/// 入批: a project on one list of one campaign with the figures as they were declared; they never change with
/// the project. Rates are over entries, joined to the project's events.
struct CampaignEntry : Identity {
    Ref<Campaign> campaign;
    Ref<Project> project;
    Batch batch = Batch::Sign;
    std::optional<Money> declaredInvestment;
    std::optional<Money> declaredOutput; ///< expected per year
};
template <>
const Entity<CampaignEntry> &entity<CampaignEntry>();

} // namespace yipi
