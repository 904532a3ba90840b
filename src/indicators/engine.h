// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rate.h"
#include "indicators/facts.h"
#include "indicators/rule_set.h"

#include <QString>

#include <map>
#include <vector>

namespace yipi::indicators {

/// What groups are made by. "By campaign" and "by month" group entries; the others group by the entry's
/// project.
enum class GroupBy { None, City, Zone, Chain, Campaign, Industry, Month };

/// Reads none, city, zone, chain, campaign, industry, month.
std::optional<GroupBy> groupByFrom(const QString &key);
QString key(GroupBy by);

/// One computed rate with everything needed to print it.
struct RateResult {
    QString id;    ///< start, produce, attain, on_time_start …
    QString title; ///< 开工率
    Rate rate;
    Weight unit = Weight::Count; ///< what num and den count: entries or 元
    int decimals = 2;
    Rounding rounding = Rounding::HalfUp;
    QString ruleText; ///< the rule in words, as printed under the figure

    QString text() const { return rate.displayText(decimals, rounding); }
};

/// Entries of one list in scope of the filters (all campaigns held by the as-of date), counted and summed.
struct BatchTotal {
    qint64 count = 0;
    qint64 investment = 0; ///< declared, 元
    qint64 output = 0;     ///< declared per year, 元
};

struct GroupResult {
    QString key;   ///< what the group is called: zone name, "2024-2", "2024-07"; "" for the total
    qint64 id = 0; ///< id of the zone, chain or campaign; 0 when there is none
    BatchTotal sign, start, produce;
    std::vector<RateResult> rates; ///< in the order of the rule set
    const RateResult *rate(const QString &id) const;
};

struct RateTable {
    Month asOf;
    QString rulesId, rulesName;
    GroupBy by = GroupBy::None;
    std::vector<GroupResult> groups; ///< zones and chains in dictionary order, campaigns and months ascending
    GroupResult total; ///< recomputed from numerators and denominators, never from the groups' rates
};

/// Why an entry is where it is in a rate.
struct ExplainedEntry {
    qint64 entryId = 0;
    qint64 projectId = 0;
    CampaignKey campaign;
    bool inNumerator = false;
    qint64 num = 0, den = 0; ///< what it adds: 1 or 元
    QString why; ///< "2023-06-18 开工", "未开工", "2024-1 活动距截止日 5 个月，不足 6 个月，未计入"
};

/// included + excluded = all entries of the rule's list that pass the filter.
struct Explanation {
    RateResult rate;
    std::vector<ExplainedEntry> included; ///< the denominator
    std::vector<ExplainedEntry> excluded;
};

/// One campaign's lists as declared.
struct CampaignSummary {
    CampaignKey campaign;
    BatchTotal sign, start, produce;
    qint64 over100m = 0;  ///< entries with ≥ 1 亿元 declared investment
    qint64 strategic = 0; ///< entries whose project is 战新
};

enum class OverdueKind { NotStarted, NotProduced, NotAttained };
enum class Light { Green, Yellow, Red, Done };
QString key(OverdueKind kind);   ///< not_started …
QString title(OverdueKind kind); ///< 签约未开工 …
QString key(Light light);        ///< green …
QString title(Light light);      ///< 绿灯 …

/// A project of the 三未 list.
struct OverdueItem {
    qint64 projectId = 0;
    OverdueKind kind = OverdueKind::NotStarted;
    QDate due;           ///< invalid when there is no due date
    int daysOverdue = 0; ///< at the end of the as-of month; ≤ 0 = not yet due
    Light light = Light::Green;
};

/// Answers every question about figures. Reads facts and a rule set, keeps nothing.
class Engine {
public:
    explicit Engine(const Facts &facts)
        : m_facts(facts) {}

    RateTable rates(const RuleSet &rules, Month asOf, GroupBy by, const ProjectFilter &filter = {}) const;
    /// The rates at each month-end from `first` to `last`, one group a month.
    RateTable trend(const RuleSet &rules, Month first, Month last, const ProjectFilter &filter = {}) const;
    /// Error NotFound when the rule set has no such rate.
    Result<Explanation> explain(const RuleSet &rules, const QString &rateId, Month asOf,
                                const ProjectFilter &filter = {}) const;
    CampaignSummary summary(CampaignKey campaign, const ProjectFilter &filter = {}) const;
    /// Red first, then by days.
    std::vector<OverdueItem> overdue(const RuleSet &rules, Month asOf,
                                     const ProjectFilter &filter = {}) const;

private:
    const Facts &m_facts;
};

} // namespace yipi::indicators
