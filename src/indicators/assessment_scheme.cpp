// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/assessment_scheme.h"

#include <QStringList>

#include <array>

namespace yipi {

using namespace indicators;

template <>
std::span<const Choice> choicesOf<AssessmentGrouping>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("none"), QStringLiteral("全部开发区一起考核")},
                                          {QStringLiteral("category"), QStringLiteral("按开发区类别")},
                                          {QStringLiteral("ranking_group"), QStringLiteral("按排名分组")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<AssessmentMeasure>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("rate"), QStringLiteral("比率")},
                                          {QStringLiteral("target"), QStringLiteral("任务完成率")},
                                          {QStringLiteral("amount"), QStringLiteral("总量")},
                                          {QStringLiteral("rate_growth"), QStringLiteral("比率同比变化")},
                                          {QStringLiteral("amount_growth"), QStringLiteral("总量同比增速")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ScoringForm>() {
    static const std::array<Choice, 5> c{{{QStringLiteral("efficacy"), QStringLiteral("功效系数")},
                                          {QStringLiteral("completion"), QStringLiteral("目标完成")},
                                          {QStringLiteral("steps"), QStringLiteral("分档")},
                                          {QStringLiteral("linear"), QStringLiteral("线性插值")},
                                          {QStringLiteral("rank"), QStringLiteral("按名次")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<ScoringDirection>() {
    static const std::array<Choice, 2> c{{{QStringLiteral("higher"), QStringLiteral("越高越好")},
                                          {QStringLiteral("lower"), QStringLiteral("越低越好")}}};
    return c;
}

template <>
std::span<const Choice> choicesOf<MissingValue>() {
    static const std::array<Choice, 2> c{
        {{QStringLiteral("zero"), QStringLiteral("记 0 分")},
         {QStringLiteral("redistribute"), QStringLiteral("权重分摊到其余各项")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

Decimal AssessmentScheme::fullMarks() const {
    Decimal sum;
    for (const AssessmentItem &item : items)
        sum = sum + item.weight;
    return sum;
}

namespace {

QString formText(const AssessmentItem &item) {
    const bool isHigher = item.direction == ScoringDirection::Higher;
    switch (item.form) {
    case ScoringForm::Efficacy:
        return (isHigher ? QStringLiteral("功效系数 %1 + %2 ×（值 − 最小）÷（最大 − 最小）")
                         : QStringLiteral("功效系数 %1 + %2 ×（最大 − 值）÷（最大 − 最小）"))
            .arg(item.base.text(), item.span.text());
    case ScoringForm::Completion:
        return (isHigher ? QStringLiteral("值 ÷ 目标 %1 × 100") : QStringLiteral("目标 %1 ÷ 值 × 100"))
            .arg(item.goal.text());
    case ScoringForm::Steps:
    case ScoringForm::Linear: {
        QStringList rows;
        for (const ScoreBand &band : item.bands)
            rows << (item.form == ScoringForm::Steps ? QStringLiteral("%1 及以上得 %2")
                                                     : QStringLiteral("%1 得 %2"))
                        .arg(band.from.text(), band.score.text());
        return QStringLiteral("%1：%2").arg(title(item.form), rows.join(QStringLiteral("，")));
    }
    case ScoringForm::Rank:
        break;
    }
    return QStringLiteral("第 1 名得 %1，每降一名减 %2").arg(item.first.text(), item.step.text());
}

} // namespace

QString itemRuleText(const AssessmentItem &item) {
    QStringList parts{title(item.measure), formText(item)};
    if (!takesTable(item.form))
        parts << title(item.direction);
    if (item.floor != Decimal(0) || item.cap != Decimal(100))
        parts << QStringLiteral("得分不低于 %1、不高于 %2").arg(item.floor.text(), item.cap.text());
    parts << QStringLiteral("权重 %1").arg(item.weight.text());
    return parts.join(QStringLiteral("；"));
}

} // namespace yipi::indicators
