// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include "storage/connection.h"
#include "storage/file_place.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <array>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace yipi::storage::test {

class OpeningTest : public LedgerTest {
protected:
    /// Opening fails with the code and words, and leaves bytes and folder as they were.
    void expectRefused(const QString &name, const QByteArray &content, ErrorCode code,
                       const QString &words) const {
        const QString target = file(name);
        writeBytes(target, content);
        const QStringList before = names();
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto result = openLedger(target, mode);
            ASSERT_FALSE(result) << name.toStdString();
            EXPECT_EQ(key(result.error().code), key(code)) << result.error().text().toStdString();
            EXPECT_TRUE(result.error().message.contains(words)) << result.error().message.toStdString();
            EXPECT_EQ(result.error().place.file, target);
            EXPECT_EQ(bytesOf(target), content);
            EXPECT_EQ(names(), before);
        }
    }
    QByteArray closedLedger() {
        fill(40);
        store.reset();
        return bytesOf(path);
    }
};

TEST_F(OpeningTest, ForeignFilesAreRefusedUnchanged) {
    expectRefused(QStringLiteral("empty.yipi"), {}, ErrorCode::LedgerForeign, QStringLiteral("空文件"));
    expectRefused(QStringLiteral("text.yipi"), QByteArray("项目,开发区\n").repeated(50),
                  ErrorCode::LedgerForeign, QStringLiteral("不是一批台账"));
    expectRefused(QStringLiteral("short.yipi"), "x", ErrorCode::LedgerForeign,
                  QStringLiteral("不是一批台账"));
    expectRefused(QStringLiteral("book.yipi"), QByteArray("PK\x03\x04").append(QByteArray(5000, 'x')),
                  ErrorCode::LedgerForeign, QStringLiteral("Excel"));
    expectRefused(QStringLiteral("old.yipi"), QByteArray("\xD0\xCF\x11\xE0").append(QByteArray(5000, 'x')),
                  ErrorCode::LedgerForeign, QStringLiteral("xls"));
    {
        SQLite::Database other(file(QStringLiteral("other.db")).toStdString(),
                               SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE t (a)");
    }
    expectRefused(QStringLiteral("other.db"), bytesOf(file(QStringLiteral("other.db"))),
                  ErrorCode::LedgerForeign, QStringLiteral("别的程序"));
}

TEST_F(OpeningTest, NewerAndDamagedLedgersAreRefusedUnchanged) {
    const QByteArray good = closedLedger();
    QByteArray newer = good;
    newer[63] = char(currentSchema().version + 1); // user_version, big endian at 60
    expectRefused(QStringLiteral("newer.yipi"), newer, ErrorCode::LedgerNewer, QStringLiteral("格式 4"));
    QByteArray none = good;
    none[63] = 0;
    expectRefused(QStringLiteral("none.yipi"), none, ErrorCode::LedgerDamaged, QStringLiteral("格式版本号"));
    QByteArray header = good;
    header[0] = 'X';
    expectRefused(QStringLiteral("header.yipi"), header, ErrorCode::LedgerDamaged, QStringLiteral("文件头"));
    expectRefused(QStringLiteral("half.yipi"), good.left(good.size() / 2), ErrorCode::LedgerDamaged,
                  QStringLiteral("损坏"));
    QByteArray zeroed = good;
    zeroed.replace(8192, 4096 * 4, QByteArray(4096 * 4, '\0'));
    expectRefused(QStringLiteral("zeroed.yipi"), zeroed, ErrorCode::LedgerDamaged, QStringLiteral("损坏"));
}

TEST_F(OpeningTest, DamageFoundBesideTheFirstReadingKeepsWritersOut) {
    const QByteArray good = closedLedger();
    QByteArray zeroed = good;
    zeroed.replace(8192, 4096 * 4, QByteArray(4096 * 4, '\0'));
    writeBytes(path, zeroed);
    const auto unconfirmed = openLedgerUnconfirmed(path, OpenMode::ReadWrite);
    ASSERT_TRUE(unconfirmed);
    EXPECT_EQ((*unconfirmed)->apply(setOf({inserted(zoneNamed(QStringLiteral("Z9")))})).error().code,
              ErrorCode::LedgerDamaged);
    EXPECT_EQ((*unconfirmed)->confirmSound().error().code, ErrorCode::LedgerDamaged);
    EXPECT_EQ(bytesOf(path), zeroed);
    writeBytes(path, good);
    EXPECT_TRUE(valueOf(openLedgerUnconfirmed(path, OpenMode::ReadWrite))->confirmSound());
}

TEST_F(OpeningTest, AForeignTriggerIsDamage) {
    store.reset();
    {
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
        database.exec("CREATE TRIGGER evil AFTER INSERT ON project BEGIN DELETE FROM setting; END");
    }
    expectRefused(QStringLiteral("台账.yipi"), bytesOf(path), ErrorCode::LedgerDamaged,
                  QStringLiteral("表结构"));
}

TEST_F(OpeningTest, WhatIsNotALocalFileIsRefused) {
    EXPECT_EQ(openLedger(file(QStringLiteral("none.yipi")), OpenMode::ReadWrite).error().code,
              ErrorCode::FileMissing);
    EXPECT_EQ(openLedger(QFileInfo(path).path(), OpenMode::ReadWrite).error().code, ErrorCode::LedgerForeign);
    const auto server = openLedger(QStringLiteral("postgresql://host/ledger"), OpenMode::ReadWrite);
    EXPECT_EQ(server.error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(server.error().message.contains(QStringLiteral("这个版本")));
    EXPECT_EQ(createLedger(path).error().code, ErrorCode::Refused);
    EXPECT_EQ(createLedger(file(QStringLiteral("no/such.yipi"))).error().code, ErrorCode::FileMissing);
}

TEST_F(OpeningTest, EverySettingIsInForce) {
    store.reset();
    Connection connection(path, FileUse::Write, {});
    const auto value = [&](const char *pragma) {
        Statement statement(connection.database().getHandle(), std::string("PRAGMA ") + pragma);
        return statement.step() ? std::string(statement.text(0)) : std::string();
    };
    EXPECT_EQ(value("journal_mode"), "truncate");
    EXPECT_EQ(value("synchronous"), "2");
    EXPECT_EQ(value("foreign_keys"), "1");
    EXPECT_EQ(value("trusted_schema"), "0");
    EXPECT_EQ(value("cell_size_check"), "1");
    EXPECT_EQ(value("mmap_size"), "0");
    EXPECT_EQ(value("application_id"), std::to_string(0x59697069));
    EXPECT_EQ(value("user_version"), "3");
    EXPECT_EQ(value("query_only"), "0");
    int isDefensive = 0;
    sqlite3_db_config(connection.database().getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &isDefensive);
    EXPECT_EQ(isDefensive, 1);
}

TEST_F(OpeningTest, ASettingThatDoesNotHoldIsAnError) {
    store.reset();
    OpenSettings settings;
    settings.journalMode = "off"; // DEFENSIVE forbids it: it reads back as another mode
    const auto result = openLedgerWith(path, OpenMode::ReadWrite, settings);
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("journal_mode")));
}

