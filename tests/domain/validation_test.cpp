// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/change_set.h"
#include "domain/life_cycle.h"
#include "domain/validation.h"

using namespace yipi;

namespace {

Project soundProject() {
    Project p;
    p.name = QStringLiteral("高纯氧化铝微粉");
    p.zone = {1};
    p.totalInvestment = Money::fromYuan(174'000'000);
    p.actualSign = QDate(2023, 2, 22);
    p.actualStart = QDate(2023, 6, 18);
    return p;
}

QStringList rules(const QList<Issue> &issues) {
    QStringList list;
    for (const auto &issue : issues)
        list << issue.rule;
    return list;
}

} // namespace

TEST(Validation, AcceptsASoundProject) {
    EXPECT_TRUE(validate(soundProject(), QDate(2024, 7, 31)).isEmpty());
}

TEST(Validation, BlocksWhatIsMissingOrNegative) {
    Project p = soundProject();
    p.name = QStringLiteral("  ");
    p.zone = {};
    p.totalInvestment = Money::fromYuan(-1);
    const auto issues = validate(p, QDate(2024, 7, 31));
    EXPECT_EQ(rules(issues), (QStringList{"missing_name", "missing_zone", "negative_money"}));
    for (const auto &issue : issues)
        EXPECT_EQ(issue.severity, Severity::Error);
}

TEST(Validation, AsksAboutDoubtfulDates) {
    Project p = soundProject();
    p.actualStart = QDate(2023, 1, 1);
    p.actualProduce = QDate(2022, 1, 1);
    EXPECT_EQ(rules(validate(p, QDate(2024, 7, 31))),
              (QStringList{"start_before_sign", "produce_before_start"}));
    p = soundProject();
    p.actualStart = {};
    p.actualProduce = QDate(2024, 8, 1);
    EXPECT_EQ(rules(validate(p, QDate(2024, 7, 31))),
              (QStringList{"produce_without_start", "event_in_future"}));
}

TEST(Validation, ChecksAMonthAgainstTheMonthBefore) {
    MonthlyProgress before;
    before.cumulativeInvestment = Money::fromYuan(132'000'000);
    before.progress = QStringLiteral("厂房主体完工");
    MonthlyProgress now;
    now.investment = Money::fromYuan(50'000'000);
    now.cumulativeInvestment = Money::fromYuan(182'000'001);
    now.annualOutput = Money::fromYuan(1);
    now.progress = before.progress;
    EXPECT_EQ(rules(validate(now, soundProject(), &before)),
              (QStringList{"cumulative_over_total", "cumulative_mismatch", "output_without_production",
                           "text_unchanged"}));
    now.cumulativeInvestment = Money::fromYuan(131'000'000);
    EXPECT_TRUE(rules(validate(now, soundProject(), &before)).contains(QStringLiteral("cumulative_falls")));
}

TEST(Validation, ComparesReservationFulfilmentAndRemoval) {
    Project p = soundProject();
    p.reservedOn = QDate(2023, 2, 23);
    p.fulfilledOn = QDate(2023, 2, 21);
    p.removalApprovedOn = QDate(2024, 6, 1);
    EXPECT_EQ(rules(validate(p, QDate(2024, 7, 31))),
              (QStringList{"sign_before_reserve", "fulfil_before_sign", "removal_without_termination"}));
    p.reservedOn = p.fulfilledOn = p.actualSign;
    p.terminatedOn = QDate(2024, 5, 1);
    EXPECT_TRUE(validate(p, QDate(2024, 7, 31)).isEmpty());
    p.reservedOn = p.fulfilledOn = QDate(2024, 8, 1);
    EXPECT_EQ(rules(validate(p, QDate(2024, 7, 31))),
              (QStringList{"sign_before_reserve", "event_in_future", "event_in_future"}));
}

