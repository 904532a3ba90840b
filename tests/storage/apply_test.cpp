// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

namespace yipi::storage::test {

class ApplyTest : public LedgerTest {
protected:
    /// The set fails with the code, its message holds the words, and nothing has changed.
    void expectRefused(const ChangeSet &set, ErrorCode code, const QStringList &words,
                       const char *field = "") {
        const QString head = store->journalHead();
        const auto result = store->apply(set);
        ASSERT_FALSE(result);
        EXPECT_EQ(key(result.error().code), key(code)) << result.error().text().toStdString();
        for (const QString &word : words)
            EXPECT_TRUE(result.error().message.contains(word)) << result.error().message.toStdString();
        EXPECT_EQ(result.error().place.field, QString::fromLatin1(field));
        EXPECT_EQ(store->journalHead(), head);
        EXPECT_TRUE(isSound(*store));
    }
};

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
    EXPECT_EQ(history[0].operation, QStringLiteral("insert"));
    EXPECT_EQ(history[1].operation, QStringLiteral("update"));
    EXPECT_EQ(history[1].field, QStringLiteral("total_investment"));
    EXPECT_EQ(history[1].before, QStringLiteral("1000000"));
    EXPECT_EQ(history[1].after, QStringLiteral("2000000"));
    EXPECT_EQ(history[1].user, QStringLiteral("张三"));
    EXPECT_EQ(history[1].version, 2);
}

TEST_F(ApplyTest, ChangesThatAlterNothingLeaveNoTrace) {
    fill(1);
    const QString head = store->journalHead();
    const auto applied =
        valueOf(store->apply(setOf({updated<Project>(1, 1, "total_investment", qint64(1'000'000)),
                                    updated<Project>(1, 1, "code", QString())})));
    EXPECT_EQ(applied.setId, 0);
    ASSERT_EQ(applied.records.size(), 2u);
    EXPECT_EQ(applied.records[0].version, 1);
    EXPECT_EQ(store->journalHead(), head);
    EXPECT_EQ(valueOf(store->apply(setOf({}))).setId, 0);
}

TEST_F(ApplyTest, AnotherVersionIsAConflictThatNamesTheRecord) {
    fill(1);
    expectRefused(setOf({updated<Project>(1, 2, "code", QStringLiteral("A"))}), ErrorCode::Conflict,
                  {QStringLiteral("年产u1万吨项目")});
    expectRefused(setOf({removed<Project>(1, 7)}), ErrorCode::Conflict, {QStringLiteral("年产u1万吨项目")});
    expectRefused(setOf({updated<Project>(99, 1, "code", QStringLiteral("A"))}), ErrorCode::Conflict,
                  {QStringLiteral("项目"), QStringLiteral("99")});
}

TEST_F(ApplyTest, ASetIsWrittenAsAWholeOrNotAtAll) {
    fill(1);
    expectRefused(
        setOf({updated<Project>(1, 1, "code", QStringLiteral("A")), inserted(zoneNamed(QStringLiteral("Z2"))),
               inserted(zoneNamed(QStringLiteral("Z1")))}),
        ErrorCode::Refused, {QStringLiteral("开发区"), QStringLiteral("编号"), QStringLiteral("重复")},
        "code");
    EXPECT_EQ(valueOf(store->count(EntityKind::Zone)), 1);
    EXPECT_EQ(valueOf(store->read(EntityKind::Project, 1)).version, 1);
}

TEST_F(ApplyTest, ADuplicateKeyNamesEntityFieldAndHolder) {
    fill(2);
    expectRefused(setOf({inserted(projectNamed(QStringLiteral("u2"), 1))}), ErrorCode::Refused,
                  {QStringLiteral("项目"), QStringLiteral("标识"), QStringLiteral("编号 2")}, "uid");
    expectRefused(setOf({updated<Project>(1, 1, "uid", QStringLiteral("u2"))}), ErrorCode::Refused,
                  {QStringLiteral("标识")}, "uid");
    MonthlyProgress report;
    report.project = {1};
    report.month = Month(2024, 7);
    valueOf(store->apply(setOf({inserted(report)})));
    expectRefused(setOf({inserted(report)}), ErrorCode::Refused,
                  {QStringLiteral("月度进展"), QStringLiteral("“项目”、“月份”")}, "project");
}

