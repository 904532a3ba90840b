// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace yipi::storage::test {

namespace {

/// Version 1 as it was made; a change here means that ledgers of users can't be opened any more without a
/// migration.
QByteArray frozenSchema() {
    return bytesOf(QStringLiteral(YIPI_SOURCE_DIR "/tests/storage/schema_v1.sql"));
}

QByteArray generatedSchema() {
    QByteArray text;
    for (const std::string &statement : schemaStatements(SqliteDialect()))
        text += QByteArray::fromStdString(statement) + ";\n";
    return text;
}

/// Version 2 of the tests: version 1 and a table.
const char *const kNewTable =
    "CREATE TABLE \"note\" (\n  \"id\" INTEGER PRIMARY KEY,\n  \"text\" TEXT NOT NULL\n) STRICT";

SchemaDefinition nextSchema(void (*run)(SQLite::Database &)) {
    SchemaDefinition schema{2, schemaStatements(SqliteDialect()), {{2, run}}};
    schema.statements.emplace_back(kNewTable);
    return schema;
}

} // namespace

using SchemaTest = LedgerTest;

TEST_F(SchemaTest, VersionOneIsFrozen) {
    EXPECT_EQ(currentSchema().version, 1);
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
    EXPECT_EQ(migrated->info().schema, 2);
    EXPECT_FALSE(migrated->info().readOnly);
    EXPECT_EQ(migrated->journalHead(), head);
    EXPECT_EQ(valueOf(migrated->count(EntityKind::Project)), 5);
    EXPECT_TRUE(migrated->apply(setOf({inserted(zoneNamed(QStringLiteral("Z2")))})));
    EXPECT_TRUE(isSound(*migrated));
    EXPECT_EQ(bytesOf(path + QStringLiteral(".v1.bak")), old);
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
    gap.version = 3;
    expectUnchanged(gap, "no way to version 3");
    EXPECT_FALSE(opened()->info().readOnly);
}

} // namespace yipi::storage::test
