// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/rate_program.h"

#include "indicators/campaign_dates.h"
#include "indicators/rule_words.h"

namespace yipi::indicators {

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
        rate.campaignFrom = campaignsOf(rule);
        if (rate.usesDue) {
            rate.byPlan = window.later(0, rules.deadlines.graceDays);
            rate.byBase = window.later(monthsAllowed(rules.deadlines, rule.event), rules.deadlines.graceDays);
        }
        m_rates.push_back(std::move(rate));
    }
}

std::vector<int> RateProgram::campaignsOf(const RateRule &rule) const {
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

Standing RateProgram::standing(const CompiledRate &rate, const EntryFact &entry) const {
    if (rate.base < 0)
        return standing(rate, entry, {0, m_window.size()});
    const CompiledRate &base = m_rates[static_cast<std::size_t>(rate.base)];
    return standing(rate, entry, numeratorOf(base, standing(base, entry)));
}

} // namespace yipi::indicators
