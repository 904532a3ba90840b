// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/due_lists.h"

#include "indicators/campaign_dates.h"
#include "indicators/subjects.h"

#include <array>
#include <tuple>

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::DueList>() {
    static const std::array<Choice, 3> c{{{QStringLiteral("due"), QStringLiteral("应开未开")},
                                          {QStringLiteral("early"), QStringLiteral("提前开工")},
                                          {QStringLiteral("statistics"), QStringLiteral("开工未入库")}}};
    return c;
}

} // namespace yipi

namespace yipi::indicators {

namespace {

/// The entries behind 按期开工, one after the other.
class DueJudge {
public:
    DueJudge(const Facts &facts, const RuleSet &rules, DueList list, Month asOf)
        : m_facts(facts)
        , m_rules(rules)
        , m_list(list)
        , m_lastDay(dayOf(asOf.lastDay()))
        , m_window(asOf, asOf)
        , m_program(facts, rules, m_window)
        , m_lights(rules.lights,
                   list == DueList::NotInStatistics ? LightSubject::StatisticsEntry
                                                    : LightSubject::NotStarted,
                   asOf) {}

    const RateProgram &program() const { return m_program; }
    void add(const Subject &subject, const RateRule &rule);
    void addStarted(const ProjectFact &project);
    DueListResult take();

private:
    /// Puts a row on the list (then `item` is kept) or beside it.
    void put(DueItem item, const ProjectFact &project, bool isListed, const QString &why);
    void judge(DueItem item, const ProjectFact &project, const QString &note);
    bool happened(Day day) const { return day != 0 && day <= m_lastDay; }
    /// 0 for a start that the as-of date does not know yet.
    Day startBy(const ProjectFact &project) const {
        const Day day = eventDay(project, Event::Started);
        return happened(day) ? day : 0;
    }

    const Facts &m_facts;
    const RuleSet &m_rules;
    DueList m_list;
    Day m_lastDay;
    MonthWindow m_window;
    RateProgram m_program;
    DueLights m_lights;
    DueListResult m_result;
};

void DueJudge::put(DueItem item, const ProjectFact &project, bool isListed, const QString &why) {
    CountedRow row{item.projectId, item.entryId, isListed, isListed ? 1 : 0, why};
    (isListed ? m_result.rows.included : m_result.rows.excluded).push_back(std::move(row));
    if (!isListed)
        return;
    if (m_list == DueList::EarlyStarted) {
        item.days = item.due - item.event;
    } else {
        item.days = m_lastDay - item.due;
        item.light = m_lights.at(item.due);
        const EscalationStep *step = m_rules.lights.stepAt(item.days);
        item.level = step ? step->level : Escalation::None;
    }
    // Nothing is left to do about a terminated project.
    if (happened(project.terminated)) {
        item.light = Light::Done;
        item.level = Escalation::None;
    }
    m_result.items.push_back(item);
}

void DueJudge::add(const Subject &subject, const RateRule &rule) {
    if (subject.project == Subject::kNoProject)
        return; // a task is nothing that could be late
    const ProjectFact &project = m_facts.projects[subject.project];
    DueItem item;
    item.projectId = project.id;
    item.entryId = subject.id;
    QString note;
    if (subject.campaign >= 0) {
        const Campaign &campaign = m_facts.campaigns[static_cast<std::size_t>(subject.campaign)];
        note = assumedDateNote(campaign);
        if (const Day held = m_program.heldDay(subject.campaign); held > m_lastDay) {
            put(item, project, false,
                QStringLiteral("%1 活动于 %2 举办，晚于截止日，未列入")
                        .arg(campaign.key().text(), isoText(held)) +
                    note);
            return;
        }
    }
    const CompiledRate &rate = m_program.rates()[static_cast<std::size_t>(&rule - m_rules.rates.data())];
    if (!scopeOf(m_program.standing(rate, subject)).holdsAtOnce()) {
        put(item, project, false, QStringLiteral("“%1”的口径不统计，未列入").arg(rule.title) + note);
        return;
    }
    item.due = dayOf(m_program.dueDate(subject, Event::Started));
    item.event = startBy(project);
    if (item.due == 0) {
        ++m_result.counts.withoutDue;
        put(item, project, false,
            QStringLiteral("没有计划开工日期，也没有签约日期，无法判断是否到期，未列入") + note);
        return;
    }
    judge(item, project, note);
}

void DueJudge::judge(DueItem item, const ProjectFact &project, const QString &note) {
    const bool isDue = item.due <= m_lastDay;
    const bool isStarted = item.event != 0;
    DueCounts &counts = m_result.counts;
    counts.due += isDue ? 1 : 0;
    counts.late += isDue && !isStarted ? 1 : 0;
    counts.early += !isDue && isStarted ? 1 : 0;
    counts.started += isStarted ? 1 : 0;
    const QString words =
        QStringLiteral("应于 %1 开工，%2")
            .arg(isoText(item.due),
                 isStarted ? QStringLiteral("%1 已开工").arg(isoText(item.event)) : QStringLiteral("未开工"));
    const bool isListed = m_list == DueList::DueNotStarted ? isDue && !isStarted : !isDue && isStarted;
    put(item, project, isListed, isDue ? words + note : words + QStringLiteral("，截止日尚未到期") + note);
}

void DueJudge::addStarted(const ProjectFact &project) {
    DueItem item;
    item.projectId = project.id;
    item.event = item.due = startBy(project);
    if (item.event == 0) {
        put(item, project, false, QStringLiteral("截止日未开工，未列入"));
        return;
    }
    const bool isLate = !happened(project.statistics);
    ++m_result.counts.due;
    ++m_result.counts.started;
    m_result.counts.late += isLate ? 1 : 0;
    const QString start = QStringLiteral("%1 开工，").arg(isoText(item.event));
    put(item, project, isLate,
        start + (isLate ? QStringLiteral("未入库纳统")
                        : QStringLiteral("%1 已入库纳统").arg(isoText(project.statistics))));
}

DueListResult DueJudge::take() {
    std::sort(m_result.items.begin(), m_result.items.end(), [](const DueItem &a, const DueItem &b) {
        return std::tuple(-a.days, a.projectId, a.entryId) < std::tuple(-b.days, b.projectId, b.entryId);
    });
    return std::move(m_result);
}

} // namespace

Result<DueListResult> dueList(const Facts &facts, const RuleSet &rules, DueList list, Month asOf,
                              const ProjectFilter &filter) {
    DueJudge judge(facts, rules, list, asOf);
    if (list == DueList::NotInStatistics) {
        const FilterMatcher matcher(facts, filter, asOf.lastDay());
        for (std::uint32_t i = 0; i < facts.projects.size(); ++i)
            if (matcher.matches(i))
                judge.addStarted(facts.projects[i]);
        return judge.take();
    }
    const RateRule *rule = rules.rate(QStringLiteral("start"));
    if (!rule)
        return fail(
            ErrorCode::NotFound,
            QStringLiteral("口径“%1”里没有开工率（start），列不出%2。").arg(rules.name, yipi::title(list)),
            QStringLiteral("请换一个带开工率的口径。"));
    forEachSubject(facts, *rule, judge.program(), filter, asOf,
                   [&](const Subject &subject) { judge.add(subject, *rule); });
    return judge.take();
}

} // namespace yipi::indicators
