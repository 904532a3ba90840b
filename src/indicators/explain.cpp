// SPDX-License-Identifier: GPL-3.0-or-later
// Why each entry is where it is. It asks the same program as the rates and only puts the answer into words.
#include "indicators/campaign_dates.h"
#include "indicators/expression/expression.h"
#include "indicators/rate_program.h"
#include "indicators/rate_result.h"
#include "indicators/reported_values.h"
#include "indicators/subjects.h"

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

template <class Fact>
std::int32_t lastMonth(const std::vector<Fact> &reports, std::uint32_t begin, std::uint32_t end, Month asOf) {
    std::int32_t last = 0;
    for (std::uint32_t i = begin; i < end && reports[i].month <= asOf.index(); ++i)
        last = reports[i].month;
    return last;
}

/// The month of the report that counts; 0 = none.
std::int32_t lastReport(const Facts &facts, const ProjectFact &p, ReportedValue value, Month asOf) {
    switch (value) {
    case ReportedValue::Output:
        return lastMonth(facts.outputs, p.outputBegin, p.outputEnd, asOf);
    case ReportedValue::Funds:
        return lastMonth(facts.funds, p.fundsBegin, p.fundsEnd, asOf);
    default:
        return lastMonth(facts.plans, p.planBegin, p.planEnd, asOf);
    }
}

/// What a row adds to its rate at the month-end.
struct Share {
    bool isIn = false; ///< in numerator or denominator
    bool inDenominator = false, inNumerator = false;
    qint64 num = 0, den = 0;
    qint64 reported = -1; ///< the value that counts, before any cap; −1 = none reported
    std::int32_t reportMonth = 0;
};

/// One rate at one month-end.
class Explainer {
public:
    Explainer(const Facts &facts, const RuleSet &rules, const RateRule &rule, Month asOf)
        : m_facts(facts)
        , m_rules(rules)
        , m_rule(rule)
        , m_asOf(asOf.lastDay())
        , m_program(facts, rules, MonthWindow(asOf, asOf))
        , m_rate(m_program.rates()[static_cast<std::size_t>(&rule - rules.rates.data())]) {}

    const RateProgram &program() const { return m_program; }
    /// Puts the row where it belongs; a row that is not there yet belongs nowhere.
    void add(const Subject &subject, Explanation &explanation) const;

private:
    Share shareOf(const Subject &subject, const Standing &s) const;
    void takeReported(const Subject &subject, Share &share) const;
    QString campaignReason(const Campaign &campaign) const;
    QString scopeReason(const Subject &subject) const;
    QString exclusion(const Subject &subject, const Standing &s) const;
    QString eventWords(const Subject &subject, const Share &share) const;
    QString eventName(const ProjectFact &project, Day day) const;
    QString valueWords(const Share &share) const;
    QString taskWords(const TargetFact &target) const;
    QString missingDue() const;
    QString notes(const Subject &subject) const;

    const Facts &m_facts;
    const RuleSet &m_rules;
    const RateRule &m_rule;
    QDate m_asOf;
    RateProgram m_program;
    const CompiledRate &m_rate;
};

Share Explainer::shareOf(const Subject &subject, const Standing &s) const {
    Share share;
    const bool inDen = denominatorOf(m_rate, s).holdsAtOnce();
    const bool inNum = numeratorOf(m_rate, s).holdsAtOnce();
    share.isIn = inDen || inNum;
    share.inDenominator = inDen;
    share.den = inDen ? s.weight : 0;
    if (m_rate.value != ReportedValue::None && !subject.target) {
        if (inNum)
            takeReported(subject, share);
        share.inNumerator = share.num > 0;
        return share;
    }
    share.inNumerator = inNum;
    share.num = inNum ? s.weight : 0;
    return share;
}

void Explainer::takeReported(const Subject &subject, Share &share) const {
    const bool hasPlan = m_rule.population == Population::Progress;
    const bool isTask = m_rule.population == Population::Targets;
    const Month asOf = Month::of(m_asOf);
    qint64 plan = -1;
    forEachReported(m_facts, m_facts.projects[subject.project], m_rate.value, m_program.window(),
                    [&](Span months, qint64 value, qint64 ofYear) {
                        if (!months.holdsAtOnce())
                            return;
                        share.reported = value;
                        plan = ofYear;
                    });
    share.reportMonth = lastReport(m_facts, m_facts.projects[subject.project], m_rate.value, asOf);
    if (hasPlan) {
        share.isIn = share.inDenominator = plan >= 0;
        share.den = std::max<qint64>(plan, 0);
    }
    if (isTask)
        share.isIn = share.reported > 0;
    if (share.isIn && share.reported >= 0)
        share.num = cappedValue(m_rule, share.reported, share.den);
}

