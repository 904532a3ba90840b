// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

class Overdue : public ::testing::Test {
protected:
    FactsBuilder ledger;
    const std::int32_t old = ledger.campaign(2023, 1, "2023-02-22");
    const std::int32_t second = ledger.campaign(2023, 4, "2023-12-01");
    const std::int32_t recent = ledger.campaign(2024, 2, "2024-05-29");

    std::vector<OverdueItem> list(const char *rules = "lvliang-2024", const ProjectFilter &filter = {}) {
        return Engine(ledger.facts()).overdue(preset(rules), kAsOf, filter);
    }
    /// The list for one entry of one project.
    std::vector<OverdueItem> listOf(const ProjectFact &fact, std::int32_t campaign, Batch batch,
                                    qint64 output = -1, qint64 reported = -1,
                                    const char *rules = "lvliang-2024") {
        FactsBuilder one;
        one.campaign(2023, 1, "2023-02-22");
        one.campaign(2023, 4, "2023-12-01");
        one.campaign(2024, 2, "2024-05-29");
        const auto project = one.project(fact);
        if (reported >= 0)
            one.output(Month(2024, 6), reported);
        one.entry(project, campaign, batch, -1, output);
        return Engine(one.facts()).overdue(preset(rules), kAsOf);
    }
};

TEST_F(Overdue, NotStartedIsTheDenominatorWithoutTheNumerator) {
    EXPECT_EQ(listOf({}, old, Batch::Sign).size(), 1U);
    EXPECT_EQ(listOf({.suspended = day("2024-01-01")}, old, Batch::Sign).size(), 1U)
        << "a suspended one counts too";
    EXPECT_TRUE(listOf({}, recent, Batch::Sign).empty()) << "held less than six months ago";
    EXPECT_TRUE(listOf({.start = day("2024-07-31")}, old, Batch::Sign).empty());
    EXPECT_TRUE(listOf({.produce = day("2024-07-31")}, old, Batch::Sign).empty());
    const auto notDue = listOf({.plannedStart = day("2024-09-30")}, old, Batch::Sign);
    ASSERT_EQ(notDue.size(), 1U) << "listed, but green";
    EXPECT_EQ(notDue.front().light, Light::Green);
    EXPECT_EQ(notDue.front().daysOverdue, -61);
}

TEST_F(Overdue, LightsFollowTheDays) {
    const auto light = [&](const char *planned) {
        const auto items = listOf({.plannedStart = day(planned)}, old, Batch::Sign);
        return std::pair(items.front().daysOverdue, items.front().light);
    };
    EXPECT_EQ(light("2024-07-31"), std::pair(0, Light::Green));
    EXPECT_EQ(light("2024-07-30"), std::pair(1, Light::Yellow));
    EXPECT_EQ(light("2024-05-02"), std::pair(90, Light::Yellow));
    EXPECT_EQ(light("2024-05-01"), std::pair(91, Light::Red));
}

TEST_F(Overdue, DueDates) {
    EXPECT_EQ(listOf({}, old, Batch::Sign).front().due, QDate(2023, 8, 22));
    EXPECT_EQ(listOf({.sign = day("2023-08-31")}, old, Batch::Sign).front().due, QDate(2024, 2, 29));
    EXPECT_EQ(listOf({.plannedProduce = day("2024-07-31")}, old, Batch::Start).front().due,
              QDate(2024, 7, 31));
    EXPECT_EQ(listOf({.start = day("2022-06-30")}, old, Batch::Start).front().due, QDate(2024, 6, 30));
}

TEST_F(Overdue, NotProducedOnlyWhenDue) {
    EXPECT_TRUE(listOf({}, old, Batch::Start).empty()) << "24 months are not over";
    EXPECT_TRUE(listOf({.plannedProduce = day("2024-08-01")}, old, Batch::Start).empty());
    EXPECT_TRUE(listOf({.plannedProduce = day("2024-01-01"), .produce = day("2024-07-31")}, old, Batch::Start)
                    .empty());
    const auto items = listOf({.plannedProduce = day("2024-01-01")}, old, Batch::Start);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.front().kind, OverdueKind::NotProduced);
}

TEST_F(Overdue, NotProducedOverTheSignedAsksForAStart) {
    EXPECT_EQ(listOf({.plannedProduce = day("2024-01-01")}, old, Batch::Sign, -1, -1, "signed-base").size(),
              1U)
        << "only as not started";
    const auto items = listOf({.plannedProduce = day("2024-01-01"), .start = day("2023-05-01")}, old,
                              Batch::Sign, -1, -1, "signed-base");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.front().kind, OverdueKind::NotProduced);
}

