// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/target.h"
#include "services/facts_loader.h"
#include "services/facts_patch.h"
#include "services/facts_testing.h"
#include "services/random_edits.h"
#include "services/temporary_ledger.h"

using namespace yipi;
using services::LedgerService;
using test::TemporaryLedger;

namespace {

/// The facts of the ledger's file as a program that starts now would load them.
indicators::Facts loadedAnew(const QString &path) {
    return LedgerService::open(path, services::Access::ReadOnly, {}).value()->facts();
}

} // namespace

TEST(FactsPatch, HoldsWhatReportsMilestonesAndTargetsSay) {
    TemporaryLedger t;
    MonthlyProgress report;
    report.project = {t.second};
    report.month = Month(2024, 7);
    report.annualPlan = Money::fromYuan(60'000'000);
    report.yearInvestment = Money::fromYuan(35'000'000);
    report.fundsInPlace = Money::fromYuan(9'000'000);
    Milestone permit;
    permit.project = {t.first};
    permit.kind = MilestoneKind::Permit;
    permit.planned = QDate(2024, 6, 1);
    Target target;
    target.zone = {t.ledger->zones().front().id};
    target.year = 2024;
    target.indicator = TargetIndicator::SignInvestment;
    target.targetAmount = Money::fromYuan(5'000'000'000);
    ChangeSet set;
    set.title = QStringLiteral("新增");
    set.changes = {test::insertOf(report), test::insertOf(permit), test::insertOf(target)};
    ASSERT_TRUE(t.ledger->apply(set));
    const auto &facts = t.ledger->facts();
    ASSERT_EQ(facts.plans.size(), 1U);
    EXPECT_EQ(facts.plans[0], (indicators::PlanFact{Month(2024, 7).index(), 60'000'000, 35'000'000}));
    ASSERT_EQ(facts.funds.size(), 1U);
    EXPECT_EQ(facts.funds[0], (indicators::FundsFact{Month(2024, 7).index(), 9'000'000}));
    EXPECT_TRUE(facts.outputs.empty());
    EXPECT_EQ(facts.projects[0].planEnd, 0U);
    EXPECT_EQ(facts.projects[1].planEnd - facts.projects[1].planBegin, 1U);
    ASSERT_EQ(facts.milestones.size(), 1U);
    EXPECT_EQ(facts.milestones[0].planned, indicators::dayOf(QDate(2024, 6, 1)));
    ASSERT_EQ(facts.targets.size(), 1U);
    EXPECT_EQ(facts.targets[0].value, 5'000'000'000);
    EXPECT_EQ(facts.targets[0].paceTenths[6], 583);
    test::expectSameFacts(facts, loadedAnew(t.path()), "one set");
}

TEST(FactsPatch, ATargetThatCannotBeIsRefused) {
    TemporaryLedger t;
    Target target;
    target.zone = {t.ledger->zones().front().id};
    target.year = 2024;
    target.targetCount = 3;
    target.curve = QStringLiteral("10,20");
    ChangeSet set;
    set.changes = {test::insertOf(target)};
    const auto refused = t.ledger->apply(set);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(refused.error().place.field, QStringLiteral("curve"));
    EXPECT_TRUE(t.ledger->facts().targets.empty());
}

TEST(FactsPatch, PatchedFactsEqualFactsLoadedAnew) {
    const unsigned seed = test::fromEnvironment("YIPI_SEED", 1);
    const unsigned steps = test::fromEnvironment("YIPI_STEPS", 250);
    TemporaryLedger t;
    test::RandomEdits edits(*t.ledger, seed);
    // Beside the ledger's own, so that a new load behind a patch that failed can't hide it.
    const auto store = storage::openLedger(t.path(), storage::OpenMode::ReadOnly).value();
    indicators::Facts patched = t.ledger->facts();
    QObject::connect(t.ledger.get(), &LedgerService::ledgerChanged, [&](const AppliedChangeSet &applied) {
        const auto names = services::readEnterpriseNames(*store).value();
        const auto done = services::patchFacts(patched, applied, *store, names);
        EXPECT_TRUE(done && *done);
    });
    unsigned written = 0;
    for (unsigned i = 0; i < steps && !testing::Test::HasFailure(); ++i) {
        const QString what = edits.step();
        written += !what.endsWith(QStringLiteral("refused"));
        const QString why = QStringLiteral("seed %1, step %2: %3").arg(seed).arg(i).arg(what);
        const auto fresh = loadedAnew(t.path());
        test::expectSameFacts(patched, fresh, qPrintable(why));
        test::expectSameFacts(t.ledger->facts(), fresh, qPrintable(why));
    }
    EXPECT_GT(written, steps / 2) << "most of what is drawn must be possible";
    EXPECT_TRUE(std::ranges::all_of(t.ledger->verify().value(), [](const auto &c) { return c.ok; }));
}
