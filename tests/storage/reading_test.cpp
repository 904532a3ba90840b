// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

namespace yipi::storage::test {

using ReadingTest = LedgerTest;

std::vector<qint64> idsOf(const std::vector<Record> &records) {
    std::vector<qint64> ids;
    for (const Record &record : records)
        ids.push_back(record.id);
    return ids;
}

TEST_F(ReadingTest, ReadsByIdInTheAskedOrder) {
    fill(4);
    const std::vector<qint64> ids{3, 1, 77, 3};
    EXPECT_EQ(idsOf(valueOf(store->readMany(EntityKind::Project, ids))), (std::vector<qint64>{3, 1, 3}));
    EXPECT_EQ(idsOf(valueOf(store->readAll(EntityKind::Project))), (std::vector<qint64>{1, 2, 3, 4}));
    EXPECT_EQ(store->read(EntityKind::Project, 77).error().code, ErrorCode::NotFound);
}

TEST_F(ReadingTest, ScansTheAskedColumns) {
    fill(3);
    valueOf(store->apply(setOf({updated<Project>(2, 1, "total_investment", Value())})));
    std::vector<std::string> seen;
    const std::vector<int> fields{fieldOf<Project>("total_investment"), fieldOf<Project>("uid"),
                                  fieldOf<Project>("code")};
    valueOf(store->scan(EntityKind::Project, fields, [&](const RowView &row) {
        EXPECT_EQ(row.isNull(0), row.id() == 2);
        EXPECT_EQ(row.text(2), "");
        // A visitor may read on with the same store.
        EXPECT_EQ(valueOf(store->read(EntityKind::Project, row.id())).version, row.version());
        seen.push_back(std::to_string(row.integer(0)) + std::string(row.text(1)));
    }));
    EXPECT_EQ(seen, (std::vector<std::string>{"1000000u1", "0u2", "1000000u3"}));
}

TEST_F(ReadingTest, FindsByValueAndByNothing) {
    fill(3);
    valueOf(store->apply(setOf({updated<Project>(2, 1, "code", QStringLiteral("A"))})));
    const auto find = [&](const char *field, const Value &value) {
        return idsOf(valueOf(store->find(EntityKind::Project, fieldOf<Project>(field), value)));
    };
    EXPECT_EQ(find("code", QStringLiteral("A")), (std::vector<qint64>{2}));
    EXPECT_EQ(find("code", Value()), (std::vector<qint64>{1, 3}));
    EXPECT_EQ(find("code", QString()), (std::vector<qint64>{1, 3}));
    EXPECT_EQ(find("zone", qint64(1)), (std::vector<qint64>{1, 2, 3}));
    EXPECT_EQ(find("name", QStringLiteral("' OR 1=1 --")), (std::vector<qint64>{}));
}

TEST_F(ReadingTest, SortsWithEmptyValuesLast) {
    fill(4);
    valueOf(store->apply(
        setOf({updated<Project>(1, 1, "jobs", qint64(7)), updated<Project>(2, 1, "jobs", qint64(9)),
               updated<Project>(4, 1, "jobs", qint64(7))})));
    const int jobs = fieldOf<Project>("jobs");
    EXPECT_EQ(valueOf(store->sortedIds(EntityKind::Project, jobs, Qt::AscendingOrder)),
              (std::vector<qint64>{1, 4, 2, 3}));
    EXPECT_EQ(valueOf(store->sortedIds(EntityKind::Project, jobs, Qt::DescendingOrder)),
              (std::vector<qint64>{2, 1, 4, 3}));
}

TEST_F(ReadingTest, SettingsAreKeptAndChecked) {
    EXPECT_EQ(store->setting(QStringLiteral("city")), QString());
    valueOf(store->setSetting(QStringLiteral("city"), QStringLiteral("太原市")));
    valueOf(store->setSetting(QStringLiteral("city"), QStringLiteral("吕梁市")));
    store.reset();
    store = opened();
    EXPECT_EQ(store->setting(QStringLiteral("city")), QStringLiteral("吕梁市"));
    EXPECT_TRUE(isSound(*store));
}

TEST_F(ReadingTest, AReaderSeesWhatTheWriterCommits) {
    fill(1);
    const auto reader = opened();
    EXPECT_TRUE(reader->info().readOnly);
    EXPECT_EQ(valueOf(reader->count(EntityKind::Project)), 1);
    valueOf(store->apply(setOf({inserted(projectNamed(QStringLiteral("u2"), 1))})));
    EXPECT_EQ(valueOf(reader->count(EntityKind::Project)), 2);
    EXPECT_EQ(reader->journalHead(), store->journalHead());
}

} // namespace yipi::storage::test
