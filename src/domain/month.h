// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace yipi {

/// A calendar month, the unit of reporting: "as of 2024-07" means as of the end of that month.
class Month {
public:
    constexpr Month() = default;
    constexpr Month(int year, int month)
        : m_index(year * 12 + month - 1) {}
    constexpr static Month fromIndex(int index) {
        Month m;
        m.m_index = index;
        return m;
    }
    static Month of(QDate date) { return Month(date.year(), date.month()); }
    /// Reads "2024-07", "2024-7", "202407", "2024.7" and "2024年7月"; nothing for anything else.
    static std::optional<Month> parse(const QString &text);

    constexpr int index() const { return m_index; } ///< year × 12 + month − 1
    constexpr int year() const { return m_index / 12; }
    constexpr int month() const { return m_index % 12 + 1; } ///< 1–12
    QDate firstDay() const { return QDate(year(), month(), 1); }
    QDate lastDay() const { return QDate(year(), month(), firstDay().daysInMonth()); }
    constexpr Month plus(int months) const { return fromIndex(m_index + months); }

    QString text() const;        ///< 2024-07
    QString chineseText() const; ///< 2024年7月

    friend constexpr auto operator<=>(Month, Month) = default;

private:
    int m_index = 0;
};

} // namespace yipi
