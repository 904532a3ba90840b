// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include <map>
#include <random>

namespace yipi::storage::test {

namespace {

bool isSame(const AppliedChangeSet &a, const AppliedChangeSet &b) {
    if (a.setId != b.setId || a.records.size() != b.records.size())
        return false;
    for (std::size_t i = 0; i < a.records.size(); ++i) {
        const AppliedRecord &left = a.records[i];
        const AppliedRecord &right = b.records[i];
        if (left.kind != right.kind || left.entity != right.entity || left.id != right.id ||
            left.version != right.version || left.fields.size() != right.fields.size())
            return false;
        for (std::size_t j = 0; j < left.fields.size(); ++j)
            if (left.fields[j].field != right.fields[j].field ||
                left.fields[j].before != right.fields[j].before ||
                left.fields[j].after != right.fields[j].after)
                return false;
    }
    return true;
}

/// A naive second ledger: the values of all projects by id.
using Model = std::map<qint64, std::vector<Value>>;

Model contentOf(const LedgerStore &store) {
    Model content;
    for (const Record &record : valueOf(store.readAll(EntityKind::Project)))
        content[record.id] = record.values;
    return content;
}

} // namespace

class UndoTest : public LedgerTest {
protected:
    AppliedChangeSet undone(const AppliedChangeSet &applied, ChangeSource source = ChangeSource::Undo) {
        ChangeSet set = inverse(applied);
        set.title = QStringLiteral("撤销");
        set.user = QStringLiteral("张三");
        set.source = source;
        return valueOf(store->apply(set));
    }
    qint64 undoneBy(qint64 setId) const {
        for (const SetSummary &set : valueOf(store->sets({}, 1000)))
            if (set.setId == setId)
                return set.undoneBy;
        return -1;
    }
};

TEST_F(UndoTest, TheListOfSetsTellsWhatIsUndoneNow) {
    fill(1);
    const auto edit = valueOf(store->apply(setOf({updated<Project>(1, 1, "code", QStringLiteral("A"))})));
    EXPECT_EQ(undoneBy(edit.setId), 0);
    const auto undo = undone(edit);
    EXPECT_EQ(undoneBy(edit.setId), undo.setId);
    const auto redo = undone(undo, ChangeSource::Redo);
    EXPECT_EQ(undoneBy(edit.setId), 0);
    EXPECT_EQ(undoneBy(undo.setId), redo.setId);
    const auto again = undone(redo);
    EXPECT_EQ(undoneBy(edit.setId), undo.setId);
    EXPECT_EQ(undoneBy(redo.setId), again.setId);

    const auto sets = valueOf(store->sets({}, 2));
    ASSERT_EQ(sets.size(), 2);
    EXPECT_EQ(sets[0].setId, again.setId);
    EXPECT_EQ(sets[0].source, QStringLiteral("undo"));
    EXPECT_EQ(sets[0].records, 1);
    EXPECT_EQ(sets[1].undoneBy, again.setId);
    EXPECT_TRUE(isSound(*store));
}

TEST_F(UndoTest, AnImportCanBeUndoneAfterARestart) {
    fill(3);
    const QString before = store->journalHead();
    std::vector<RecordChange> changes{
        updated<Project>(1, 1, "remarks", QStringLiteral("引号\" \\ \n\t\u0001 😀")), removed<Project>(2, 1),
        inserted(projectNamed(QStringLiteral("u7"), 1))};
    const Model content = contentOf(*store);
    const auto applied = valueOf(store->apply(setOf(changes)));
    store.reset();
    store = opened();
    EXPECT_TRUE(isSame(valueOf(store->readSet(applied.setId)), applied));
    undone(valueOf(store->readSet(applied.setId)));
    EXPECT_EQ(contentOf(*store), content);
    EXPECT_NE(store->journalHead(), before);
    EXPECT_EQ(store->readSet(99).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(isSound(*store));
}

TEST_F(UndoTest, UndoOfASetThatSomebodyElseHasChangedIsAConflict) {
    fill(1);
    const auto edit = valueOf(store->apply(setOf({updated<Project>(1, 1, "code", QStringLiteral("A"))})));
    valueOf(store->apply(setOf({updated<Project>(1, 2, "code", QStringLiteral("B"))})));
    const auto result = store->apply(inverse(edit));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Conflict);
}

/// Random sets of inserts, updates and deletions against the model; each set, read back from the journal,
/// undone and done again gives the same content.
TEST_F(UndoTest, RandomChangesAndTheirInversesAgreeWithAModel) {
    fill(0);
    std::mt19937 random(7);
    const auto &fields = entity<Project>().info.fields;
    std::map<qint64, int> versions;
    Model model;
    int nextUid = 0;
    for (int round = 0; round < 150; ++round) {
        ChangeSet set = setOf({});
        Model expected = model;
        auto current = versions;
        for (unsigned i = 1 + random() % 6; i > 0; --i) {
            const unsigned choice = random() % 4;
            if (expected.empty() || choice == 0) {
                set.changes.push_back(inserted(projectNamed(QStringLiteral("r%1").arg(++nextUid), 1)));
                continue;
            }
            auto it = expected.begin();
            std::advance(it, random() % expected.size());
            if (choice == 1) {
                set.changes.push_back(removed<Project>(it->first, current[it->first]));
                expected.erase(it);
                continue;
            }
            RecordChange change{
                RecordChange::Kind::Update, EntityKind::Project, it->first, current[it->first], {}};
            bool isChanged = false;
            for (unsigned k = 1 + random() % 3; k > 0; --k) {
                const int field = int(random() % fields.size());
                const FieldInfo &info = fields[std::size_t(field)];
                if (info.isKey || info.type == FieldType::Reference)
                    continue;
                const bool isText = info.type == FieldType::Text || info.type == FieldType::LongText ||
                                    info.type == FieldType::Date || info.type == FieldType::Choice;
                const Value value = random() % 4 == 0 ? Value()
                                    : isText          ? Value(QStringLiteral("文“%1").arg(random() % 3))
                                                      : Value(qint64(random() % 3) - 1);
                change.values.emplace_back(field, value);
            }
            const auto before = it->second;
            for (const auto &[field, value] : change.values)
                it->second[std::size_t(field)] = value;
            isChanged = before != it->second;
            current[it->first] += isChanged;
            set.changes.push_back(change);
        }
        const auto applied = valueOf(store->apply(set));
        for (const AppliedRecord &record : applied.records) {
            versions[record.id] = record.version;
            if (record.kind == RecordChange::Kind::Insert)
                expected[record.id] = valueOf(store->read(EntityKind::Project, record.id)).values;
        }
        ASSERT_EQ(contentOf(*store), expected) << "round " << round;
        if (applied.setId && random() % 2) {
            const auto undo = undone(valueOf(store->readSet(applied.setId)));
            ASSERT_EQ(contentOf(*store), model) << "round " << round;
            undone(undo, ChangeSource::Redo);
            ASSERT_EQ(contentOf(*store), expected) << "round " << round;
            for (const Record &record : valueOf(store->readAll(EntityKind::Project)))
                versions[record.id] = record.version;
        }
        model = expected;
    }
    EXPECT_TRUE(isSound(*store));
}

} // namespace yipi::storage::test
