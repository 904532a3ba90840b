// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/custom_field.h"
#include "domain/problem.h"
#include "domain/zone_resources.h"
#include "services/recycle_bin.h"
#include "services/removal.h"
#include "services/temporary_ledger.h"

#include <algorithm>

using namespace yipi;
using services::LedgerService;
using test::insertOf;
using test::TemporaryLedger;

namespace {

using Kind = RecordChange::Kind;

class RecycleBinTest : public ::testing::Test {
protected:
    RecycleBinTest() {
        CustomField custom;
        custom.key = QStringLiteral("custom_1");
        custom.title = QStringLiteral("环评批复号");
        Problem problem;
        problem.project = {t.first};
        problem.description = QStringLiteral("用地未落实");
        LandParcel parcel;
        parcel.code = QStringLiteral("BZD-1");
        parcel.zone = t.project(t.first).zone;
        parcel.project = {t.first};
        const auto added = apply({insertOf(custom), insertOf(problem), insertOf(parcel)});
        customField = added.records[0].id;
        parcelId = added.records[2].id;
        EXPECT_TRUE(t.ledger->edit(EntityKind::Project, t.first, t.project(t.first).version,
                                   QStringLiteral("custom_1"), QStringLiteral("吕环审5号")));
    }

    AppliedChangeSet apply(std::vector<RecordChange> changes) {
        ChangeSet set;
        set.title = QStringLiteral("一组修改");
        set.changes = std::move(changes);
        auto applied = t.ledger->apply(std::move(set));
        EXPECT_TRUE(applied) << applied.error().text().toStdString();
        return applied.value_or(AppliedChangeSet());
    }
    qint64 remove(EntityKind kind, const std::vector<qint64> &ids) {
        const auto removal = services::removalOf(*t.ledger, kind, ids);
        EXPECT_TRUE(removal) << removal.error().text().toStdString();
        const auto applied = t.ledger->apply(*removal);
        EXPECT_TRUE(applied) << applied.error().text().toStdString();
        return applied->setId;
    }
    std::vector<services::DeletedSet> bin() { return services::deletedSets(*t.ledger, 0, 100).value(); }
    bool isThere(qint64 project) { return bool(t.ledger->record(EntityKind::Project, project)); }
    qint64 projectOfParcel() {
        return fromRecord<LandParcel>(t.ledger->record(EntityKind::LandParcel, parcelId).value()).project.id;
    }

    TemporaryLedger t;
    qint64 customField = 0, parcelId = 0;
};

} // namespace

TEST_F(RecycleBinTest, ListsWhatWasDeletedWithItsDependents) {
    EXPECT_TRUE(bin().empty());
    const qint64 set = remove(EntityKind::Project, {t.first, t.second});
    const auto sets = bin();
    ASSERT_EQ(sets.size(), 1U);
    EXPECT_EQ(sets[0].set.setId, set);
    EXPECT_EQ(sets[0].set.user, QStringLiteral("测试"));
    EXPECT_EQ(sets[0].records, 4);
    EXPECT_EQ(sets[0].counts, QStringLiteral("项目 2、问题 1、自定义字段值 1"));
    const auto items = services::deletedItems(*t.ledger, set, 10).value();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].label, QStringLiteral("项目“高纯氧化铝微粉”"));
    EXPECT_EQ(items[0].dependents, 2);
    EXPECT_EQ(items[1].dependents, 0);
    EXPECT_EQ(services::deletedItems(*t.ledger, set, 1).value().size(), 1U);
    EXPECT_EQ(services::deletedItems(*t.ledger, 9999, 1).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(services::deletedItems(*t.ledger, set - 1, 1).value().empty()) << "deleted nothing";
}

TEST_F(RecycleBinTest, ASetComesBackUnderItsOldIdsAfterARestartAndOnlyOnce) {
    const auto before = t.ledger->record(EntityKind::Project, t.first).value();
    const qint64 set = remove(EntityKind::Project, {t.first, t.second});
    EXPECT_EQ(projectOfParcel(), 0);
    ASSERT_TRUE(t.ledger->edit(EntityKind::LandParcel, parcelId, 2, QStringLiteral("environmental_limit"),
                               QStringLiteral("二类")));
    t.reopen();
    const auto restored = services::restoreDeleted(*t.ledger, set, QStringLiteral("误删"));
    ASSERT_TRUE(restored) << restored.error().text().toStdString();
    EXPECT_EQ(t.ledger->record(EntityKind::Project, t.first).value().values, before.values);
    EXPECT_TRUE(isThere(t.second));
    EXPECT_EQ(projectOfParcel(), t.first) << "mentioned again in spite of the other change";
    EXPECT_TRUE(bin().empty());
    const auto line = t.ledger->changeSets({}, 0, 1).value().front();
    EXPECT_EQ(line.title, QStringLiteral("恢复 4 条删除的记录"));
    EXPECT_EQ(line.reason, QStringLiteral("误删"));
    const auto twice = services::restoreDeleted(*t.ledger, set);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::Refused);
    EXPECT_TRUE(twice.error().message.contains(QStringLiteral("已经恢复")));
    ASSERT_TRUE(t.ledger->undo()); // deleted again, by the undo
    EXPECT_FALSE(isThere(t.first));
    const auto sets = bin();
    ASSERT_EQ(sets.size(), 1U);
    EXPECT_GT(sets[0].set.setId, set);
    EXPECT_FALSE(services::restoreDeleted(*t.ledger, set)) << "gone by the later set";
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, sets[0].set.setId));
    EXPECT_TRUE(isThere(t.first));
    EXPECT_TRUE(std::ranges::all_of(t.ledger->verify().value(), [](const auto &c) { return c.ok; }));
}

