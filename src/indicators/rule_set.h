// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/campaign_entry.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace yipi::indicators {

/// Which campaigns count.
enum class CampaignScope { All, BeforeCurrent, HeldAtLeastMonths, Range };
/// Whether only entries count whose due date has come.
enum class EntryScope { All, DueOnly };
/// Which projects count.
enum class ProjectScope { All, Industrial };
/// What happens to projects terminated by the as-of date.
enum class Terminated { Keep, Exclude };
/// What must have happened by the as-of date to count in the numerator.
enum class Event { Started, Produced, Attained, InStatistics };
/// What an entry weighs. Value of attain rates: actual annual output over expected.
enum class Weight { Count, Investment, Output };
/// What becomes of events before the due month's turn.
enum class Early { Count, Leave };

/// How one rate is made (口径). Written in data/rules/*.json, checked by `parseRuleSet`.
struct RateRule {
    QString id;    ///< start, produce, attain, on_time_start, on_time_produce …
    QString title; ///< 开工率
    Batch population = Batch::Sign;
    CampaignScope campaigns = CampaignScope::All;
    int heldAtLeastMonths = 0;                              ///< of HeldAtLeastMonths
    std::optional<CampaignKey> firstCampaign, lastCampaign; ///< of Range
    EntryScope entries = EntryScope::All;
    ProjectScope projects = ProjectScope::All;
    Terminated terminated = Terminated::Keep;
    Event event = Event::Started;
    Weight weight = Weight::Count;
    QString
        denominatorOf; ///< id of the rate whose numerator is this one's denominator; empty = own population
    Early early = Early::Count;
    bool capAt100 = false;
    Rounding rounding = Rounding::HalfUp;
    int decimals = 2;
    QString note; ///< printed after the rule text
};

/// When an entry is due: the project's planned date, else an event plus months, plus grace days.
struct Deadlines {
    int signToStartMonths = 6;
    int startToProduceMonths = 24;
    int produceToAttainMonths = 12;
    int graceDays = 0;
};

/// From how many days overdue a light is yellow and red.
struct LightRule {
    int yellowDays = 1;
    int redDays = 91;
};

struct RuleSet {
    QString id;   ///< file name without .json
    QString name; ///< 山西三率
    QString version;
    QString description;
    Deadlines deadlines;
    LightRule lights;
    std::vector<RateRule> rates;

    const RateRule *rate(const QString &rateId) const;
};

/// Reads a rule set. The error names the JSON path and the reason: "rates[1].population：…".
Result<RuleSet> parseRuleSet(const QByteArray &json, const QString &fileName);

/// The rule in one Chinese sentence, made from its parts.
QString ruleText(const RateRule &rule, const RuleSet &set);

} // namespace yipi::indicators