TEST_F(ApplyTest, ReferencesMustExist) {
    expectRefused(setOf({inserted(projectNamed(QStringLiteral("u1"), 5))}), ErrorCode::Refused,
                  {QStringLiteral("“开发区”"), QStringLiteral("5")}, "zone");
    fill(1);
    expectRefused(setOf({updated<Project>(1, 1, "investor", qint64(3))}), ErrorCode::Refused,
                  {QStringLiteral("“投资方”"), QStringLiteral("企业")}, "investor");
}

TEST_F(ApplyTest, ReferencedRecordsStay) {
    fill(1);
    expectRefused(
        setOf({removed<Zone>(1, 1)}), ErrorCode::Refused,
        {QStringLiteral("Z1经济技术开发区"), QStringLiteral("年产u1万吨项目"), QStringLiteral("不能删除")},
        "zone");
    EXPECT_TRUE(store->apply(setOf({removed<Project>(1, 1), removed<Zone>(1, 1)})));
}

TEST_F(ApplyTest, TemporaryIdsResolveWithinTheirSetOnly) {
    expectRefused(setOf({inserted(projectNamed(QStringLiteral("u1"), -3))}), ErrorCode::Refused,
                  {QStringLiteral("开发区"), QStringLiteral("-3")});
    expectRefused(
        setOf({inserted(zoneNamed(QStringLiteral("Z1")), -1), inserted(zoneNamed(QStringLiteral("Z2")), -1)}),
        ErrorCode::Refused, {QStringLiteral("-1")});
    const auto applied = valueOf(
        store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z1")), -1),
                            updated<Zone>(-1, 1, "city", QStringLiteral("吕梁市")),
                            inserted(projectNamed(QStringLiteral("u1"), -1), -1), removed<Project>(-1, 1)})));
    EXPECT_EQ(fromRecord<Zone>(valueOf(store->read(EntityKind::Zone, 1))).city, QStringLiteral("吕梁市"));
    EXPECT_EQ(valueOf(store->count(EntityKind::Project)), 0);
    EXPECT_EQ(valueOf(store->readSet(applied.setId)).records.size(), 4u);
    EXPECT_TRUE(isSound(*store));
}

TEST_F(ApplyTest, IdsAreNeverGivenTwice) {
    fill(2);
    valueOf(store->apply(setOf({removed<Project>(2, 1)})));
    EXPECT_EQ(valueOf(store->apply(setOf({inserted(projectNamed(QStringLiteral("u9"), 1))}))).records[0].id,
              3);
    expectRefused(setOf({inserted(projectNamed(QStringLiteral("u8"), 1), 3)}), ErrorCode::Refused,
                  {QStringLiteral("编号 3")});
}

TEST_F(ApplyTest, ValuesMustFitTheirField) {
    fill(1);
    expectRefused(setOf({updated<Project>(1, 1, "total_investment", QStringLiteral("很多"))}),
                  ErrorCode::InvalidValue, {QStringLiteral("总投资")}, "total_investment");
    expectRefused(setOf({updated<Project>(1, 1, "name", qint64(5))}), ErrorCode::InvalidValue,
                  {QStringLiteral("项目名称")}, "name");
    expectRefused(setOf({updated<Project>(1, 1, "uid", Value())}), ErrorCode::Refused,
                  {QStringLiteral("标识")}, "uid");
}

TEST_F(ApplyTest, CancellingRollsBack) {
    std::vector<RecordChange> changes{inserted(zoneNamed(QStringLiteral("Z1")), -1)};
    for (int i = 0; i < 1200; ++i)
        changes.push_back(inserted(projectNamed(QString::number(i), -1)));
    std::vector<int> reports;
    const auto cancelled = store->apply(setOf(changes), [&](int permille) {
        reports.push_back(permille);
        return reports.size() < 3;
    });
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, (std::vector{0, 416, 832}));
    EXPECT_EQ(valueOf(store->count(EntityKind::Zone)), 0);
    EXPECT_EQ(store->journalSequence(), 0);
    EXPECT_EQ(valueOf(store->apply(setOf(changes), [](int) { return true; })).records.size(), 1201u);
    EXPECT_TRUE(isSound(*store));
}

TEST_F(ApplyTest, AReadOnlyLedgerRefusesToWrite) {
    store.reset();
    const auto reader = opened(OpenMode::ReadOnly);
    EXPECT_TRUE(reader->info().readOnly);
    const auto result = reader->apply(setOf({inserted(zoneNamed(QStringLiteral("Z1")))}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotAllowed);
    EXPECT_EQ(reader->setSetting(QStringLiteral("city"), QStringLiteral("x")).error().code,
              ErrorCode::NotAllowed);
}

} // namespace yipi::storage::test
