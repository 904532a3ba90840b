// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace yipi {

/// The kinds of records that a ledger holds (docs/glossary.md).
enum class EntityKind {
    Region,          ///< 行政区划
    Zone,            ///< 开发区
    IndustryChain,   ///< 产业链
    Enterprise,      ///< 企业
    Campaign,        ///< 活动期次
    Project,         ///< 项目
    CampaignEntry,   ///< 入批
    MonthlyProgress, ///< 月度进展
};
inline constexpr int kEntityKindCount = 8;

struct Region;
struct Zone;
struct IndustryChain;
struct Enterprise;
struct Campaign;
struct Project;
struct CampaignEntry;
struct MonthlyProgress;

template <class E>
inline constexpr EntityKind kKindOf = EntityKind::Region;
template <>
inline constexpr EntityKind kKindOf<Zone> = EntityKind::Zone;
template <>
inline constexpr EntityKind kKindOf<IndustryChain> = EntityKind::IndustryChain;
template <>
inline constexpr EntityKind kKindOf<Enterprise> = EntityKind::Enterprise;
template <>
inline constexpr EntityKind kKindOf<Campaign> = EntityKind::Campaign;
template <>
inline constexpr EntityKind kKindOf<Project> = EntityKind::Project;
template <>
inline constexpr EntityKind kKindOf<CampaignEntry> = EntityKind::CampaignEntry;
template <>
inline constexpr EntityKind kKindOf<MonthlyProgress> = EntityKind::MonthlyProgress;

} // namespace yipi
