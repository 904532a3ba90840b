// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "indicators/counted_rows.h"
#include "indicators/rule_set.h"

#include <array>

namespace yipi::indicators {

/// How what was signed is put together.
enum class CohortBy { Quarter, Year, Campaign };
/// What is followed: each entry of 签约一批, or each project once.
enum class CohortOf { Entries, Projects };

struct CohortQuestion {
    Month asOf;
    CohortBy by = CohortBy::Quarter;
    CohortOf of = CohortOf::Projects; ///< a campaign's cohort is always of entries
    Event event = Event::Started;     ///< Started or Produced
    ProjectFilter filter;
};

/// How far a cohort had come in the k-th month after the month of signing.
struct CohortCell {
    qint64 reached = 0;  ///< with the event by then
    qint64 open = 0;     ///< without it, and the k-th month had not ended by the as-of date
    bool isOver = false; ///< the figure can't change any more: only then is there a rate
};

inline constexpr int kCohortMonths = 24;

/// What was signed in one quarter, in one year, at one campaign.
struct Cohort {
    QString key; ///< 2024-Q1, 2024, 2024-2; "" for the total
    qint64 members = 0;
    bool isRunning = false; ///< the quarter or year had not ended: more may still be signed
    std::array<CohortCell, kCohortMonths + 1> cells; ///< cumulative, by months since the month of signing
    qint64 sameYear = 0; ///< with the event by the end of the year of signing (当年签约当年开工)
    bool isSameYearOver = false; ///< that year had ended by the as-of date, or nothing is open

    /// Undefined while the k-th month is “not yet”: never a rate that can only rise.
    Rate rate(int months) const {
        const CohortCell &cell = cells[static_cast<std::size_t>(months)];
        return cell.isOver ? Rate(cell.reached, members) : Rate();
    }
    /// So far, while the year runs.
    Rate sameYearRate() const { return Rate(sameYear, members); }
};

struct CohortTable {
    CohortQuestion question;
    std::vector<Cohort> cohorts; ///< from the earliest
    /// By months since signing: the sums over the cohorts whose month is over.
    std::array<RateSum, kCohortMonths + 1> total;
};

/// One pass over the signed. A later event proves the earlier one, as in the rates.
CohortTable cohortTable(const Facts &facts, const CohortQuestion &question);

/// The rows of one cell. NotFound when there is no such cohort.
Result<CountedRows> explainCohort(const Facts &facts, const CohortQuestion &question, const QString &key,
                                  int months);

} // namespace yipi::indicators

namespace yipi {

template <>
std::span<const Choice> choicesOf<indicators::CohortBy>();
template <>
std::span<const Choice> choicesOf<indicators::CohortOf>();

} // namespace yipi
