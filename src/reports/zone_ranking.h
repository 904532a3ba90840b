// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/phrase.h"

namespace yipi::reports {

/// What a group of the zone table is called in print.
QString zoneName(const indicators::GroupResult &group);
/// Id of a figure of a zone.
QString zoneFigureId(const indicators::GroupResult &group, const QString &tail);

struct RankedZone {
    const indicators::GroupResult *zone = nullptr;
    int rank =
        0; ///< from 1; equal rates share a rank and the next one follows at once; 0 = the rate is undefined
};

/// Zones by one rate from high to low by exact fractions, undefined ones last; equal ones keep the table's
/// order.
std::vector<RankedZone> rankZones(const indicators::RateTable &table, const QString &rateId);

/// "开工率前三位的是甲（91.67%）、…；后三位的是…。" With fewer than six ranks all zones in order.
Phrase rankingSentence(const indicators::RateTable &table, const QString &rateId);

} // namespace yipi::reports