TEST(Validation, ComparesTheYearAndTheFundsWithTheMonthBefore) {
    MonthlyProgress before;
    before.month = Month(2024, 6);
    before.yearInvestment = Money::fromYuan(30'000'000);
    before.fundsInPlace = Money::fromYuan(50'000'000);
    MonthlyProgress now;
    now.month = Month(2024, 7);
    now.investment = Money::fromYuan(5'000'000);
    now.yearInvestment = Money::fromYuan(35'000'000);
    now.cumulativeInvestment = Money::fromYuan(90'000'000);
    now.annualPlan = Money::fromYuan(60'000'000);
    now.fundsInPlace = before.fundsInPlace;
    EXPECT_TRUE(validate(now, soundProject(), &before).isEmpty());

    now.yearInvestment = Money::fromYuan(36'000'000);
    EXPECT_EQ(rules(validate(now, soundProject(), &before)), QStringList{"year_mismatch"});
    now.yearInvestment = Money::fromYuan(29'000'000);
    EXPECT_EQ(rules(validate(now, soundProject(), &before)), QStringList{"year_falls"});
    before.month = Month(2023, 12); // a new year begins at 0
    EXPECT_TRUE(validate(now, soundProject(), &before).isEmpty());
    now.yearInvestment = Money::fromYuan(90'000'001);
    EXPECT_EQ(rules(validate(now, soundProject(), nullptr)), QStringList{"year_over_cumulative"});
    now.yearInvestment.reset();
    EXPECT_EQ(rules(validate(now, soundProject(), nullptr)), QStringList{"plan_without_year"});
    now.annualPlan.reset();
    now.fundsInPlace = Money::fromYuan(49'999'999);
    EXPECT_EQ(rules(validate(now, soundProject(), &before)), QStringList{"funds_fall"});
    now.fundsInPlace = Money::fromYuan(174'000'001);
    EXPECT_EQ(rules(validate(now, soundProject(), nullptr)), QStringList{"funds_over_total"});
}

TEST(Validation, ATargetNamesItsYearAndTheFigureOfItsKind) {
    Target target;
    target.zone = {1};
    target.year = 2024;
    target.targetCount = 12;
    EXPECT_TRUE(validate(target).isEmpty());
    target.indicator = TargetIndicator::SignInvestment;
    EXPECT_EQ(rules(validate(target)), (QStringList{"missing_target", "wrong_target"}));
    target.targetCount.reset();
    target.targetAmount = Money::fromYuan(-1);
    target.year = 24;
    target.curve = QStringLiteral("50,100");
    EXPECT_EQ(rules(validate(target)), (QStringList{"negative_money", "bad_year", "bad_curve"}));
}

TEST(LifeCycle, FollowsTheDatedEvents) {
    Project p = soundProject();
    EXPECT_EQ(stageOf(p, QDate(2023, 2, 21)), Stage::Reserved);
    EXPECT_EQ(stageOf(p, QDate(2023, 2, 22)), Stage::Signed);
    EXPECT_EQ(stageOf(p, QDate(2023, 6, 18)), Stage::Started);
    p.actualProduce = QDate(2024, 1, 1);
    EXPECT_EQ(stageOf(p, QDate(2024, 7, 31)), Stage::Producing);
    p.actualAttain = QDate(2024, 2, 1);
    EXPECT_EQ(stageOf(p, QDate(2024, 7, 31)), Stage::Attained);
    p.suspendedOn = QDate(2024, 3, 1);
    EXPECT_EQ(stageOf(p, QDate(2024, 7, 31)), Stage::Suspended);
    p.terminatedOn = QDate(2024, 4, 1);
    EXPECT_EQ(stageOf(p, QDate(2024, 7, 31)), Stage::Terminated);
}

TEST(ChangeSet, InverseTakesEverythingBack) {
    AppliedChangeSet applied;
    applied.records.push_back(
        {RecordChange::Kind::Insert, EntityKind::Zone, 5, 1, {{0, {}, QStringLiteral("A")}}});
    applied.records.push_back(
        {RecordChange::Kind::Update, EntityKind::Project, 9, 4, {{2, qint64(1), qint64(2)}}});
    applied.records.push_back(
        {RecordChange::Kind::Delete, EntityKind::Project, 8, 3, {{0, QStringLiteral("u"), {}}, {1, {}, {}}}});
    const ChangeSet set = inverse(applied);
    ASSERT_EQ(set.changes.size(), 3U);
    EXPECT_EQ(set.changes[0].kind, RecordChange::Kind::Insert);
    EXPECT_EQ(set.changes[0].id, 8);
    EXPECT_EQ(set.changes[0].values.size(), 1U);
    EXPECT_EQ(set.changes[1].kind, RecordChange::Kind::Update);
    EXPECT_EQ(set.changes[1].baseVersion, 4);
    EXPECT_EQ(set.changes[1].values[0].second, Value(qint64(1)));
    EXPECT_EQ(set.changes[2].kind, RecordChange::Kind::Delete);
    EXPECT_EQ(set.changes[2].id, 5);
}
