// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/filter_words.h"
#include "services/temporary_ledger.h"

using namespace yipi;

TEST(FilterWords, NameEveryLimit) {
    const test::TemporaryLedger t;
    EXPECT_TRUE(services::limitTexts(*t.ledger, {}).isEmpty());
    ProjectFilter filter;
    filter.city = QStringLiteral("吕梁市");
    filter.firstCampaign = CampaignKey{2023, 1};
    filter.batch = Batch::Sign;
    filter.stage = Stage::Started;
    filter.minInvestment = Money::fromYuan(150'000'000);
    filter.strategic = false;
    filter.industrial = true;
    filter.text = QStringLiteral("铝");
    EXPECT_EQ(services::limitTexts(*t.ledger, filter).join(u'、').toStdString(),
              "吕梁市、2023年第1次至最近一次活动、签约一批、阶段为开工、总投资1.5亿元以上、非战略性新兴产业、"
              "产业项目、含“铝”");
    filter = {};
    filter.firstCampaign = filter.lastCampaign = CampaignKey{2024, 2};
    EXPECT_EQ(services::limitTexts(*t.ledger, filter), QStringList{QStringLiteral("2024年第2次活动")});
    const qint64 zone = t.ledger->zones().front().id;
    EXPECT_EQ(services::zonesText(*t.ledger, {zone}), QStringLiteral("孝义经济开发区"));
    EXPECT_EQ(services::zonesText(*t.ledger, {zone, zone}), QStringLiteral("2个开发区"));
}
