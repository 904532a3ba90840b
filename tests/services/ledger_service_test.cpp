// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/monthly_progress.h"
#include "services/figure_service.h"
#include "services/temporary_ledger.h"

#include <QFile>
#include <QSignalSpy>

using namespace yipi;
using services::Access;
using services::LedgerService;
using test::TemporaryLedger;

namespace {

Result<AppliedChangeSet> editField(TemporaryLedger &t, qint64 id, const char *field, const QString &text) {
    const int version = t.project(id).version;
    return t.ledger->edit(EntityKind::Project, id, version, QString::fromLatin1(field), text);
}

} // namespace

TEST(LedgerService, EditsThroughTheChangePath) {
    TemporaryLedger t;
    QSignalSpy changed(t.ledger.get(), &LedgerService::ledgerChanged);
    ASSERT_TRUE(editField(t, t.first, "total_investment", QStringLiteral("1.2亿")));
    EXPECT_EQ(t.project(t.first).totalInvestment, Money::fromYuan(120'000'000));
    EXPECT_EQ(changed.size(), 1);
    const auto lines = t.ledger->history(EntityKind::Project, t.first).value();
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines.back().field, QStringLiteral("总投资"));
    EXPECT_EQ(lines.back().before, QStringLiteral("10000.00"));
    EXPECT_EQ(lines.back().after, QStringLiteral("12000.00"));
    EXPECT_EQ(t.ledger->facts().projects[0].investment, 120'000'000);
}

TEST(LedgerService, CreatesAnEnterpriseThatIsTypedIn) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "investor", QStringLiteral("晶澈新材料（演示）有限公司")));
    EXPECT_EQ(t.ledger->enterpriseName(t.project(t.first).investor.id),
              QStringLiteral("晶澈新材料（演示）有限公司"));
    ProjectFilter filter;
    filter.text = QStringLiteral("晶澈");
    EXPECT_EQ(t.ledger->projectIds(filter, {}).value(), std::vector<qint64>{t.first});
    ASSERT_TRUE(editField(t, t.second, "investor", QStringLiteral("晶澈新材料(演示)有限公司")));
    EXPECT_EQ(t.project(t.second).investor.id, t.project(t.first).investor.id) << "brackets are folded";
}

TEST(LedgerService, RefusesWhatCannotBeReadAndSaysWhy) {
    TemporaryLedger t;
    const auto bad = editField(t, t.first, "planned_start", QStringLiteral("2024年13月"));
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(bad.error().place.field, QStringLiteral("planned_start"));
    EXPECT_TRUE(bad.error().message.contains(QStringLiteral("2024年13月")));
    EXPECT_EQ(editField(t, t.first, "zone", QStringLiteral("不存在")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(editField(t, t.first, "name", QStringLiteral("  ")).error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(editField(t, t.first, "no_such", QStringLiteral("1")).error().code, ErrorCode::Usage);
    EXPECT_EQ(t.project(t.first).version, 1);
}

TEST(LedgerService, RefusesMarksTakenCodesAndNegativeFigures) {
    TemporaryLedger t;
    const auto refused = [&](const char *field, const QString &text) {
        const auto result = editField(t, t.first, field, text);
        return result ? QStringLiteral("written") : result.error().message;
    };
    EXPECT_TRUE(refused("uid", QStringLiteral("x")).contains(QStringLiteral("不能修改")));
    EXPECT_TRUE(refused("code", QStringLiteral("2303-XY-02")).contains(QStringLiteral("焦炉煤气制 LNG")));
    EXPECT_NE(refused("jobs", QStringLiteral("-5")), QStringLiteral("written"));
    EXPECT_NE(refused("land_mu", QStringLiteral("-5")), QStringLiteral("written"));
    EXPECT_NE(refused("total_investment", QStringLiteral("-5")), QStringLiteral("written"));
    EXPECT_EQ(t.project(t.first).code, QStringLiteral("2303-XY-01"));

    // Two projects may exchange their codes in one step, but not share one.
    const int code = entityInfo(EntityKind::Project).indexOf(QStringLiteral("code"));
    const auto update = [&](qint64 id, const char *value) {
        return RecordChange{RecordChange::Kind::Update,
                            EntityKind::Project,
                            id,
                            t.project(id).version,
                            {{code, Value(QString::fromLatin1(value))}}};
    };
    ChangeSet shared;
    shared.changes = {update(t.first, "N"), update(t.second, "N")};
    EXPECT_FALSE(t.ledger->apply(shared));
    ChangeSet exchanged;
    exchanged.changes = {update(t.first, "2303-XY-02"), update(t.second, "2303-XY-01")};
    EXPECT_TRUE(t.ledger->apply(exchanged));
    EXPECT_TRUE(t.ledger->undo());
}

TEST(LedgerService, AnOutdatedVersionIsAConflict) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("改名")));
    const auto late =
        t.ledger->edit(EntityKind::Project, t.first, 1, QStringLiteral("name"), QStringLiteral("又改"));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::Conflict);
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("改名"));
}

