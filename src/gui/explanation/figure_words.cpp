// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/figure_words.h"

#include "gui/theme.h"
#include "indicators/expression/expression.h"
#include "indicators/rule_words.h"

#include <QCoreApplication>

namespace yipi::gui {

using indicators::Event;
using indicators::Weight;

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("FigureWords", text);
}

} // namespace

FigureWords wordsOf(const indicators::RateRule &rule) {
    const QString all = indicators::denominatorTitle(rule);
    switch (rule.event) {
    case Event::Started:
        return {tr("已开工"), all, tr("未开工")};
    case Event::Produced:
        return {tr("已投产"), all, tr("未投产")};
    case Event::InStatistics:
        return {tr("已入库"), all, tr("未入库")};
    case Event::Attained:
        break;
    }
    if (rule.weight == Weight::Output)
        return {tr("实际产值"), tr("预期产值"), tr("未达效")};
    return {tr("已达效"), all, tr("未达效")};
}

QString partText(qint64 value, Weight weight) {
    return weight == Weight::Count ? QString::number(value) : Money::fromYuan(value).text(MoneyUnit::Yi);
}

QString partUnit(Weight weight) {
    return weight == Weight::Count ? tr("个") : tr("亿元");
}

QString fractionText(const indicators::RateResult &rate) {
    const QString text = QStringLiteral("%1/%2").arg(partText(rate.rate.num(), rate.unit),
                                                     partText(rate.rate.den(), rate.unit));
    return rate.unit == Weight::Count ? text : text + u' ' + partUnit(rate.unit);
}

QString scopeText(const Workspace &workspace, const services::FigureScope &scope) {
    const ProjectFilter &filter = scope.filter;
    QStringList parts;
    if (const QString city = workspace.ledger.status().city; !city.isEmpty())
        parts << city;
    if (filter.zones.size() == 1)
        parts << workspace.ledger.referenceText(EntityKind::Zone, filter.zones.front());
    else if (filter.zones.size() > 1)
        parts << tr("%1 个开发区").arg(filter.zones.size());
    if (filter.firstCampaign || filter.lastCampaign)
        parts << tr("期次 %1 至 %2")
                     .arg(filter.firstCampaign ? filter.firstCampaign->text() : tr("首次"),
                          filter.lastCampaign ? filter.lastCampaign->text() : tr("最近"));
    if (filter.chains.size() == 1)
        parts << workspace.ledger.referenceText(EntityKind::IndustryChain, filter.chains.front());
    else if (filter.chains.size() > 1)
        parts << tr("%1 条产业链").arg(filter.chains.size());
    if (!filter.where.isEmpty())
        parts << indicators::whereWords(filter.where);
    parts << tr("截至 %1").arg(scope.asOf.lastDay().toString(Qt::ISODate));
    return parts.join(QStringLiteral(" · "));
}

QString reportSentence(const indicators::RateResult &rate, const services::FigureScope &scope,
                       const QString &city) {
    return tr("截至%1底，%2%3%4（%5）。口径：%6")
        .arg(scope.asOf.chineseText(), city, rate.title, rate.text(), fractionText(rate).remove(u' '),
             rate.ruleText);
}

QColor seriesColor(const QString &rateId, int position) {
    const Theme &t = theme();
    if (rateId.contains(u"attain"))
        return t.seriesAttain;
    if (rateId.contains(u"produce"))
        return t.seriesProduce;
    if (rateId.contains(u"start"))
        return t.seriesStart;
    const QColor colors[] = {t.vio, t.stageProducing, t.amb};
    return colors[position % 3];
}

} // namespace yipi::gui
