// SPDX-License-Identifier: GPL-3.0-or-later
// Undo without end, over every kind of record, and its reasons for refusing.
#include "domain/campaign_entry.h"
#include "domain/custom_field.h"
#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/problem.h"
#include "domain/target.h"
#include "domain/zone_resources.h"
#include "services/removal.h"
#include "services/set_details.h"
#include "services/temporary_ledger.h"

#include <algorithm>

using namespace yipi;
using services::LedgerService;
using test::insertOf;
using test::TemporaryLedger;

namespace {

using Kind = RecordChange::Kind;

class UndoTest : public ::testing::Test {
protected:
    Result<AppliedChangeSet> edit(const char *field, const QString &text) {
        return t.ledger->edit(EntityKind::Project, t.first, t.project(t.first).version,
                              QString::fromLatin1(field), text);
    }
    AppliedChangeSet apply(std::vector<RecordChange> changes, ChangeSource source = ChangeSource::Edit) {
        ChangeSet set;
        set.title = QStringLiteral("一组修改");
        set.source = source;
        set.changes = std::move(changes);
        auto applied = t.ledger->apply(std::move(set));
        EXPECT_TRUE(applied) << applied.error().text().toStdString();
        return applied.value_or(AppliedChangeSet());
    }
    /// Writes a field as another program would that is not a step of the undo list.
    void changeBehind(EntityKind kind, qint64 id, const char *field, Value value) {
        const Record record = t.ledger->record(kind, id).value();
        apply({{Kind::Update,
                kind,
                id,
                record.version,
                {{entityInfo(kind).indexOf(QString::fromLatin1(field)), std::move(value)}}}},
              ChangeSource::Generator);
    }
    qint64 added(const RecordChange &insert) { return apply({insert}).records.front().id; }
    QString remarks() { return t.project(t.first).remarks; }

    TemporaryLedger t;
};

constexpr int kMany = 1000; // several times what is kept in memory

} // namespace

TEST_F(UndoTest, ReachesBackBeyondWhatIsInMemoryAlsoAfterARestart) {
    for (int i = 1; i <= kMany; ++i)
        ASSERT_TRUE(edit("remarks", QString::number(i)));
    EXPECT_EQ(t.ledger->undoDepth(), kMany);
    const auto undoTo = [&](int wanted) {
        while (remarks().toInt() > wanted)
            ASSERT_TRUE(t.ledger->undo());
    };
    undoTo(700);
    EXPECT_EQ(t.ledger->undoDepth(), 700);
    t.reopen();
    EXPECT_EQ(t.ledger->undoDepth(), 700);
    undoTo(300);
    t.reopen(); // what was undone before and after the first restart can all be done again
    for (int i = 301; i <= kMany; ++i) {
        ASSERT_TRUE(t.ledger->canRedo()) << i;
        ASSERT_TRUE(t.ledger->redo());
        ASSERT_EQ(remarks(), QString::number(i));
    }
    EXPECT_FALSE(t.ledger->canRedo());
    EXPECT_EQ(t.ledger->undoDepth(), kMany);
    undoTo(0);
    EXPECT_EQ(remarks(), QString());
    EXPECT_FALSE(t.ledger->canUndo());
    EXPECT_EQ(t.ledger->undoDepth(), 0);
    EXPECT_EQ(t.ledger->undoTitle(), QString());
    EXPECT_EQ(t.ledger->undo().error().code, ErrorCode::Refused);
}

TEST_F(UndoTest, SomethingNewEndsWhatCanBeDoneAgain) {
    ASSERT_TRUE(edit("remarks", QStringLiteral("一")));
    ASSERT_TRUE(edit("remarks", QStringLiteral("二")));
    ASSERT_TRUE(t.ledger->undo());
    ASSERT_TRUE(edit("remarks", QStringLiteral("三")));
    EXPECT_FALSE(t.ledger->canRedo());
    ASSERT_TRUE(edit("remarks", QStringLiteral("四")));
    ASSERT_TRUE(t.ledger->undo());
    ASSERT_TRUE(t.ledger->undo());
    t.reopen();
    ASSERT_TRUE(t.ledger->redo());
    EXPECT_EQ(remarks(), QStringLiteral("三"));
    ASSERT_TRUE(t.ledger->redo());
    EXPECT_EQ(remarks(), QStringLiteral("四"));
    EXPECT_FALSE(t.ledger->canRedo()) << "二 was undone before 三 was typed";
    EXPECT_EQ(t.ledger->redo().error().code, ErrorCode::Refused);
}