TEST_F(OpeningTest, TheSecondWriterOnlyReads) {
    const auto second = opened();
    EXPECT_TRUE(second->info().readOnly);
    EXPECT_TRUE(second->info().readOnlyReason.contains(QStringLiteral("修改，自 20")))
        << second->info().readOnlyReason.toStdString();
    EXPECT_FALSE(second->setSetting(QStringLiteral("a"), QStringLiteral("b")));
    store.reset();
    EXPECT_FALSE(names().contains(QStringLiteral("台账.yipi.lock")));
    EXPECT_FALSE(opened()->info().readOnly);
}

TEST_F(OpeningTest, ALinkToALedgerIsTheSameLedger) {
    ASSERT_TRUE(QFile::link(path, file(QStringLiteral("symbolic.yipi"))));
    const auto second = valueOf(openLedger(file(QStringLiteral("symbolic.yipi")), OpenMode::ReadWrite));
    EXPECT_TRUE(second->info().readOnly);
    EXPECT_EQ(second->info().location, QFileInfo(path).canonicalFilePath());
    store.reset();
    ASSERT_EQ(::link(QFile::encodeName(path).constData(),
                     QFile::encodeName(file(QStringLiteral("hard.yipi"))).constData()),
              0);
    const auto hard = valueOf(openLedger(file(QStringLiteral("hard.yipi")), OpenMode::ReadWrite));
    EXPECT_TRUE(hard->info().readOnlyReason.contains(QStringLiteral("硬链接")));
}

