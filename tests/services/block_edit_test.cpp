// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/custom_field.h"
#include "services/block_edit.h"
#include "services/temporary_ledger.h"

#include <gtest/gtest.h>

using namespace yipi;
using services::BlockPlan;
using services::CellOutcome;
using services::TypedCell;
using test::insertOf;
using test::TemporaryLedger;

namespace {

class BlockEditTest : public ::testing::Test {
protected:
    int field(const char *key) const {
        return t.ledger->fieldIndex(EntityKind::Project, QString::fromLatin1(key));
    }
    TypedCell cell(qint64 project, const char *key, const QString &text) const {
        return {project, field(key), text};
    }
    BlockPlan plan(std::vector<TypedCell> cells) const {
        services::BlockReading reading;
        reading.year = 2024;
        reading.zone = t.ledger->zones().front().id;
        return services::planBlock(*t.ledger, std::move(cells), reading).value();
    }
    Result<AppliedChangeSet> write(const BlockPlan &block) {
        return t.ledger->apply(services::changesOf(block, QStringLiteral("粘贴"), ChangeSource::Paste));
    }

    TemporaryLedger t;
};

} // namespace

TEST_F(BlockEditTest, TellsWhatChangesStaysFailsAndIsLocked) {
    const BlockPlan block = plan({cell(t.first, "total_investment", QStringLiteral("2亿")),
                                  cell(t.second, "total_investment", QStringLiteral("2.00")),
                                  cell(t.first, "actual_sign", QStringLiteral("3.15")),
                                  cell(t.second, "actual_sign", QStringLiteral("2024.2.30")),
                                  {t.first, -1, QStringLiteral("签约")},
                                  cell(t.first, "uid", QStringLiteral("x")),
                                  cell(999, "name", QStringLiteral("甲"))});
    EXPECT_EQ(block.count(CellOutcome::Changed), 2);
    EXPECT_EQ(block.cells[0].before, QStringLiteral("1.00"));
    EXPECT_EQ(block.cells[0].after, QStringLiteral("2.00"));
    EXPECT_EQ(block.cells[1].outcome, CellOutcome::Unchanged);
    EXPECT_EQ(block.cells[2].after, QStringLiteral("2024-03-15"));
    EXPECT_EQ(block.cells[3].outcome, CellOutcome::Failed);
    EXPECT_FALSE(block.cells[3].reason.isEmpty());
    EXPECT_EQ(block.count(CellOutcome::Locked), 2);
    EXPECT_EQ(block.cells[6].outcome, CellOutcome::Failed) << "no such project";
}

TEST_F(BlockEditTest, GoodCellsAreOneStepAndBadOnesChangeNothing) {
    const auto written = write(plan({cell(t.first, "total_investment", QStringLiteral("2亿")),
                                     cell(t.first, "remarks", QStringLiteral("备")),
                                     cell(t.second, "total_investment", QStringLiteral("abc")),
                                     cell(t.second, "remarks", QStringLiteral("注"))}));
    ASSERT_TRUE(written) << written.error().text().toStdString();
    EXPECT_EQ(written->records.size(), 2U);
    EXPECT_EQ(t.project(t.first).totalInvestment, Money::fromYuan(200'000'000));
    EXPECT_EQ(t.project(t.second).totalInvestment, Money::fromYuan(200'000'000)) << "as it was";
    EXPECT_EQ(t.project(t.second).remarks, QStringLiteral("注"));
    EXPECT_EQ(t.ledger->undoDepth(), 1);
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.project(t.first).totalInvestment, Money::fromYuan(100'000'000));
    EXPECT_TRUE(t.project(t.second).remarks.isEmpty());
}

TEST_F(BlockEditTest, ARoundedFormOfWhatIsStoredIsNoChange) {
    ASSERT_TRUE(write(plan({cell(t.first, "total_investment", QStringLiteral("1.23456亿"))})));
    const BlockPlan block = plan({cell(t.first, "total_investment", QStringLiteral("1.23"))});
    EXPECT_EQ(block.cells[0].outcome, CellOutcome::Unchanged);
    EXPECT_EQ(plan({cell(t.first, "actual_sign", QStringLiteral("—"))}).cells[0].outcome,
              CellOutcome::Unchanged);
    EXPECT_EQ(plan({cell(t.first, "key_project", {})}).cells[0].outcome, CellOutcome::Unchanged);
}

TEST_F(BlockEditTest, RulesFailTheCellTheyName) {
    const BlockPlan block = plan({cell(t.first, "name", {}), cell(t.first, "remarks", QStringLiteral("留"))});
    EXPECT_EQ(block.cells[0].outcome, CellOutcome::Failed);
    EXPECT_FALSE(block.cells[0].reason.isEmpty());
    EXPECT_EQ(block.cells[1].outcome, CellOutcome::Changed);
    EXPECT_TRUE(write(block));
    EXPECT_EQ(t.project(t.first).remarks, QStringLiteral("留"));
}

