// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

using Ids = std::vector<qint64>;

/// A filter with one or two members set.
template <class T, class V>
ProjectFilter with(T ProjectFilter::*member, const V &value, ProjectFilter filter = {}) {
    filter.*member = value;
    return filter;
}

template <class T, class V, class T2, class V2>
ProjectFilter with(T ProjectFilter::*first, const V &value, T2 ProjectFilter::*second, const V2 &other) {
    return with(second, other, with(first, value));
}

class Filter : public ::testing::Test {
protected:
    FactsBuilder ledger;
    const QDate asOf{2024, 7, 31};

    void SetUp() override {
        const auto xiaoyi = ledger.zone("孝义", "吕梁市");
        const auto jinzhong = ledger.zone("晋中", "晋中市");
        const auto chain = ledger.chain("铸造");
        const auto first = ledger.campaign(2023, 1, "2023-02-22");
        const auto second = ledger.campaign(2024, 1, "2024-03-20");
        const auto a = ledger.project({.investment = 100, .zone = xiaoyi, .chain = chain, .strategic = true},
                                      "2303-XY-01\n铝镁新材料\n甲公司\n");
        const auto b = ledger.project({.zone = jinzhong, .start = day("2024-07-31"), .industrial = true},
                                      "2303-JZ-02\n铸造\nABC公司\n");
        ledger.project({.start = day("2024-08-01")}, "03\n\n\n");
        ledger.entry(a, first, Batch::Sign);
        ledger.entry(a, second, Batch::Start);
        ledger.entry(b, second, Batch::Sign);
    }

    /// Letters of the projects that pass.
    QString passing(const ProjectFilter &filter) {
        const FilterMatcher matcher(ledger.facts(), filter, asOf);
        QString result;
        for (std::uint32_t i = 0; i < 3; ++i)
            if (matcher.matches(i))
                result += QChar('a' + int(i));
        return result;
    }
};

TEST_F(Filter, EachMemberAlone) {
    EXPECT_EQ(passing({}), "abc");
    EXPECT_EQ(passing(with(&ProjectFilter::city, "吕梁市")), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::city, "太原市")), "");
    EXPECT_EQ(passing(with(&ProjectFilter::zones, Ids{102})), "b");
    EXPECT_EQ(passing(with(&ProjectFilter::zones, Ids{101, 102})), "ab");
    EXPECT_EQ(passing(with(&ProjectFilter::zones, Ids{999})), "");
    EXPECT_EQ(passing(with(&ProjectFilter::chains, Ids{201})), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::firstCampaign, CampaignKey{2024, 1})), "ab");
    EXPECT_EQ(passing(with(&ProjectFilter::lastCampaign, CampaignKey{2023, 4})), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::batch, Batch::Sign)), "ab");
    EXPECT_EQ(passing(with(&ProjectFilter::batch, Batch::Start)), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::stage, Stage::Started)), "b");
    EXPECT_EQ(passing(with(&ProjectFilter::stage, Stage::Reserved)), "ac");
    EXPECT_EQ(passing(with(&ProjectFilter::minInvestment, Money::fromYuan(100))), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::minInvestment, Money::fromYuan(0))), "a") << "unknown is not ≥ 0";
    EXPECT_EQ(passing(with(&ProjectFilter::strategic, true)), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::industrial, false)), "ac");
}

TEST_F(Filter, BatchAndCampaignMustBeOfOneEntry) {
    EXPECT_EQ(passing(with(&ProjectFilter::firstCampaign, CampaignKey{2024, 1}, &ProjectFilter::batch,
                           Batch::Sign)),
              "b");
    EXPECT_EQ(passing(with(&ProjectFilter::lastCampaign, CampaignKey{2023, 4}, &ProjectFilter::batch,
                           Batch::Start)),
              "");
}

TEST_F(Filter, CityAndZoneMustBothHold) {
    EXPECT_EQ(passing(with(&ProjectFilter::city, "吕梁市", &ProjectFilter::zones, Ids{102})), "");
    EXPECT_EQ(passing(with(&ProjectFilter::city, "吕梁市", &ProjectFilter::zones, Ids{101, 102})), "a");
}

TEST_F(Filter, TextInCodeNameOrInvestor) {
    EXPECT_EQ(passing(with(&ProjectFilter::text, "xy-01")), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::text, "铝镁")), "a");
    EXPECT_EQ(passing(with(&ProjectFilter::text, " abc ")), "b");
    EXPECT_EQ(passing(with(&ProjectFilter::text, "公司")), "ab");
    EXPECT_EQ(passing(with(&ProjectFilter::text, "03")), "abc");
    EXPECT_EQ(passing(with(&ProjectFilter::text, "没有的")), "");
    EXPECT_EQ(passing(with(&ProjectFilter::text, "   ")), "abc");
}

TEST_F(Filter, TextDoesNotRunOverIntoTheNextProject) {
    FactsBuilder touching;
    touching.project({}, "一二");
    touching.project({}, "三一二三");
    const FilterMatcher matcher(touching.facts(), with(&ProjectFilter::text, "二三"), asOf);
    EXPECT_FALSE(matcher.matches(0));
    EXPECT_TRUE(matcher.matches(1));
}

TEST_F(Filter, EntriesPassOnTheirOwn) {
    const Facts &facts = ledger.facts();
    const FilterMatcher signedOnly(
        facts, with(&ProjectFilter::batch, Batch::Sign, &ProjectFilter::strategic, true), asOf);
    EXPECT_TRUE(signedOnly.matchesEntry(facts.entries[0]));
    EXPECT_FALSE(signedOnly.matchesEntry(facts.entries[1])) << "another list";
    EXPECT_FALSE(signedOnly.matchesEntry(facts.entries[2])) << "another project";
}

TEST_F(Filter, EntriesAreIndexedByProject) {
    const Facts &facts = ledger.facts();
    EXPECT_EQ(facts.entryBegin, (std::vector<std::uint32_t>{0, 2, 3, 3}));
    EXPECT_EQ(facts.entriesByProject, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST_F(Filter, SummaryOfOneCampaign) {
    FactsBuilder other;
    const auto before = other.campaign(2024, 2, "2024-05-29");
    const auto now = other.campaign(2024, 3, "2024-08-19");
    const auto strategic = other.project({.strategic = true});
    other.entry(strategic, now, Batch::Sign, 100'000'000, 7);
    other.entry(strategic, now, Batch::Start, 99'999'999, -1);
    other.entry(other.project(), now, Batch::Produce, -1, 5);
    other.entry(other.project(), before, Batch::Sign, 1, 1);
    const Engine engine(other.facts());
    const CampaignSummary summary = engine.summary({2024, 3});
    EXPECT_EQ(summary.campaign.text(), "2024-3");
    EXPECT_EQ(summary.sign.count, 1);
    EXPECT_EQ(summary.sign.investment, 100'000'000);
    EXPECT_EQ(summary.sign.output, 7);
    EXPECT_EQ(summary.start.investment, 99'999'999);
    EXPECT_EQ(summary.start.output, 0);
    EXPECT_EQ(summary.produce.count, 1);
    EXPECT_EQ(summary.produce.output, 5);
    EXPECT_EQ(summary.over100m, 1);
    EXPECT_EQ(summary.strategic, 2);
    EXPECT_EQ(engine.summary({2024, 3}, with(&ProjectFilter::batch, Batch::Start)).sign.count, 0);
    EXPECT_EQ(engine.summary({2020, 1}).sign.count, 0);
}

} // namespace
} // namespace yipi::indicators
