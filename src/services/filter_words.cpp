// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/filter_words.h"

#include "indicators/expression/expression.h"

namespace yipi::services {

namespace {

QString rangeText(const ProjectFilter &filter) {
    if (filter.firstCampaign == filter.lastCampaign)
        return filter.firstCampaign->chineseText() + QStringLiteral("活动");
    const QString first = filter.firstCampaign ? filter.firstCampaign->chineseText() : QStringLiteral("首次");
    const QString last =
        filter.lastCampaign ? filter.lastCampaign->chineseText() : QStringLiteral("最近一次");
    return QStringLiteral("%1至%2活动").arg(first, last);
}

} // namespace

QString zonesText(const LedgerService &ledger, const std::vector<qint64> &zones) {
    if (zones.size() == 1)
        if (const Zone *zone = ledger.zone(zones.front()))
            return zone->name;
    return QStringLiteral("%1个开发区").arg(zones.size());
}

QStringList limitTexts(const LedgerService &ledger, const ProjectFilter &filter) {
    QStringList parts;
    if (!filter.city.isEmpty())
        parts << filter.city;
    if (filter.firstCampaign || filter.lastCampaign)
        parts << rangeText(filter);
    if (filter.batch)
        parts << title(*filter.batch);
    for (const qint64 chain : filter.chains)
        parts << QStringLiteral("产业链“%1”").arg(ledger.referenceText(EntityKind::IndustryChain, chain));
    if (filter.stage)
        parts << QStringLiteral("阶段为%1").arg(title(*filter.stage));
    if (filter.minInvestment)
        parts << QStringLiteral("总投资%1亿元以上").arg(filter.minInvestment->shortText(MoneyUnit::Yi));
    if (filter.strategic)
        parts << (*filter.strategic ? QStringLiteral("战略性新兴产业") : QStringLiteral("非战略性新兴产业"));
    if (filter.industrial)
        parts << (*filter.industrial ? QStringLiteral("产业项目") : QStringLiteral("非产业项目"));
    if (!filter.text.isEmpty())
        parts << QStringLiteral("含“%1”").arg(filter.text);
    if (!filter.where.isEmpty())
        parts << indicators::whereWords(filter.where, indicators::filterFieldsOf(ledger.facts()));
    return parts;
}

} // namespace yipi::services
