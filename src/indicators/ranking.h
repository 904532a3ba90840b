// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::indicators {

struct RankedGroup {
    const GroupResult *group = nullptr;
    int rank =
        0; ///< from 1; equal rates share a rank and the next one follows at once; 0 = the rate is undefined
    bool isTied = false; ///< 并列
};

/// Groups by one rate from high to low by exact fractions, undefined ones last; equal ones keep their order.
/// The one ranking of screens, documents and command line. The groups must outlive the answer.
std::vector<RankedGroup> rankByRate(const std::vector<GroupResult> &groups, const QString &rateId);

/// A zone's place then and now.
struct RankChange {
    int rank = 0;              ///< then; 0 = none
    Rate rate;                 ///< then
    std::optional<int> places; ///< ranks won (lost < 0)
    QString points;            ///< 个百分点 from the unrounded rates, "3.16"; empty if one is undefined
};

struct RankingLine {
    qint64 zone = 0; ///< id; 0 = 未填
    QString name;
    RateResult result;
    int rank = 0;
    bool isTied = false;
    RankChange sinceLastMonth, sinceLastYear;
};

/// Zones that are ranked together.
struct RankingTable {
    QString group; ///< Zone::rankingGroup; "" when all zones are ranked together or have none
    std::vector<RankingLine> lines;
};

struct Ranking {
    Month asOf;
    QString rateId, title;
    std::vector<RankingTable> tables; ///< in the order of their first zone; zones without a group last
    RateResult total;
};

/// Ranks at the as-of month, a month and a year before, within each ranking group or over all zones.
/// Error NotFound when the rule set has no such rate.
Result<Ranking> zoneRanking(const Facts &facts, const RuleSet &rules, const QString &rateId, Month asOf,
                            bool byRankingGroup, const ProjectFilter &filter = {});

} // namespace yipi::indicators
