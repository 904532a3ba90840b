// SPDX-License-Identifier: GPL-3.0-or-later
// Which campaign planImport finds, and its date.
#include "planning_fixture.h"

namespace yipi::exchange::test {

TEST_F(Planning, NeedsToKnowTheCampaign) {
    const Workbook untitled = bookOf({signSheet(
        {{"甲项目", "孝义", "甲公司", 1.0, "2024-05-10"}, {"乙项目", "孝义", "乙公司", 1.0, "2024-05-10"}},
        "签约项目清单")});
    const auto unknown = plan(untitled);
    EXPECT_EQ(errorCodes(unknown).join(u' '), QStringLiteral("no_campaign")); // said once, not for each row
    EXPECT_EQ(unknown.sheets[0].rejected, 2);
    ImportOptions options;
    options.campaign = CampaignKey{2024, 1};
    EXPECT_EQ(plan(untitled, options).sheets[0].campaign, (CampaignKey{2024, 1}));
    EXPECT_EQ(plan(oneProject(), options).sheets[0].campaign, (CampaignKey{2024, 1})); // wins over the title
    options.campaign = CampaignKey{2025, 1};
    const auto made = plan(untitled, options);
    EXPECT_EQ(warningCodes(made).join(u' '), QStringLiteral("new_campaign"));
}

TEST_F(Planning, SaysThatTheTitleNamesAnotherCampaignThanAskedFor) {
    ImportOptions options;
    options.campaign = CampaignKey{2024, 1};
    EXPECT_EQ(warningCodes(plan(oneProject(), options)).join(u' '), QStringLiteral("campaign_contradicts"));
    options.campaign = CampaignKey{2024, 2};
    EXPECT_EQ(warningCodes(plan(oneProject(), options)).join(u' '), QString());
}

TEST_F(Planning, DatesACampaignThatHasNoDate) {
    const auto titled = [](const char *title) {
        return bookOf({signSheet({{"甲项目", "孝义", "甲公司", 1200.0, "2024-05-10"}}, title)});
    };
    const auto heldOn = [&] { return m_ledger.snapshot.campaigns.back().heldOn.toString(Qt::ISODate); };
    const auto first = plan(titled("2024年第3次签约一批"));
    ASSERT_EQ(warningCodes(first).join(u' '), QStringLiteral("new_campaign"));
    EXPECT_TRUE(first.findings[0].message.contains(QStringLiteral("held_on")));
    m_ledger.apply(first.changes);
    EXPECT_EQ(heldOn(), QString());

    // Neither the day up to which a sheet counts nor the one on which it was filled in is the campaign's.
    EXPECT_TRUE(plan(titled("2024年第3次签约一批（截至2024年7月31日）")).changes.changes.empty());

    const auto dated = plan(titled("2024年第3次签约一批（2024年8月19日）"));
    EXPECT_EQ(warningCodes(dated).join(u' '), QStringLiteral("campaign_dated"));
    ASSERT_EQ(dated.changes.changes.size(), 1U);
    m_ledger.apply(dated.changes);
    EXPECT_EQ(heldOn(), QStringLiteral("2024-08-19"));

    const auto other = plan(titled("2024年第3次签约一批（2024年8月20日）"));
    EXPECT_EQ(warningCodes(other).join(u' '), QStringLiteral("campaign_date_differs"));
    EXPECT_TRUE(other.changes.changes.empty());
}

TEST_F(Planning, ReadsCampaignDatesFromAColumn) {
    for (const char *header : {"举办日期", "活动日期", "活动举办时间"}) {
        TestLedger ledger;
        ledger.addCampaign(2024, 4, QDate());
        const auto made = ledger.plan(
            bookOf({sheetOf("签约", {{"签约一批"},
                                     {"期次", header, "项目名称", "开发区", "总投资（万元）", "签约时间"},
                                     {"2024-3", "2024-08-19", "甲项目", "孝义", 1200.0, "2024-08-19"},
                                     {"2024-4", "2024.11.20", "乙项目", "孝义", 1300.0, "2024-11-20"}})}));
        ASSERT_TRUE(made);
        EXPECT_EQ(errorCodes(*made).join(u' '), QString());
        EXPECT_EQ(warningCodes(*made).join(u' '), QStringLiteral("new_campaign campaign_dated no_industrial"))
            << header;
        ledger.apply(made->changes);
        for (const Campaign &campaign : ledger.snapshot.campaigns)
            EXPECT_TRUE(campaign.heldOn.isValid()) << campaign.key().text();
    }
}

} // namespace yipi::exchange::test
