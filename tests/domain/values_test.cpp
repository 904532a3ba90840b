// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/enterprise.h"
#include "domain/money.h"
#include "domain/month.h"
#include "domain/project.h"
#include "domain/rate.h"

using namespace yipi;

TEST(Money, PrintsInUnitsRoundedOnce) {
    EXPECT_EQ(Money::fromYuan(26'216'000'000).text(MoneyUnit::Yi), QStringLiteral("262.16"));
    EXPECT_EQ(Money::fromYuan(3'750'000'000).shortText(MoneyUnit::Yi), QStringLiteral("37.5"));
    EXPECT_EQ(Money::fromYuan(500'000).text(MoneyUnit::Yi), QStringLiteral("0.01"));
    EXPECT_EQ(Money::fromYuan(499'999).text(MoneyUnit::Yi), QStringLiteral("0.00"));
    EXPECT_EQ(Money::fromYuan(-15'000).text(MoneyUnit::Wan, 1), QStringLiteral("-1.5"));
}

TEST(Month, ReadsTheUsualForms) {
    for (const char *text : {"2024-07", "2024-7", "2024.7", "202407", "2024年7月", " 2024 年 7 月 "})
        EXPECT_EQ(Month::parse(QString::fromUtf8(text)), Month(2024, 7)) << text;
    for (const char *text : {"", "2024", "2024-13", "2024-00", "7月", "20247月x"})
        EXPECT_FALSE(Month::parse(QString::fromUtf8(text))) << text;
    EXPECT_EQ(Month(2024, 2).lastDay(), QDate(2024, 2, 29));
    EXPECT_EQ(Month(2024, 1).plus(-1), Month(2023, 12));
}

TEST(Rate, PrintsTheSeedsFigures) {
    EXPECT_EQ(Rate(56, 71).displayText(), QStringLiteral("78.87%"));
    EXPECT_EQ(Rate(27, 109).displayText(), QStringLiteral("24.77%"));
    EXPECT_EQ(Rate(0, 0).displayText(), QStringLiteral("—"));
    EXPECT_EQ(Rate(37, 51).percentText(2, Rounding::Truncate), QStringLiteral("72.54"));
    EXPECT_EQ(Rate(37, 51).percentText(2), QStringLiteral("72.55"));
    EXPECT_EQ(Rate(120, 1100), Rate(12, 110));
    EXPECT_EQ(percentagePoints(Rate(393, 1000), Rate(182, 1000), 1), QStringLiteral("21.1"));
    EXPECT_EQ(percentagePoints(Rate(1, 3), Rate(2, 3)), QStringLiteral("-33.33"));
}

TEST(CampaignKey, ReadsTheUsualForms) {
    for (const char *text : {"2024-2", "2024年第2次", "2024年第二次", "2024年二季度", "2024年第2期"})
        EXPECT_EQ(CampaignKey::parse(QString::fromUtf8(text)), (CampaignKey{2024, 2})) << text;
    EXPECT_FALSE(CampaignKey::parse(QStringLiteral("第二次")));
    EXPECT_FALSE(CampaignKey::parse(QStringLiteral("20242")));
}

TEST(CreditCode, KnowsTheCheckDigit) {
    EXPECT_TRUE(isValidCreditCode(QStringLiteral("91350100M000100Y43")));
    EXPECT_FALSE(isValidCreditCode(QStringLiteral("91350100M000100Y44")));
    EXPECT_FALSE(isValidCreditCode(QStringLiteral("91350100M000100Y4")));
}

TEST(Entity, RoundTripsThroughARecord) {
    Project project;
    project.id = 7;
    project.version = 3;
    project.uid = QStringLiteral("u");
    project.name = QStringLiteral("焦炉煤气制 LNG");
    project.zone = {4};
    project.totalInvestment = Money::fromYuan(345'000'000);
    project.actualStart = QDate(2023, 10, 26);
    project.industrial = true;
    const Record record = toRecord(project);
    EXPECT_EQ(toRecord(fromRecord<Project>(record)), record);
    const auto &info = entityInfo(EntityKind::Project);
    EXPECT_EQ(std::get<qint64>(record.values[std::size_t(info.indexOf(QStringLiteral("total_investment")))]),
              345'000'000);
    EXPECT_TRUE(isEmpty(record.values[std::size_t(info.indexOf(QStringLiteral("phone")))]));
}

TEST(Entity, DescribesEveryKind) {
    for (int i = 0; i < kEntityKindCount; ++i) {
        const auto &info = entityInfo(EntityKind(i));
        EXPECT_EQ(int(info.kind), i);
        EXPECT_EQ(entityInfo(info.key), &info);
        for (const auto &f : info.fields) {
            EXPECT_FALSE(f.title.isEmpty()) << qPrintable(f.key);
            EXPECT_EQ(f.type == FieldType::Choice, !f.choices.empty()) << qPrintable(f.key);
        }
    }
}