QString Explainer::campaignReason(const Campaign &campaign) const {
    const QString name = campaign.key().text();
    const QDate held = heldOn(campaign); // on or before the as-of date: others are not there yet
    if (!held.isValid())
        return QStringLiteral("%1 活动没有举办日期，未计入").arg(name);
    if (m_rule.period == Period::AsOfYear && held.year() != m_asOf.year())
        return QStringLiteral("%1 活动不在 %2 年举办，未计入").arg(name, QString::number(m_asOf.year()));
    switch (m_rule.campaigns) {
    case CampaignScope::BeforeCurrent:
        return QStringLiteral("%1 是截止日前最近一次活动，只统计前几次，未计入").arg(name);
    case CampaignScope::HeldAtLeastMonths:
        return QStringLiteral("%1 活动距截止日 %2 个月，不足 %3 个月，未计入")
            .arg(name, QString::number(wholeMonths(held, m_asOf)), QString::number(m_rule.heldAtLeastMonths));
    case CampaignScope::All:
    case CampaignScope::Range:
        break;
    }
    return QStringLiteral("%1 活动不在统计的期次范围内，未计入").arg(name);
}

QString Explainer::scopeReason(const Subject &subject) const {
    if (subject.target)
        return QStringLiteral("%1 年的任务，不是 %2 年的，未计入")
            .arg(subject.target->year)
            .arg(m_asOf.year());
    if (subject.campaign >= 0)
        return campaignReason(m_facts.campaigns[static_cast<std::size_t>(subject.campaign)]);
    const ProjectFact &project = m_facts.projects[subject.project];
    switch (m_rule.population) {
    case Population::Planned:
        return QStringLiteral("计划 %1 %2，不在 %3 年度计划内，未计入")
            .arg(text(m_program.plannedDay(subject, m_rule.event)), title(m_rule.event))
            .arg(m_asOf.year());
    case Population::Reserve:
        return QStringLiteral("%1 入库，不在 %2 年，未计入").arg(text(project.reserved)).arg(m_asOf.year());
    default:
        return QStringLiteral("%1 签约，不在 %2 年，未计入").arg(text(subject.signDay)).arg(m_asOf.year());
    }
}

QString Explainer::missingDue() const {
    const QString event = title(m_rule.event);
    const QString base = baseTitle(m_rule.event);
    return base.isEmpty()
               ? QStringLiteral("没有计划%1日期，无法判断是否到期，未计入").arg(event)
               : QStringLiteral("没有计划%1日期，也没有%2日期，无法判断是否到期，未计入").arg(event, base);
}

/// The first condition that keeps the row out of numerator and denominator.
QString Explainer::exclusion(const Subject &subject, const Standing &s) const {
    if (!s.scope.holdsAtOnce())
        return scopeReason(subject);
    const ProjectFact &project = m_facts.projects[subject.project];
    if (!s.inProjects && m_rule.projects == ProjectScope::Industrial && !project.industrial)
        return QStringLiteral("不是产业项目，未计入");
    if (!s.inProjects)
        return QStringLiteral("不符合口径的条件“%1”，未计入").arg(whereWords(m_rule.filter));
    if (s.end == 0)
        return m_rule.terminated == Terminated::ExcludeApproved
                   ? QStringLiteral("%1 批准调出，已剔除").arg(text(project.removalApproved))
                   : QStringLiteral("%1 终止，已剔除").arg(text(project.terminated));
    if (!s.chain.holdsAtOnce())
        return QStringLiteral("没有计入“%1”的分子，未计入")
            .arg(m_rules.rates[static_cast<std::size_t>(m_rate.base)].title);
    if (m_rule.population == Population::Progress)
        return QStringLiteral("%1 年没有上报年度计划投资，未计入").arg(m_asOf.year());
    if (s.weight < 0)
        return QStringLiteral("未填%1，未计入").arg(title(m_rule.weight));
    if (!s.hasDue)
        return missingDue();
    return QStringLiteral("应于 %1 %2，截止日尚未到期，未计入")
        .arg(text(m_program.dueDate(subject, m_rule.event)), title(m_rule.event));
}

