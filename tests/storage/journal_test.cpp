// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical forms of docs/journal.md, checked by plain SQL as an outsider would.
#include "ledger_fixture.h"

#include "storage/canonical.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QCryptographicHash>

#include <algorithm>
#include <random>

namespace yipi::storage::test {

namespace {

QByteArray sha(const QByteArray &text) {
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray text(const SQLite::Column &column) {
    return QByteArray::fromStdString(column.getString());
}

} // namespace

class JournalTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        fill(3);
        valueOf(store->apply(
            setOf({updated<Project>(1, 1, "remarks", QStringLiteral("\"\\/\b\f\n\r\t\u0001\u007f é😀")),
                   updated<Project>(2, 1, "jobs", qint64(-5)), removed<Project>(3, 1)},
                  QStringLiteral("改“三”项"))));
        valueOf(store->setSetting(QStringLiteral("city"), QStringLiteral("吕梁市")));
    }
};

TEST_F(JournalTest, TheChainIsThatOfPlainSql) {
    SQLite::Database database(path.toStdString());
    QByteArray hash = sha(text(database.execAndGet("SELECT value FROM setting WHERE key = 'ledger_id'")));
    SQLite::Statement entries(database, R"(
        SELECT json_array(j.sequence, j.set_id, s.at, s.user_name, s.source, s.title, s.reason, s.undoes, j.operation,
                          j.entity, j.record_id, j.version, j.field, j.before_value, j.after_value,
                          lower(hex(j.record_hash))), lower(hex(j.hash))
        FROM journal j JOIN change_set s ON s.id = j.set_id ORDER BY j.sequence)");
    int count = 0;
    for (; entries.executeStep(); ++count) {
        hash = sha(hash + text(entries.getColumn(0)));
        ASSERT_EQ(hash, text(entries.getColumn(1))) << "entry " << count + 1;
    }
    EXPECT_EQ(count, 7);
    EXPECT_EQ(QString::fromLatin1(hash), store->journalHead());
}

TEST_F(JournalTest, TheContentHashIsThatOfPlainSql) {
    SQLite::Database database(path.toStdString());
    int rows = 0;
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const EntityInfo &info = entityInfo(EntityKind(kind));
        QStringList keys;
        for (const FieldInfo &field : info.fields)
            keys << field.key;
        std::sort(keys.begin(), keys.end());
        QStringList pairs;
        for (const QString &name : keys)
            pairs << QStringLiteral("'%1', \"%1\"").arg(name);
        SQLite::Statement statement(
            database,
            QStringLiteral("SELECT json_array('%1', id, version, json(json_patch('{}', json_object(%2)))), "
                           "lower(hex(content_hash)) FROM \"%1\"")
                .arg(info.key, pairs.join(QStringLiteral(", ")))
                .toStdString());
        for (; statement.executeStep(); ++rows)
            ASSERT_EQ(sha(text(statement.getColumn(0))), text(statement.getColumn(1)));
    }
    EXPECT_EQ(rows, 3);
    SQLite::Statement settings(
        database, "SELECT json_array('setting', key, value), lower(hex(content_hash)) FROM setting");
    while (settings.executeStep())
        EXPECT_EQ(sha(text(settings.getColumn(0))), text(settings.getColumn(1)));
}

TEST_F(JournalTest, JsonTextIsThatOfSqlite) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    SQLite::Statement statement(database, "SELECT json_array(?)");
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        QString sample;
        for (unsigned i = random() % 12; i > 0; --i)
            sample += QChar(char16_t(random() % 3 ? 1 + random() % 0x7f : 0x4e00 + random() % 0x500));
        std::string own = "[";
        appendJson(own, std::string_view(sample.toStdString()));
        statement.reset();
        statement.bind(1, sample.toStdString());
        ASSERT_TRUE(statement.executeStep());
        ASSERT_EQ(own + ']', statement.getColumn(0).getString());
    }
}

TEST_F(JournalTest, NobodyCanRewriteItWithSql) {
    store.reset();
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
    for (const char *sql : {"UPDATE journal SET after_value = 'x'", "DELETE FROM journal WHERE sequence = 7",
                            "UPDATE change_set SET user_name = 'x'", "DELETE FROM change_set"})
        EXPECT_THROW(database.exec(sql), SQLite::Exception) << sql;
}

} // namespace yipi::storage::test