TEST_F(BlockEditTest, CodesMustDifferInTheBlockAndFromOthers) {
    const QString second = t.project(t.second).code, first = t.project(t.first).code;
    EXPECT_TRUE(plan({cell(t.first, "code", second)}).cells[0].reason.contains(t.project(t.second).name));
    const BlockPlan twice =
        plan({cell(t.first, "code", QStringLiteral("A-1")), cell(t.second, "code", QStringLiteral("A-1"))});
    EXPECT_EQ(twice.count(CellOutcome::Failed), 2);
    const BlockPlan swapped = plan({cell(t.first, "code", second), cell(t.second, "code", first)});
    EXPECT_EQ(swapped.count(CellOutcome::Changed), 2);
    // The second keeps its code because its new cell is bad: so the first can't have it either.
    const BlockPlan chained =
        plan({cell(t.first, "code", second), cell(t.second, "code", QStringLiteral("B")),
              cell(-1, "name", QStringLiteral("丙")), cell(-1, "code", QStringLiteral("B"))});
    EXPECT_EQ(chained.cells[0].outcome, CellOutcome::Failed);
    EXPECT_EQ(chained.cells[1].outcome, CellOutcome::Failed);
}

TEST_F(BlockEditTest, AnUnknownEnterpriseIsAddedOncePerName) {
    const auto written = write(plan({cell(t.first, "investor", QStringLiteral("晋西公司")),
                                     cell(t.second, "investor", QStringLiteral(" 晋西公司 "))}));
    ASSERT_TRUE(written) << written.error().text().toStdString();
    EXPECT_EQ(t.ledger->allRecords(EntityKind::Enterprise)->size(), 1U);
    EXPECT_EQ(t.project(t.first).investor, t.project(t.second).investor);
    EXPECT_EQ(t.ledger->enterpriseName(t.project(t.first).investor.id), QStringLiteral("晋西公司"));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_TRUE(t.ledger->allRecords(EntityKind::Enterprise)->empty());
}

TEST_F(BlockEditTest, RowsBelowTheLastBecomeProjects) {
    const BlockPlan block =
        plan({cell(-1, "name", QStringLiteral("新一")), cell(-1, "total_investment", QStringLiteral("x")),
              cell(-2, "remarks", QStringLiteral("没有名称")), cell(-3, "name", QStringLiteral("新三")),
              cell(-3, "total_investment", QStringLiteral("3"))});
    EXPECT_EQ(block.cells[2].outcome, CellOutcome::Failed) << "a project needs a name";
    const auto written = write(block);
    ASSERT_TRUE(written) << written.error().text().toStdString();
    const auto added = services::addedProjects(block, *written);
    ASSERT_EQ(added.size(), 2U);
    EXPECT_EQ(t.project(added.at(-1)).name, QStringLiteral("新一"));
    EXPECT_FALSE(t.project(added.at(-1)).totalInvestment);
    EXPECT_EQ(t.project(added.at(-3)).totalInvestment, Money::fromYuan(300'000'000));
    EXPECT_EQ(t.project(added.at(-3)).zone.id, t.ledger->zones().front().id);
}

TEST_F(BlockEditTest, CustomFieldsAreFieldsLikeOthers) {
    CustomField custom;
    custom.key = QStringLiteral("custom_1");
    custom.title = QStringLiteral("专项债");
    custom.type = CustomType::Money;
    ChangeSet set;
    set.changes = {insertOf(custom)};
    ASSERT_TRUE(t.ledger->apply(set));
    const BlockPlan block = plan(
        {cell(t.first, "custom_1", QStringLiteral("1.5")), cell(t.second, "custom_1", QStringLiteral("好")),
         cell(-1, "name", QStringLiteral("新")), cell(-1, "custom_1", QStringLiteral("200万"))});
    EXPECT_EQ(block.cells[1].outcome, CellOutcome::Failed);
    const auto written = write(block);
    ASSERT_TRUE(written) << written.error().text().toStdString();
    const auto at = std::size_t(field("custom_1"));
    EXPECT_EQ(t.ledger->record(EntityKind::Project, t.first)->values[at], Value(qint64(150'000'000)));
    const qint64 added = services::addedProjects(block, *written).at(-1);
    EXPECT_EQ(t.ledger->record(EntityKind::Project, added)->values[at], Value(qint64(2'000'000)));
}

TEST_F(BlockEditTest, SomebodyElsesChangeSinceThePlanIsAConflictAndNothingIsWritten) {
    const BlockPlan block = plan(
        {cell(t.first, "remarks", QStringLiteral("一")), cell(t.second, "remarks", QStringLiteral("二"))});
    ASSERT_TRUE(t.ledger->edit(EntityKind::Project, t.second, t.project(t.second).version,
                               QStringLiteral("remarks"), QStringLiteral("别人")));
    const auto written = write(block);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(t.project(t.first).remarks.isEmpty());
}

TEST_F(BlockEditTest, AReadOnlyLedgerLocksEverything) {
    const QString path = t.path();
    t.ledger.reset();
    t.ledger =
        std::move(services::LedgerService::open(path, services::Access::ReadOnly, QStringLiteral("测试")))
            .value();
    const BlockPlan block = plan({cell(t.first, "remarks", QStringLiteral("一"))});
    EXPECT_EQ(block.count(CellOutcome::Locked), 1);
    EXPECT_TRUE(services::changesOf(block, QStringLiteral("粘贴"), ChangeSource::Paste).changes.empty());
}
