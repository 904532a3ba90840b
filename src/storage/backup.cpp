// SPDX-License-Identifier: GPL-3.0-or-later
// Backup and restore of a SQLite ledger.
#include "storage/failure.h"
#include "storage/file_switch.h"
#include "storage/header.h"
#include "storage/journal.h"
#include "storage/ledger_copy.h"
#include "storage/settings_table.h"
#include "storage/sqlite_store.h"
#include "storage/verifier.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

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
        name = QStringLiteral("%1-%2%3").arg(stem, QString::number(number), suffix);
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

bool isSameFile(const QString &one, const QString &other) {
    struct stat first {};
    struct stat second {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0 &&
           ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_ino == second.st_ino &&
           first.st_dev == second.st_dev;
}

/// True when every change in `copy` is in `ledger` as well: an earlier state of the same ledger.
bool isEarlierState(Connection &copy, Connection &ledger) {
    const JournalHead head = journalHead(copy);
    if (head.sequence == 0)
        return true;
    auto statement = ledger.statement("SELECT \"hash\" FROM \"journal\" WHERE \"sequence\" = ?");
    statement->bind(1, head.sequence);
    return statement->step() && statement->blob(0) == head.hash;
}

/// A backup may take the place of an earlier backup of the same ledger and of nothing else.
void requireReplaceable(const QString &target, Connection &ledger, const QString &ledgerId) {
    const QString advice = QStringLiteral("请换一个文件名，或先把原有文件移走。");
    OpenSettings settings;
    settings.check = FileCheck::None;
    const auto found = guarded(target, [&]() -> QString {
        inspectHeader(target, settings);
        Connection copy(target, FileUse::Read, settings);
        if (readSetting(copy, kLedgerIdSetting) != ledgerId)
            return QStringLiteral("已存在，是另一个台账，没有覆盖。");
        return isEarlierState(copy, ledger) ? QString()
                                            : QStringLiteral("已存在，其中有本台账没有的修改，没有覆盖。");
    });
    const QString problem = found ? *found : QStringLiteral("已存在，而且不是本台账的备份，没有覆盖。");
    if (!problem.isEmpty())
        raiseAt(target, ErrorCode::Refused, problem, advice);
}

/// Why nothing can be written beside `path`, before anything is tried.
void requireWritableFolder(const QString &path) {
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        raiseAt(path, ErrorCode::FileMissing, QStringLiteral("所在的文件夹不存在。"),
                QStringLiteral("请先建立文件夹，或换一个位置。"));
    struct stat info {};
    const QByteArray name = QFile::encodeName(folder);
    // An administrator may write everywhere; what is marked read-only is respected nevertheless.
    if (::access(name.constData(), W_OK) != 0 || ::stat(name.constData(), &info) != 0 ||
        (info.st_mode & 0222) == 0)
        raiseAt(path, ErrorCode::Refused,
                QStringLiteral("所在的磁盘或文件夹不能写入（只读或没有权限），没有恢复。"),
                QStringLiteral("请去掉只读属性，或恢复到其他位置。"));
}

} // namespace

Result<void> SqliteStore::backup(const QString &path, const ProgressReport &progress) {
    return guarded(path, [&] {
        const QFileInfo file(path);
        if (isSameFile(path, m_info.location))
            raise(ErrorCode::Refused, QStringLiteral("不能把台账备份到它自己。"),
                  QStringLiteral("请换一个文件名。"));
        if (!QFileInfo(file.absolutePath()).isDir())
            raise(ErrorCode::FileMissing, QStringLiteral("所在的文件夹不存在。"),
                  QStringLiteral("请先建立文件夹，或换一个位置。"));
        const bool isNew = !file.exists() && !file.isSymLink();
        if (!isNew)
            requireReplaceable(path, *m_connection, m_info.ledgerId);
        const TemporaryFile temporary(file.absoluteFilePath());
        // One moment of the ledger, also while another program writes.
        const ReadTransaction moment(*m_connection);
        try {
            copyLedger(*m_connection, temporary.path(), progress);
        } catch (const SQLite::Exception &exception) {
            if (primaryCode(exception) == SQLITE_FULL)
                temporary.raiseFull();
            throw;
        }
        OpenSettings plain = m_settings;
        plain.vfs.clear();
        requireSameLedger(*m_connection, temporary.path(), plain, progress);
        if (isNew)
            temporary.publishAsNew(); // what came there meanwhile stays
        else
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
        requireWritableFolder(path);
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
