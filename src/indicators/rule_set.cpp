// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rule_set.h"

#include "indicators/expression/expression.h"
#include "indicators/rule_words.h"

#include <QStringList>

namespace yipi::indicators {

const RateRule *RuleSet::rate(const QString &rateId) const {
    const auto found =
        std::find_if(rates.begin(), rates.end(), [&](const auto &r) { return r.id == rateId; });
    return found == rates.end() ? nullptr : &*found;
}

QString RuleSet::overdueTitle(OverdueKind kind) const {
    const auto named =
        std::find_if(overdue.begin(), overdue.end(), [&](const auto &rule) { return rule.kind == kind; });
    return named == overdue.end() ? title(kind) : named->title;
}

QString RuleSet::noticeFor(Month asOf) const {
    if ((!effectiveFrom || *effectiveFrom <= asOf) && (!effectiveTo || asOf <= *effectiveTo))
        return {};
    QString months;
    if (!effectiveTo)
        months = QStringLiteral("%1 及以后").arg(effectiveFrom->text());
    else if (!effectiveFrom)
        months = QStringLiteral("%1 及以前").arg(effectiveTo->text());
    else
        months = QStringLiteral("%1 至 %2").arg(effectiveFrom->text(), effectiveTo->text());
    return QStringLiteral("口径“%1”适用于 %2，截止月 %3 不在其内。").arg(name, months, asOf.text());
}

namespace {

QString campaignWords(const RateRule &rule) {
    const QString words = title(rule.campaigns);
    if (rule.campaigns == CampaignScope::HeldAtLeastMonths)
        return words.arg(rule.heldAtLeastMonths);
    if (rule.campaigns != CampaignScope::Range)
        return words;
    const QString first = rule.firstCampaign ? rule.firstCampaign->text() : QString();
    const QString last = rule.lastCampaign ? rule.lastCampaign->text() : QString();
    if (last.isEmpty())
        return words.arg(QStringLiteral("%1 及以后").arg(first));
    if (first.isEmpty())
        return words.arg(QStringLiteral("%1 及以前").arg(last));
    return words.arg(QStringLiteral("%1 至 %2").arg(first, last));
}

/// What the rule takes of its population: 签约一批产业项目.
QString wholeWords(const RateRule &rule, const RuleSet &set) {
    QString whole = title(rule.population);
    if (rule.population == Population::Planned)
        whole = QStringLiteral("截止日所在年度计划%1的项目").arg(title(rule.event));
    else if (rule.population == Population::Projects && rule.period == Period::AsOfYear)
        whole = QStringLiteral("截止日所在年度签约的项目");
    else if (rule.population == Population::Reserve && rule.period == Period::AsOfYear)
        whole = QStringLiteral("截止日所在年度入库的储备项目");
    if (const RateRule *base = set.rate(rule.denominatorOf))
        whole = QStringLiteral("%1中计入“%2”分子的项目").arg(whole, base->title);
    if (rule.projects == ProjectScope::Industrial)
        whole += isList(rule.population) ? QStringLiteral("产业项目") : QStringLiteral("中的产业项目");
    return rule.filter.isEmpty() ? whole : QStringLiteral("%1中%2的").arg(whole, whereWords(rule.filter));
}

QString fractionWords(const RateRule &rule, const RuleSet &set) {
    const QString whole = wholeWords(rule, set);
    if (rule.population == Population::Targets)
        return QStringLiteral("截止日所在年度已%1的%2 ÷ 同年%3任务")
            .arg(title(rule.event), isMoney(rule) ? QStringLiteral("投资额") : QStringLiteral("个数"),
                 title(rule.target));
    switch (reportedValue(rule)) {
    case ReportedValue::Output:
        return QStringLiteral("%1截至截止日最近一次上报的实际年产值之和 ÷ %1的申报年产值之和").arg(whole);
    case ReportedValue::Funds:
        return QStringLiteral("%1截至截止日最近一次上报的累计到位资金之和 ÷ %1的申报投资之和").arg(whole);
    case ReportedValue::YearInvestment:
        return QStringLiteral("%1截至截止日最近一次上报的今年累计完成投资之和 ÷ 年度计划投资之和").arg(whole);
    case ReportedValue::None:
        break;
    }
    const QString unit =
        isMoney(rule) ? QStringLiteral("%1之和").arg(title(rule.weight)) : title(rule.weight);
    return QStringLiteral("%1截至截止日已%2的%3 ÷ %1的%3").arg(whole, title(rule.event), unit);
}

/// What a missing report or declaration does to a rate by value.
QString missingWords(const RateRule &rule) {
    switch (reportedValue(rule)) {
    case ReportedValue::Output:
        return QStringLiteral("未上报产值的按 0 计，未填申报年产值的不计入");
    case ReportedValue::Funds:
        return QStringLiteral("未上报到位资金的按 0 计，未填申报投资的不计入");
    case ReportedValue::YearInvestment:
        return QStringLiteral("当年没有上报年度计划的不计入");
    case ReportedValue::None:
        break;
    }
    return isMoney(rule) ? QStringLiteral("未填%1的不计入").arg(title(rule.weight)) : QString();
}

QString dueWords(const RateRule &rule, const Deadlines &deadlines) {
    const QString event = title(rule.event);
    QString due = QStringLiteral("应%1日期为计划日期").arg(event);
    if (const QString base = baseTitle(rule.event); !base.isEmpty())
        due +=
            QStringLiteral("，没有计划的为%1后 %2 个月").arg(base).arg(monthsAllowed(deadlines, rule.event));
    if (deadlines.graceDays > 0)
        due += QStringLiteral("，另宽限 %1 %2").arg(deadlines.graceDays).arg(title(deadlines.graceUnit));
    if (rule.entries == EntryScope::DueOnly)
        due = QStringLiteral("分母%1（%2）").arg(title(rule.entries), due);
    return isByValue(rule) ? due : QStringLiteral("%1，%2").arg(due, title(rule.early));
}

} // namespace

QString ruleText(const RateRule &rule, const RuleSet &set) {
    QStringList parts;
    parts << QStringLiteral("%1 = %2").arg(rule.title, fractionWords(rule, set));
    if (isList(rule.population))
        parts << QStringLiteral("统计%1").arg(campaignWords(rule));
    if (isList(rule.population) && rule.period == Period::AsOfYear)
        parts << QStringLiteral("只计%1举办的").arg(title(rule.period));
    if (rule.entries == EntryScope::DueOnly || rule.early == Early::Leave)
        parts << dueWords(rule, set.deadlines);
    if (rule.population != Population::Targets)
        parts << title(rule.terminated);
    if (const QString missing = missingWords(rule);
        !missing.isEmpty() && rule.population != Population::Targets)
        parts << missing;
    if (rule.capAt100)
        parts << QStringLiteral("单个项目最多按 100% 计");
    parts << QStringLiteral("%1，保留 %2 位小数").arg(title(rule.rounding)).arg(rule.decimals) +
                 (rule.zeros == Zeros::Drop ? QStringLiteral("，%1").arg(title(rule.zeros)) : QString());
    QString text = parts.join(QStringLiteral("；")) + QStringLiteral("。");
    return rule.note.isEmpty() ? text : text + rule.note;
}

} // namespace yipi::indicators
