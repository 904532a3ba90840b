// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

#include "indicators/grouping.h"

namespace yipi::indicators {
namespace {

class Groups : public ::testing::Test {
protected:
    FactsBuilder ledger;

    void SetUp() override {
        const auto last = ledger.zone("交城", "吕梁市", 3);
        const auto first = ledger.zone("孝义", "吕梁市", 1);
        const auto unordered = ledger.zone("晋中", "晋中市");
        ledger.zone("空园区", "太原市", 2);
        const auto steel = ledger.chain("钢铁");
        const auto casting = ledger.chain("铸造");
        const auto industry = ledger.industry("31");
        const std::int32_t campaigns[] = {ledger.campaign(2023, 1, "2023-02-22"),
                                          ledger.campaign(2023, 2, "2023-02-26"),
                                          ledger.campaign(2023, 3, "2023-01-05")};
        const std::int32_t zones[] = {last, first, unordered, -1, first};
        const std::int32_t chains[] = {casting, steel, -1, casting, casting};
        for (int i = 0; i < 5; ++i) {
            ProjectFact fact;
            fact.zone = zones[i];
            fact.chain = chains[i];
            fact.industry = i == 0 ? industry : -1;
            fact.start = i % 2 ? day("2023-03-01") : 0;
            ledger.entry(ledger.project(fact), campaigns[i % 3], Batch::Sign, 10);
        }
    }

    QStringList by(GroupBy by, const ProjectFilter &filter = {}) {
        const RateTable table =
            Engine(ledger.facts())
                .rates(ruleSetOf(countRule(Batch::Sign, Event::Started)), Month(2023, 4), by, filter);
        QStringList result;
        RateSum sum;
        for (const GroupResult &group : table.groups) {
            result << group.key + u' ' + fraction(group.rates.front());
            sum.add(group.rates.front().rate);
        }
        EXPECT_TRUE(by == GroupBy::None || sum.rate() == table.total.rates.front().rate);
        EXPECT_TRUE(by == GroupBy::None || sum.den == table.total.rates.front().rate.den());
        return result;
    }
};

TEST_F(Groups, ZonesInTheOrderOfBulletinsWithoutTheEmptyOnes) {
    EXPECT_EQ(by(GroupBy::Zone), (QStringList{"孝义 1/2", "交城 0/1", "晋中 0/1", "未填 1/1"}));
}

TEST_F(Groups, CitiesInTheOrderOfTheirFirstZone) {
    EXPECT_EQ(by(GroupBy::City), (QStringList{"吕梁市 1/3", "晋中市 0/1", "未填 1/1"}));
}

TEST_F(Groups, ChainsAndIndustries) {
    EXPECT_EQ(by(GroupBy::Chain), (QStringList{"钢铁 1/1", "铸造 1/3", "未填 0/1"}));
    EXPECT_EQ(by(GroupBy::Industry), (QStringList{"31 0/1", "未填 2/4"}));
}

TEST_F(Groups, CampaignsByKeyAndMonthsByDate) {
    EXPECT_EQ(by(GroupBy::Campaign), (QStringList{"2023-1 1/2", "2023-2 1/2", "2023-3 0/1"}));
    EXPECT_EQ(by(GroupBy::Month), (QStringList{"2023-01 0/1", "2023-02 2/4"}));
}

TEST_F(Groups, NoneGivesOnlyTheTotal) {
    EXPECT_TRUE(by(GroupBy::None).isEmpty());
}

TEST_F(Groups, CarryTheIdsOfZonesChainsAndCampaigns) {
    const RuleSet rules = ruleSetOf(countRule(Batch::Sign, Event::Started));
    const Engine engine(ledger.facts());
    EXPECT_EQ(engine.rates(rules, Month(2023, 4), GroupBy::Zone).groups.front().id, 102);
    EXPECT_EQ(engine.rates(rules, Month(2023, 4), GroupBy::Zone).groups.back().id, 0);
    EXPECT_EQ(engine.rates(rules, Month(2023, 4), GroupBy::Chain).groups.front().id, 201);
    EXPECT_EQ(engine.rates(rules, Month(2023, 4), GroupBy::Campaign).groups.front().id, 301);
    EXPECT_EQ(engine.rates(rules, Month(2023, 4), GroupBy::City).groups.front().id, 0);
}

TEST_F(Groups, FilteredGroupsDisappear) {
    ProjectFilter filter;
    filter.zones = {102};
    EXPECT_EQ(by(GroupBy::Zone, filter), (QStringList{"孝义 1/2"}));
}

TEST(GroupByKeys, AreReadAndPrinted) {
    for (const char *text : {"none", "city", "zone", "chain", "campaign", "industry", "month", "category",
                             "county", "batch", "strategic", "size"}) {
        const auto by = groupByFrom(QString::fromLatin1(text));
        ASSERT_TRUE(by) << text;
        EXPECT_EQ(key(*by), text);
    }
    EXPECT_FALSE(groupByFrom("zones"));
}

} // namespace
} // namespace yipi::indicators
