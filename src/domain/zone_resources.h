// SPDX-License-Identifier: GPL-3.0-or-later
// What a development zone offers and how it stands, beside its projects.
#pragma once

#include "domain/entity.h"

namespace yipi {

enum class ParcelState {
    Reserved, ///< 收储
    Ready,    ///< 可出让
    Granted,  ///< 已出让
};
template <>
std::span<const Choice> choicesOf<ParcelState>();

/// 标准地: a parcel that is granted with its contract indicators.
struct LandParcel : Identity {
    QString code;
    Ref<Zone> zone;
    QString name;
    std::optional<Quantity> areaMu;
    ParcelState state = ParcelState::Reserved;
    Ref<Project> project;                    ///< using it; none = free
    std::optional<Quantity> investmentPerMu; ///< 投资强度, 万元/亩
    std::optional<Quantity> taxPerMu;        ///< 亩均税收, 万元/亩
    std::optional<Quantity> floorAreaRatio;  ///< 容积率
    QString energyLimit;                     ///< 能耗
    QString environmentalLimit;              ///< 环境
    QDate grantedOn;
};
template <>
const Entity<LandParcel> &entity<LandParcel>();

enum class PlantState {
    Building, ///< 在建
    Vacant,   ///< 待入驻
    Occupied, ///< 已入驻
};
template <>
std::span<const Choice> choicesOf<PlantState>();

/// 标准化厂房.
struct StandardPlant : Identity {
    QString code;
    Ref<Zone> zone;
    QString name;
    std::optional<Quantity> area; ///< 万平方米
    PlantState state = PlantState::Building;
    Ref<Project> project; ///< using it; none = free
    QDate completedOn;
};
template <>
const Entity<StandardPlant> &entity<StandardPlant>();

/// 领办代办: one approval that an agent obtains for a project.
struct ServiceRecord : Identity {
    Ref<Project> project;
    QString matter; ///< 环评, 施工许可 …
    QString agent;
    QDate acceptedOn;
    QDate finishedOn;
    QString remarks;
};
template <>
const Entity<ServiceRecord> &entity<ServiceRecord>();

/// 园区指标: an economic figure of a zone for a month, as the statistics office gives it.
struct ZoneIndicator : Identity {
    Ref<Zone> zone;
    std::optional<Month> month;
    QString indicator; ///< 规上工业增加值, 工业投资 …
    std::optional<Quantity> value;
    QString unit;                           ///< 亿元
    std::optional<Quantity> growth;         ///< year on year, %
    std::optional<Quantity> provinceGrowth; ///< the provincial mean, %
    std::optional<qint64> rank;             ///< in the province
};
template <>
const Entity<ZoneIndicator> &entity<ZoneIndicator>();

} // namespace yipi
