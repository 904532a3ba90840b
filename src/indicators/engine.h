// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rate.h"
#include "indicators/facts.h"
#include "indicators/rule_set.h"

#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace yipi::indicators {

class PreparedRules;
class RateSheet;
class Tally;

/// What groups are made by. Campaign, month (of the campaign) and batch group entries; the others group by
/// the project.
enum class GroupBy {
    None,
    City,
    Zone,
    Chain,
    Campaign,
    Industry,
    Month,
    Category, ///< of the zone
    County,
    Batch,
    StrategicClass,
    SizeClass, ///< of the total investment
};

/// Reads none, city, zone, chain, campaign, industry, month, category, county, batch, strategic, size.
std::optional<GroupBy> groupByFrom(const QString &key);
QString key(GroupBy by);

/// Groups by one property, or by two at once.
struct Cut {
    GroupBy first = GroupBy::None;
    GroupBy second = GroupBy::None;

    constexpr Cut() = default;
    constexpr Cut(GroupBy by) // NOLINT(google-explicit-constructor): a cut by one property is a cut
        : first(by) {}
    constexpr Cut(GroupBy by, GroupBy then)
        : first(by)
        , second(then) {}
    friend bool operator==(const Cut &, const Cut &) = default;
};

/// Reads "zone" or "zone,chain". The error names the word and all there are.
Result<Cut> parseCut(const QString &text);

/// One computed rate with everything needed to print it.
struct RateResult {
    QString id;    ///< start, produce, attain, on_time_start …
    QString title; ///< 开工率
    Rate rate;
    Weight unit = Weight::Count; ///< what num and den count: pieces or 元
    int decimals = 2;
    Rounding rounding = Rounding::HalfUp;
    Zeros zeros = Zeros::Keep;
    QString ruleText; ///< the rule in words, as printed under the figure

    bool isMoney() const; ///< whether num and den are 元

    /// "78.87%", "80%" where the rule drops zeros, or "—".
    QString text() const;
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
    QString key2;  ///< the same of the second property of the cut, or the month of a trend
    qint64 id2 = 0;
    BatchTotal sign, start, produce;
    std::vector<RateResult> rates; ///< in the order of the rule set
    const RateResult *rate(const QString &id) const;
};

struct RateTable {
    Month asOf;
    QString rulesId, rulesName;
    QString notice; ///< see RuleSet::noticeFor
    GroupBy by = GroupBy::None;
    GroupBy by2 = GroupBy::None;
    std::vector<GroupResult> groups; ///< zones and chains in dictionary order, campaigns and months ascending
    GroupResult total; ///< recomputed from numerators and denominators, never from the groups' rates
};

/// Why a row is where it is in a rate.
struct ExplainedEntry {
    qint64 entryId = 0;   ///< of the entry; of the project, milestone or task where the rate is about those
    qint64 projectId = 0; ///< 0 for a task
    CampaignKey campaign; ///< of an entry
    bool inDenominator = false, inNumerator = false;
    qint64 num = 0, den = 0; ///< what it adds: 1 or 元
    QString why; ///< "2023-06-18 开工", "未开工", "2024-1 活动距截止日 5 个月，不足 6 个月，未计入"
};

/// included + excluded = all rows of the rule's population that are there by the as-of date and pass the
/// filter.
struct Explanation {
    RateResult rate;
    std::vector<ExplainedEntry> included; ///< in the denominator or the numerator
    std::vector<ExplainedEntry> excluded;
};

/// One campaign's lists as declared.
struct CampaignSummary {
    CampaignKey campaign;
    BatchTotal sign, start, produce;
    qint64 over100m = 0;  ///< entries with ≥ 1 亿元 declared investment
    qint64 strategic = 0; ///< entries whose project is 战新
};

/// A project of the 三未 list.
struct OverdueItem {
    qint64 projectId = 0;
    OverdueKind kind = OverdueKind::NotStarted;
    QDate due;           ///< invalid when there is no due date
    int daysOverdue = 0; ///< at the end of the as-of month; ≤ 0 = not yet due
    Light light = Light::Green;
    Escalation level = Escalation::None; ///< whose business it is by now
};

/// How many projects the 三未 list has, by light (index: Light).
struct OverdueCounts {
    using Lights = std::array<qint64, 4>;
    std::array<Lights, 3> byKind{}; ///< index: OverdueKind
    std::vector<Lights> byZone;     ///< index: zone + 1; 0 = without a zone
};

/// The counts of the 三未 list and the first of it.
struct OverdueSummary {
    OverdueCounts counts;
    std::vector<OverdueItem> first;
};

/// Answers every question about figures. Keeps what it has worked out about the last few rule sets and brings
/// it in line when the facts change (PreparedRules), so that a new question costs one pass over small
/// columns, and one that was asked before next to nothing. For one thread.
class Engine {
public:
    /// Refers to `facts`.
    explicit Engine(const Facts &facts);
    ~Engine();

    const Facts &facts() const { return m_facts; }
    RateTable rates(const RuleSet &rules, Month asOf, Cut by, const ProjectFilter &filter = {}) const;
    /// The rates at each month-end from `first` to `last`: one group a month, or for each group of `by` one a
    /// month, whose key2 is the month.
    RateTable trend(const RuleSet &rules, Month first, Month last, const ProjectFilter &filter = {},
                    GroupBy by = GroupBy::None) const;
    /// Takes in what has changed in the facts, which the next question about the rules would do otherwise.
    void follow(const RuleSet &rules) const;
    /// Error NotFound when the rule set has no such rate.
    Result<Explanation> explain(const RuleSet &rules, const QString &rateId, Month asOf,
                                const ProjectFilter &filter = {}) const;
    CampaignSummary summary(CampaignKey campaign, const ProjectFilter &filter = {}) const;
    /// Red first, then by days.
    std::vector<OverdueItem> overdue(const RuleSet &rules, Month asOf,
                                     const ProjectFilter &filter = {}) const;
    OverdueSummary overdueSummary(const RuleSet &rules, Month asOf, const ProjectFilter &filter,
                                  std::size_t most) const;

private:
    /// The sheet covers the months.
    PreparedRules &prepared(const RuleSet &rules, Month first, Month last) const;

    /// The rules asked for last, in line with the facts; null when there are none.
    const PreparedRules *latest() const;

    const Facts &m_facts;
    mutable std::vector<std::unique_ptr<PreparedRules>> m_prepared; ///< the one asked for last in front
};

} // namespace yipi::indicators