TEST_F(Overdue, NotAttainedIsBelowTheDeclaredOutputAndDue) {
    const ProjectFact producing{.produce = day("2023-05-01"), .industrial = true};
    const auto items = listOf(producing, old, Batch::Produce, 100, 99);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items.front().kind, OverdueKind::NotAttained);
    EXPECT_EQ(items.front().due, QDate(2024, 5, 1));
    EXPECT_EQ(listOf(producing, old, Batch::Produce, 100).size(), 1U) << "no report counts as nothing";
    EXPECT_TRUE(listOf(producing, old, Batch::Produce, 100, 100).empty());
    EXPECT_TRUE(listOf(producing, old, Batch::Produce, -1, 5).empty())
        << "without a promise nothing is missed";
    EXPECT_TRUE(listOf({.produce = day("2023-05-01")}, old, Batch::Produce, 100, 5).empty())
        << "not 产业项目";
    ProjectFact later = producing;
    later.produce = day("2023-08-01");
    EXPECT_TRUE(listOf(later, old, Batch::Produce, 100, 5).empty()) << "not due";
    ProjectFact attained = producing;
    attained.attain = day("2024-07-01");
    EXPECT_TRUE(listOf(attained, old, Batch::Produce, 100, 5).empty());
    EXPECT_EQ(
        listOf({.start = day("2023-03-01"), .produce = day("2023-05-01"), .fulfilled = day("2023-02-20")},
               old, Batch::Sign, -1, -1, "henan-chain")
            .front()
            .kind,
        OverdueKind::NotAttained)
        << "by count the date of 达效 decides";
}

TEST_F(Overdue, TerminatedOnesAreDone) {
    EXPECT_EQ(listOf({.terminated = day("2024-01-01")}, old, Batch::Sign).front().light, Light::Done);
}

TEST_F(Overdue, OneItemAProjectAndKindAndRedFirst) {
    const auto twice = ledger.project(ProjectFact{});
    ledger.entry(twice, second, Batch::Sign);
    ledger.entry(twice, old, Batch::Sign);
    ledger.entry(ledger.project({.terminated = day("2023-09-01")}), old, Batch::Sign);
    ledger.entry(ledger.project({.plannedStart = day("2024-08-31")}), old, Batch::Sign);
    ledger.entry(ledger.project({.plannedStart = day("2024-07-01")}), old, Batch::Sign);
    ledger.entry(ledger.project({.plannedStart = day("2023-01-01")}), old, Batch::Sign);
    const auto items = list();
    ASSERT_EQ(items.size(), 5U);
    const std::vector<std::pair<qint64, Light>> expected{
        {5, Light::Red}, {1, Light::Red}, {4, Light::Yellow}, {3, Light::Green}, {2, Light::Done}};
    for (std::size_t i = 0; i < items.size(); ++i)
        EXPECT_EQ(std::pair(items[i].projectId, items[i].light), expected[i]) << i;
    EXPECT_EQ(items[1].due, QDate(2023, 8, 22)) << "of two entries the one due first";
}

TEST_F(Overdue, RespectsTheFilter) {
    ledger.entry(ledger.project({.investment = 5}), old, Batch::Sign);
    ledger.entry(ledger.project({.investment = 50}), old, Batch::Sign);
    ProjectFilter filter;
    filter.minInvestment = Money::fromYuan(50);
    ASSERT_EQ(list("lvliang-2024", filter).size(), 1U);
    EXPECT_EQ(list("lvliang-2024", filter).front().projectId, 2);
}

TEST(OverdueWords, KeysAndTitles) {
    EXPECT_EQ(key(OverdueKind::NotStarted), "not_started");
    EXPECT_EQ(key(OverdueKind::NotProduced), "not_produced");
    EXPECT_EQ(key(OverdueKind::NotAttained), "not_attained");
    EXPECT_EQ(title(OverdueKind::NotStarted), "签约未开工");
    EXPECT_EQ(title(OverdueKind::NotProduced), "开工未投产");
    EXPECT_EQ(title(OverdueKind::NotAttained), "投产未达效");
    EXPECT_EQ(key(Light::Green), "green");
    EXPECT_EQ(key(Light::Done), "done");
    EXPECT_EQ(title(Light::Red), "红灯");
    EXPECT_EQ(title(Light::Yellow), "黄灯");
}

} // namespace
} // namespace yipi::indicators
