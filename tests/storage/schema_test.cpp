// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include "domain/custom_field.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace yipi::storage::test {

namespace {

/// Version 3 as it was made; a change here means that ledgers of users can't be opened any more without a
/// migration.
QByteArray frozenSchema() {
    return bytesOf(QStringLiteral(YIPI_SOURCE_DIR "/tests/storage/schema_v3.sql"));
}

/// A ledger that the last program of version 1 wrote: 3 regions, 2 zones, 3 projects with their entries, 2
/// reports, 4 sets.
QByteArray ledgerOfVersion1() {
    return bytesOf(QStringLiteral(YIPI_SOURCE_DIR "/tests/storage/ledger_v1.yipi"));
}

/// The same ledger as the last program of version 2 left it, with one change of its own.
QByteArray ledgerOfVersion2() {
    return bytesOf(QStringLiteral(YIPI_SOURCE_DIR "/tests/storage/ledger_v2.yipi"));
}

QByteArray generatedSchema() {
    QByteArray text;
    for (const std::string &statement : schemaStatements(SqliteDialect()))
        text += QByteArray::fromStdString(statement) + ";\n";
    return text;
}

/// The next version of the tests: the present one and a table.
const char *const kNewTable =
    "CREATE TABLE \"note\" (\n  \"id\" INTEGER PRIMARY KEY,\n  \"text\" TEXT NOT NULL\n) STRICT";

SchemaDefinition nextSchema(void (*run)(SQLite::Database &)) {
    const int version = currentSchema().version + 1;
    SchemaDefinition schema{version, schemaStatements(SqliteDialect()), {{version, run}}};
    schema.statements.emplace_back(kNewTable);
    return schema;
}

} // namespace

using SchemaTest = LedgerTest;

TEST_F(SchemaTest, VersionThreeIsFrozen) {
    EXPECT_EQ(currentSchema().version, 3);
    EXPECT_EQ(generatedSchema().toStdString(), frozenSchema().toStdString())
        << "A field has changed: raise the schema version and add a migration (src/storage/schema.h).";
}

TEST_F(SchemaTest, MigrationSwitchesToAVerifiedCopyAndKeepsTheOldFile) {
    fill(5);
    const QString head = store->journalHead();
    store.reset();
    const QByteArray old = bytesOf(path);
    const SchemaDefinition next = nextSchema([](SQLite::Database &database) { database.exec(kNewTable); });
    OpenSettings settings;
    settings.schema = &next;

    const auto reader = openLedgerWith(path, OpenMode::ReadOnly, settings);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(bytesOf(path), old);

    auto migrated = valueOf(openLedgerWith(path, OpenMode::ReadWrite, settings));
    EXPECT_EQ(migrated->info().schema, next.version);
    EXPECT_FALSE(migrated->info().readOnly);
    EXPECT_EQ(migrated->journalHead(), head);
    EXPECT_EQ(valueOf(migrated->count(EntityKind::Project)), 5);
    EXPECT_TRUE(migrated->apply(setOf({inserted(zoneNamed(QStringLiteral("Z2")))})));
    EXPECT_TRUE(isSound(*migrated));
    EXPECT_EQ(bytesOf(path + QStringLiteral(".v3.bak")), old);
    migrated.reset();
    EXPECT_EQ(openLedger(path, OpenMode::ReadWrite).error().code, ErrorCode::LedgerNewer);
}

TEST_F(SchemaTest, AMigrationThatFailsOrForgetsLeavesTheLedgerAsItWas) {
    fill(5);
    store.reset();
    const QByteArray old = bytesOf(path);
    const QStringList before = names();
    const auto expectUnchanged = [&](const SchemaDefinition &next, const char *why) {
        OpenSettings settings;
        settings.schema = &next;
        EXPECT_FALSE(openLedgerWith(path, OpenMode::ReadWrite, settings)) << why;
        EXPECT_EQ(bytesOf(path), old) << why;
        EXPECT_EQ(names(), before) << why;
    };
    expectUnchanged(nextSchema([](SQLite::Database &database) { database.exec("CREATE TABLE nonsense"); }),
                    "SQL error");
    expectUnchanged(nextSchema([](SQLite::Database &) {}), "wrong schema");
    expectUnchanged(nextSchema([](SQLite::Database &database) {
                        database.exec(kNewTable);
                        database.exec("UPDATE project SET jobs = 5");
                    }),
                    "content changed without a journal entry");
    expectUnchanged(nextSchema([](SQLite::Database &database) {
                        database.exec(kNewTable);
                        database.exec("DELETE FROM project WHERE id = 3");
                    }),
                    "record lost");
    SchemaDefinition gap = nextSchema([](SQLite::Database &database) { database.exec(kNewTable); });
    ++gap.version;
    expectUnchanged(gap, "no way to the version after it");
    EXPECT_FALSE(opened()->info().readOnly);
}