TEST_F(UndoTest, AChangeThatChangesNothingIsNoStep) {
    ASSERT_TRUE(edit("remarks", QStringLiteral("一")));
    ASSERT_TRUE(t.ledger->undo());
    const auto same = edit("name", t.project(t.first).name);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->setId, 0);
    EXPECT_EQ(t.ledger->undoDepth(), 0);
    EXPECT_TRUE(t.ledger->canRedo()) << "nothing new was written";
}

TEST_F(UndoTest, AnImportAndAMergeAreOneStepEachAfterARestart) {
    std::vector<RecordChange> rows;
    for (int i = 0; i < 50; ++i) {
        Project p;
        p.uid = QStringLiteral("import-%1").arg(i);
        p.name = QStringLiteral("导入项目%1").arg(i);
        p.zone = t.project(t.first).zone;
        rows.push_back(insertOf(p));
    }
    apply(rows, ChangeSource::Import);
    const auto count = [&] { return t.ledger->allRecords(EntityKind::Project).value().size(); };
    // Two projects become one: what belonged to the second goes to the first.
    Problem problem;
    problem.project = {t.second};
    problem.description = QStringLiteral("用地未落实");
    const qint64 moved = added(insertOf(problem));
    const Record before = t.ledger->record(EntityKind::Problem, moved).value();
    apply({{Kind::Update, EntityKind::Problem, moved, before.version, {{0, Value(t.first)}}},
           {Kind::Delete, EntityKind::Project, t.second, t.project(t.second).version, {}}});
    EXPECT_EQ(count(), 51U);
    t.reopen();
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(t.ledger->record(EntityKind::Problem, moved).value().values, before.values);
    EXPECT_EQ(count(), 52U);
    ASSERT_TRUE(t.ledger->undo());
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(count(), 2U);
    t.reopen();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(t.ledger->redo());
    EXPECT_EQ(count(), 51U);
    EXPECT_TRUE(std::ranges::all_of(t.ledger->verify().value(), [](const auto &c) { return c.ok; }));
}

