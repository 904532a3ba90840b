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
    Milestone,       ///< 节点 / 手续
    Target,          ///< 任务目标
};
inline constexpr int kEntityKindCount = 10;

struct Region;
struct Zone;
struct IndustryChain;
struct Enterprise;
struct Campaign;
struct Project;
struct CampaignEntry;
struct MonthlyProgress;
struct Milestone;
struct Target;

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
template <>
inline constexpr EntityKind kKindOf<Milestone> = EntityKind::Milestone;
template <>
inline constexpr EntityKind kKindOf<Target> = EntityKind::Target;

} // namespace yipi
