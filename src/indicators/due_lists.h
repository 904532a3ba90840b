// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "indicators/counted_rows.h"
#include "indicators/rule_set.h"

namespace yipi::indicators {

/// Lists beside 三未. The first two have a row for each entry of the rate `start`, the third for each
/// project.
enum class DueList {
    DueNotStarted,   ///< 应开未开: the day to start has passed
    EarlyStarted,    ///< 提前开工: started although not yet due
    NotInStatistics, ///< 开工未入库: started and not in the statistics; due from the day of the start
};

struct DueItem {
    qint64 projectId = 0;
    qint64 entryId = 0; ///< 0 for NotInStatistics, which lists projects
    Day due = 0;
    Day event = 0; ///< of the start; 0 = none
    int days = 0;  ///< overdue at the as-of date; early ones: from the start to the due date
    Light light = Light::Green;
    Escalation level = Escalation::None;
};

/// started = due − late + early, always.
struct DueCounts {
    qint64 due = 0;        ///< entries whose day to start has come
    qint64 late = 0;       ///< of these, not started
    qint64 early = 0;      ///< started although not yet due
    qint64 started = 0;    ///< started, of those with a due date
    qint64 withoutDue = 0; ///< can't be judged: neither a planned date nor one of signing
};

struct DueListResult {
    DueCounts counts;           ///< of the rate's entries; of NotInStatistics only `due` (started) and `late`
    std::vector<DueItem> items; ///< the most days first
    CountedRows rows;           ///< listed and not listed, with the reason
};

/// From the entries that the rate `start` of the rule set may count, due or not. NotFound when the set has no
/// such rate.
Result<DueListResult> dueList(const Facts &facts, const RuleSet &rules, DueList list, Month asOf,
                              const ProjectFilter &filter = {});

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::DueList>();

} // namespace yipi
