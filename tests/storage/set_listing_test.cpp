// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

namespace yipi::storage::test {

class SetListingTest : public LedgerTest {
protected:
    std::vector<qint64> found(const SetQuery &query, int limit = 100) const {
        std::vector<qint64> ids;
        const auto sets = valueOf(store->sets(query, limit));
        for (const SetSummary &set : sets)
            ids.push_back(set.setId);
        return ids;
    }
    qint64 edit(qint64 id, int version, const QString &code) {
        return valueOf(store->apply(setOf({updated<Project>(id, version, "code", code)}))).setId;
    }
    qint64 takeBack(qint64 setId, ChangeSource source) {
        ChangeSet set = inverse(valueOf(store->readSet(setId)));
        set.source = source;
        return valueOf(store->apply(set)).setId;
    }
    qint64 remove(const std::vector<qint64> &ids) {
        ChangeSet set;
        for (const qint64 id : ids) {
            const int version = valueOf(store->read(EntityKind::Project, id)).version;
            set.changes.push_back({RecordChange::Kind::Delete, EntityKind::Project, id, version, {}});
        }
        return valueOf(store->apply(set)).setId;
    }
};

using Ids = std::vector<qint64>;

TEST_F(SetListingTest, FindsAndCountsByStateAndNumber) {
    fill(1);
    const qint64 first = edit(1, 1, QStringLiteral("A"));
    const qint64 second = edit(1, 2, QStringLiteral("B"));
    const qint64 undo = takeBack(second, ChangeSource::Undo);
    SetQuery query;
    query.after = first - 1;
    EXPECT_EQ(found(query), (Ids{undo, second, first}));
    EXPECT_EQ(found(query, 1), Ids{undo});
    EXPECT_EQ(valueOf(store->countSets(query)), 3);
    query.isUndone = true;
    EXPECT_EQ(found(query), Ids{second});
    EXPECT_EQ(valueOf(store->countSets(query)), 1);
    query.isUndone = false;
    EXPECT_EQ(found(query, 1), Ids{undo});
    EXPECT_EQ(valueOf(store->countSets(query)), 2);
    takeBack(undo, ChangeSource::Redo);
    EXPECT_EQ(valueOf(store->countSets(query)), 3) << "edit, edit done again, and the redo";
    query.before = undo;
    EXPECT_EQ(found(query), (Ids{second, first}));
    query.sources = {QStringLiteral("import"), QStringLiteral("undo")};
    EXPECT_EQ(found(query), Ids{});
    const auto sets = valueOf(store->sets({}, 2));
    EXPECT_EQ(sets[0].undoes, undo);
    EXPECT_EQ(sets[1].undoes, second);
    EXPECT_EQ(sets[1].undoneBy, sets[0].setId);
}

TEST_F(SetListingTest, TellsWhatIsDeletedStillAndWhatItWas) {
    fill(3);
    const Record before = valueOf(store->read(EntityKind::Project, 2));
    EXPECT_TRUE(valueOf(store->deletedRecords(0, 10)).empty());
    EXPECT_EQ(store->lastDeleted(EntityKind::Project, 2).error().code, ErrorCode::NotFound);
    const qint64 both = remove({1, 2});
    const qint64 third = remove({3});
    const std::vector<DeletedRecord> all{
        {third, EntityKind::Project, 3}, {both, EntityKind::Project, 1}, {both, EntityKind::Project, 2}};
    EXPECT_EQ(valueOf(store->deletedRecords(0, 10)), all);
    EXPECT_EQ(valueOf(store->deletedRecords(0, 1)), std::vector<DeletedRecord>{all[0]});
    EXPECT_EQ(valueOf(store->deletedRecords(third, 1)), (std::vector<DeletedRecord>{all[1], all[2]}));
    const Record last = valueOf(store->lastDeleted(EntityKind::Project, 2));
    EXPECT_EQ(last.values, before.values);
    EXPECT_EQ(last.id, 2);
    takeBack(both, ChangeSource::Undo);
    EXPECT_EQ(valueOf(store->deletedRecords(0, 10)), std::vector<DeletedRecord>{all[0]});
    const qint64 again = remove({2});
    EXPECT_EQ(valueOf(store->deletedRecords(0, 1)),
              (std::vector<DeletedRecord>{{again, EntityKind::Project, 2}}));
    EXPECT_EQ(valueOf(store->setUsers()), QStringList{QStringLiteral("张三")});
}

} // namespace yipi::storage::test
