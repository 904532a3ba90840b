// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workday_calendar.h"

#include <QStringList>

#include <algorithm>

namespace yipi {

namespace {

constexpr auto kWorkdayHeader = "date,kind,name";

Failure badWorkday(const QString &fileName, int row, const QString &why, const QString &found) {
    Failure failure = fail(ErrorCode::InvalidValue, why,
                           QStringLiteral("请改正工作日历文件，每行写成 2024-10-01,holiday,国庆节。"));
    failure.value().place.file = fileName;
    failure.value().place.row = row;
    failure.value().value = found;
    return failure;
}

} // namespace

Result<WorkdayCalendar> WorkdayCalendar::fromCsv(const QByteArray &csv, const QString &fileName) {
    QStringList lines = QString::fromUtf8(csv).split(u'\n');
    if (lines.front().trimmed() != QLatin1StringView(kWorkdayHeader))
        return badWorkday(fileName, 1, QStringLiteral("首行应为 date,kind,name"), lines.front().left(40));
    WorkdayCalendar calendar;
    for (int row = 2; row <= lines.size(); ++row) {
        const QString line = lines[row - 1].trimmed();
        if (line.isEmpty())
            continue;
        const QStringList parts = line.split(u',');
        const QDate day = QDate::fromString(parts.front(), Qt::ISODate);
        const QString kind = parts.value(1);
        if (!day.isValid())
            return badWorkday(fileName, row, QStringLiteral("“%1”不是日期").arg(parts.front().left(40)),
                              parts.front());
        if (kind != u"holiday" && kind != u"makeup_workday")
            return badWorkday(fileName, row,
                              QStringLiteral("不认识“%1”，可以写 holiday（放假）、makeup_workday（调休上班）")
                                  .arg(kind.left(40)),
                              kind);
        auto &days = kind == u"holiday" ? calendar.m_holidays : calendar.m_makeUpDays;
        if (calendar.m_holidays.contains(day) || calendar.m_makeUpDays.contains(day))
            return badWorkday(fileName, row, QStringLiteral("%1 写了两次").arg(parts.front()), parts.front());
        days.insert(day);
        calendar.m_years.insert(day.year());
    }
    return calendar;
}

bool WorkdayCalendar::isWorkday(QDate day) const {
    if (m_holidays.contains(day))
        return false;
    return day.dayOfWeek() <= Qt::Friday || m_makeUpDays.contains(day);
}

QDate WorkdayCalendar::addWorkdays(QDate day, int n) const {
    const int step = n < 0 ? -1 : 1;
    for (int left = std::abs(n); left > 0;) {
        day = day.addDays(step);
        left -= isWorkday(day) ? 1 : 0;
    }
    return day;
}

int WorkdayCalendar::workdaysBetween(QDate from, QDate to) const {
    int count = 0;
    for (QDate day = std::min(from, to); day < std::max(from, to);) {
        day = day.addDays(1);
        count += isWorkday(day) ? 1 : 0;
    }
    return from <= to ? count : -count;
}

} // namespace yipi