TEST_F(RecycleBinTest, AProjectComesBackAloneFromALargerSet) {
    const qint64 set = remove(EntityKind::Project, {t.first, t.second});
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, set, EntityKind::Project, t.first));
    EXPECT_TRUE(isThere(t.first));
    EXPECT_FALSE(isThere(t.second));
    EXPECT_EQ(t.ledger->allRecords(EntityKind::Problem).value().size(), 1U);
    EXPECT_EQ(projectOfParcel(), t.first);
    const int custom = t.ledger->fieldIndex(EntityKind::Project, QStringLiteral("custom_1"));
    EXPECT_EQ(t.ledger->record(EntityKind::Project, t.first).value().values[std::size_t(custom)],
              Value(QStringLiteral("吕环审5号")));
    EXPECT_EQ(t.ledger->changeSets({}, 0, 1).value().front().title,
              QStringLiteral("恢复 项目“高纯氧化铝微粉”"));
    const auto sets = bin();
    ASSERT_EQ(sets.size(), 1U);
    EXPECT_EQ(sets[0].counts, QStringLiteral("项目 1"));
    EXPECT_FALSE(services::restoreDeleted(*t.ledger, set, EntityKind::Project, t.first));
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, set));
    EXPECT_TRUE(isThere(t.second));
    EXPECT_TRUE(bin().empty());
}

TEST_F(RecycleBinTest, AMentionThatWentElsewhereStaysThere) {
    const qint64 set = remove(EntityKind::Project, {t.first});
    const int project = entityInfo(EntityKind::LandParcel).indexOf(QStringLiteral("project"));
    apply({{Kind::Update, EntityKind::LandParcel, parcelId, 2, {{project, Value(t.second)}}}});
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, set));
    EXPECT_EQ(projectOfParcel(), t.second);
    ASSERT_TRUE(t.ledger->undo());
    remove(EntityKind::LandParcel, {parcelId});
    EXPECT_TRUE(services::restoreDeleted(*t.ledger, bin()[1].set.setId)) << "the parcel need not be there";
}

TEST_F(RecycleBinTest, ATakenCodeIsAReason) {
    const qint64 set = remove(EntityKind::Project, {t.first});
    ASSERT_TRUE(t.ledger->edit(EntityKind::Project, t.second, 1, QStringLiteral("code"),
                               QStringLiteral("2303-XY-01")));
    const auto refused = services::restoreDeleted(*t.ledger, set);
    ASSERT_FALSE(refused);
    const QString words = refused.error().text() +
                          (refused.error().details.isEmpty() ? QString() : refused.error().details[0].text());
    EXPECT_TRUE(words.contains(QStringLiteral("2303-XY-01"))) << words.toStdString();
    EXPECT_FALSE(isThere(t.first));
    EXPECT_TRUE(t.ledger->allRecords(EntityKind::Problem).value().empty()) << "nothing came back";
}

TEST_F(RecycleBinTest, AZoneThatIsGoneIsAReason) {
    const qint64 zone = t.project(t.first).zone.id;
    const qint64 projects = remove(EntityKind::Project, {t.first, t.second});
    remove(EntityKind::LandParcel, {parcelId});
    const qint64 zones = remove(EntityKind::Zone, {zone});
    const auto refused = services::restoreDeleted(*t.ledger, projects);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_TRUE(refused.error().message.contains(QStringLiteral("的开发区“孝义经济开发区”已经不在台账中")))
        << refused.error().message.toStdString();
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, zones));
    EXPECT_TRUE(services::restoreDeleted(*t.ledger, projects));
}

TEST_F(RecycleBinTest, IsPagedFromTheNewestSet) {
    const qint64 first = remove(EntityKind::Project, {t.first});
    const qint64 second = remove(EntityKind::Project, {t.second});
    const auto page = services::deletedSets(*t.ledger, 0, 1).value();
    ASSERT_EQ(page.size(), 1U);
    EXPECT_EQ(page[0].set.setId, second);
    const auto next = services::deletedSets(*t.ledger, second, 5).value();
    ASSERT_EQ(next.size(), 1U);
    EXPECT_EQ(next[0].set.setId, first);
    EXPECT_EQ(next[0].records, 3);
}

TEST_F(RecycleBinTest, ACustomFieldComesBackWithItsValues) {
    const qint64 set = remove(EntityKind::CustomField, {customField});
    const auto items = services::deletedItems(*t.ledger, set, 10).value();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].label, QStringLiteral("自定义字段“环评批复号”"));
    EXPECT_EQ(items[0].dependents, 1);
    ASSERT_TRUE(services::restoreDeleted(*t.ledger, set, EntityKind::CustomField, customField));
    EXPECT_GE(t.ledger->fieldIndex(EntityKind::Project, QStringLiteral("custom_1")), 0);
}
