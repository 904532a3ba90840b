// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/month.h"
#include "indicators/facts.h"

#include <functional>
#include <vector>

namespace yipi::indicators {

/// Tells of a day in which month of a window it first counts, by one look into a small table. Month k begins
/// to count a day when the day is on or before the month's last counting day. Answers 0 … size(); size() = in
/// none of them.
class MonthScale {
public:
    MonthScale() = default;
    /// `lastDays`: the last day that counts in each month, ascending, at least one.
    explicit MonthScale(const std::vector<Day> &lastDays);

    int size() const { return m_size; }
    /// No day (0) counts in no month.
    int at(Day day) const {
        // As unsigned, "no day" minus one is later than any day: no branch to mispredict.
        const std::uint32_t number = static_cast<std::uint32_t>(day) - 1;
        return m_table[std::clamp(number, m_before, m_end) - m_before];
    }

private:
    int m_size = 0;
    /// Day numbers less one: of the first month's last day, and of the day after the last month's.
    std::uint32_t m_before = 0, m_end = 0;
    std::vector<std::uint16_t> m_table{0}; ///< from the one to the other
};

/// The months [from, to) of a window; empty when from ≥ to.
struct Span {
    int from = 0;
    int to = 0;
    bool isEmpty() const { return from >= to; }
    bool holdsAt(int month) const { return from <= month && month < to; }
    /// Holds in the first month of the window.
    bool holdsAtOnce() const { return holdsAt(0); }
    friend bool operator==(const Span &, const Span &) = default;
};

inline Span both(Span a, Span b) {
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

/// A window of months with its scales. All rules of a question share it.
class MonthWindow {
public:
    /// `last` must not be before `first`.
    MonthWindow(Month first, Month last);

    int size() const { return m_events.size(); }
    Month month(int k) const { return m_start.plus(k); }
    /// Month of the window in which a day's event counts, by the months' last days.
    int at(Day day) const { return m_events.at(day); }
    /// Month of the window in which a report for the month with this `Month::index()` counts.
    int atMonth(std::int32_t index) const { return std::clamp(index - m_start.index(), 0, size()); }
    /// Position of a month, which may lie outside the window.
    int position(Month month) const { return month.index() - m_start.index(); }
    /// The months of the year in which the month at a position lies, cut to the window.
    Span yearOf(int position) const;
    Span all() const { return {0, size()}; }
    /// A scale by which a day counts from the month in which day + `months` + `grace` has come. The grace
    /// must not change the order of two days; `graceDays` is about how long it is.
    MonthScale later(int months, int graceDays, const std::function<QDate(QDate)> &grace) const;

private:
    Month m_start;
    MonthScale m_events;
};

} // namespace yipi::indicators