TEST_F(UndoTest, ARefusalNamesRecordAndFieldOfEveryKind) {
    const qint64 zone = t.project(t.first).zone.id;
    Campaign campaign;
    campaign.year = 2024;
    campaign.sequence = 2;
    const qint64 campaignId = added(insertOf(campaign));
    CustomField custom;
    custom.key = QStringLiteral("custom_1");
    custom.title = QStringLiteral("设备台数");
    custom.type = CustomType::Number;
    const qint64 customId = added(insertOf(custom));
    CampaignEntry entry;
    entry.project = {t.first};
    entry.campaign = {campaignId};
    entry.batch = Batch::Start;
    MonthlyProgress report;
    report.project = {t.first};
    report.month = Month(2024, 7);
    Milestone permit;
    permit.project = {t.first};
    permit.kind = MilestoneKind::Permit;
    Target target;
    target.zone = {zone};
    target.year = 2024;
    target.indicator = TargetIndicator::SignInvestment;
    target.targetAmount = Money::fromYuan(5'000'000'000);
    Problem problem;
    problem.project = {t.first};
    problem.description = QStringLiteral("用地未落实");
    LandParcel parcel;
    parcel.code = QStringLiteral("BZD-1");
    parcel.zone = {zone};
    CustomValue value;
    value.project = {t.first};
    value.field = {customId};
    value.value = QStringLiteral("300");

    struct Case {
        EntityKind kind;
        qint64 id;
        const char *field;
        Value first, second;
        QString words;
    };
    const Value a(QStringLiteral("甲")), b(QStringLiteral("乙"));
    const Value one(qint64(1'000'000)), two(qint64(2'000'000));
    const QString project = QStringLiteral("高纯氧化铝微粉");
    const std::vector<Case> cases{
        {EntityKind::Project, t.first, "remarks", a, b, QStringLiteral("项目“%1”的备注").arg(project)},
        {EntityKind::Zone, zone, "short_name", a, b, QStringLiteral("开发区“孝义经济开发区”的简称")},
        {EntityKind::Campaign, campaignId, "title", a, b, QStringLiteral("“2024-2”的名称")},
        {EntityKind::CampaignEntry, added(insertOf(entry)), "declared_investment", one, two,
         QStringLiteral("“%1 · 2024-2 · 开工一批”的申报投资").arg(project)},
        {EntityKind::MonthlyProgress, added(insertOf(report)), "annual_plan", one, two,
         QStringLiteral("“%1 · 2024-07”的年度计划投资").arg(project)},
        {EntityKind::Milestone, added(insertOf(permit)), "document_number", a, b,
         QStringLiteral("“%1 · %2”的批文号").arg(project, title(MilestoneKind::Permit))},
        {EntityKind::Target, added(insertOf(target)), "target_amount", one, two,
         QStringLiteral("“孝义经开区 · 2024 · %1”的任务金额").arg(title(TargetIndicator::SignInvestment))},
        {EntityKind::Problem, added(insertOf(problem)), "measure", a, b,
         QStringLiteral("问题“%1 · 用地未落实”的整改措施").arg(project)},
        {EntityKind::LandParcel, added(insertOf(parcel)), "environmental_limit", a, b,
         QStringLiteral("标准地“BZD-1”的环境标准")},
        {EntityKind::CustomField, customId, "help", a, b, QStringLiteral("自定义字段“设备台数”的填写说明")},
        {EntityKind::CustomValue, added(insertOf(value)), "value", Value(QStringLiteral("400")),
         Value(QStringLiteral("500")), QStringLiteral("项目“%1”的设备台数").arg(project)},
    };
    for (const Case &c : cases) {
        const Record record = t.ledger->record(c.kind, c.id).value();
        const int field = entityInfo(c.kind).indexOf(QString::fromLatin1(c.field));
        ASSERT_GE(field, 0) << c.field;
        apply({{Kind::Update, c.kind, c.id, record.version, {{field, c.first}}}});
        changeBehind(c.kind, c.id, c.field, c.second);
        const auto refused = t.ledger->undo();
        ASSERT_FALSE(refused) << c.words.toStdString();
        EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
        EXPECT_TRUE(refused.error().message.contains(c.words))
            << refused.error().message.toStdString() << " | " << c.words.toStdString();
        EXPECT_EQ(t.ledger->record(c.kind, c.id).value().values[std::size_t(field)], c.second);
        changeBehind(c.kind, c.id, c.field, c.first); // as it was written: the way is free again
        const auto undone = t.ledger->undo();
        ASSERT_TRUE(undone) << undone.error().text().toStdString();
    }
}

TEST_F(UndoTest, ARefusalNamesTheRecordThatWasDeletedSince) {
    Problem problem;
    problem.project = {t.first};
    problem.description = QStringLiteral("用地未落实");
    const qint64 id = added(insertOf(problem));
    const int measure = entityInfo(EntityKind::Problem).indexOf(QStringLiteral("measure"));
    apply({{Kind::Update, EntityKind::Problem, id, 1, {{measure, Value(QStringLiteral("约谈"))}}}});
    apply({{Kind::Delete, EntityKind::Problem, id, 2, {}}}, ChangeSource::Generator);
    const auto refused = t.ledger->undo();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message,
              QStringLiteral("问题“高纯氧化铝微粉 · 用地未落实”后来被删除了，没有撤销。"));
}

