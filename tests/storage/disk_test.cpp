// SPDX-License-Identifier: GPL-3.0-or-later
// A full or failing disk, through a VFS that fails on request. All points of failure:
// tests/fault/io_error_test.
#include "fault/shim_vfs.h"
#include "ledger_fixture.h"

#include <sqlite3.h>

namespace yipi::storage::test {

/// Fails all calls of one kind on the ledger or its journal while it is switched on.
class FailingDisk final : public fault::CallObserver {
public:
    using Kind = fault::FileCall::Kind;
    int before(const fault::FileCall &call) override {
        if (code == SQLITE_OK || call.kind != kind)
            return SQLITE_OK;
        ++failures;
        return failures > spared ? code : SQLITE_OK;
    }
    int code = SQLITE_OK;
    Kind kind = Kind::Write;
    int spared = 0; ///< calls that still succeed
    int failures = 0;
};

class DiskTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        fill(3);
        store.reset();
        OpenSettings settings;
        settings.vfs = "failing";
        store = valueOf(openLedgerWith(path, OpenMode::ReadWrite, settings));
    }
    void TearDown() override { store.reset(); }

    FailingDisk disk;
    fault::ShimVfs vfs{"failing", disk};
    ChangeSet change = setOf({inserted(zoneNamed(QStringLiteral("Z2")))});
};

TEST_F(DiskTest, AFullDiskChangesNothingAndTheNextTryWorks) {
    const QString head = store->journalHead();
    disk.code = SQLITE_FULL;
    const auto result = store->apply(change);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::DiskFull);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("磁盘空间已满")));
    EXPECT_EQ(store->journalHead(), head);
    disk.code = SQLITE_OK;
    EXPECT_TRUE(store->apply(change));
    EXPECT_TRUE(isSound(*store));
}

TEST_F(DiskTest, AfterAnInputOutputErrorNothingMoreIsWritten) {
    disk.code = SQLITE_IOERR_WRITE;
    const auto result = store->apply(change);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Io);
    disk.code = SQLITE_OK;
    EXPECT_EQ(store->apply(change).error().code, ErrorCode::NotAllowed);
    EXPECT_TRUE(store->info().readOnlyReason.contains(QStringLiteral("重新打开")));
    EXPECT_EQ(valueOf(store->count(EntityKind::Zone)), 1);
    store.reset();
    EXPECT_TRUE(opened()->apply(change));
}

TEST_F(DiskTest, ACommitThatTheDiskDidNotConfirmIsNeverCalledUndone) {
    // Syncs of a commit: journal, its header, ledger, and at last the emptied journal.
    disk.code = SQLITE_IOERR_FSYNC;
    disk.kind = FailingDisk::Kind::Sync;
    disk.spared = 1'000'000;
    valueOf(store->apply(change));
    const int syncs = disk.failures;
    disk.failures = 0;
    disk.spared = syncs - 1;
    const auto result = store->apply(setOf({inserted(zoneNamed(QStringLiteral("Z3")))}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Io);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("已写入文件")))
        << result.error().message.toStdString();
    EXPECT_TRUE(store->info().readOnly);
    EXPECT_EQ(valueOf(store->count(EntityKind::Zone)), 3);
}

TEST_F(DiskTest, AnUnreadableLedgerIsAnErrorNotAnEmptyOne) {
    store.reset();
    disk.code = SQLITE_IOERR_READ;
    disk.kind = FailingDisk::Kind::Read;
    OpenSettings settings;
    settings.vfs = "failing";
    const auto result = openLedgerWith(path, OpenMode::ReadWrite, settings);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Io);
}

} // namespace yipi::storage::test