TEST(LedgerService, UndoAndRedoGoThroughTheSamePathAndSurviveARestart) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("第二个名字")));
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("第三个名字")));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("第二个名字"));
    ASSERT_TRUE(t.ledger->redo());
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("第三个名字"));
    ASSERT_TRUE(t.ledger->undo());
    t.ledger.reset();
    t.ledger = LedgerService::open(t.path(), Access::ReadWrite, QStringLiteral("测试")).value();
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("第二个名字"));
    ASSERT_TRUE(t.ledger->redo()); // what was undone before the restart
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("第三个名字"));
    EXPECT_FALSE(t.ledger->canRedo());
    ASSERT_TRUE(t.ledger->undo());
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("高纯氧化铝微粉"));
    EXPECT_FALSE(t.ledger->canUndo());
    EXPECT_EQ(t.ledger->undo().error().code, ErrorCode::Refused);
    EXPECT_TRUE(std::ranges::all_of(t.ledger->verify().value(), [](const auto &c) { return c.ok; }));
}

TEST(LedgerService, UndoIsRefusedOnlyWhereTheSameFieldWasChangedSince) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("改名")));
    ASSERT_TRUE(editField(t, t.first, "remarks", QStringLiteral("备注")));
    const auto sets = t.ledger->undoDepth();
    // Somebody else's program changes another field, then the same one.
    t.ledger.reset();
    t.ledger = LedgerService::open(t.path(), Access::ReadWrite, QStringLiteral("测试")).value();
    EXPECT_EQ(t.ledger->undoDepth(), sets);
    ChangeSet other;
    other.title = QStringLiteral("生成");
    other.source = ChangeSource::Generator; // not a step of the undo list
    const auto &info = entityInfo(EntityKind::Project);
    const auto record = t.ledger->record(EntityKind::Project, t.first).value();
    other.changes = {{RecordChange::Kind::Update,
                      EntityKind::Project,
                      t.first,
                      record.version,
                      {{info.indexOf(QStringLiteral("code")), Value(QStringLiteral("X-9"))}}}};
    ASSERT_TRUE(t.ledger->apply(other));
    t.ledger.reset();
    t.ledger = LedgerService::open(t.path(), Access::ReadWrite, QStringLiteral("测试")).value();
    ASSERT_TRUE(t.ledger->undo()) << "remarks still hold what was written";
    EXPECT_EQ(t.project(t.first).code, QStringLiteral("X-9"));
    other.changes[0].baseVersion += 2;
    other.changes[0].values = {{info.indexOf(QStringLiteral("name")), Value(QStringLiteral("别人改的"))}};
    ASSERT_TRUE(t.ledger->apply(other));
    t.ledger.reset();
    t.ledger = LedgerService::open(t.path(), Access::ReadWrite, QStringLiteral("测试")).value();
    const auto refused = t.ledger->undo();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("项目名称")));
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("别人改的"));
}

TEST(LedgerService, AnOldReportDoesNotHideLaterEvents) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "actual_start", QStringLiteral("2024-07-01")));
    MonthlyProgress report;
    report.project = {t.first};
    report.month = Month(2024, 2);
    report.annualOutput = Money::fromYuan(1'000'000);
    ChangeSet set;
    set.title = QStringLiteral("月报");
    set.changes = {test::insertOf(report)};
    ASSERT_TRUE(t.ledger->apply(set));
    EXPECT_EQ(services::FigureService(*t.ledger).defaultMonth(), Month(2024, 7));
    ASSERT_TRUE(editField(t, t.first, "actual_start", QStringLiteral("2024-03-01")));
    EXPECT_EQ(services::FigureService(*t.ledger).defaultMonth(), Month(2024, 2));
}

TEST(LedgerService, FiltersAndOrders) {
    TemporaryLedger t;
    EXPECT_EQ(
        t.ledger->projectIds({}, {}, {{QStringLiteral("total_investment"), Qt::DescendingOrder}}).value(),
        (std::vector<qint64>{t.second, t.first}));
    EXPECT_EQ(t.ledger->projectIds({}, {}).value(), (std::vector<qint64>{t.first, t.second}));
    ProjectFilter filter;
    filter.minInvestment = Money::fromYuan(150'000'000);
    EXPECT_EQ(t.ledger->projectIds(filter, {}).value(), std::vector<qint64>{t.second});
    filter = {};
    filter.text = QStringLiteral("lng");
    EXPECT_EQ(t.ledger->projectIds(filter, {}).value(), std::vector<qint64>{t.second}) << "case is folded";
    EXPECT_EQ(t.ledger->findProject(QStringLiteral("2303-XY-02")).value(), t.second);
    EXPECT_EQ(t.ledger->findProject(QStringLiteral("没有")).error().code, ErrorCode::NotFound);
}

