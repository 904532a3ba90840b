// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/error.h"
#include "domain/month.h"
#include "domain/rate.h"
#include "domain/target.h"
#include "indicators/light_rules.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace yipi::indicators {

/// What is counted: the entries of one of the three lists, projects, what is reported about them, their
/// milestones, or what zones have been set as tasks.
enum class Population {
    Sign,       ///< entries of 签约一批
    Start,      ///< entries of 开工一批
    Produce,    ///< entries of 投产一批
    Reserve,    ///< projects in the reserve pool, from the day they came in
    Projects,   ///< signed projects, from their signing
    Planned,    ///< projects whose planned date of the event falls into the as-of year
    Progress,   ///< projects with a plan for the as-of year in their monthly reports
    Milestones, ///< 事项 of projects
    Targets,    ///< tasks of zones for the as-of year
};
/// Whether all years count or only what began in the as-of year: campaigns held in it, projects signed or
/// taken into the reserve in it.
enum class Period { All, AsOfYear };
/// Which campaigns count.
enum class CampaignScope { All, BeforeCurrent, HeldAtLeastMonths, Range };
/// Whether only entries count whose due date has come.
enum class EntryScope { All, DueOnly };
/// Which projects count.
enum class ProjectScope { All, Industrial };
/// What happens to projects terminated by the as-of date.
enum class Terminated { Keep, Exclude, ExcludeApproved };
/// What must have happened by the as-of date to count in the numerator.
enum class Event {
    Started,
    Produced,
    Attained,
    InStatistics, ///< 入库纳统
    Signed,       ///< of projects in the reserve
    Fulfilled,    ///< 履约
    FundsInPlace, ///< 到位资金 reported
    Finished,     ///< of milestones: 办结
    Invested,     ///< of progress and of the task 年度完成投资
};
/// What a row weighs. Two are values that are reported, over what was declared: annual output of attained,
/// funds in place of investment.
enum class Weight {
    Count,
    Investment,
    Output,
    Items, ///< milestones
    Plan,  ///< the year's plan, of progress
};
/// Whether a percentage keeps the zeros at its end.
enum class Zeros { Keep, Drop };
/// What grace days are counted in.
enum class GraceUnit { Calendar, Working };
/// What becomes of events before the due month's turn.
enum class Early { Count, Leave };

/// How one rate is made (口径). Written in data/rules/*.json, checked by `parseRuleSet`.
struct RateRule {
    QString id;    ///< start, produce, attain, on_time_start, on_time_produce …
    QString title; ///< 开工率
    Population population = Population::Sign;
    Period period = Period::All;
    CampaignScope campaigns = CampaignScope::All;
    int heldAtLeastMonths = 0;                              ///< of HeldAtLeastMonths
    std::optional<CampaignKey> firstCampaign, lastCampaign; ///< of Range
    EntryScope entries = EntryScope::All;
    ProjectScope projects = ProjectScope::All;
    QString filter; ///< a further condition on projects and entries (docs/filters.md); empty = none
    Terminated terminated = Terminated::Keep;
    Event event = Event::Started;
    Weight weight = Weight::Count;
    TargetIndicator target = TargetIndicator::SignCount; ///< of the population Targets
    /// Id of the rate whose numerator is this one's denominator; empty = own population.
    QString denominatorOf;
    Early early = Early::Count;
    bool capAt100 = false;
    Rounding rounding = Rounding::HalfUp;
    int decimals = 2;
    Zeros zeros = Zeros::Keep;
    QString note; ///< printed after the rule text

    friend bool operator==(const RateRule &, const RateRule &) = default;
};

/// When an entry is due: the project's planned date, else an event plus months, plus grace days.
struct Deadlines {
    int signToStartMonths = 6;
    int startToProduceMonths = 24;
    int produceToAttainMonths = 12;
    int graceDays = 0;
    GraceUnit graceUnit = GraceUnit::Calendar;

    friend bool operator==(const Deadlines &, const Deadlines &) = default;
};

struct RuleSet {
    QString id;   ///< file name without .json
    QString name; ///< 山西三率
    QString version;
    QString description;
    std::optional<Month> effectiveFrom, effectiveTo; ///< the as-of months it is meant for; empty = open
    Deadlines deadlines;
    LightRules lights = LightRules::byDays(1, 91);
    std::vector<OverdueKindRule> overdue = usualOverdueKinds(); ///< the kinds of the 三未 list
    std::vector<RateRule> rates;

    const RateRule *rate(const QString &rateId) const;
    /// What the set calls a kind of its 三未 list.
    QString overdueTitle(OverdueKind kind) const;
    /// "口径“…”适用于 2024-01 及以后，截止月 2023-12 不在其内。"; empty within the months it is meant for.
    QString noticeFor(Month asOf) const;

    friend bool operator==(const RuleSet &, const RuleSet &) = default;
};

/// Reads a rule set. The error names the JSON path and the reason: "rates[1].population：…".
/// `lights` are the presets that a rule set may name.
Result<RuleSet> parseRuleSet(const QByteArray &json, const QString &fileName,
                             const LightPresets &lights = {});

/// The file of a rule set in the documented order of its members, without those that are at their defaults;
/// lights by name where they are one of `lights`. `parseRuleSet` of it with the same presets gives an equal
/// set.
QByteArray toJson(const RuleSet &set, const LightPresets &lights = {});

/// The rule in one Chinese sentence, made from its parts.
QString ruleText(const RateRule &rule, const RuleSet &set);

} // namespace yipi::indicators
