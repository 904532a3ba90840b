// SPDX-License-Identifier: GPL-3.0-or-later
// From group results to what the items of a scheme are made of.
#include "indicators/assessment.h"
#include "indicators/rule_words.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

QString groupOfZone(const Zone &zone, AssessmentGrouping grouping) {
    switch (grouping) {
    case AssessmentGrouping::Category:
        return yipi::title(zone.category);
    case AssessmentGrouping::RankingGroup:
        return zone.rankingGroup;
    case AssessmentGrouping::All:
        break;
    }
    return {};
}

const GroupResult *groupWithId(const RateTable &table, qint64 zone) {
    const auto found = std::find_if(table.groups.begin(), table.groups.end(),
                                    [&](const GroupResult &group) { return group.id == zone; });
    return found == table.groups.end() ? nullptr : &*found;
}

/// Nothing counted for a zone is 0/0.
Rate rateIn(const GroupResult *group, const QString &rateId) {
    const RateResult *result = group ? group->rate(rateId) : nullptr;
    return result ? result->rate : Rate();
}

ItemFigure targetFigure(const PaceTable &targets, qint64 zone, TargetIndicator indicator) {
    for (const PaceLine &line : targets.zones)
        if (line.zone == zone && line.indicator == indicator)
            return {line.completion(), {}, !countsPieces(indicator)};
    return {{}, {}, !countsPieces(indicator)};
}

ItemFigure rateFigure(const AssessmentItem &item, const RateRule &rule, const GroupResult *now,
                      const GroupResult *before) {
    ItemFigure figure{rateIn(now, item.rate), {}, isMoney(rule)};
    if (isGrowth(item.measure))
        figure.yearBefore = rateIn(before, item.rate);
    const bool isAmount =
        item.measure == AssessmentMeasure::Amount || item.measure == AssessmentMeasure::AmountGrowth;
    if (isAmount) // nothing counted is an amount of 0, not a missing one
        figure = {Rate(figure.now.num(), 1), Rate(figure.yearBefore.num(), 1), figure.isMoney};
    return figure;
}

bool isNamed(const Zone &zone, const QString &name) {
    return zone.name == name || (!zone.shortName.isEmpty() && zone.shortName == name);
}

} // namespace

Result<AssessmentFigures> assessmentFigures(const AssessmentScheme &scheme, const RuleSet &rules,
                                            const AssessmentSource &source) {
    AssessmentFigures figures{source.asOf, rules.id, rules.name, {}, {}};
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        const AssessmentItem &item = scheme.items[i];
        if (item.measure == AssessmentMeasure::Target || rules.rate(item.rate))
            continue;
        return fail(ErrorCode::InvalidValue,
                    QStringLiteral("考核方案“%1”的 items[%2].rate：口径“%3”里没有比率“%4”。")
                        .arg(scheme.name, QString::number(i), rules.name, item.rate),
                    QStringLiteral("请换一个口径，或在考核方案里改用口径已有的比率。"));
    }
    for (const Zone &zone : source.zones) {
        ZoneFigures line{zone.id, zone.name, zone.shortName, groupOfZone(zone, scheme.grouping), {}, {}};
        const GroupResult *now = groupWithId(source.now, zone.id);
        const GroupResult *before = groupWithId(source.yearBefore, zone.id);
        for (const AssessmentItem &item : scheme.items)
            line.items.push_back(item.measure == AssessmentMeasure::Target
                                     ? targetFigure(source.targets, zone.id, item.target)
                                     : rateFigure(item, *rules.rate(item.rate), now, before));
        for (const RateRule &rule : rules.rates)
            line.rates.push_back(rateIn(now, rule.id));
        figures.zones.push_back(std::move(line));
    }
    if (!source.now.notice.isEmpty())
        figures.notices << source.now.notice;
    for (const BonusEntry &entry : scheme.bonus)
        if (std::none_of(source.zones.begin(), source.zones.end(),
                         [&](const Zone &zone) { return isNamed(zone, entry.zone); }))
            figures.notices << QStringLiteral("加减分“%1”写的开发区“%2”不在考核范围内，没有计入。")
                                   .arg(entry.title, entry.zone);
    return figures;
}

QString valueUnit(const AssessmentItem &item, const ItemFigure &figure) {
    if (item.measure == AssessmentMeasure::Amount)
        return figure.isMoney ? QStringLiteral("亿元") : QStringLiteral("个");
    return item.measure == AssessmentMeasure::RateGrowth ? QStringLiteral("个百分点") : QStringLiteral("%");
}

namespace {

QString countText(qint64 number, bool isMoneyFigure) {
    return isMoneyFigure ? Money::fromYuan(number).text(MoneyUnit::Yi) + QStringLiteral(" 亿元")
                         : QString::number(number);
}

QString partsText(const Rate &rate, bool isMoneyFigure) {
    return QStringLiteral("%1 / %2").arg(countText(rate.num(), isMoneyFigure),
                                         countText(rate.den(), isMoneyFigure));
}

} // namespace

QString figureText(const AssessmentItem &item, const ItemFigure &figure) {
    const auto money = figure.isMoney;
    switch (item.measure) {
    case AssessmentMeasure::Rate:
    case AssessmentMeasure::Target:
        return partsText(figure.now, money);
    case AssessmentMeasure::Amount:
        return countText(figure.now.num(), money);
    case AssessmentMeasure::RateGrowth:
        return QStringLiteral("去年同月 %1，今年 %2")
            .arg(partsText(figure.yearBefore, money), partsText(figure.now, money));
    case AssessmentMeasure::AmountGrowth:
        break;
    }
    return QStringLiteral("去年同月 %1，今年 %2")
        .arg(countText(figure.yearBefore.num(), money), countText(figure.now.num(), money));
}

QString valueText(const AssessmentItem &item, const ItemFigure &figure, const ItemScore &score) {
    if (!score.value)
        return QStringLiteral("—");
    const bool isCount = item.measure == AssessmentMeasure::Amount && !figure.isMoney;
    return score.value->text(isCount ? 0 : 2);
}

} // namespace yipi::indicators
