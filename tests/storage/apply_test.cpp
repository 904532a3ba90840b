// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

namespace yipi::storage::test {

using ApplyTest = LedgerTest;

TEST_F(ApplyTest, WritesAndReadsRecordsOfAllTypes) {
    Project project = projectNamed(QStringLiteral("u1"), -7);
    project.jobs = 120;
    project.landMu = Quantity{157870};
    project.industrial = true;
    project.keyProject = false;
    project.remarks = QStringLiteral("第一行\n第二行 \"引号\" \\ 😀");
    const auto applied =
        valueOf(store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z1")), -7), inserted(project)})));

    ASSERT_EQ(applied.records.size(), 2u);
    EXPECT_EQ(applied.setId, 1);
    EXPECT_EQ(applied.records[1].id, 1);
    EXPECT_EQ(applied.records[1].version, 1);
    project.id = 1;
    project.version = 1;
    project.zone = {1};
    EXPECT_EQ(valueOf(store->read(EntityKind::Project, 1)), toRecord(project));
    EXPECT_EQ(valueOf(store->count(EntityKind::Project)), 1);
    EXPECT_TRUE(isSound(*store));

    store.reset();
    EXPECT_EQ(valueOf(opened()->read(EntityKind::Project, 1)), toRecord(project));
}

TEST_F(ApplyTest, UpdateCountsTheVersionUpAndTellsOldAndNew) {
    fill(1);
    const auto applied =
        valueOf(store->apply(setOf({updated<Project>(1, 1, "total_investment", qint64(2'000'000))})));
    ASSERT_EQ(applied.records.size(), 1u);
    EXPECT_EQ(applied.records[0].version, 2);
    ASSERT_EQ(applied.records[0].fields.size(), 1u);
    EXPECT_EQ(applied.records[0].fields[0].before, Value(qint64(1'000'000)));
    EXPECT_EQ(applied.records[0].fields[0].after, Value(qint64(2'000'000)));
    const auto history = valueOf(store->history(EntityKind::Project, 1));
    ASSERT_EQ(history.size(), 2);
    EXPECT_EQ(history[1].field, QStringLiteral("total_investment"));
    EXPECT_EQ(history[1].before, QStringLiteral("1000000"));
    EXPECT_EQ(history[1].after, QStringLiteral("2000000"));
    EXPECT_EQ(history[1].user, QStringLiteral("张三"));
    EXPECT_TRUE(isSound(*store));
}

} // namespace yipi::storage::test