QString Explainer::valueWords(const Share &share) const {
    static const std::array kNames{QString(), QStringLiteral("实际年产值"), QStringLiteral("累计到位资金"),
                                   QStringLiteral("今年累计完成投资")};
    const QString name = kNames.at(static_cast<std::size_t>(m_rate.value));
    const QString month = Month::fromIndex(share.reportMonth).text();
    if (m_rule.population == Population::Targets)
        return QStringLiteral("%1 上报%2 %3").arg(month, name, wan(share.reported));
    const QString whole = m_rule.population == Population::Progress
                              ? QStringLiteral("年度计划投资 %1").arg(wan(share.den))
                              : QStringLiteral("%1 %2").arg(title(m_rule.weight), wan(share.den));
    if (share.reported < 0)
        return QStringLiteral("没有上报%1，按 0 计；%2").arg(name, whole);
    const QString words = QStringLiteral("%1 上报%2 %3，%4").arg(month, name, wan(share.reported), whole);
    return share.num < share.reported ? words + QStringLiteral("，超出部分不计") : words;
}

QString Explainer::taskWords(const TargetFact &target) const {
    const QString value =
        countsPieces(target.indicator) ? QStringLiteral("%1 个").arg(target.value) : wan(target.value);
    return QStringLiteral("%1 年%2任务 %3").arg(target.year).arg(title(target.indicator), value);
}

/// The event as the project shows it: “2023-06-18 投产，视同已开工”.
QString Explainer::eventName(const ProjectFact &project, Day day) const {
    const QString event = title(m_rule.event);
    if (m_rule.event == Event::Started && day != project.start)
        return QStringLiteral("%1 %2，视同已开工")
            .arg(text(day), day == project.produce ? title(Event::Produced) : title(Event::Attained));
    if (m_rule.event == Event::Produced && day != project.produce)
        return QStringLiteral("%1 达效，视同已投产").arg(text(day));
    return QStringLiteral("%1 %2").arg(text(day), event);
}

QString Explainer::eventWords(const Subject &subject, const Share &share) const {
    const Day day = m_program.eventDay(subject, m_rule.event);
    const QString event = title(m_rule.event);
    if (day == 0)
        return QStringLiteral("未%1").arg(event);
    if (dateOf(day) > m_asOf)
        return QStringLiteral("未%1（%2 %1，晚于截止日）").arg(event, text(day));
    QString words = eventName(m_facts.projects[subject.project], day);
    if (!m_rate.usesDue)
        return words;
    const QDate due = m_program.dueDate(subject, m_rule.event);
    if (due.isValid() && due > m_asOf)
        words += QStringLiteral("，早于期限 %1，属提前%2，%3")
                     .arg(text(due), event,
                          share.inNumerator ? QStringLiteral("计入分子") : QStringLiteral("不计入分子"));
    return words;
}

/// What stands behind every sentence: a termination that is counted all the same, a day that was assumed.
QString Explainer::notes(const Subject &subject) const {
    if (subject.project == Subject::kNoProject)
        return {};
    QString words;
    const Day terminated = m_facts.projects[subject.project].terminated;
    if (terminated && dateOf(terminated) <= m_asOf)
        words += QStringLiteral("（%1 已终止）").arg(text(terminated));
    return words;
}

void Explainer::add(const Subject &subject, Explanation &explanation) const {
    const Standing s = m_program.standing(m_rate, subject);
    if (!s.present.holdsAtOnce())
        return;
    const Share share = shareOf(subject, s);
    if (!share.isIn && m_rule.population == Population::Targets && !subject.target)
        return; // what fulfils no task is not part of the figure
    ExplainedEntry row;
    row.entryId = subject.id;
    if (subject.project != Subject::kNoProject)
        row.projectId = m_facts.projects[subject.project].id;
    QString assumed;
    if (subject.campaign >= 0) {
        const Campaign &campaign = m_facts.campaigns[static_cast<std::size_t>(subject.campaign)];
        row.campaign = campaign.key();
        assumed = assumedDateNote(campaign);
    }
    if (!share.isIn) {
        row.why = exclusion(subject, s) + assumed;
        explanation.excluded.push_back(std::move(row));
        return;
    }
    row.inDenominator = share.inDenominator;
    row.inNumerator = share.inNumerator;
    row.num = share.num;
    row.den = share.den;
    if (subject.target)
        row.why = taskWords(*subject.target);
    else
        row.why = (m_rate.value == ReportedValue::None ? eventWords(subject, share) : valueWords(share)) +
                  notes(subject) + assumed;
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
    const Explainer explainer(m_facts, rules, *rule, asOf);
    Explanation explanation;
    forEachSubject(m_facts, *rule, explainer.program(), filter, asOf,
                   [&](const Subject &subject) { explainer.add(subject, explanation); });
    RateSum sum;
    for (const ExplainedEntry &row : explanation.included)
        sum.add(Rate(row.num, row.den));
    explanation.rate = blankResult(*rule, rules);
    explanation.rate.rate = sum.rate();
    return explanation;
}

} // namespace yipi::indicators
