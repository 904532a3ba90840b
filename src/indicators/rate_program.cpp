// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_program.h"

#include "indicators/campaign_dates.h"
#include "indicators/rule_words.h"

namespace yipi::indicators {

namespace {

/// The earlier of two days, 0 = none.
Day earlier(Day a, Day b) {
    // As unsigned, "none" minus one is the largest number.
    return static_cast<Day>(std::min(static_cast<std::uint32_t>(a) - 1, static_cast<std::uint32_t>(b) - 1) +
                            1);
}

Day plannedDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return project.plannedStart;
    case Event::Produced:
        return project.plannedProduce;
    case Event::Attained:
        return project.plannedAttain;
    case Event::InStatistics:
        break;
    }
    return 0;
}

/// The day that deadlines of `event` count from. An entry declared as signed (started, producing) at a
/// campaign was so on the campaign's day at the latest: that day stands in for a missing date.
Day deadlineBase(Event event, const EntryFact &entry, const ProjectFact &project, Day heldDay) {
    const auto orCampaign = [&](Day day, Batch list) { return day || entry.batch != list ? day : heldDay; };
    switch (event) {
    case Event::Started:
        return orCampaign(project.sign, Batch::Sign);
    case Event::Produced:
        return orCampaign(project.start, Batch::Start);
    case Event::Attained:
        return orCampaign(project.produce, Batch::Produce);
    case Event::InStatistics:
        break;
    }
    return 0;
}

} // namespace

Day eventDay(const ProjectFact &project, Event event) {
    switch (event) {
    case Event::Started:
        return earlier(project.start, earlier(project.produce, project.attain));
    case Event::Produced:
        return earlier(project.produce, project.attain);
    case Event::Attained:
        return project.attain;
    case Event::InStatistics:
        return project.statistics;
    }
    return 0;
}

const OutputFact *latestOutput(const Facts &facts, const ProjectFact &project, Month asOf) {
    const OutputFact *latest = nullptr;
    for (std::uint32_t i = project.outputBegin; i < project.outputEnd; ++i)
        if (facts.outputs[i].month <= asOf.index())
            latest = &facts.outputs[i];
    return latest;
}

QDate dueDate(const Facts &facts, const Deadlines &deadlines, Event event, const EntryFact &entry) {
    const ProjectFact &project = facts.projects[entry.project];
    if (const Day planned = plannedDay(project, event))
        return dateOf(planned).addDays(deadlines.graceDays);
    const Day held = dayOf(heldOn(facts.campaigns[static_cast<std::size_t>(entry.campaign)]));
    const Day base = deadlineBase(event, entry, project, held);
    return base ? dateOf(base).addMonths(monthsAllowed(deadlines, event)).addDays(deadlines.graceDays)
                : QDate();
}

RateProgram::RateProgram(const Facts &facts, const RuleSet &rules, const MonthWindow &window)
    : m_facts(facts)
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
    for (const RateRule &rule : rules.rates) {
        CompiledRate rate;
        rate.rule = &rule;
        rate.base =
            int(rules.rate(rule.denominatorOf) ? rules.rate(rule.denominatorOf) - rules.rates.data() : -1);
        rate.byValue = isByValue(rule);
        rate.usesDue = rule.entries == EntryScope::DueOnly || rule.early == Early::Leave;
        rate.campaignFrom = scopeOf(rule);
        if (rate.usesDue) {
            rate.byPlan = window.later(0, rules.deadlines.graceDays);
            rate.byBase = window.later(monthsAllowed(rules.deadlines, rule.event), rules.deadlines.graceDays);
        }
        m_rates.push_back(std::move(rate));
    }
}

std::vector<int> RateProgram::scopeOf(const RateRule &rule) const {
    switch (rule.campaigns) {
    case CampaignScope::All:
        break;
    case CampaignScope::BeforeCurrent: {
        std::vector<int> from = m_heldFrom;
        for (std::size_t i = 0; i < from.size(); ++i)
            from[i] = std::max(from[i], m_latestUntil[i]);
        return from;
    }
    case CampaignScope::HeldAtLeastMonths: {
        const MonthScale matured = m_window.later(rule.heldAtLeastMonths, 0);
        std::vector<int> from;
        for (const Day day : m_heldDay)
            from.push_back(matured.at(day));
        return from;
    }
    case CampaignScope::Range: {
        std::vector<int> from = m_heldFrom;
        for (std::size_t i = 0; i < from.size(); ++i) {
            const CampaignKey key = m_facts.campaigns[i].key();
            if ((rule.firstCampaign && key < *rule.firstCampaign) ||
                (rule.lastCampaign && key > *rule.lastCampaign))
                from[i] = m_window.size();
        }
        return from;
    }
    }
    return m_heldFrom;
}

qint64 RateProgram::weightOf(const RateRule &rule, const EntryFact &entry) const {
    switch (rule.weight) {
    case Weight::Count:
        break;
    case Weight::Investment:
        return entry.investment;
    case Weight::Output:
        return entry.output;
    }
    return 1;
}

Standing RateProgram::standing(const CompiledRate &rate, const EntryFact &entry, Span chain) const {
    const RateRule &rule = *rate.rule;
    const ProjectFact &project = m_facts.projects[entry.project];
    Standing s;
    s.campaignFrom = rate.campaignFrom[static_cast<std::size_t>(entry.campaign)];
    s.inProjects = rule.projects == ProjectScope::All || project.industrial;
    s.chain = chain;
    s.eventFrom = m_window.at(eventDay(project, rule.event));
    s.end = rule.terminated == Terminated::Exclude ? m_window.at(project.terminated) : m_window.size();
    s.weight = weightOf(rule, entry);
    if (rate.usesDue) {
        if (const Day planned = plannedDay(project, rule.event)) {
            s.dueFrom = rate.byPlan.at(planned);
        } else {
            const Day base = deadlineBase(rule.event, entry, project, heldDay(entry.campaign));
            s.hasDue = base != 0;
            s.dueFrom = rate.byBase.at(base);
        }
    }
    return s;
}

Standing RateProgram::standing(const CompiledRate &rate, const EntryFact &entry) const {
    if (rate.base < 0)
        return standing(rate, entry, {0, m_window.size()});
    const CompiledRate &base = m_rates[static_cast<std::size_t>(rate.base)];
    return standing(rate, entry, numerator(base, standing(base, entry)));
}

namespace {

/// Where the entry may count at all, due or not.
Span scope(const Standing &s) {
    if (!s.inProjects || s.weight < 0)
        return {};
    return {std::max(s.campaignFrom, s.chain.from), std::min(s.end, s.chain.to)};
}

} // namespace

Span RateProgram::denominator(const CompiledRate &rate, const Standing &s) const {
    Span span = scope(s);
    if (rate.rule->entries == EntryScope::DueOnly)
        span.from = std::max(span.from, s.dueFrom);
    return span;
}

Span RateProgram::numerator(const CompiledRate &rate, const Standing &s) const {
    if (rate.byValue)
        return denominator(rate, s);
    Span span = scope(s);
    span.from = std::max(span.from, s.eventFrom);
    if (rate.rule->early == Early::Leave && s.hasDue)
        span.from = std::max(span.from, s.dueFrom);
    // An early one counts above the line only, but what has no due date at all can't be called early.
    if (rate.rule->entries == EntryScope::DueOnly && !s.hasDue)
        span.to = 0;
    return span;
}

} // namespace yipi::indicators
