// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"

#include "fault/shim_vfs.h"

#include <QRegularExpression>

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

namespace yipi::storage::test {

class BackupTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        fill(20);
    }
    QString target = file(QStringLiteral("备份.yipi"));
};

TEST_F(BackupTest, ABackupIsTheSameLedger) {
    valueOf(store->backup(target));
    valueOf(store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z0")))})));
    std::vector<int> reports;
    valueOf(store->backup(target, [&](int permille) {
        reports.push_back(permille);
        return true;
    }));
    EXPECT_TRUE(std::is_sorted(reports.begin(), reports.end()));
    const auto copy = valueOf(openLedger(target, OpenMode::ReadOnly));
    EXPECT_EQ(copy->journalHead(), store->journalHead());
    EXPECT_EQ(copy->info().ledgerId, store->info().ledgerId);
    EXPECT_EQ(valueOf(copy->readAll(EntityKind::Project)), valueOf(store->readAll(EntityKind::Project)));
    EXPECT_TRUE(isSound(*copy));
    // The original is still ours to write, and nothing was left behind.
    EXPECT_TRUE(store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z2")))})));
    for (const QString &name : names())
        EXPECT_FALSE(name.startsWith(u'.')) << name.toStdString();
}

TEST_F(BackupTest, ADamagedLedgerGivesNoBackup) {
    valueOf(store->backup(target));
    const QByteArray older = bytesOf(target);
    store.reset();
    QByteArray bytes = bytesOf(path);
    const auto at = bytes.indexOf(QStringLiteral("年产u7").toUtf8());
    ASSERT_GT(at, 0);
    bytes[at] = char(bytes[at] ^ 1);
    writeBytes(path, bytes);
    store = opened();
    const auto result = store->backup(target);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::LedgerDamaged);
    EXPECT_EQ(bytesOf(target), older);
}

TEST_F(BackupTest, ReplacesNothingButItsOwnEarlierBackups) {
    const auto refuses = [&](const char *why) {
        const QByteArray before = bytesOf(target);
        const auto result = store->backup(target);
        ASSERT_FALSE(result) << why;
        EXPECT_EQ(result.error().code, ErrorCode::Refused) << why;
        EXPECT_EQ(result.error().text().count(target), 1) << why;
        EXPECT_FALSE(result.error().advice.isEmpty()) << why;
        EXPECT_EQ(bytesOf(target), before) << why;
    };
    writeBytes(target, "a letter");
    refuses("a foreign file");
    writeBytes(target, {});
    refuses("an empty file");
    QFile::remove(target);
    valueOf(createLedger(target));
    refuses("another ledger");
    QFile::remove(target);

    valueOf(store->backup(target));
    valueOf(openLedger(target, OpenMode::ReadWrite))
        ->apply(setOf({inserted(zoneNamed(QStringLiteral("Z9")))}));
    refuses("a copy that went its own way");
    QFile::remove(target);

    ASSERT_EQ(::link(QFile::encodeName(path).constData(), QFile::encodeName(target).constData()), 0);
    EXPECT_EQ(store->backup(target).error().code, ErrorCode::Refused);
}

TEST_F(BackupTest, AFullDiskHasTheWordsOfEveryWriter) {
    struct FullDisk final : fault::CallObserver {
        int before(const fault::FileCall &call) override {
            return call.kind == fault::FileCall::Kind::Write ? SQLITE_FULL : SQLITE_OK;
        }
    } full;
    const QStringList before = names();
    Result<void> result;
    {
        sqlite3_vfs *usual = sqlite3_vfs_find(nullptr);
        const fault::ShimVfs vfs("full", full);
        sqlite3_vfs_register(sqlite3_vfs_find("full"), 1);
        result = store->backup(target);
        sqlite3_vfs_register(usual, 1);
    }
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::DiskFull);
    EXPECT_TRUE(result.error().message.startsWith(QStringLiteral("磁盘空间不足，无法写入")));
    EXPECT_EQ(result.error().place.file, target);
    EXPECT_EQ(names(), before);
}