TEST_F(SchemaTest, ALedgerOfVersionOneIsMigrated) {
    store.reset();
    const QByteArray old = ledgerOfVersion1();
    writeBytes(path, old);
    EXPECT_EQ(openLedger(path, OpenMode::ReadOnly).error().code, ErrorCode::Unsupported);

    store = opened();
    EXPECT_EQ(store->info().schema, currentSchema().version);
    EXPECT_TRUE(isSound(*store));
    EXPECT_EQ(bytesOf(path + QStringLiteral(".v1.bak")), old);
    EXPECT_EQ(store->journalSequence(), 19);
    const auto project = fromRecord<Project>(valueOf(store->read(EntityKind::Project, 1)));
    EXPECT_EQ(project.version, 2);
    EXPECT_EQ(project.code, QStringLiteral("A-1"));
    EXPECT_EQ(project.totalInvestment, Money::fromYuan(120'000'000));
    EXPECT_EQ(project.actualStart, QDate(2024, 6, 10));
    EXPECT_EQ(project.remarks, QStringLiteral("核对过"));
    EXPECT_FALSE(project.reservedOn.isValid() || project.fulfilledOn.isValid() ||
                 project.removalApprovedOn.isValid());
    const auto report = fromRecord<MonthlyProgress>(valueOf(store->read(EntityKind::MonthlyProgress, 2)));
    EXPECT_EQ(report.cumulativeInvestment, Money::fromYuan(8'000'000));
    EXPECT_EQ(report.annualOutput, Money::fromYuan(1'200'000));
    EXPECT_FALSE(report.annualPlan || report.yearInvestment || report.fundsInPlace);

    // The new fields and tables are there, guarded like the others.
    Milestone permit;
    permit.project = {1};
    permit.kind = MilestoneKind::Permit;
    permit.actual = QDate(2024, 6, 1);
    Target target;
    target.zone = {1};
    target.year = 2024;
    target.targetCount = 12;
    ASSERT_TRUE(
        store->apply(setOf({updated<Project>(1, 2, "fulfilled_on", QStringLiteral("2024-06-01")),
                            updated<MonthlyProgress>(2, report.version, "annual_plan", qint64(30'000'000)),
                            inserted(permit), inserted(target)})));
    EXPECT_EQ(store->apply(setOf({inserted(target)})).error().code, ErrorCode::Refused) << "one per key";
    EXPECT_EQ(store->apply(setOf({removed<Project>(1, 3)})).error().code, ErrorCode::Refused)
        << "still referenced";
    store.reset();
    store = opened();
    EXPECT_TRUE(isSound(*store));
}

TEST_F(SchemaTest, ALedgerOfVersionTwoIsMigrated) {
    store.reset();
    const QByteArray old = ledgerOfVersion2();
    writeBytes(path, old);
    store = opened();
    EXPECT_EQ(store->info().schema, currentSchema().version);
    EXPECT_TRUE(isSound(*store));
    EXPECT_EQ(bytesOf(path + QStringLiteral(".v2.bak")), old);
    EXPECT_EQ(store->journalSequence(), 20);
    const auto project = fromRecord<Project>(valueOf(store->read(EntityKind::Project, 1)));
    EXPECT_EQ(project.jobs, 12);
    EXPECT_EQ(project.remarks, QStringLiteral("核对过"));

    CustomField field;
    field.key = QStringLiteral("custom_1");
    field.title = QStringLiteral("环评批复号");
    const qint64 fieldId = valueOf(store->apply(setOf({inserted(field)}))).records.front().id;
    CustomValue value;
    value.project = {1};
    value.field = {fieldId};
    value.value = QStringLiteral("吕环审〔2024〕5号");
    ASSERT_TRUE(store->apply(setOf({inserted(value)})));
    EXPECT_EQ(store->apply(setOf({inserted(value)})).error().code, ErrorCode::Refused) << "one per key";
    EXPECT_EQ(store->apply(setOf({removed<CustomField>(fieldId, 1)})).error().code, ErrorCode::Refused)
        << "still referenced";
    EXPECT_TRUE(isSound(*store));
}

TEST_F(SchemaTest, WhereTheMigrationFailsTheLedgerOfVersionOneStays) {
    store.reset();
    const QByteArray old = ledgerOfVersion1();
    writeBytes(path, old);
    const QStringList before = names();
    SchemaDefinition failing = currentSchema();
    failing.migrations.front() = {2, [](SQLite::Database &database) {
                                      currentSchema().migrations.front().run(database);
                                      database.exec("INSERT INTO milestone (id) VALUES (1)");
                                  }};
    OpenSettings settings;
    settings.schema = &failing;
    EXPECT_FALSE(openLedgerWith(path, OpenMode::ReadWrite, settings));
    EXPECT_EQ(bytesOf(path), old);
    EXPECT_EQ(names(), before);
    failing.migrations.front() = {2, [](SQLite::Database &database) {
                                      currentSchema().migrations.front().run(database);
                                      database.exec("DELETE FROM zone WHERE id = 1"); // foreign keys are off
                                  }};
    EXPECT_FALSE(openLedgerWith(path, OpenMode::ReadWrite, settings));
    EXPECT_EQ(bytesOf(path), old);
    EXPECT_TRUE(isSound(*opened()));
}

} // namespace yipi::storage::test
