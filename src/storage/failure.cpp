// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/failure.h"

#include <sqlite3.h>

#include <array>

namespace yipi::storage {

namespace {

struct Meaning {
    int code; ///< extended or primary result code of SQLite
    ErrorCode error;
    QString message;
    QString advice;
};

const Meaning &meaningOf(int extended) {
    static const std::array meanings{
        Meaning{SQLITE_READONLY_ROLLBACK, ErrorCode::LedgerDamaged,
                QStringLiteral("上次写入在中途断开，需要先恢复，而这个位置不能写入"),
                QStringLiteral("请把台账连同旁边的 -journal 文件一起复制到本机硬盘，再打开。")},
        Meaning{SQLITE_READONLY_CANTLOCK, ErrorCode::Io, QStringLiteral("所在磁盘不支持文件锁"),
                QStringLiteral("请把台账复制到本机硬盘再打开。")},
        Meaning{SQLITE_FULL, ErrorCode::DiskFull, QStringLiteral("磁盘空间已满，没有写入任何内容"),
                QStringLiteral("请清理磁盘后重试。")},
        Meaning{SQLITE_IOERR, ErrorCode::Io, QStringLiteral("读写磁盘出错"),
                QStringLiteral("请检查磁盘，重新打开台账后核对最近一次修改。")},
        Meaning{SQLITE_BUSY, ErrorCode::LedgerLocked, QStringLiteral("台账正被另一个程序使用"),
                QStringLiteral("请稍后重试，或关闭另一个窗口。")},
        Meaning{SQLITE_LOCKED, ErrorCode::LedgerLocked, QStringLiteral("台账正被另一个程序使用"),
                QStringLiteral("请稍后重试，或关闭另一个窗口。")},
        Meaning{SQLITE_CORRUPT, ErrorCode::LedgerDamaged, QStringLiteral("台账文件已损坏"),
                QStringLiteral("请不要继续使用这个文件，从最近一次备份恢复。")},
        Meaning{SQLITE_NOTADB, ErrorCode::LedgerDamaged, QStringLiteral("台账文件已损坏，文件头无法识别"),
                QStringLiteral("请从最近一次备份恢复。")},
        Meaning{SQLITE_READONLY, ErrorCode::NotAllowed, QStringLiteral("台账是只读的，不能修改"), {}},
        Meaning{SQLITE_PERM, ErrorCode::Io, QStringLiteral("没有访问这个文件的权限"), {}},
        Meaning{SQLITE_CANTOPEN, ErrorCode::Io, QStringLiteral("无法打开文件"),
                QStringLiteral("请检查文件和所在文件夹的权限。")},
        Meaning{SQLITE_TOOBIG, ErrorCode::Refused, QStringLiteral("内容太长，无法保存"), {}},
        Meaning{SQLITE_CONSTRAINT, ErrorCode::Refused, QStringLiteral("修改违反了台账的约束，没有写入"), {}},
        Meaning{SQLITE_NOMEM, ErrorCode::Internal, QStringLiteral("内存不足"), {}},
    };
    static const Meaning unknown{SQLITE_ERROR, ErrorCode::Internal, QStringLiteral("台账内部错误"), {}};
    for (const Meaning &meaning : meanings)
        if (meaning.code == extended || meaning.code == (extended & 0xff))
            return meaning;
    return unknown;
}

} // namespace

void raise(ErrorCode code, const QString &message, const QString &advice, const QString &field) {
    Error error;
    error.code = code;
    error.message = message;
    error.advice = advice;
    error.place.field = field;
    throw StoreError(std::move(error));
}

void raiseAt(const QString &file, ErrorCode code, const QString &message, const QString &advice) {
    Error error;
    error.code = code;
    error.message = message;
    error.advice = advice;
    error.place.file = file;
    throw StoreError(std::move(error));
}

int primaryCode(const SQLite::Exception &exception) {
    return exception.getErrorCode() & 0xff;
}

Error errorOf(const SQLite::Exception &exception, const QString &path) {
    const Meaning &meaning = meaningOf(exception.getExtendedErrorCode());
    Error error;
    error.code = meaning.error;
    error.message = QStringLiteral("%1（%2）。").arg(meaning.message, QString::fromUtf8(exception.what()));
    error.advice = meaning.advice;
    error.place.file = path;
    return error;
}

} // namespace yipi::storage
