// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workday_calendar.h"

#include <QFile>

namespace yipi {
namespace {

WorkdayCalendar shipped() {
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/reference/workdays.csv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    auto calendar = WorkdayCalendar::fromCsv(file.readAll(), file.fileName());
    EXPECT_TRUE(calendar) << calendar.error().text().toStdString();
    return calendar.value_or(WorkdayCalendar());
}

Result<WorkdayCalendar> read(const char *lines) {
    return WorkdayCalendar::fromCsv(QByteArray("date,kind,name\n") + lines, QStringLiteral("w.csv"));
}

TEST(WorkdayCalendar, KnowsHolidaysAndMakeUpDays) {
    const WorkdayCalendar calendar = shipped();
    EXPECT_FALSE(calendar.isWorkday(QDate(2024, 10, 1))) << "Tuesday, 国庆节";
    EXPECT_TRUE(calendar.isWorkday(QDate(2024, 9, 29))) << "Sunday, worked for 国庆节";
    EXPECT_TRUE(calendar.isWorkday(QDate(2024, 10, 12))) << "Saturday, worked for 国庆节";
    EXPECT_FALSE(calendar.isWorkday(QDate(2024, 10, 13))) << "an ordinary Sunday";
    EXPECT_TRUE(calendar.isWorkday(QDate(2024, 10, 14)));
}

TEST(WorkdayCalendar, SaysWhichYearsItCovers) {
    const WorkdayCalendar calendar = shipped();
    EXPECT_TRUE(calendar.covers(2020));
    EXPECT_TRUE(calendar.covers(2026));
    EXPECT_FALSE(calendar.covers(2019));
    EXPECT_FALSE(calendar.covers(2027));
    EXPECT_TRUE(calendar.isWorkday(QDate(2030, 10, 1))) << "a Tuesday of a year without known holidays";
    EXPECT_FALSE(calendar.isWorkday(QDate(2030, 10, 5)));
    EXPECT_FALSE(WorkdayCalendar().covers(2024));
}

TEST(WorkdayCalendar, AddsWorkingDays) {
    const WorkdayCalendar calendar = shipped();
    EXPECT_EQ(calendar.addWorkdays(QDate(2024, 9, 30), 1), QDate(2024, 10, 8)) << "over the whole holiday";
    EXPECT_EQ(calendar.addWorkdays(QDate(2024, 9, 27), 1), QDate(2024, 9, 29)) << "a Sunday that is worked";
    EXPECT_EQ(calendar.addWorkdays(QDate(2024, 10, 1), 0), QDate(2024, 10, 1)) << "nothing to add";
    EXPECT_EQ(calendar.addWorkdays(QDate(2024, 10, 8), -1), QDate(2024, 9, 30));
    EXPECT_EQ(WorkdayCalendar().addWorkdays(QDate(2024, 10, 4), 1), QDate(2024, 10, 7)) << "weekends only";
}

TEST(WorkdayCalendar, CountsWhatItAdds) {
    const WorkdayCalendar calendar = shipped();
    EXPECT_EQ(calendar.workdaysBetween(QDate(2024, 9, 30), QDate(2024, 10, 8)), 1);
    EXPECT_EQ(calendar.workdaysBetween(QDate(2024, 10, 8), QDate(2024, 9, 30)), -1);
    EXPECT_EQ(calendar.workdaysBetween(QDate(2024, 10, 1), QDate(2024, 10, 1)), 0);
    for (QDate day(2023, 12, 20); day < QDate(2024, 3, 1); day = day.addDays(1))
        for (int n = 0; n < 40; n += 7)
            EXPECT_EQ(calendar.workdaysBetween(day, calendar.addWorkdays(day, n)), n)
                << day.toString(Qt::ISODate).toStdString() << " + " << n;
}

TEST(WorkdayCalendar, NamesTheRowThatCannotBeRead) {
    const auto refused = [](const char *lines, int row, const char *words) {
        const auto calendar = read(lines);
        ASSERT_FALSE(calendar) << lines;
        EXPECT_EQ(calendar.error().place.row, row);
        EXPECT_TRUE(calendar.error().text().contains(QString::fromUtf8(words)))
            << calendar.error().text().toStdString();
    };
    refused("2024-10-01,holiday,国庆节\n2024-13-01,holiday,x\n", 3, "“2024-13-01”不是日期");
    refused("2024-10-01,vacation,x\n", 2, "不认识“vacation”");
    refused("2024-10-01\n", 2, "不认识“”");
    refused("2024-10-01,holiday,a\n2024-10-01,makeup_workday,b\n", 3, "写了两次");
    EXPECT_FALSE(WorkdayCalendar::fromCsv("日期,类型\n", QStringLiteral("w.csv")));
    EXPECT_FALSE(WorkdayCalendar::fromCsv({}, QStringLiteral("w.csv")));
    EXPECT_TRUE(read("\r\n2024-10-01,holiday,国庆节\r\n")) << "empty lines and CRLF";
}

} // namespace
} // namespace yipi
