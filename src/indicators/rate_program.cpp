// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_program.h"

#include "indicators/campaign_dates.h"

namespace yipi::indicators {

RateProgram::RateProgram(const Facts &facts, const RuleSet &rules, const MonthWindow &window)
    : m_facts(facts)
    , m_deadlines(rules.deadlines)
    , m_window(window) {
    for (const Campaign &campaign : facts.campaigns) {
        m_heldDay.push_back(dayOf(heldOn(campaign)));
        m_heldFrom.push_back(window.at(m_heldDay.back()));
    }
    // A campaign is the latest until one held after it (or on the same day and later in the dictionary) is
    // held.
    m_latestUntil.assign(facts.campaigns.size(), window.size());
    for (std::size_t i = 0; i < facts.campaigns.size(); ++i)
        for (std::size_t j = 0; j < facts.campaigns.size(); ++j)
            if (std::pair(m_heldDay[j], j) > std::pair(m_heldDay[i], i))
                m_latestUntil[i] = std::min(m_latestUntil[i], m_heldFrom[j]);
    std::map<int, MonthScale> scales; // by months; rates share them
    const auto scaleOf = [&](int months) -> const MonthScale & {
        const auto found = scales.find(months);
        return found != scales.end() ? found->second : scales.emplace(months, later(months)).first->second;
    };
    for (const RateRule &rule : rules.rates) {
        CompiledRate rate;
        rate.rule = &rule;
        rate.base =
            int(rules.rate(rule.denominatorOf) ? rules.rate(rule.denominatorOf) - rules.rates.data() : -1);
        rate.value = reportedValue(rule);
        rate.usesDue = rule.entries == EntryScope::DueOnly || rule.early == Early::Leave;
        rate.campaigns = campaignsOf(rule);
        if (!rule.filter.isEmpty()) {
            ProjectFilter filter;
            filter.where = rule.filter;
            rate.filter = std::make_shared<const FilterMatcher>(facts, filter, QDate());
        }
        if (rate.usesDue) {
            rate.byPlan = scaleOf(0);
            rate.byBase = scaleOf(monthsAllowed(rules.deadlines, rule.event));
        }
        m_rates.push_back(std::move(rate));
    }
}

MonthScale RateProgram::later(int months) const {
    return m_window.later(months, m_deadlines.graceDays, [this](QDate due) { return afterGrace(due); });
}

QDate RateProgram::afterGrace(QDate due) const {
    if (m_deadlines.graceUnit == GraceUnit::Calendar)
        return due.addDays(m_deadlines.graceDays);
    static const WorkdayCalendar kWeekendsOnly;
    return (m_facts.workdays ? *m_facts.workdays : kWeekendsOnly).addWorkdays(due, m_deadlines.graceDays);
}

std::vector<Span> RateProgram::campaignsOf(const RateRule &rule) const {
    std::vector<Span> spans;
    const int end = m_window.size();
    const MonthScale matured = rule.campaigns == CampaignScope::HeldAtLeastMonths
                                   ? m_window.later(rule.heldAtLeastMonths, 0, [](QDate day) { return day; })
                                   : MonthScale();
    for (std::size_t i = 0; i < m_facts.campaigns.size(); ++i) {
        Span span{m_heldFrom[i], end};
        const CampaignKey key = m_facts.campaigns[i].key();
        switch (rule.campaigns) {
        case CampaignScope::All:
            break;
        case CampaignScope::BeforeCurrent:
            span.from = std::max(span.from, m_latestUntil[i]);
            break;
        case CampaignScope::HeldAtLeastMonths:
            span.from = matured.at(m_heldDay[i]);
            break;
        case CampaignScope::Range:
            if ((rule.firstCampaign && key < *rule.firstCampaign) ||
                (rule.lastCampaign && key > *rule.lastCampaign))
                span.to = 0;
            break;
        }
        if (rule.period == Period::AsOfYear)
            span = m_heldDay[i] ? both(span, since(m_heldDay[i], rule)) : Span{};
        spans.push_back(span);
    }
    return spans;
}

Span RateProgram::since(Day day, const RateRule &rule) const {
    if (day == 0)
        return {};
    const Span open{m_window.at(day), m_window.size()};
    if (rule.period == Period::All && !isOfOneYear(rule.population))
        return open;
    return both(open, m_window.yearOf(m_window.position(Month::of(dateOf(day)))));
}

Day RateProgram::signDay(std::uint32_t project) const {
    if (const Day day = m_facts.projects[project].sign)
        return day;
    Day first = 0;
    for (std::uint32_t i = m_facts.entryBegin[project]; i < m_facts.entryBegin[project + 1]; ++i) {
        const EntryFact &entry = m_facts.entries[m_facts.entriesByProject[i]];
        if (entry.batch == Batch::Sign)
            first = earlier(first, heldDay(entry.campaign));
    }
    return first;
}

Subject RateProgram::subject(const EntryFact &entry) const {
    Subject s;
    s.id = entry.id;
    s.project = entry.project;
    s.campaign = entry.campaign;
    s.list = populationOf(entry.batch);
    s.investment = entry.investment;
    s.output = entry.output;
    return s;
}

Subject RateProgram::projectSubject(std::uint32_t project) const {
    const ProjectFact &fact = m_facts.projects[project];
    Subject s;
    s.id = fact.id;
    s.project = project;
    s.investment = fact.investment;
    s.output = fact.expectedOutput;
    s.signDay = signDay(project);
    return s;
}

Subject RateProgram::subject(const MilestoneFact &milestone) const {
    Subject s = projectSubject(milestone.project);
    s.id = milestone.id;
    s.planned = milestone.planned;
    s.actual = milestone.actual;
    return s;
}

Subject RateProgram::subject(const TargetFact &target) {
    Subject s;
    s.id = target.id;
    s.target = &target;
    return s;
}

Day RateProgram::eventDay(const Subject &subject, Event event) const {
    switch (event) {
    case Event::Signed:
        return subject.signDay;
    case Event::Finished:
        return subject.actual;
    case Event::FundsInPlace: {
        const ProjectFact &project = m_facts.projects[subject.project];
        for (std::uint32_t i = project.fundsBegin; i < project.fundsEnd; ++i)
            if (m_facts.funds[i].inPlace > 0)
                return dayOf(Month::fromIndex(m_facts.funds[i].month).lastDay());
        return 0;
    }
    case Event::Invested:
        return 0; // a value, not a date
    default:
        return indicators::eventDay(m_facts.projects[subject.project], event);
    }
}

Day RateProgram::plannedDay(const Subject &subject, Event event) const {
    return event == Event::Finished ? subject.planned
                                    : indicators::plannedDay(m_facts.projects[subject.project], event);
}

Day RateProgram::baseDay(const Subject &subject, Event event) const {
    const Day held = subject.campaign < 0 ? 0 : heldDay(subject.campaign);
    return deadlineBase(event, subject, m_facts.projects[subject.project], held);
}

QDate RateProgram::dueDate(const Subject &subject, Event event) const {
    if (const Day planned = plannedDay(subject, event))
        return afterGrace(dateOf(planned));
    const Day base = baseDay(subject, event);
    return base ? afterGrace(dateOf(base).addMonths(monthsAllowed(m_deadlines, event))) : QDate();
}

bool RateProgram::isInProjects(const CompiledRate &rate, const Subject &subject) const {
    if (rate.rule->projects == ProjectScope::Industrial && !m_facts.projects[subject.project].industrial)
        return false;
    if (!rate.filter)
        return true;
    if (!isList(rate.rule->population))
        return rate.filter->matches(subject.project);
    EntryFact entry;
    entry.project = subject.project;
    entry.campaign = subject.campaign;
    entry.batch = static_cast<Batch>(subject.list);
    return rate.filter->matchesEntry(entry);
}

void RateProgram::placeProject(Standing &s, const CompiledRate &rate, const Subject &subject) const {
    const RateRule &rule = *rate.rule;
    const ProjectFact &project = m_facts.projects[subject.project];
    switch (rule.population) {
    case Population::Reserve:
        s.present = {project.reserved ? m_window.at(project.reserved) : m_window.size(), m_window.size()};
        s.scope = since(project.reserved, rule);
        break;
    case Population::Projects:
        s.present = {subject.signDay ? m_window.at(subject.signDay) : m_window.size(), m_window.size()};
        s.scope = since(subject.signDay, rule);
        break;
    case Population::Planned: {
        // The whole year's plan counts from January, whatever its day.
        const Day planned = plannedDay(subject, rule.event);
        s.present = planned ? m_window.all() : Span{};
        s.scope = planned ? m_window.yearOf(m_window.position(Month::of(dateOf(planned)))) : Span{};
        break;
    }
    case Population::Targets: {
        s.countsBelow = false;
        const Day day = eventDay(subject, rule.event);
        s.present = s.scope = rule.event == Event::Invested ? m_window.all() : since(day, rule);
        break;
    }
    default:
        s.present = s.scope = m_window.all();
    }
}

void RateProgram::placeInPopulation(Standing &s, const CompiledRate &rate, const Subject &subject) const {
    if (subject.target) {
        s.countsAbove = false;
        s.present = m_window.all();
        s.scope = m_window.yearOf(m_window.position(Month(subject.target->year, 1)));
        s.weight = subject.target->value;
        return;
    }
    if (subject.campaign >= 0) {
        s.present = {heldFrom(subject.campaign), m_window.size()};
        s.scope = rate.campaigns[static_cast<std::size_t>(subject.campaign)];
    } else {
        placeProject(s, rate, subject);
    }
    // What is invested in the year is reported: it needs no declaration.
    if (rate.value == ReportedValue::YearInvestment)
        return;
    if (rate.rule->weight == Weight::Investment)
        s.weight = subject.investment;
    else if (rate.rule->weight == Weight::Output)
        s.weight = subject.output;
}

void RateProgram::placeDue(Standing &s, const CompiledRate &rate, const Subject &subject) const {
    const Day planned = plannedDay(subject, rate.rule->event);
    const Day base = baseDay(subject, rate.rule->event);
    s.hasDue = (planned | base) != 0;
    s.dueFrom = (planned ? rate.byPlan : rate.byBase).at(planned ? planned : base);
}

Standing RateProgram::standing(const CompiledRate &rate, const Subject &subject, Span chain) const {
    const RateRule &rule = *rate.rule;
    Standing s;
    s.chain = chain;
    s.end = m_window.size();
    placeInPopulation(s, rate, subject);
    if (subject.project == Subject::kNoProject)
        return s;
    const ProjectFact &project = m_facts.projects[subject.project];
    s.inProjects = isInProjects(rate, subject);
    s.eventFrom = m_window.at(eventDay(subject, rule.event));
    if (rule.terminated == Terminated::Exclude)
        s.end = m_window.at(project.terminated);
    else if (rule.terminated == Terminated::ExcludeApproved)
        s.end = m_window.at(project.removalApproved);
    if (rate.usesDue)
        placeDue(s, rate, subject);
    return s;
}

Standing RateProgram::standing(const CompiledRate &rate, const Subject &subject) const {
    if (rate.base < 0)
        return standing(rate, subject, m_window.all());
    const CompiledRate &base = m_rates[static_cast<std::size_t>(rate.base)];
    return standing(rate, subject, numeratorOf(base, standing(base, subject)));
}

} // namespace yipi::indicators
