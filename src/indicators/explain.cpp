// SPDX-License-Identifier: GPL-3.0-or-later
// Why each entry is where it is. It asks the same program as the rates and only puts the answer into words.
#include "indicators/campaign_dates.h"
#include "indicators/rate_program.h"
#include "indicators/rate_result.h"
#include "indicators/rule_words.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

QString text(QDate date) {
    return date.toString(Qt::ISODate);
}

QString text(Day day) {
    return text(dateOf(day));
}

/// Whole months from `from` to `to`, as addMonths counts them.
int wholeMonths(QDate from, QDate to) {
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (from.addMonths(months) > to)
        --months;
    return months;
}

QString wan(qint64 yuan) {
    return Money::fromYuan(yuan).shortText(MoneyUnit::Wan) + QStringLiteral(" 万元");
}

/// One rate at one month-end.
class Explainer {
public:
    Explainer(const Facts &facts, const RuleSet &rules, Month asOf)
        : m_facts(facts)
        , m_rules(rules)
        , m_asOf(asOf.lastDay())
        , m_window(asOf, asOf)
        , m_program(facts, rules, m_window) {}

    void add(const RateRule &rule, const EntryFact &entry, Explanation &explanation) const;

private:
    QString campaignReason(const RateRule &rule, const Campaign &campaign) const;
    QString exclusion(const CompiledRate &rate, const EntryFact &entry, const Standing &s) const;
    QString eventWords(const CompiledRate &rate, const EntryFact &entry, bool counts) const;
    QString outputWords(const EntryFact &entry, qint64 *counted, const RateRule &rule) const;
    QString missingDue(const RateRule &rule) const;

    const Facts &m_facts;
    const RuleSet &m_rules;
    QDate m_asOf;
    MonthWindow m_window;
    RateProgram m_program;
};

QString Explainer::campaignReason(const RateRule &rule, const Campaign &campaign) const {
    const QString name = campaign.key().text();
    const QDate held = heldOn(campaign); // on or before the as-of date, see Engine::explain
    if (!held.isValid())
        return QStringLiteral("%1 活动没有举办日期，未计入").arg(name);
    switch (rule.campaigns) {
    case CampaignScope::BeforeCurrent:
        return QStringLiteral("%1 是截止日前最近一次活动，只统计前几次，未计入").arg(name);
    case CampaignScope::HeldAtLeastMonths:
        return QStringLiteral("%1 活动距截止日 %2 个月，不足 %3 个月，未计入")
            .arg(name)
            .arg(wholeMonths(held, m_asOf))
            .arg(rule.heldAtLeastMonths);
    case CampaignScope::All:
    case CampaignScope::Range:
        break;
    }
    return QStringLiteral("%1 活动不在统计的期次范围内，未计入").arg(name);
}

QString Explainer::missingDue(const RateRule &rule) const {
    const QString event = title(rule.event);
    return QStringLiteral("没有计划%1日期，也没有%2日期，无法判断是否到期，未计入")
        .arg(event, baseTitle(rule.event));
}

/// The first condition that keeps the entry out of numerator and denominator.
QString Explainer::exclusion(const CompiledRate &rate, const EntryFact &entry, const Standing &s) const {
    const RateRule &rule = *rate.rule;
    const ProjectFact &project = m_facts.projects[entry.project];
    if (s.campaignFrom > 0)
        return campaignReason(rule, m_facts.campaigns[static_cast<std::size_t>(entry.campaign)]);
    if (!s.inProjects)
        return QStringLiteral("不是产业项目，未计入");
    if (s.end == 0)
        return QStringLiteral("%1 终止，已剔除").arg(text(project.terminated));
    if (!s.chain.holdsAtOnce())
        return QStringLiteral("没有计入“%1”的分子，未计入")
            .arg(m_rules.rates[static_cast<std::size_t>(rate.base)].title);
    if (s.weight < 0)
        return QStringLiteral("未填%1，未计入").arg(title(rule.weight));
    if (!s.hasDue)
        return missingDue(rule);
    const QDate due = dueDate(m_facts, m_rules.deadlines, rule.event, entry);
    return QStringLiteral("应于 %1 %2，截止日尚未到期，未计入").arg(text(due), title(rule.event));
}

QString Explainer::outputWords(const EntryFact &entry, qint64 *counted, const RateRule &rule) const {
    const OutputFact *latest = latestOutput(m_facts, m_facts.projects[entry.project], m_window.month(0));
    if (!latest)
        return QStringLiteral("没有上报实际年产值，按 0 计；申报年产值 %1").arg(wan(entry.output));
    *counted = countedOutput(rule, entry, latest->annualOutput);
    QString words =
        QStringLiteral("%1 上报实际年产值 %2，申报年产值 %3")
            .arg(Month::fromIndex(latest->month).text(), wan(latest->annualOutput), wan(entry.output));
    if (*counted < latest->annualOutput)
        words += QStringLiteral("，超出部分不计");
    return words;
}

