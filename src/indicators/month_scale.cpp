// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/month_scale.h"

namespace yipi::indicators {

MonthScale::MonthScale(const std::vector<Day> &lastDays)
    : m_size(int(lastDays.size()))
    , m_before(static_cast<std::uint32_t>(lastDays.front()) - 1)
    , m_end(static_cast<std::uint32_t>(lastDays.back())) {
    m_table.reserve(m_end - m_before + 1);
    std::uint16_t month = 0;
    for (Day day = lastDays.front() + 1; day <= lastDays.back(); ++day) {
        while (lastDays[month] < day)
            ++month;
        m_table.push_back(month);
    }
    m_table.push_back(static_cast<std::uint16_t>(m_size));
}

namespace {

std::vector<Day> lastDaysOf(Month first, Month last) {
    std::vector<Day> days;
    for (Month month = first; month <= last; month = month.plus(1))
        days.push_back(dayOf(month.lastDay()));
    return days;
}

/// The last day from which `months` and the grace lead to `limit` or before. Adding months cuts 31 to 30 or
/// 28 and so never changes the order of two days; nor does the grace: from a guess it is a few steps either
/// way.
Day latestBase(QDate limit, int months, int graceDays, const std::function<QDate(QDate)> &grace) {
    const auto fits = [&](QDate day) { return grace(day.addMonths(months)) <= limit; };
    QDate day = limit.addDays(-graceDays).addMonths(-months);
    while (!fits(day))
        day = day.addDays(-1);
    while (fits(day.addDays(1)))
        day = day.addDays(1);
    return dayOf(day);
}

} // namespace

MonthWindow::MonthWindow(Month first, Month last)
    : m_start(first)
    , m_events(lastDaysOf(first, last)) {}

Span MonthWindow::yearOf(int position) const {
    const int january = position - (m_start.plus(position).month() - 1);
    return both({january, january + 12}, all());
}

MonthScale MonthWindow::later(int months, int graceDays, const std::function<QDate(QDate)> &grace) const {
    std::vector<Day> lastDays;
    for (int k = 0; k < size(); ++k)
        lastDays.push_back(latestBase(month(k).lastDay(), months, graceDays, grace));
    return MonthScale(lastDays);
}

} // namespace yipi::indicators
