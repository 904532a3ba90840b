// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of the small entities that projects refer to.
#include "domain/campaign.h"
#include "domain/enterprise.h"
#include "domain/industry_chain.h"
#include "domain/region.h"
#include "domain/zone.h"

#include <array>

namespace yipi {

template <>
const Entity<Region> &entity<Region>() {
    static const Entity<Region> e(
        "region", QStringLiteral("行政区划"),
        {
            field<&Region::code>("code", QStringLiteral("代码")).keyPart().about(QStringLiteral("GB/T 2260")),
            field<&Region::name>("name", QStringLiteral("名称")).required(),
            field<&Region::level>("level", QStringLiteral("级别")),
            field<&Region::parent>("parent", QStringLiteral("上级代码")),
        });
    return e;
}

template <>
std::span<const Choice> choicesOf<ZoneLevel>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("provincial"), QStringLiteral("省级")},
                                          {QStringLiteral("national"), QStringLiteral("国家级")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ZoneCategory>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("industrial"), QStringLiteral("工业类")},
                                          {QStringLiteral("agricultural"), QStringLiteral("农业类")},
                                          {QStringLiteral("culture_tourism"), QStringLiteral("文旅类")}}};
    return c;
}

template <>
const Entity<Zone> &entity<Zone>() {
    static const Entity<Zone> e(
        "zone", QStringLiteral("开发区"),
        {
            field<&Zone::code>("code", QStringLiteral("编号")).keyPart(),
            field<&Zone::name>("name", QStringLiteral("名称")).required(),
            field<&Zone::shortName>("short_name", QStringLiteral("简称")),
            field<&Zone::city>("city", QStringLiteral("市")),
            field<&Zone::county>("county", QStringLiteral("县（市、区）")),
            field<&Zone::level>("level", QStringLiteral("级别")),
            field<&Zone::category>("category", QStringLiteral("类别")),
            field<&Zone::rankingGroup>("ranking_group", QStringLiteral("排名分组")),
            field<&Zone::leadIndustries>("lead_industries", QStringLiteral("主导产业")),
            field<&Zone::sortOrder>("sort_order", QStringLiteral("顺序")),
        });
    return e;
}

template <>
const Entity<IndustryChain> &entity<IndustryChain>() {
    static const Entity<IndustryChain> e(
        "industry_chain", QStringLiteral("产业链"),
        {
            field<&IndustryChain::name>("name", QStringLiteral("名称")).keyPart(),
            field<&IndustryChain::system>("system", QStringLiteral("体系")),
            field<&IndustryChain::group>("chain_group", QStringLiteral("分组")),
            field<&IndustryChain::leadDepartment>("lead_department", QStringLiteral("牵头部门")),
            field<&IndustryChain::chainMasters>("chain_masters", QStringLiteral("链主企业")),
        });
    return e;
}

template <>
const Entity<Enterprise> &entity<Enterprise>() {
    static const Entity<Enterprise> e(
        "enterprise", QStringLiteral("企业"),
        {
            field<&Enterprise::name>("name", QStringLiteral("名称")).keyPart(),
            field<&Enterprise::creditCode>("credit_code", QStringLiteral("统一社会信用代码")),
            field<&Enterprise::homeProvince>("home_province", QStringLiteral("来源省份")),
        });
    return e;
}

template <>
const Entity<Campaign> &entity<Campaign>() {
    static const Entity<Campaign> e(
        "campaign", QStringLiteral("活动期次"),
        {
            field<&Campaign::year>("year", QStringLiteral("年份")).keyPart(),
            field<&Campaign::sequence>("sequence", QStringLiteral("次序")).keyPart(),
            field<&Campaign::title>("title", QStringLiteral("名称")),
            field<&Campaign::heldOn>("held_on", QStringLiteral("举办日期")),
        });
    return e;
}

bool isValidCreditCode(const QString &code) {
    // GB 32100-2015: weights 3^i mod 31 over the first 17 characters of a 31-letter alphabet.
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    if (code.size() != 18)
        return false;
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; ++i, weight = weight * 3 % 31) {
        const auto digit = alphabet.indexOf(code.at(i));
        if (digit < 0)
            return false;
        sum += int(digit) * weight;
    }
    return alphabet.indexOf(code.at(17)) == (31 - sum % 31) % 31;
}

} // namespace yipi
