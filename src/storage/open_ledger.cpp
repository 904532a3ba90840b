// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/failure.h"
#include "storage/file_place.h"
#include "storage/file_switch.h"
#include "storage/header.h"
#include "storage/migration.h"
#include "storage/settings_table.h"
#include "storage/sqlite_store.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace yipi::storage {

namespace {

bool isServer(const QString &location) {
    return location.startsWith(QStringLiteral("postgresql://")) ||
           location.startsWith(QStringLiteral("postgres://"));
}

/// How a ledger may be used here and now, and why not more.
struct Permit {
    FileUse use = FileUse::Write;
    QString reason;
    std::optional<WriterLock> lock;
};

Permit permitFor(const QString &path, OpenMode mode, const OpenSettings &settings) {
    const auto typeOf = settings.fileSystemType ? settings.fileSystemType : &fileSystemType;
    for (const QString &reason : {placeProblem(path, typeOf(path)), permissionProblem(path)})
        if (!reason.isEmpty())
            return {FileUse::Read, reason, {}};
    if (mode == OpenMode::ReadOnly)
        return {FileUse::ReadRecover, QStringLiteral("以只读方式打开。"), {}};
    if (auto lock = WriterLock::acquire(path))
        return {FileUse::Write, {}, std::move(lock)};
    return {FileUse::ReadRecover, WriterLock::holder(path), {}};
}

std::unique_ptr<LedgerStore> opened(const QString &path, OpenMode mode, const OpenSettings &settings) {
    const int version = inspectHeader(path, settings);
    Permit permit = permitFor(path, mode, settings);
    if (version < settings.schema->version) {
        if (permit.use != FileUse::Write)
            raise(ErrorCode::Unsupported,
                  QStringLiteral("台账是旧格式（%1），需要升级后才能查看。").arg(version),
                  QStringLiteral("请在可以写入的位置以可修改的方式打开一次。") + permit.reason);
        migrate(path, version, settings);
    }
    auto connection = std::make_unique<Connection>(path, permit.use, settings);
    requireSchema(*connection, *settings.schema);
    LedgerInfo info{path, settings.schema->version, permit.use != FileUse::Write, permit.reason,
                    readSetting(*connection, kLedgerIdSetting)};
    auto store = std::make_unique<SqliteStore>(std::move(connection), std::move(info), settings,
                                               std::move(permit.lock));
    if (settings.check == FileCheck::Beside)
        store->checkBeside();
    return store;
}

void writeEmptyLedger(const QString &path, const SchemaDefinition &schema) {
    OpenSettings settings;
    settings.check = FileCheck::None;
    settings.schema = &schema;
    Connection connection(path, FileUse::Write, settings);
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(schema.version)).c_str());
    for (const std::string &statement : schema.statements)
        connection.execute(statement.c_str());
    writeSetting(connection, kLedgerIdSetting, QUuid::createUuid().toString(QUuid::WithoutBraces));
    connection.execute("COMMIT");
}

} // namespace

Result<std::unique_ptr<LedgerStore>> openLedgerWith(const QString &location, OpenMode mode,
                                                    const OpenSettings &settings) {
    if (isServer(location))
        return fail(ErrorCode::Unsupported, QStringLiteral("这个版本还不能连接 PostgreSQL 服务器。"),
                    QStringLiteral("请使用本机的台账文件。"));
    const QFileInfo file(location);
    return guarded(location, [&] {
        if (!file.exists())
            raise(ErrorCode::FileMissing, QStringLiteral("台账文件不存在。"),
                  QStringLiteral("请检查路径，或新建一个台账。"));
        if (!file.isFile())
            raise(ErrorCode::LedgerForeign, QStringLiteral("这不是文件，不能作为台账打开。"));
        return opened(file.canonicalFilePath(), mode, settings);
    });
}

Result<std::unique_ptr<LedgerStore>> createLedgerWith(const QString &path, const OpenSettings &settings) {
    const auto made = guarded(path, [&] {
        const QFileInfo file(path);
        if (file.exists())
            raise(ErrorCode::Refused, QStringLiteral("已有同名文件，没有覆盖。"),
                  QStringLiteral("请换一个文件名。"));
        if (!QFileInfo(file.absolutePath()).isDir())
            raise(ErrorCode::FileMissing, QStringLiteral("文件夹不存在。"),
                  QStringLiteral("请先建立文件夹。"));
        const auto typeOf = settings.fileSystemType ? settings.fileSystemType : &fileSystemType;
        if (const QString reason = placeProblem(file.absoluteFilePath(), typeOf(file.absolutePath()));
            !reason.isEmpty())
            raise(ErrorCode::NotAllowed, QStringLiteral("不能在这里新建台账。"), reason);
        const TemporaryFile temporary(file.absoluteFilePath());
        writeEmptyLedger(temporary.path(), *settings.schema);
        temporary.publishAsNew();
    });
    if (!made)
        return Failure(made.error());
    return openLedgerWith(path, OpenMode::ReadWrite, settings);
}

Result<std::unique_ptr<LedgerStore>> openLedger(const QString &location, OpenMode mode) {
    return openLedgerWith(location, mode, {});
}

Result<std::unique_ptr<LedgerStore>> openLedgerUnconfirmed(const QString &location, OpenMode mode) {
    OpenSettings settings;
    settings.check = FileCheck::Beside;
    return openLedgerWith(location, mode, settings);
}

Result<std::unique_ptr<LedgerStore>> createLedger(const QString &path) {
    return createLedgerWith(path, {});
}

} // namespace yipi::storage
