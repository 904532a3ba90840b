// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QDate>

#include <set>

namespace yipi {

/// Working days as the State Council fixes them each year: Monday to Friday without the holidays, and the
/// weekend days worked instead (调休).
class WorkdayCalendar {
public:
    /// Weekends only: covers no year.
    WorkdayCalendar() = default;
    /// Reads `date,kind,name` with kind holiday or makeup_workday (data/reference/workdays.csv). The error
    /// names the row.
    static Result<WorkdayCalendar> fromCsv(const QByteArray &csv, const QString &fileName);

    /// Whether the year's holidays are known. In other years every Monday to Friday counts as worked, and
    /// whoever prints such a day says so.
    bool covers(int year) const { return m_years.contains(year); }
    bool isWorkday(QDate day) const;
    /// The n-th working day after `day` (before it for n < 0); `day` itself for 0.
    QDate addWorkdays(QDate day, int n) const;
    /// Working days after `from` up to and including `to`; negative when `to` comes first.
    int workdaysBetween(QDate from, QDate to) const;

private:
    std::set<QDate> m_holidays, m_makeUpDays;
    std::set<int> m_years;
};

} // namespace yipi
