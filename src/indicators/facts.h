// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/industry_chain.h"
#include "domain/life_cycle.h"
#include "domain/project_filter.h"
#include "domain/target.h"
#include "domain/workday_calendar.h"
#include "domain/zone.h"
#include "indicators/custom_column.h"
#include "indicators/stored_columns.h"

#include <array>
#include <cstdint>
#include <memory>
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
    qint64 investment = -1;           ///< 元, −1 = 未填
    qint64 expectedOutput = -1;       ///< 元 per year, −1 = 未填
    std::int32_t zone = -1;           ///< index into Facts::zones, −1 = none
    std::int32_t chain = -1;          ///< index into Facts::chains
    std::int32_t industry = -1;       ///< index into Facts::industries
    std::int32_t strategicClass = -1; ///< index into Facts::strategicClasses
    Day plannedStart = 0, plannedProduce = 0, plannedAttain = 0;
    Day sign = 0, start = 0, produce = 0, attain = 0, statistics = 0, suspended = 0, terminated = 0;
    Day reserved = 0;        ///< taken into the reserve pool (储备)
    Day fulfilled = 0;       ///< 履约
    Day removalApproved = 0; ///< 调出 was approved
    bool industrial = false, strategic = false, commitment = false, standardLand = false;
    bool standardPlant = false, keyProject = false;
    std::uint32_t outputBegin = 0, outputEnd = 0; ///< range in Facts::outputs
    std::uint32_t fundsBegin = 0, fundsEnd = 0;   ///< range in Facts::funds
    std::uint32_t planBegin = 0, planEnd = 0;     ///< range in Facts::plans
    friend bool operator==(const ProjectFact &, const ProjectFact &) = default;
};

/// A reported actual annual output; sorted by project, then month.
struct OutputFact {
    std::int32_t month = 0;  ///< Month::index()
    qint64 annualOutput = 0; ///< 元
    friend bool operator==(const OutputFact &, const OutputFact &) = default;
};

/// Reported funds in place since the start (到位资金); sorted by project, then month.
struct FundsFact {
    std::int32_t month = 0; ///< Month::index()
    qint64 inPlace = 0;     ///< 元, cumulative
    friend bool operator==(const FundsFact &, const FundsFact &) = default;
};

/// What a report says about the year's investment; sorted by project, then month.
struct PlanFact {
    std::int32_t month = 0; ///< Month::index()
    qint64 plan = -1;       ///< of the whole year, 元, −1 = 未填
    qint64 done = 0;        ///< since January, 元
    friend bool operator==(const PlanFact &, const PlanFact &) = default;
};

/// A dated step of a project (节点/手续).
struct MilestoneFact {
    qint64 id = 0;
    std::uint32_t project = 0; ///< index into Facts::projects
    Day planned = 0, actual = 0;
    friend bool operator==(const MilestoneFact &, const MilestoneFact &) = default;
};

/// What a zone has been set for a year (任务目标).
struct TargetFact {
    qint64 id = 0;
    std::int32_t zone = -1; ///< index into Facts::zones
    std::int32_t year = 0;
    TargetIndicator indicator = TargetIndicator::SignCount;
    qint64 value = 0;                          ///< pieces or 元
    std::array<std::int32_t, 12> paceTenths{}; ///< to be reached by each month's end, in tenths of a percent
    friend bool operator==(const TargetFact &, const TargetFact &) = default;
};

struct EntryFact {
    qint64 id = 0;
    qint64 investment = -1;    ///< declared, 元, −1 = 未填
    qint64 output = -1;        ///< declared per year, 元, −1 = 未填
    std::uint32_t project = 0; ///< index into Facts::projects
    std::int32_t campaign = 0; ///< index into Facts::campaigns
    Batch batch = Batch::Sign;
    friend bool operator==(const EntryFact &, const EntryFact &) = default;
};

class FilterFields;

