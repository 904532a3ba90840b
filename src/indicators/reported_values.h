// SPDX-License-Identifier: GPL-3.0-or-later
// What projects report month by month, as values that hold for a run of months; inline, see standing.h.
#pragma once

#include "indicators/month_scale.h"
#include "indicators/rule_words.h"

namespace yipi::indicators {

/// Each report counts until the next one takes its place: visit(months, value).
template <class Fact, class Visit>
void forEachValue(const std::vector<Fact> &reports, std::uint32_t begin, std::uint32_t end,
                  qint64 Fact::*value, const MonthWindow &window, Visit &&visit) {
    for (std::uint32_t i = begin; i < end; ++i) {
        const int to = i + 1 < end ? window.atMonth(reports[i + 1].month) : window.size();
        visit(Span{window.atMonth(reports[i].month), to}, reports[i].*value);
    }
}

/// The year's investment counts until the next report or the end of its year, against the plan last reported
/// in that year: visit(months, done, plan), plan −1 = none yet.
template <class Visit>
void forEachYearInvestment(const Facts &facts, const ProjectFact &project, const MonthWindow &window,
                           Visit &&visit) {
    qint64 plan = -1;
    std::int32_t planYear = 0;
    for (std::uint32_t i = project.planBegin; i < project.planEnd; ++i) {
        const PlanFact &report = facts.plans[i];
        const std::int32_t year = report.month / 12;
        if (report.plan >= 0 || year != planYear)
            plan = report.plan;
        planYear = year;
        std::int32_t next = (year + 1) * 12;
        if (i + 1 < project.planEnd)
            next = std::min(next, facts.plans[i + 1].month);
        visit(Span{window.atMonth(report.month), window.atMonth(next)}, report.done, plan);
    }
}

/// The values that a rate adds up, whatever they are: visit(months, value, denominator), where the
/// denominator is −1 when it is what the row declared.
template <class Visit>
void forEachReported(const Facts &facts, const ProjectFact &project, ReportedValue what,
                     const MonthWindow &window, Visit &&visit) {
    const auto value = [&](Span months, qint64 number) { visit(months, number, qint64(-1)); };
    switch (what) {
    case ReportedValue::None:
        break;
    case ReportedValue::Output:
        forEachValue(facts.outputs, project.outputBegin, project.outputEnd, &OutputFact::annualOutput, window,
                     value);
        break;
    case ReportedValue::Funds:
        forEachValue(facts.funds, project.fundsBegin, project.fundsEnd, &FundsFact::inPlace, window, value);
        break;
    case ReportedValue::YearInvestment:
        forEachYearInvestment(facts, project, window, visit);
        break;
    }
}

} // namespace yipi::indicators
