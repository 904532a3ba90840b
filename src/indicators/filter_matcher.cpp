// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/facts.h"

#include "indicators/expression/expression_matcher.h"
#include "indicators/expression/project_text.h"
#include "indicators/stage_fact.h"

namespace yipi::indicators {

namespace {

/// Which members of a dictionary are chosen, with one more place at the end for "none"; empty = all.
template <class T>
std::vector<bool> chosen(const std::vector<T> &all, const std::vector<qint64> &ids) {
    if (ids.empty())
        return {};
    std::vector<bool> result(all.size() + 1, false);
    for (std::size_t i = 0; i < all.size(); ++i)
        result[i] = std::find(ids.begin(), ids.end(), all[i].id) != ids.end();
    return result;
}

bool isChosen(const std::vector<bool> &choice, std::int32_t index) {
    return choice.empty() || choice[index < 0 ? choice.size() - 1 : static_cast<std::size_t>(index)];
}

} // namespace

bool asksForZonesOnly(ProjectFilter filter) {
    filter.city.clear();
    filter.zones.clear();
    return filter.isEmpty();
}

FilterMatcher::FilterMatcher(const Facts &facts, const ProjectFilter &filter, QDate asOf)
    : m_facts(facts)
    , m_filter(filter)
    , m_asOf(dayOf(asOf))
    , m_zones(chosen(facts.zones, filter.zones))
    , m_chains(chosen(facts.chains, filter.chains)) {
    if (!filter.city.isEmpty()) {
        if (m_zones.empty()) {
            m_zones.assign(facts.zones.size() + 1, true);
            m_zones.back() = false;
        }
        for (std::size_t i = 0; i < facts.zones.size(); ++i)
            if (facts.zones[i].city != filter.city)
                m_zones[i] = false;
    }
    if (const std::string needle = searchNeedle(filter.text); !needle.empty())
        m_withText = projectsContaining(facts, needle);
    if (filter.where.isEmpty())
        return;
    if (const auto expression = parseExpression(filter.where, filterFieldsOf(facts)))
        m_where = std::make_shared<const ExpressionMatcher>(facts, *expression, asOf);
    else
        m_isUnreadable = true;
}

bool FilterMatcher::inCampaignsAndBatch(const EntryFact &entry) const {
    if (m_filter.batch && entry.batch != *m_filter.batch)
        return false;
    const CampaignKey campaign = m_facts.campaigns[static_cast<std::size_t>(entry.campaign)].key();
    return (!m_filter.firstCampaign || campaign >= *m_filter.firstCampaign) &&
           (!m_filter.lastCampaign || campaign <= *m_filter.lastCampaign);
}

bool FilterMatcher::matchesProject(std::uint32_t project) const {
    const ProjectFact &p = m_facts.projects[project];
    return !m_isUnreadable && isChosen(m_zones, p.zone) && isChosen(m_chains, p.chain) &&
           (!m_filter.minInvestment || p.investment >= m_filter.minInvestment->yuan()) &&
           (!m_filter.strategic || p.strategic == *m_filter.strategic) &&
           (!m_filter.industrial || p.industrial == *m_filter.industrial) &&
           (m_withText.empty() || m_withText[project] != 0) &&
           (!m_filter.stage || stageAt(p, m_asOf) == *m_filter.stage);
}

template <class Holds>
bool FilterMatcher::hasEntry(std::uint32_t project, Holds holds) const {
    const auto begin = m_facts.entriesByProject.begin();
    return std::any_of(begin + m_facts.entryBegin[project], begin + m_facts.entryBegin[project + 1],
                       [&](std::uint32_t index) {
                           const EntryFact &entry = m_facts.entries[index];
                           return inCampaignsAndBatch(entry) && holds(entry);
                       });
}

bool FilterMatcher::matches(std::uint32_t project) const {
    if (!matchesProject(project))
        return false;
    if (!asksForEntry())
        return !m_where || m_where->matches(project);
    return hasEntry(project,
                    [&](const EntryFact &entry) { return !m_where || m_where->matchesEntry(entry); });
}

bool FilterMatcher::fulfils(const ExpressionMatcher &where, std::uint32_t project, Day asOf) const {
    if (!asksForEntry())
        return where.matches(project, asOf);
    return hasEntry(project, [&](const EntryFact &entry) { return where.matchesEntry(entry, asOf); });
}

bool FilterMatcher::matchesZone(std::int32_t zone) const {
    return isChosen(m_zones, zone);
}

bool FilterMatcher::matchesEntry(const EntryFact &entry) const {
    return inCampaignsAndBatch(entry) && matchesProject(entry.project) &&
           (!m_where || m_where->matchesEntry(entry));
}

} // namespace yipi::indicators