/// The ledger as the engine sees it. Filled once, patched on each change. Projects in id order; campaigns by
/// key.
struct Facts {
    std::vector<Zone> zones;
    std::vector<IndustryChain> chains;
    std::vector<Campaign> campaigns;       ///< sorted by CampaignKey
    std::vector<QString> industries;       ///< sorted
    std::vector<QString> strategicClasses; ///< sorted; as written, 战新 without a class is “战新”
    std::vector<ProjectFact> projects;
    std::vector<EntryFact> entries;
    std::vector<OutputFact> outputs;
    std::vector<FundsFact> funds;
    std::vector<PlanFact> plans;
    std::vector<MilestoneFact> milestones; ///< by project
    std::vector<TargetFact> targets;       ///< by zone, year, indicator
    /// What conditions can ask for; null = the built-in fields only.
    std::shared_ptr<const FilterFields> filterFields;
    std::vector<CustomColumn> customColumns; ///< of the custom fields in their order, values by project index
    std::unordered_map<qint64, std::uint32_t> projectIndex; ///< id → index
    std::vector<std::uint32_t> entryBegin; ///< projects.size()+1 offsets into entriesByProject
    std::vector<std::uint32_t> entriesByProject;
    /// Lower-case code, name and investor of each project, separated by '\n', for text search; UTF-8, one
    /// buffer.
    std::string searchText;
    std::vector<std::size_t> searchEnd; ///< end of each project's part in searchText

    /// Holidays for grace in working days; null = weekends only.
    std::shared_ptr<const WorkdayCalendar> workdays;
    /// The other fields of the projects; null = conditions on them let nothing pass.
    std::shared_ptr<const StoredColumns> stored;
    /// Which state of the whole this is: another number means that rows came or went and nothing made from
    /// the facts may be kept.
    std::uint64_t generation = 0;
    /// Projects whose facts or reports were replaced in place since, in that order.
    std::vector<std::uint32_t> changed;

    void indexEntries(); ///< fills entryBegin and entriesByProject from entries; a new generation
    void renew();        ///< a new generation
};

class ExpressionMatcher;

/// Does the project pass? `asOf` decides the stage. Campaign range, batch and what `where` says about entries
/// ask for one entry that fulfils them all. A `where` that can't be read lets nothing pass: its error was to
/// be shown before (`checkedExpression`). Build once per filter, then call per project: everything that can
/// be resolved beforehand is.
class FilterMatcher {
public:
    FilterMatcher(const Facts &facts, const ProjectFilter &filter, QDate asOf);
    bool matches(std::uint32_t project) const;
    /// The entry itself must be in the campaign range and batch, its project must pass the rest.
    bool matchesEntry(const EntryFact &entry) const;
    /// Whether the zone (index, −1 = none) is one of those that are asked for.
    bool matchesZone(std::int32_t zone) const;
    /// `where` as of any day beside the campaigns and the batch of the filter: all are asked of one entry.
    bool fulfils(const ExpressionMatcher &where, std::uint32_t project, Day asOf) const;

private:
    template <class Holds>
    bool hasEntry(std::uint32_t project, Holds holds) const;
    bool matchesProject(std::uint32_t project) const;
    bool inCampaignsAndBatch(const EntryFact &entry) const;
    bool asksForEntry() const { return m_filter.batch || m_filter.firstCampaign || m_filter.lastCampaign; }

    const Facts &m_facts;
    ProjectFilter m_filter;
    Day m_asOf;
    bool m_isUnreadable = false;                      ///< `where` is no condition
    std::shared_ptr<const ExpressionMatcher> m_where; ///< null = all
    std::vector<bool> m_zones;                        ///< empty = all
    std::vector<bool> m_chains;                       ///< empty = all
    std::vector<quint8> m_withText;                   ///< projects that hold the searched text; empty = all
};

/// Tasks are set for zones: any other condition makes them incomparable, so that they drop out of the figure.
bool asksForZonesOnly(ProjectFilter filter);

} // namespace yipi::indicators
