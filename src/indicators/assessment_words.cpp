// SPDX-License-Identifier: GPL-3.0-or-later
// How a score came about, in words and with its numbers.
#include "indicators/assessment.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

QString signedText(const Fraction &number) {
    return number.isNegative() ? QStringLiteral("（%1）").arg(number.text()) : number.text();
}

QString efficacyText(const AssessmentItem &item, const ValueRange &range, const Fraction &value) {
    if (*range.least == *range.most)
        return QStringLiteral("同组各开发区数值相同，都得满分 %1").arg((item.base + item.span).text());
    const bool isHigher = item.direction == ScoringDirection::Higher;
    return QStringLiteral("%1 + %2 ×（%3 − %4）÷（%5 − %6）")
        .arg(item.base.text(), item.span.text(), signedText(isHigher ? value : *range.most),
             signedText(isHigher ? *range.least : value), signedText(*range.most), signedText(*range.least));
}

QString completionText(const AssessmentItem &item, const Fraction &value) {
    if (item.direction == ScoringDirection::Higher)
        return QStringLiteral("%1 ÷ 目标 %2 × 100").arg(signedText(value), item.goal.text());
    return value <= Fraction(0) ? QStringLiteral("已降到 0，得最高分")
                                : QStringLiteral("目标 %1 ÷ %2 × 100").arg(item.goal.text(), value.text());
}

QString tableText(const AssessmentItem &item, const Fraction &value) {
    const ScoreBand *reached = nullptr;
    for (const ScoreBand &band : item.bands)
        if (band.from.exact() <= value)
            reached = &band;
    if (item.form == ScoringForm::Steps)
        return reached ? QStringLiteral("%1 达到 %2 一档，得 %3")
                             .arg(value.text(), reached->from.text(), reached->score.text())
                       : QStringLiteral("%1 不到最低一档 %2，得 0")
                             .arg(value.text(), item.bands.front().from.text());
    if (!reached || reached == &item.bands.back() || reached->from.exact() == value)
        return QStringLiteral("%1 得 %2")
            .arg(value.text(), (reached ? *reached : item.bands.front()).score.text());
    const ScoreBand &next = *(reached + 1);
    return QStringLiteral("%1 在 %2（%3 分）与 %4（%5 分）之间按比例")
        .arg(value.text(), reached->from.text(), reached->score.text(), next.from.text(), next.score.text());
}

QString howText(const AssessmentItem &item, const ValueRange &range, const ItemScore &own) {
    switch (item.form) {
    case ScoringForm::Efficacy:
        return efficacyText(item, range, *own.value);
    case ScoringForm::Completion:
        return completionText(item, *own.value);
    case ScoringForm::Steps:
    case ScoringForm::Linear:
        return tableText(item, *own.value);
    case ScoringForm::Rank:
        break;
    }
    return QStringLiteral("第 %1 名：%2 − %3 × %4")
        .arg(own.place)
        .arg(item.first.text(), item.step.text())
        .arg(own.place - 1);
}

QString missingText(const AssessmentItem &item, const ItemFigure &figure) {
    switch (item.measure) {
    case AssessmentMeasure::Target:
        return QStringLiteral("没有下达%1任务").arg(title(item.target));
    case AssessmentMeasure::RateGrowth:
        return figure.now.isDefined() ? QStringLiteral("去年同月分母为 0，没有同比")
                                      : QStringLiteral("分母为 0，比率不计算");
    case AssessmentMeasure::AmountGrowth:
        return QStringLiteral("去年同月为 0，没有增速");
    case AssessmentMeasure::Rate:
    case AssessmentMeasure::Amount:
        break;
    }
    return QStringLiteral("分母为 0，比率不计算");
}

} // namespace

QString scoreText(const AssessmentScheme &scheme, std::size_t at, const GroupScores &group,
                  const ZoneScore &zone, const ItemFigure &figure) {
    const AssessmentItem &item = scheme.items[at];
    const ItemScore &own = zone.items[at];
    if (!own.score)
        return QStringLiteral("%1；%2").arg(missingText(item, figure), title(scheme.missing));
    const QString how = howText(item, group.ranges[at], own);
    // A full-width bracket brings its own space.
    QString text = (how.endsWith(u'）') ? QStringLiteral("%1= %2") : QStringLiteral("%1 = %2"))
                       .arg(how, own.score->text());
    if (*own.score == item.cap.exact() && item.cap != Decimal(100))
        text += QStringLiteral("（封顶 %1）").arg(item.cap.text());
    else if (*own.score == item.cap.exact() && item.form == ScoringForm::Completion)
        text += QStringLiteral("（最高 %1）").arg(item.cap.text());
    else if (*own.score == item.floor.exact() && item.floor > Decimal(0))
        text += QStringLiteral("（保底 %1）").arg(item.floor.text());
    const QString shared = own.weight == item.weight.exact()
                               ? QStringLiteral(" ")
                               : QStringLiteral("（含分摊，原为 %1）").arg(item.weight.text());
    return text +
           QStringLiteral("；× 权重 %1%2÷ 100 = %3 分").arg(own.weight.text(), shared, own.points.text());
}

namespace {

QString rankText(const ZoneScore &zone) {
    return zone.rank ? QString::number(zone.rank) : QStringLiteral("—");
}

QString totalText(const ZoneScore &zone) {
    return zone.total ? zone.total->text() : QStringLiteral("—");
}

} // namespace

QString whatIfText(const AssessmentScheme &scheme, const WhatIf &outcome, const WhatIfChange &change) {
    QStringList parts;
    for (const auto &[event, more] : {std::pair(QStringLiteral("开工"), change.started),
                                      std::pair(QStringLiteral("投产"), change.produced),
                                      std::pair(QStringLiteral("达效"), change.attained)})
        if (more)
            parts << QStringLiteral("%1增加 %2 个").arg(event).arg(more);
    for (const auto &[id, more] : change.items)
        for (std::size_t i = 0; i < scheme.items.size(); ++i)
            if (scheme.items[i].id == id)
                parts << QStringLiteral("%1增加 %2")
                             .arg(scheme.items[i].title,
                                  outcome.figures.zones.front().items[i].isMoney
                                      ? Money::fromYuan(more).shortText(MoneyUnit::Wan) +
                                            QStringLiteral(" 万元")
                                      : QStringLiteral("%1 个").arg(more));
    const ZoneScore &before = *outcome.before.zone(outcome.zone), &after = *outcome.after.zone(outcome.zone);
    const QString tied = after.isTied ? QStringLiteral("（并列）") : QString();
    return QStringLiteral("%1：得分 %2 → %3，名次 %4 → %5%6")
        .arg(parts.join(QStringLiteral("、")), totalText(before), totalText(after), rankText(before),
             rankText(after), tied);
}

} // namespace yipi::indicators