TEST_F(BackupTest, RestoreSaysWhyItCannotWrite) {
    valueOf(store->backup(target));
    store.reset();
    EXPECT_EQ(restoreLedger(target, file(QStringLiteral("no/such.yipi"))).error().code,
              ErrorCode::FileMissing);
    ASSERT_TRUE(QDir().mkpath(file(QStringLiteral("锁"))));
    ASSERT_EQ(::chmod(QFile::encodeName(file(QStringLiteral("锁"))).constData(), 0555), 0);
    const auto readOnly = restoreLedger(target, file(QStringLiteral("锁/台账.yipi")));
    ASSERT_FALSE(readOnly);
    EXPECT_EQ(readOnly.error().code, ErrorCode::Refused);
    EXPECT_TRUE(readOnly.error().message.contains(QStringLiteral("不能写入")));
}

TEST_F(BackupTest, RefusesItselfAndMissingFoldersAndCanBeCancelled) {
    EXPECT_EQ(store->backup(path).error().code, ErrorCode::Refused);
    EXPECT_EQ(store->backup(file(QStringLiteral("no/such"))).error().code, ErrorCode::FileMissing);
    for (int i = 0; i < 4; ++i) {
        std::vector<RecordChange> changes;
        for (int k = 0; k < 1500; ++k)
            changes.push_back(inserted(projectNamed(QStringLiteral("b%1-%2").arg(i).arg(k), 1)));
        valueOf(store->apply(setOf(changes)));
    }
    const QStringList before = names();
    EXPECT_EQ(store->backup(target, [](int) { return false; }).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(store->backup(target, [](int permille) { return permille < 600; }).error().code,
              ErrorCode::Cancelled);
    EXPECT_EQ(names(), before);
}

TEST_F(BackupTest, RestoreKeepsThePresentFile) {
    const QString head = store->journalHead();
    valueOf(store->backup(target));
    valueOf(store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z2")))})));
    const auto refused = restoreLedger(target, path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::LedgerLocked);
    store.reset();
    const QByteArray present = bytesOf(path);

    const QString kept = valueOf(restoreLedger(target, path));
    EXPECT_TRUE(QRegularExpression(QStringLiteral("/台账\\.before-restore-\\d{8}-\\d{6}\\.yipi$"))
                    .match(kept)
                    .hasMatch());
    EXPECT_EQ(bytesOf(kept), present);
    store = opened();
    EXPECT_FALSE(store->info().readOnly);
    EXPECT_EQ(store->journalHead(), head);
    EXPECT_TRUE(isSound(*store));
    store.reset();
    const QString second = valueOf(restoreLedger(target, path));
    EXPECT_NE(second, kept);
}

TEST_F(BackupTest, RestoreToANewPlaceAndOverADamagedFile) {
    valueOf(store->backup(target));
    EXPECT_EQ(valueOf(restoreLedger(target, file(QStringLiteral("neu.yipi")))), QString());
    EXPECT_TRUE(isSound(*valueOf(openLedger(file(QStringLiteral("neu.yipi")), OpenMode::ReadOnly))));

    store.reset();
    writeBytes(path, "rubbish");
    writeBytes(path + QStringLiteral("-journal"), QByteArray(2000, 'j'));
    const QString kept = valueOf(restoreLedger(target, path));
    EXPECT_EQ(bytesOf(kept), "rubbish");
    EXPECT_EQ(bytesOf(kept + QStringLiteral("-journal")), QByteArray(2000, 'j'));
    EXPECT_TRUE(isSound(*opened()));
}

TEST_F(BackupTest, OnlyASoundBackupIsRestored) {
    valueOf(store->backup(target));
    store.reset();
    const QByteArray present = bytesOf(path);
    QByteArray bytes = bytesOf(target);
    const auto at = bytes.lastIndexOf(QStringLiteral("年产u7").toUtf8());
    bytes[at] = char(bytes[at] ^ 1);
    writeBytes(target, bytes);
    const QStringList before = names();
    EXPECT_EQ(restoreLedger(target, path).error().code, ErrorCode::LedgerDamaged);
    writeBytes(target, "PK\x03\x04");
    EXPECT_EQ(restoreLedger(target, path).error().code, ErrorCode::LedgerForeign);
    EXPECT_EQ(restoreLedger(file(QStringLiteral("none")), path).error().code, ErrorCode::FileMissing);
    EXPECT_EQ(restoreLedger(path, path).error().code, ErrorCode::Refused);
    EXPECT_EQ(bytesOf(path), present);
    EXPECT_EQ(names(), before);
}

} // namespace yipi::storage::test
