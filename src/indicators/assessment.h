// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/assessment_scheme.h"
#include "indicators/engine.h"
#include "indicators/pace.h"

namespace yipi::indicators {

/// The group results that scores are made of; whatever scheme is asked for, the facts are read once.
struct AssessmentSource {
    Month asOf;
    std::vector<Zone> zones; ///< of the city, in the order of lists
    RateTable now;           ///< by zone
    RateTable yearBefore;    ///< by zone, at the same month last year
    PaceTable targets;       ///< by zone
};

/// What one item is made of for a zone.
struct ItemFigure {
    Rate now;             ///< of Target: reached over task; of amounts: the numerator over 1
    Rate yearBefore;      ///< of the growths
    bool isMoney = false; ///< numerators are 元
};

/// A zone as the scheme sees it.
struct ZoneFigures {
    qint64 zone = 0;
    QString name, shortName;
    QString group; ///< of zones that are compared; "" when all are
    std::vector<ItemFigure> items;
    std::vector<Rate> rates; ///< every rate of the rule set, in its order
};

struct AssessmentFigures {
    Month asOf;
    QString rulesId, rulesName;
    std::vector<ZoneFigures> zones;
    QStringList notices; ///< what a reader has to know: targets under a filter, bonus of an unknown zone
};

/// One item of one zone.
struct ItemScore {
    std::optional<Fraction> value; ///< %, 个百分点, pieces or 亿元; none = can't be computed
    int place = 0;                 ///< of the value in its group, from 1; 0 = none
    std::optional<Fraction> score; ///< within floor and cap; none without a value
    Fraction weight;               ///< after redistribution
    Fraction points;               ///< weight × score ÷ 100
};

struct ZoneScore {
    qint64 zone = 0;
    QString name, shortName;
    std::vector<ItemScore> items;
    std::vector<std::size_t> bonusEntries; ///< of the scheme, by position
    Fraction bonus;                        ///< after the caps; negative = malus
    std::optional<Fraction> total;         ///< unrounded; none when no item has a value
    int rank = 0;                          ///< in the group by exact totals, dense; 0 = none
    bool isTied = false;
};

/// The smallest and largest value of an item in a group; none when nobody has one.
struct ValueRange {
    std::optional<Fraction> least, most;
};

struct GroupScores {
    QString group;
    std::vector<ValueRange> ranges; ///< by item
    std::vector<ZoneScore> zones;   ///< from first to last, those without a total at the end

    const ZoneScore *zone(qint64 id) const;
};

struct AssessmentScores {
    std::vector<GroupScores> groups; ///< categories in their order, others by their first zone

    const GroupScores *groupOf(qint64 zone) const;
};

/// Puts together what the items of the scheme are made of. Error InvalidValue when the rule set lacks a rate
/// that the scheme names.
Result<AssessmentFigures> assessmentFigures(const AssessmentScheme &scheme, const RuleSet &rules,
                                            const AssessmentSource &source);

/// Exact scores and ranks of every group.
AssessmentScores scoreAssessment(const AssessmentScheme &scheme, const AssessmentFigures &figures);
/// The same of one group.
GroupScores scoreGroup(const AssessmentScheme &scheme, const AssessmentFigures &figures,
                       const QString &group);

/// "%", "个百分点", "个" or "亿元".
QString valueUnit(const AssessmentItem &item, const ItemFigure &figure);
/// "11/12", "去年同月 6/9，今年 11/12": what the value is made of.
QString figureText(const AssessmentItem &item, const ItemFigure &figure);
/// The value to two decimals, counts without; "—" when there is none.
QString valueText(const AssessmentItem &item, const ItemFigure &figure, const ItemScore &score);
/// How the score came about, with its numbers: "60 + 40 ×（84.62 − 50.00）÷（91.67 − 50.00）= 93.23".
QString scoreText(const AssessmentScheme &scheme, std::size_t item, const GroupScores &group,
                  const ZoneScore &zone, const ItemFigure &figure);

/// More of something in one zone.
struct WhatIfChange {
    qint64 zone = 0;
    int started = 0, produced = 0, attained = 0;     ///< projects more
    std::vector<std::pair<QString, qint64>> items{}; ///< more in the numerator of an item: pieces or 元
};

struct WhatIf {
    GroupScores before, after; ///< the zone's group
    qint64 zone = 0;
    AssessmentFigures figures;        ///< with the change
    std::vector<std::size_t> changed; ///< items whose figure is another one
    QStringList notes;                ///< what could not be taken over, or not wholly
};

/// What the change would do, from the figures alone. A project more counts in each rate over counts whose
/// event it is, at most as often as somebody is left without it, and in the denominators made of such
/// numerators. NotFound when the zone is not assessed or an item is unknown.
Result<WhatIf> whatIf(const AssessmentScheme &scheme, const RuleSet &rules, const AssessmentFigures &figures,
                      const WhatIfChange &change);

inline constexpr int kMostProjectsMore = 200; ///< as far as `leastToClimb` looks

/// The fewest projects more with which the zone is ranked higher; none when up to kMostProjectsMore, or all
/// that are left, would not do, or when it is first. `event` is Started, Produced or Attained.
Result<std::optional<int>> leastToClimb(const AssessmentScheme &scheme, const RuleSet &rules,
                                        const AssessmentFigures &figures, qint64 zone, Event event);

/// "开工增加 1 个：得分 81.20 → 83.05，名次 5 → 3".
QString whatIfText(const AssessmentScheme &scheme, const WhatIf &outcome, const WhatIfChange &change);

} // namespace yipi::indicators
