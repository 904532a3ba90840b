// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rule_set.h"

#include "indicators/rule_words.h"

#include <QStringList>

namespace yipi::indicators {

const RateRule *RuleSet::rate(const QString &rateId) const {
    const auto found =
        std::find_if(rates.begin(), rates.end(), [&](const auto &r) { return r.id == rateId; });
    return found == rates.end() ? nullptr : &*found;
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

QString fractionWords(const RateRule &rule, const RuleSet &set) {
    const RateRule *base = set.rate(rule.denominatorOf);
    QString whole = title(rule.population);
    if (base)
        whole = QStringLiteral("%1中计入“%2”分子的项目").arg(whole, base->title);
    if (rule.projects == ProjectScope::Industrial)
        whole += QStringLiteral("产业项目");
    if (isByValue(rule))
        return QStringLiteral("%1截至截止日最近一次上报的实际年产值之和 ÷ %1的申报年产值之和").arg(whole);
    const QString unit =
        rule.weight == Weight::Count ? title(rule.weight) : QStringLiteral("%1之和").arg(title(rule.weight));
    return QStringLiteral("%1截至截止日已%2的%3 ÷ %1的%3").arg(whole, title(rule.event), unit);
}

QString dueWords(const RateRule &rule, const Deadlines &deadlines) {
    const QString event = title(rule.event);
    QString due = QStringLiteral("应%1日期为计划日期，没有计划的为%2后 %3 个月")
                      .arg(event, baseTitle(rule.event))
                      .arg(monthsAllowed(deadlines, rule.event));
    if (deadlines.graceDays > 0)
        due += QStringLiteral("，另宽限 %1 天").arg(deadlines.graceDays);
    if (rule.entries == EntryScope::DueOnly)
        due = QStringLiteral("分母%1（%2）").arg(title(rule.entries), due);
    return isByValue(rule) ? due : QStringLiteral("%1，%2").arg(due, title(rule.early));
}

} // namespace

QString ruleText(const RateRule &rule, const RuleSet &set) {
    QStringList parts;
    parts << QStringLiteral("%1 = %2").arg(rule.title, fractionWords(rule, set));
    parts << QStringLiteral("统计%1").arg(campaignWords(rule));
    if (rule.entries == EntryScope::DueOnly || rule.early == Early::Leave)
        parts << dueWords(rule, set.deadlines);
    parts << title(rule.terminated);
    if (isByValue(rule))
        parts << QStringLiteral("未上报产值的按 0 计，未填申报年产值的不计入");
    else if (rule.weight != Weight::Count)
        parts << QStringLiteral("未填%1的不计入").arg(title(rule.weight));
    if (rule.capAt100)
        parts << QStringLiteral("单个项目最多按 100% 计");
    parts << QStringLiteral("%1，保留 %2 位小数").arg(title(rule.rounding)).arg(rule.decimals);
    QString text = parts.join(QStringLiteral("；")) + QStringLiteral("。");
    return rule.note.isEmpty() ? text : text + rule.note;
}

} // namespace yipi::indicators