/// Another process holds the lock until it is killed; no stale lock remains.
TEST_F(OpeningTest, TheLockOfAKilledProcessIsFree) {
    store.reset();
    std::array<int, 2> ready{};
    ASSERT_EQ(::pipe(ready.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = openLedger(path, OpenMode::ReadWrite);
        const char isWriter = held && !(*held)->info().readOnly;
        (void)!::write(ready[1], &isWriter, 1);
        ::pause();
    }
    char isWriter = 0;
    ASSERT_EQ(::read(ready[0], &isWriter, 1), 1);
    EXPECT_EQ(isWriter, 1);
    EXPECT_TRUE(opened()->info().readOnly);
    const auto restored = restoreLedger(path, path);
    EXPECT_FALSE(restored);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    EXPECT_FALSE(opened()->info().readOnly);
}

TEST_F(OpeningTest, AReadOnlyFileOpensReadOnly) {
    fill(2);
    store.reset();
    ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0444), 0);
    const QByteArray before = bytesOf(path);
    const auto reader = opened();
    EXPECT_TRUE(reader->info().readOnly);
    EXPECT_TRUE(reader->info().readOnlyReason.contains(QStringLiteral("只读")));
    EXPECT_EQ(valueOf(reader->count(EntityKind::Project)), 2);
    EXPECT_TRUE(isSound(*reader));
    EXPECT_EQ(bytesOf(path), before);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("台账.yipi"), QStringLiteral("台账.yipi-journal")}));
}

TEST_F(OpeningTest, NetworkAndSyncFoldersAreNotWritten) {
    store.reset();
    OpenSettings settings;
    settings.fileSystemType = [](const QString &) { return 0x65735546L; };
    const auto shared = valueOf(openLedgerWith(path, OpenMode::ReadWrite, settings));
    EXPECT_TRUE(shared->info().readOnlyReason.contains(QStringLiteral("FUSE")));
    EXPECT_EQ(createLedgerWith(file(QStringLiteral("new.yipi")), settings).error().code,
              ErrorCode::NotAllowed);
    for (const long type : {0x6969L, 0xFF534D42L, 0xFE534D42L, 0x01021997L})
        EXPECT_FALSE(placeProblem(path, type).isEmpty()) << type;
    EXPECT_TRUE(placeProblem(path, 0xEF53).isEmpty());
    EXPECT_TRUE(placeProblem(QStringLiteral("/home/a/WPS云盘/台账.yipi"), 0xEF53)
                    .contains(QStringLiteral("WPS云盘")));
}

TEST_F(OpeningTest, AJournalLeftOnAReadOnlyFileIsNotIgnored) {
    closedLedger();
    // A journal that must be rolled back: magic number, page count and a header that fits the file.
    const QString hot = file(QStringLiteral("hot.yipi"));
    {
        store = opened();
        QFile::copy(path, hot);
        SQLite::Database database(hot.toStdString(), SQLite::OPEN_READWRITE);
        database.exec(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN; UPDATE project SET remarks = "
            "hex(randomblob(3000))");
        QFile::copy(hot + QStringLiteral("-journal"), file(QStringLiteral("saved-journal")));
        QFile::copy(hot, file(QStringLiteral("saved")));
        database.exec("ROLLBACK");
    }
    QFile::remove(hot);
    QFile::remove(hot + QStringLiteral("-journal"));
    QFile::rename(file(QStringLiteral("saved")), hot);
    QFile::rename(file(QStringLiteral("saved-journal")), hot + QStringLiteral("-journal"));
    ASSERT_GT(QFileInfo(hot + QStringLiteral("-journal")).size(), 512);
    ASSERT_EQ(::chmod(QFile::encodeName(hot).constData(), 0444), 0);
    const auto refused = openLedger(hot, OpenMode::ReadWrite);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().advice.contains(QStringLiteral("-journal")))
        << refused.error().text().toStdString();
    ASSERT_EQ(::chmod(QFile::encodeName(hot).constData(), 0644), 0);
    const auto recovered = valueOf(openLedger(hot, OpenMode::ReadOnly));
    EXPECT_TRUE(isSound(*recovered));
    EXPECT_EQ(recovered->journalHead(), store->journalHead());
}

} // namespace yipi::storage::test
