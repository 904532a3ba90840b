// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/header.h"

#include "storage/connection.h"
#include "storage/failure.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <string_view>

namespace yipi::storage {

namespace {

/// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr int kHeaderSize = 100;
constexpr int kUserVersionOffset = 60;
constexpr int kApplicationIdOffset = 68;
constexpr std::string_view kSqliteMagic("SQLite format 3\0", 16);

struct Signature {
    std::string_view bytes;
    const char *what; ///< Chinese
};

constexpr std::array kSignatures{
    Signature{std::string_view("PK\x03\x04", 4),
              "这是 Excel 工作簿（xlsx）或压缩包，不是台账；如需录入请用“导入”。"},
    Signature{std::string_view("\xD0\xCF\x11\xE0", 4), "这是旧版 Office 文件（xls、doc），不是台账。"},
    Signature{std::string_view("%PDF", 4), "这是 PDF 文件，不是台账。"},
};

std::array<char, kHeaderSize> readHeader(const QString &path, const OpenSettings &settings) {
    // Read through SQLite's own file handle: another open and close of a ledger that this process has in use
    // would drop its locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
    const SQLite::Database database(path.toStdString(), SQLITE_OPEN_READONLY, 0, settings.vfs);
    sqlite3_file *file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::array<char, kHeaderSize> header{};
    const int code = file->pMethods->xRead(file, header.data(), kHeaderSize, 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        throw SQLite::Exception("read", code);
    return header;
}

[[noreturn]] void raiseForeign(std::string_view header) {
    QString message = QStringLiteral("这个文件不是一批台账。");
    for (const Signature &signature : kSignatures)
        if (header.starts_with(signature.bytes))
            message = QString::fromUtf8(signature.what);
    raise(ErrorCode::LedgerForeign, message,
          QStringLiteral("请选择扩展名为 .yipi 的台账文件；文件没有被改动。"));
}

} // namespace

int inspectHeader(const QString &path, const OpenSettings &settings) {
    if (QFileInfo(path).size() == 0)
        raise(ErrorCode::LedgerForeign, QStringLiteral("这是一个空文件（0 字节），不是台账。"),
              QStringLiteral("如果它原来是台账，请从最近一次备份恢复；文件没有被改动。"));
    const auto header = readHeader(path, settings);
    const std::string_view bytes(header.data(), header.size());
    const int applicationId = qFromBigEndian<qint32>(header.data() + kApplicationIdOffset);
    const int version = qFromBigEndian<qint32>(header.data() + kUserVersionOffset);
    if (!bytes.starts_with(kSqliteMagic)) {
        if (applicationId == kApplicationId)
            raise(ErrorCode::LedgerDamaged, QStringLiteral("台账的文件头已损坏。"),
                  QStringLiteral("请从最近一次备份恢复；文件没有被改动。"));
        raiseForeign(bytes);
    }
    if (applicationId != kApplicationId)
        raise(ErrorCode::LedgerForeign, QStringLiteral("这是别的程序的数据库，不是一批台账。"),
              QStringLiteral("请选择由本程序建立的台账；文件没有被改动。"));
    if (version > settings.schema->version)
        raise(ErrorCode::LedgerNewer,
              QStringLiteral("台账由更新版本的程序建立（格式 %1，本程序支持到 %2）。")
                  .arg(version)
                  .arg(settings.schema->version),
              QStringLiteral("请升级程序后再打开；文件没有被改动。"));
    if (version < 1)
        raise(ErrorCode::LedgerDamaged, QStringLiteral("台账的格式版本号（%1）不正确。").arg(version),
              QStringLiteral("请从最近一次备份恢复；文件没有被改动。"));
    return version;
}

void requireSchema(Connection &connection, const SchemaDefinition &schema) {
    std::vector<std::string> expected = schema.statements;
    std::vector<std::string> found;
    auto statement = connection.statement("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (statement->step())
        found.emplace_back(statement->text(0));
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    if (found != expected)
        raise(ErrorCode::LedgerDamaged, QStringLiteral("台账的表结构被改动过，与本程序的格式不一致。"),
              QStringLiteral("请从最近一次备份恢复；文件没有被改动。"));
}

} // namespace yipi::storage
