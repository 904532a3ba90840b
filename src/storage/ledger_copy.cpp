// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger_copy.h"

#include "storage/failure.h"
#include "storage/journal.h"
#include "storage/verifier.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

namespace yipi::storage {

namespace {
constexpr int kPagesPerStep = 1000;
} // namespace

void copyLedger(Connection &source, const QString &path, const ProgressReport &progress) {
    SQLite::Database target(path.toStdString(), SQLITE_OPEN_READWRITE);
    // The copy counts only after it has been checked and synced as a whole.
    target.exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF");
    SQLite::Backup backup(target, source.database());
    while (backup.executeStep(kPagesPerStep) != SQLITE_DONE) {
        const int all = std::max(backup.getTotalPageCount(), 1);
        if (progress && !progress((all - backup.getRemainingPageCount()) * 500LL / all))
            raise(ErrorCode::Cancelled, QStringLiteral("已取消，没有写入任何内容。"));
    }
}

void requireSameLedger(Connection &source, const QString &copy, const OpenSettings &settings,
                       const ProgressReport &progress) {
    Connection connection(copy, FileUse::Read, settings);
    const ProgressReport secondHalf = [&](int permille) { return !progress || progress(500 + permille / 2); };
    requireSound(verifyLedger(connection, secondHalf), QStringLiteral("副本"));
    const JournalHead expected = journalHead(source);
    const JournalHead found = journalHead(connection);
    if (expected.sequence != found.sequence || expected.hash != found.hash)
        raise(ErrorCode::LedgerDamaged, QStringLiteral("副本与台账不一致。"),
              QStringLiteral("请重试；原有文件没有改动。"));
}

} // namespace yipi::storage