TEST(LedgerService, FactsAfterEachChangeEqualFactsLoadedAnew) {
    TemporaryLedger t;
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("一个长得多的项目名称")));
    ASSERT_TRUE(editField(t, t.second, "actual_start", QStringLiteral("2024.3")));
    Project added;
    added.uid = QStringLiteral("uid-3");
    added.name = QStringLiteral("新增项目");
    added.zone = {t.ledger->zones().front().id};
    added.industry = QStringLiteral("铸造");
    ChangeSet set;
    set.title = QStringLiteral("新增");
    set.changes.push_back(test::insertOf(added));
    ASSERT_TRUE(t.ledger->apply(set));
    const indicators::Facts patched = t.ledger->facts();
    t.ledger.reset();
    t.ledger = LedgerService::open(t.path(), Access::ReadOnly, {}).value();
    const indicators::Facts &fresh = t.ledger->facts();
    EXPECT_EQ(patched.searchText, fresh.searchText);
    EXPECT_EQ(patched.searchEnd, fresh.searchEnd);
    EXPECT_EQ(patched.entryBegin, fresh.entryBegin);
    ASSERT_EQ(patched.projects.size(), fresh.projects.size());
    for (std::size_t i = 0; i < fresh.projects.size(); ++i) {
        EXPECT_EQ(patched.projects[i].id, fresh.projects[i].id);
        EXPECT_EQ(patched.projects[i].start, fresh.projects[i].start);
        EXPECT_EQ(patched.projects[i].industry, fresh.projects[i].industry);
    }
    EXPECT_EQ(indicators::dateOf(fresh.projects[1].start), QDate(2024, 3, 31));
}

TEST(LedgerService, ZonesAreFoundByTheNamesTheyHaveNow) {
    const test::TemporaryLedger t;
    ASSERT_TRUE(t.ledger->zone(QStringLiteral("孝义")));
    Zone zone;
    zone.code = QStringLiteral("LL-WS");
    zone.name = QStringLiteral("文水经济开发区");
    ChangeSet set;
    set.title = QStringLiteral("新建");
    set.changes.push_back(test::insertOf(zone));
    ASSERT_TRUE(t.ledger->apply(set));
    const Zone *added = t.ledger->zone(QStringLiteral("文水经开区"));
    ASSERT_TRUE(added);
    ASSERT_TRUE(t.ledger->edit(EntityKind::Zone, added->id, 1, QStringLiteral("name"),
                               QStringLiteral("交城经济开发区")));
    EXPECT_FALSE(t.ledger->zone(QStringLiteral("文水")));
    EXPECT_TRUE(t.ledger->zone(QStringLiteral("交城")));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_TRUE(t.ledger->zone(QStringLiteral("文水")));
}

TEST(LedgerService, AReadOnlyLedgerCannotBeChanged) {
    TemporaryLedger t;
    auto second = LedgerService::open(t.path(), Access::ReadOnly, {}).value();
    EXPECT_TRUE(second->status().readOnly);
    const auto refused =
        second->edit(EntityKind::Project, t.first, 1, QStringLiteral("name"), QStringLiteral("x"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
    EXPECT_FALSE(second->canUndo());
}

TEST(LedgerService, NamesWhatItCannotOpen) {
    TemporaryLedger t;
    EXPECT_EQ(LedgerService::open(t.path(QStringLiteral("没有.yipi")), Access::ReadOnly, {}).error().code,
              ErrorCode::FileMissing);
    EXPECT_EQ(
        LedgerService::open(QStringLiteral("postgresql://localhost/yipi"), Access::ReadOnly, {}).error().code,
        ErrorCode::Unsupported);
    EXPECT_FALSE(LedgerService::create(t.path(), {})) << "an existing ledger is never overwritten";
}

TEST(LedgerService, BackupAndRestore) {
    TemporaryLedger t;
    const QString copy = t.path(QStringLiteral("备份.yipi"));
    ASSERT_TRUE(t.ledger->backup(copy));
    ASSERT_TRUE(editField(t, t.first, "name", QStringLiteral("之后的名字")));
    t.ledger.reset();
    const auto former = services::restoreLedger(copy, t.path());
    ASSERT_TRUE(former) << former.error().text().toStdString();
    EXPECT_TRUE(QFile::exists(*former));
    t.ledger = LedgerService::open(t.path(), Access::ReadOnly, {}).value();
    EXPECT_EQ(t.project(t.first).name, QStringLiteral("高纯氧化铝微粉"));
}