QString Explainer::eventWords(const CompiledRate &rate, const EntryFact &entry, bool counts) const {
    const RateRule &rule = *rate.rule;
    const ProjectFact &project = m_facts.projects[entry.project];
    const Day day = eventDay(project, rule.event);
    const QString event = title(rule.event);
    if (day == 0)
        return QStringLiteral("未%1").arg(event);
    if (dateOf(day) > m_asOf)
        return QStringLiteral("未%1（%2 %1，晚于截止日）").arg(event, text(day));
    QString words = QStringLiteral("%1 %2").arg(text(day), event);
    if (rule.event == Event::Started && day != project.start)
        words = QStringLiteral("%1 %2，视同已开工")
                    .arg(text(day), day == project.produce ? title(Event::Produced) : title(Event::Attained));
    else if (rule.event == Event::Produced && day != project.produce)
        words = QStringLiteral("%1 达效，视同已投产").arg(text(day));
    if (!rate.usesDue)
        return words;
    const QDate due = dueDate(m_facts, m_rules.deadlines, rule.event, entry);
    if (due.isValid() && due > m_asOf)
        words +=
            QStringLiteral("，早于期限 %1，属提前%2，%3")
                .arg(text(due), event, counts ? QStringLiteral("计入分子") : QStringLiteral("不计入分子"));
    return words;
}

void Explainer::add(const RateRule &rule, const EntryFact &entry, Explanation &explanation) const {
    const CompiledRate &rate = m_program.rates()[static_cast<std::size_t>(&rule - m_rules.rates.data())];
    const Standing s = m_program.standing(rate, entry);
    const bool inDen = denominatorOf(rate, s).holdsAtOnce();
    const bool inNum = numeratorOf(rate, s).holdsAtOnce();
    const ProjectFact &project = m_facts.projects[entry.project];
    const Campaign &campaign = m_facts.campaigns[static_cast<std::size_t>(entry.campaign)];

    ExplainedEntry row;
    row.entryId = entry.id;
    row.projectId = project.id;
    row.campaign = campaign.key();
    row.den = inDen ? s.weight : 0;
    if (!inDen && !inNum) {
        row.why = exclusion(rate, entry, s) + assumedDateNote(campaign);
        explanation.excluded.push_back(std::move(row));
        return;
    }
    if (rate.byValue) {
        row.why = outputWords(entry, &row.num, rule);
        row.inNumerator = row.num > 0;
    } else {
        row.inNumerator = inNum;
        row.num = inNum ? s.weight : 0;
        row.why = eventWords(rate, entry, inNum);
    }
    if (project.terminated && dateOf(project.terminated) <= m_asOf)
        row.why += QStringLiteral("（%1 已终止）").arg(text(project.terminated));
    row.why += assumedDateNote(campaign);
    explanation.included.push_back(std::move(row));
}

} // namespace

Result<Explanation> Engine::explain(const RuleSet &rules, const QString &rateId, Month asOf,
                                    const ProjectFilter &filter) const {
    const RateRule *rule = rules.rate(rateId);
    if (!rule) {
        QStringList ids;
        for (const RateRule &known : rules.rates)
            ids << known.id;
        return fail(ErrorCode::NotFound, QStringLiteral("口径“%1”里没有比率“%2”。").arg(rules.name, rateId),
                    QStringLiteral("可以选 %1。").arg(ids.join(QStringLiteral("、"))));
    }
    const FilterMatcher matcher(m_facts, filter, asOf.lastDay());
    const Explainer explainer(m_facts, rules, asOf);
    Explanation explanation;
    // As of a month-end a campaign held later does not exist: its entries are neither in nor left out.
    std::vector<char> isHeld;
    for (const Campaign &campaign : m_facts.campaigns)
        isHeld.push_back(heldOn(campaign) <= asOf.lastDay());
    for (const EntryFact &entry : m_facts.entries)
        if (entry.batch == rule->population && isHeld[static_cast<std::size_t>(entry.campaign)] &&
            matcher.matchesEntry(entry))
            explainer.add(*rule, entry, explanation);
    RateSum sum;
    for (const ExplainedEntry &row : explanation.included)
        sum.add(Rate(row.num, row.den));
    explanation.rate = blankResult(*rule, rules);
    explanation.rate.rate = sum.rate();
    return explanation;
}

} // namespace yipi::indicators
