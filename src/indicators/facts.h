// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/industry_chain.h"
#include "domain/life_cycle.h"
#include "domain/project_filter.h"
#include "domain/zone.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace yipi::indicators {

/// A date as a Julian day number, 0 = none: compares and subtracts without calendar work.
using Day = std::int32_t;
inline Day dayOf(QDate date) {
    return date.isValid() ? Day(date.toJulianDay()) : 0;
}
inline QDate dateOf(Day day) {
    return day ? QDate::fromJulianDay(day) : QDate();
}

/// What the engine needs of a project, one contiguous array for all.
struct ProjectFact {
    qint64 id = 0;
    qint64 investment = -1;     ///< 元, −1 = 未填
    qint64 expectedOutput = -1; ///< 元 per year, −1 = 未填
    std::int32_t zone = -1;     ///< index into Facts::zones, −1 = none
    std::int32_t chain = -1;    ///< index into Facts::chains
    std::int32_t industry = -1; ///< index into Facts::industries
    Day plannedStart = 0, plannedProduce = 0, plannedAttain = 0;
    Day sign = 0, start = 0, produce = 0, attain = 0, statistics = 0, suspended = 0, terminated = 0;
    bool industrial = false, strategic = false, commitment = false, standardLand = false;
    std::uint32_t outputBegin = 0, outputEnd = 0; ///< range in Facts::outputs
};

/// A reported actual annual output; sorted by project, then month.
struct OutputFact {
    std::int32_t month = 0;  ///< Month::index()
    qint64 annualOutput = 0; ///< 元
};

struct EntryFact {
    qint64 id = 0;
    qint64 investment = -1;    ///< declared, 元, −1 = 未填
    qint64 output = -1;        ///< declared per year, 元, −1 = 未填
    std::uint32_t project = 0; ///< index into Facts::projects
    std::int32_t campaign = 0; ///< index into Facts::campaigns
    Batch batch = Batch::Sign;
};

/// The ledger as the engine sees it. Filled once, patched on each change. Projects in id order; campaigns by
/// key.
struct Facts {
    std::vector<Zone> zones;
    std::vector<IndustryChain> chains;
    std::vector<Campaign> campaigns; ///< sorted by CampaignKey
    std::vector<QString> industries;
    std::vector<ProjectFact> projects;
    std::vector<EntryFact> entries;
    std::vector<OutputFact> outputs;
    std::unordered_map<qint64, std::uint32_t> projectIndex; ///< id → index
    std::vector<std::uint32_t> entryBegin; ///< projects.size()+1 offsets into entriesByProject
    std::vector<std::uint32_t> entriesByProject;
    /// Lower-case code, name and investor of each project, separated by '\n', for text search; UTF-8, one
    /// buffer.
    std::string searchText;
    std::vector<std::size_t> searchEnd; ///< end of each project's part in searchText

    void indexEntries(); ///< fills entryBegin and entriesByProject from entries
};

/// Does the project pass? `asOf` decides the stage. Campaign range and batch ask for an entry on such a list.
/// Build once per filter, then call per project: everything that can be resolved beforehand is.
class FilterMatcher {
public:
    FilterMatcher(const Facts &facts, const ProjectFilter &filter, QDate asOf);
    bool matches(std::uint32_t project) const;
    /// The entry itself must be in the campaign range and batch, its project must pass the rest.
    bool matchesEntry(const EntryFact &entry) const;

private:
    bool matchesProject(std::uint32_t project) const;
    bool inCampaignsAndBatch(const EntryFact &entry) const;

    const Facts &m_facts;
    ProjectFilter m_filter;
    Day m_asOf;
    std::vector<bool> m_zones;    ///< empty = all
    std::vector<bool> m_chains;   ///< empty = all
    std::vector<bool> m_withText; ///< projects that hold the searched text; empty = all
};

} // namespace yipi::indicators
