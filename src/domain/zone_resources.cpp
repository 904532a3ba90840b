// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_resources.h"

#include "domain/project.h"
#include "domain/zone.h"

#include <array>

namespace yipi {

template <>
std::span<const Choice> choicesOf<ParcelState>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("reserved"), QStringLiteral("收储")},
                                          {QStringLiteral("ready"), QStringLiteral("可出让")},
                                          {QStringLiteral("granted"), QStringLiteral("已出让")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<PlantState>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("building"), QStringLiteral("在建")},
                                          {QStringLiteral("vacant"), QStringLiteral("待入驻")},
                                          {QStringLiteral("occupied"), QStringLiteral("已入驻")}}};
    return c;
}

template <>
const Entity<LandParcel> &entity<LandParcel>() {
    using L = LandParcel;
    static const Entity<L> e(
        "land_parcel", QStringLiteral("标准地"),
        {
            field<&L::code>("code", QStringLiteral("地块编号")).keyPart(),
            field<&L::zone>("zone", QStringLiteral("开发区")).required(),
            field<&L::name>("name", QStringLiteral("位置")),
            field<&L::areaMu>("area_mu", QStringLiteral("面积")).in(QStringLiteral("亩")),
            field<&L::state>("state", QStringLiteral("状态")),
            field<&L::project>("project", QStringLiteral("使用项目")),
            field<&L::investmentPerMu>("investment_per_mu", QStringLiteral("投资强度"))
                .in(QStringLiteral("万元/亩")),
            field<&L::taxPerMu>("tax_per_mu", QStringLiteral("亩均税收")).in(QStringLiteral("万元/亩")),
            field<&L::floorAreaRatio>("floor_area_ratio", QStringLiteral("容积率")),
            field<&L::energyLimit>("energy_limit", QStringLiteral("能耗标准")),
            field<&L::environmentalLimit>("environmental_limit", QStringLiteral("环境标准")),
            field<&L::grantedOn>("granted_on", QStringLiteral("出让时间")),
        });
    return e;
}

template <>
const Entity<StandardPlant> &entity<StandardPlant>() {
    using S = StandardPlant;
    static const Entity<S> e(
        "standard_plant", QStringLiteral("标准化厂房"),
        {
            field<&S::code>("code", QStringLiteral("厂房编号")).keyPart(),
            field<&S::zone>("zone", QStringLiteral("开发区")).required(),
            field<&S::name>("name", QStringLiteral("名称")),
            field<&S::area>("area", QStringLiteral("面积")).in(QStringLiteral("万平方米")),
            field<&S::state>("state", QStringLiteral("状态")),
            field<&S::project>("project", QStringLiteral("使用项目")),
            field<&S::completedOn>("completed_on", QStringLiteral("建成时间")),
        });
    return e;
}

template <>
const Entity<ServiceRecord> &entity<ServiceRecord>() {
    using S = ServiceRecord;
    static const Entity<S> e("service_record", QStringLiteral("领办代办"),
                             {
                                 field<&S::project>("project", QStringLiteral("项目")).required(),
                                 field<&S::matter>("matter", QStringLiteral("事项")).required(),
                                 field<&S::agent>("agent", QStringLiteral("代办人")).personal(),
                                 field<&S::acceptedOn>("accepted_on", QStringLiteral("受理时间")),
                                 field<&S::finishedOn>("finished_on", QStringLiteral("办结时间")),
                                 field<&S::remarks>("remarks", QStringLiteral("备注")).longText(),
                             });
    return e;
}

template <>
const Entity<ZoneIndicator> &entity<ZoneIndicator>() {
    using Z = ZoneIndicator;
    static const Entity<Z> e(
        "zone_indicator", QStringLiteral("园区指标"),
        {
            field<&Z::zone>("zone", QStringLiteral("开发区")).keyPart(),
            field<&Z::month>("month", QStringLiteral("月份")).keyPart(),
            field<&Z::indicator>("indicator", QStringLiteral("指标")).keyPart(),
            field<&Z::value>("value", QStringLiteral("数值")),
            field<&Z::unit>("unit", QStringLiteral("单位")),
            field<&Z::growth>("growth", QStringLiteral("同比增长")).in(QStringLiteral("%")),
            field<&Z::provinceGrowth>("province_growth", QStringLiteral("全省增长")).in(QStringLiteral("%")),
            field<&Z::rank>("rank", QStringLiteral("全省位次")),
        });
    return e;
}

} // namespace yipi
