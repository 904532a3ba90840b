// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::indicators {

/// One rate under two rule sets A and B, matched by its id.
struct RateDifference {
    QString id;
    QString title;                  ///< as B calls it, else as A does
    std::optional<RateResult> a, b; ///< none where the set has no such rate
    /// B less A in 个百分点 from the unrounded rates, "-3.16"; empty where one of them is undefined.
    QString points;

    qint64 numDifference() const; ///< B less A; a rate that a set does not have is 0/0
    qint64 denDifference() const;
};

struct GroupDifference {
    QString key, key2; ///< as in GroupResult
    qint64 id = 0, id2 = 0;
    std::vector<RateDifference> rates; ///< those of A in its order, then those that B alone has
};

struct RuleComparison {
    Month asOf;
    QString aId, aName, aNotice; ///< see RuleSet::noticeFor
    QString bId, bName, bNotice;
    std::vector<GroupDifference> groups; ///< those of A, then those that B alone has
    GroupDifference total;
};

/// Both rule sets over the same rows.
RuleComparison compareRules(const Engine &engine, const RuleSet &a, const RuleSet &b, Month asOf, Cut by = {},
                            const ProjectFilter &filter = {});

/// Where a row is in a rate under one of the sets.
struct RowPlace {
    bool inDenominator = false;
    bool inNumerator = false;
    qint64 num = 0, den = 0; ///< what it adds: pieces or 元
    QString why;             ///< as the explanation of the rate says

    friend bool operator==(const RowPlace &, const RowPlace &) = default;
};

/// A row that the two sets place differently or weigh differently.
struct DifferingRow {
    qint64 rowId = 0;     ///< of the entry, project, milestone or task
    qint64 projectId = 0; ///< 0 for a task
    CampaignKey campaign; ///< of an entry
    QString zone;         ///< of the project or the task; empty = none
    RowPlace a, b;
};

/// The rows in which the sets differ for one rate, by project and campaign. What they add differently is
/// exactly the difference of the numerators and of the denominators. Error NotFound when neither set has the
/// rate.
Result<std::vector<DifferingRow>> differingRows(const Engine &engine, const RuleSet &a, const RuleSet &b,
                                                const QString &rateId, Month asOf,
                                                const ProjectFilter &filter = {});

} // namespace yipi::indicators