TEST_F(UndoTest, ADeletionIsNotUndoneWhenTheRecordIsThereAgain) {
    Problem problem;
    problem.project = {t.first};
    problem.description = QStringLiteral("用地未落实");
    const qint64 id = added(insertOf(problem));
    apply({{Kind::Delete, EntityKind::Problem, id, 1, {}}});
    RecordChange back = insertOf(problem, id);
    back.baseVersion = 1;
    apply({back}, ChangeSource::Generator);
    const auto refused = t.ledger->undo();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_EQ(refused.error().message,
              QStringLiteral("问题“高纯氧化铝微粉 · 用地未落实”已经恢复了，没有撤销。"));
}

TEST_F(UndoTest, SeveralStepsAreUndoneDownToOneAndStopWithTheReason) {
    std::vector<qint64> sets;
    for (const QString &text : {QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三")})
        sets.push_back(edit("remarks", text)->setId);
    EXPECT_EQ(t.ledger->undoStepsDownTo(sets[1]).value(), 2);
    auto run = services::undoDownTo(*t.ledger, sets[1]);
    EXPECT_EQ(t.ledger->undoStepsDownTo(sets[0]).value(), 1);
    EXPECT_EQ(run.done, 2);
    EXPECT_FALSE(run.stopped);
    EXPECT_EQ(remarks(), QStringLiteral("一"));
    EXPECT_EQ(services::undoDownTo(*t.ledger, sets[1]).done, 0) << "undone already";

    ASSERT_TRUE(edit("patron", QStringLiteral("张")));
    const auto last = edit("content", QStringLiteral("新建"));
    ASSERT_TRUE(last);
    changeBehind(EntityKind::Project, t.first, "patron", Value(QStringLiteral("李")));
    run = services::undoDownTo(*t.ledger, sets[0]);
    EXPECT_EQ(run.done, 1);
    ASSERT_TRUE(run.stopped);
    EXPECT_TRUE(run.stopped->message.contains(QStringLiteral("包联领导")))
        << run.stopped->message.toStdString();
    EXPECT_EQ(remarks(), QStringLiteral("一"));
}

TEST_F(UndoTest, TheListOfSetsIsFilteredAndPaged) {
    t.ledger->setClock([] { return QDateTime(QDate(2024, 7, 1), QTime(9, 0)); });
    const auto first = edit("remarks", QStringLiteral("一"));
    t.ledger->setClock([] { return QDateTime(QDate(2024, 7, 31), QTime(23, 59)); });
    ChangeSet other;
    other.title = QStringLiteral("导入 50%_ABC");
    other.reason = QStringLiteral("七月调度");
    other.user = QStringLiteral("李四");
    other.source = ChangeSource::Import;
    other.changes = {
        {Kind::Update,
         EntityKind::Project,
         t.second,
         1,
         {{entityInfo(EntityKind::Project).indexOf(QStringLiteral("code")), Value(QStringLiteral("A-1"))}}}};
    const auto second = t.ledger->apply(other);
    ASSERT_TRUE(first && second);
    ASSERT_TRUE(t.ledger->undo());
    const auto found = [&](const services::SetFilter &filter) {
        std::vector<qint64> ids;
        const auto sets = t.ledger->changeSets(filter, 0, 100).value();
        for (const auto &set : sets)
            ids.push_back(set.setId);
        EXPECT_EQ(t.ledger->changeSetCount(filter).value(), qint64(ids.size()));
        return ids;
    };
    using Ids = std::vector<qint64>;
    const qint64 undo = second->setId + 1;
    services::SetFilter filter;
    EXPECT_EQ(found(filter).size(), 5U) << "regions, 建立, two edits and the undo";
    filter.text = QStringLiteral("50%_abc");
    EXPECT_EQ(found(filter), (Ids{undo, second->setId}));
    filter.text = QStringLiteral("七月");
    EXPECT_EQ(found(filter), Ids{second->setId});
    filter = {};
    filter.text = QStringLiteral("5__");
    EXPECT_EQ(found(filter), Ids{}) << "no wildcards";
    filter = {};
    filter.source = ChangeSource::Import;
    EXPECT_EQ(found(filter), Ids{second->setId});
    filter = {};
    filter.user = QStringLiteral("李四");
    EXPECT_EQ(found(filter), Ids{second->setId});
    EXPECT_EQ(t.ledger->changeSetUsers().value(),
              (QStringList{QStringLiteral("李四"), QStringLiteral("测试")}));
    filter = {};
    filter.until = QDate(2024, 7, 1);
    EXPECT_EQ(found(filter), Ids{first->setId});
    filter.from = QDate(2024, 7, 2);
    filter.until = QDate(2024, 7, 31);
    EXPECT_EQ(found(filter), (Ids{undo, second->setId})) << "the last day as a whole";

    const auto page = t.ledger->changeSets({}, second->setId, 1).value();
    ASSERT_EQ(page.size(), 1U);
    EXPECT_EQ(page[0].setId, first->setId);
    EXPECT_EQ(page[0].state, services::SetLine::State::Standing);
    EXPECT_EQ(page[0].at, QDateTime(QDate(2024, 7, 1), QTime(9, 0)));
    EXPECT_EQ(page[0].source, QStringLiteral("编辑"));
    const auto newest = t.ledger->changeSets({}, 0, 2).value();
    EXPECT_EQ(newest[0].state, services::SetLine::State::Fixed);
    EXPECT_EQ(newest[1].state, services::SetLine::State::Undone);
}

TEST_F(UndoTest, ASetIsDescribedWithNamesAndCapped) {
    ASSERT_TRUE(edit("investor", QStringLiteral("山西信发")));
    const auto set = edit("total_investment", QStringLiteral("3亿"));
    auto details = services::detailsOf(*t.ledger, set->setId, 10).value();
    ASSERT_EQ(details.records.size(), 1U);
    EXPECT_EQ(details.left, 0);
    EXPECT_EQ(details.records[0].label, QStringLiteral("项目“高纯氧化铝微粉”"));
    ASSERT_EQ(details.records[0].fields.size(), 1U);
    const services::ChangedField &field = details.records[0].fields[0];
    EXPECT_EQ(field.title, QStringLiteral("总投资"));
    EXPECT_EQ(field.before, QStringLiteral("10000.00 万元"));
    EXPECT_EQ(field.after, QStringLiteral("30000.00 万元"));
    EXPECT_TRUE(field.canBeRestored);

    details = services::detailsOf(*t.ledger, set->setId - 1, 1).value();
    EXPECT_EQ(details.left, 1) << "the project behind its new enterprise";
    EXPECT_EQ(details.records[0].kind, Kind::Insert);
    EXPECT_EQ(details.records[0].label, QStringLiteral("企业“山西信发”"));
    EXPECT_FALSE(details.records[0].fields[0].canBeRestored);
    details = services::detailsOf(*t.ledger, set->setId - 1, 2).value();
    EXPECT_EQ(details.records[1].fields[0].after, QStringLiteral("山西信发"));

    const auto removal = services::removalOf(*t.ledger, EntityKind::Project, std::array{t.first});
    const auto removed = t.ledger->apply(*removal);
    ASSERT_TRUE(removed);
    details = services::detailsOf(*t.ledger, set->setId, 10).value();
    EXPECT_EQ(details.records[0].label, QStringLiteral("项目“高纯氧化铝微粉”")) << "deleted, but still named";
    details = services::detailsOf(*t.ledger, removed->setId, 10).value();
    EXPECT_EQ(details.records[0].kind, Kind::Delete);
    for (const auto &shown : details.records[0].fields) {
        EXPECT_NE(shown.before, QString()) << shown.title.toStdString();
        EXPECT_EQ(shown.after, QString()) << shown.title.toStdString();
        EXPECT_NE(shown.before, QStringLiteral("uid-1")) << "internal fields are not shown";
    }
    EXPECT_EQ(services::detailsOf(*t.ledger, 9999, 10).error().code, ErrorCode::NotFound);
}

TEST_F(UndoTest, OneFieldIsRestoredAsAChangeOfItsOwn) {
    const int remarksField = entityInfo(EntityKind::Project).indexOf(QStringLiteral("remarks"));
    const int patron = entityInfo(EntityKind::Project).indexOf(QStringLiteral("patron"));
    ASSERT_TRUE(edit("remarks", QStringLiteral("原来")));
    const auto both = t.ledger->editFields(EntityKind::Project, t.first, t.project(t.first).version,
                                           {{QStringLiteral("remarks"), QStringLiteral("写错")},
                                            {QStringLiteral("patron"), QStringLiteral("张")}});
    ASSERT_TRUE(both);
    const auto restore = [&](qint64 set, int field, const QString &reason) {
        return services::restoreField(*t.ledger, set, EntityKind::Project, t.first, field, reason);
    };
    const auto message = [](const Result<AppliedChangeSet> &result) {
        return result ? QStringLiteral("written") : result.error().message;
    };
    EXPECT_TRUE(
        message(restore(both->setId, remarksField, QStringLiteral("  "))).contains(QStringLiteral("理由")));
    EXPECT_TRUE(
        message(restore(both->setId, 0, QStringLiteral("x"))).contains(QStringLiteral("不能单独还原")));
    EXPECT_EQ(restore(9999, 0, QStringLiteral("x")).error().code, ErrorCode::NotFound);
    const auto restored = restore(both->setId, remarksField, QStringLiteral("录入有误"));
    ASSERT_TRUE(restored) << restored.error().text().toStdString();
    EXPECT_EQ(remarks(), QStringLiteral("原来"));
    EXPECT_EQ(t.project(t.first).patron, QStringLiteral("张"));
    const auto line = t.ledger->changeSets({}, 0, 1).value().front();
    EXPECT_EQ(line.title, QStringLiteral("还原 项目“高纯氧化铝微粉”的备注"));
    EXPECT_EQ(line.reason, QStringLiteral("录入有误"));
    const auto again = restore(both->setId, remarksField, QStringLiteral("再来"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
    EXPECT_EQ(again.error().message,
              QStringLiteral("项目“高纯氧化铝微粉”的备注现在是“原来”，不是当时写入的“写错”，没有还原。"));
    ASSERT_TRUE(t.ledger->undo());
    EXPECT_EQ(remarks(), QStringLiteral("写错"));
    ASSERT_TRUE(t.ledger->apply(*services::removalOf(*t.ledger, EntityKind::Project, std::array{t.first})));
    EXPECT_TRUE(
        message(restore(both->setId, patron, QStringLiteral("x"))).contains(QStringLiteral("已经被删除")));
}

TEST_F(UndoTest, ACustomFieldIsRestoredToItsFormerValueAndToNone) {
    CustomField custom;
    custom.key = QStringLiteral("custom_1");
    custom.title = QStringLiteral("设备台数");
    custom.type = CustomType::Number;
    added(insertOf(custom));
    const auto first = edit("custom_1", QStringLiteral("3"));
    const auto second = edit("custom_1", QStringLiteral("4"));
    ASSERT_TRUE(first && second);
    const int value = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("value"));
    const qint64 id = second->records.front().id;
    const auto details = services::detailsOf(*t.ledger, first->setId, 5).value();
    ASSERT_EQ(details.records[0].fields.size(), 1U);
    EXPECT_EQ(details.records[0].fields[0].title, QStringLiteral("设备台数"));
    EXPECT_EQ(details.records[0].fields[0].after, QStringLiteral("3.00"));
    EXPECT_TRUE(details.records[0].fields[0].canBeRestored);
    const auto shown = [&] {
        const Record record = t.ledger->record(EntityKind::Project, t.first).value();
        const int field = t.ledger->fieldIndex(EntityKind::Project, QStringLiteral("custom_1"));
        return t.ledger->text(t.ledger->fields(EntityKind::Project)[std::size_t(field)],
                              record.values[std::size_t(field)]);
    };
    const auto restore = [&](qint64 set) {
        return services::restoreField(*t.ledger, set, EntityKind::CustomValue, id, value,
                                      QStringLiteral("录入有误"));
    };
    EXPECT_FALSE(restore(first->setId)) << "it is 4 now";
    ASSERT_TRUE(restore(second->setId));
    EXPECT_EQ(shown(), QStringLiteral("3.00"));
    ASSERT_TRUE(restore(first->setId));
    EXPECT_EQ(shown(), QString());
}
