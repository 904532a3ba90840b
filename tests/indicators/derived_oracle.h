// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oracle.h"

#include <array>

/// The figures beside the rates a second time, as naively as docs/indicators.md puts them: real dates, one
/// question after the other.
namespace oracle {

/// Whether the project is let through, with the cut's campaigns and list asking for an entry.
bool passesAsProject(const Ledger &ledger, const Cut &cut, int project, QDate asOf);
/// The earliest proof of the event; invalid = none.
QDate eventDate(const Project &project, const std::string &event);
/// The date of signing, else the day of the earliest campaign of its 签约一批.
QDate signDate(const Ledger &ledger, int project);

struct CohortMember {
    std::string key; ///< empty = in no cohort
    QDate sign, periodEnd;
    int project = 0;
};
/// Everything let through; by: quarter, year, campaign; of: entries, projects.
std::vector<CohortMember> cohortMembers(const Ledger &ledger, const Cut &cut, const std::string &by,
                                        const std::string &of, QDate asOf);
struct CohortAnswer {
    long long members = 0, sameYear = 0;
    bool sameYearOver = true;
    std::array<long long, 25> reached{}, open{};
    std::array<bool, 25> over{};
};
CohortAnswer cohort(const Ledger &ledger, const std::vector<CohortMember> &members, const std::string &key,
                    const std::string &event, QDate asOf);

/// The day the project is due to start by the rules; invalid = can't be told.
QDate startDue(const Ledger &ledger, const Rules &rules, const Entry &entry);

struct PlanReport {
    QDate month; ///< its first day
    long long done = 0;
};
/// What a project adds to a target of the as-of year; nothing = it does not count.
std::optional<long long> targetPart(const Ledger &ledger, const std::string &indicator, int project,
                                    const std::vector<PlanReport> &plans, QDate asOf);

} // namespace oracle
