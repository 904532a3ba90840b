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
    Problem,         ///< 问题
    Attachment,      ///< 附件
    ServiceRecord,   ///< 领办代办
    LandParcel,      ///< 标准地
    StandardPlant,   ///< 标准化厂房
    ZoneIndicator,   ///< 园区指标
    CustomField,     ///< 自定义字段
    CustomValue,     ///< 自定义字段值
};
inline constexpr int kEntityKindCount = 18;

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
struct Problem;
struct Attachment;
struct ServiceRecord;
struct LandParcel;
struct StandardPlant;
struct ZoneIndicator;
struct CustomField;
struct CustomValue;

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
template <>
inline constexpr EntityKind kKindOf<Problem> = EntityKind::Problem;
template <>
inline constexpr EntityKind kKindOf<Attachment> = EntityKind::Attachment;
template <>
inline constexpr EntityKind kKindOf<ServiceRecord> = EntityKind::ServiceRecord;
template <>
inline constexpr EntityKind kKindOf<LandParcel> = EntityKind::LandParcel;
template <>
inline constexpr EntityKind kKindOf<StandardPlant> = EntityKind::StandardPlant;
template <>
inline constexpr EntityKind kKindOf<ZoneIndicator> = EntityKind::ZoneIndicator;
template <>
inline constexpr EntityKind kKindOf<CustomField> = EntityKind::CustomField;
template <>
inline constexpr EntityKind kKindOf<CustomValue> = EntityKind::CustomValue;

} // namespace yipi
