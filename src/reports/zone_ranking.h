// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/ranking.h"
#include "reports/phrase.h"

namespace yipi::reports {

/// What a group of the zone table is called in print.
QString zoneName(const indicators::GroupResult &group);
/// Id of a figure of a zone.
QString zoneFigureId(const indicators::GroupResult &group, const QString &tail);

/// "开工率前三位的是甲（91.67%）、…；后三位的是…。" With fewer than six ranks all zones in order.
Phrase rankingSentence(const indicators::RateTable &table, const QString &rateId);

} // namespace yipi::reports
