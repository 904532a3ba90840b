// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/figure_words.h"

#include "gui/theme.h"
#include "indicators/rule_words.h"
#include "services/filter_words.h"

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
    using indicators::ReportedValue;
    if (rule.population == indicators::Population::Targets)
        return {tr("已完成"), title(rule.target), tr("未完成")};
    switch (indicators::reportedValue(rule)) {
    case ReportedValue::Output:
        return {tr("实际产值"), tr("预期产值"), tr("未达效")};
    case ReportedValue::Funds:
        return {tr("到位资金"), tr("申报投资"), tr("未到位")};
    case ReportedValue::YearInvestment:
        return {tr("完成投资"), tr("年度计划"), tr("未完成")};
    case ReportedValue::None:
        break;
    }
    const QString event = rule.event == Event::InStatistics ? tr("入库") : title(rule.event);
    return {tr("已%1").arg(event), indicators::denominatorTitle(rule), tr("未%1").arg(event)};
}

QString partText(qint64 value, Weight weight) {
    return !isMoney(weight) ? QString::number(value) : Money::fromYuan(value).text(MoneyUnit::Yi);
}

QString partUnit(Weight weight) {
    return !isMoney(weight) ? tr("个") : tr("亿元");
}

QString fractionText(const indicators::RateResult &rate) {
    const QString text = QStringLiteral("%1/%2").arg(partText(rate.rate.num(), rate.unit),
                                                     partText(rate.rate.den(), rate.unit));
    return !rate.isMoney() ? text : text + u' ' + partUnit(rate.unit);
}

QString scopeText(const Workspace &workspace, const services::FigureScope &scope) {
    QStringList parts;
    if (const QString city = workspace.ledger.status().city; !city.isEmpty())
        parts << city;
    if (!scope.filter.zones.empty())
        parts << services::zonesText(workspace.ledger, scope.filter.zones);
    parts += services::limitTexts(workspace.ledger, scope.filter);
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
