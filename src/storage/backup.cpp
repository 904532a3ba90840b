// SPDX-License-Identifier: GPL-3.0-or-later
// Backup and restore of a SQLite ledger.
#include "storage/failure.h"
#include "storage/file_switch.h"
#include "storage/header.h"
#include "storage/ledger_copy.h"
#include "storage/sqlite_store.h"
#include "storage/verifier.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace yipi::storage {

namespace {

QString keptName(const QString &target) {
    const QFileInfo file(target);
    const QString stem = QStringLiteral("%1/%2.before-restore-%3")
                             .arg(file.path(), file.completeBaseName(),
                                  QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    QString name = stem + suffix;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = QStringLiteral("%1-%2%3").arg(stem).arg(number).arg(suffix);
    return name;
}

/// A writer that died may have left a journal that belongs to the present file and must not meet the new one:
/// SQLite rolls it back when the file is opened. What can't be opened is kept together with its journal.
void settleJournal(const QString &target, const QString &kept) {
    const QString journal = target + QStringLiteral("-journal");
    const auto settled = guarded(target, [&] {
        inspectHeader(target, {}); // SQLite would delete the journal of a file that is no database
        Connection(target, FileUse::ReadRecover, {});
    });
    if (!QFileInfo::exists(journal))
        return;
    const bool isMoved = settled && QFileInfo(journal).size() == 0
                             ? QFile::remove(journal)
                             : QFile::rename(journal, kept + QStringLiteral("-journal"));
    if (!isMoved)
        raise(ErrorCode::Io, QStringLiteral("无法处理 %1，没有恢复。").arg(journal));
}

} // namespace

Result<void> SqliteStore::backup(const QString &path, const ProgressReport &progress) {
    return guarded(path, [&] {
        const QFileInfo file(path);
        if (file.exists() && file.canonicalFilePath() == m_info.location)
            raise(ErrorCode::Refused, QStringLiteral("不能把台账备份到它自己。"),
                  QStringLiteral("请换一个文件名。"));
        if (!QFileInfo(file.absolutePath()).isDir())
            raise(ErrorCode::FileMissing, QStringLiteral("文件夹 %1 不存在。").arg(file.absolutePath()));
        const TemporaryFile temporary(file.absoluteFilePath());
        // One moment of the ledger, also while another program writes.
        const ReadTransaction moment(*m_connection);
        copyLedger(*m_connection, temporary.path(), progress);
        OpenSettings plain = m_settings;
        plain.vfs.clear();
        requireSameLedger(*m_connection, temporary.path(), plain, progress);
        temporary.publish();
    });
}

Result<QList<Check>> SqliteStore::verify(const ProgressReport &progress) const {
    return guarded(m_info.location, [&] { return verifyLedger(*m_connection, progress); });
}

Result<QString> restoreLedger(const QString &backupFile, const QString &target) {
    const QFileInfo from(backupFile);
    const QFileInfo to(target);
    return guarded(backupFile, [&]() -> QString {
        if (!from.exists())
            raise(ErrorCode::FileMissing, QStringLiteral("备份文件不存在。"));
        if (to.exists() && to.canonicalFilePath() == from.canonicalFilePath())
            raise(ErrorCode::Refused, QStringLiteral("备份和要恢复的台账是同一个文件。"));
        const OpenSettings settings;
        if (inspectHeader(from.canonicalFilePath(), settings) < settings.schema->version)
            raise(ErrorCode::Unsupported, QStringLiteral("备份是旧格式。"),
                  QStringLiteral("请先复制一份并用“打开”升级，再恢复。"));
        Connection source(from.canonicalFilePath(), FileUse::Read, settings);
        requireSchema(source, *settings.schema);
        requireSound(verifyLedger(source, {}), QStringLiteral("备份"));

        const QString path = to.exists() ? to.canonicalFilePath() : to.absoluteFilePath();
        const auto lock = WriterLock::acquire(path);
        if (!lock)
            raise(ErrorCode::LedgerLocked, WriterLock::holder(path),
                  QStringLiteral("请关闭使用这个台账的程序后再恢复。"));
        const TemporaryFile temporary(path);
        copyLedger(source, temporary.path(), {});
        requireSameLedger(source, temporary.path(), settings, {});
        if (!to.exists()) {
            temporary.publishAsNew();
            return {};
        }
        const QString kept = keptName(path);
        settleJournal(path, kept);
        temporary.publishKeeping(kept);
        return kept;
    });
}

} // namespace yipi::storage
