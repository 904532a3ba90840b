// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migration.h"

#include "storage/failure.h"
#include "storage/file_switch.h"
#include "storage/header.h"
#include "storage/ledger_copy.h"
#include "storage/verifier.h"

#include <QFileInfo>

namespace yipi::storage {

namespace {

QString backupName(const QString &path, int version) {
    QString name = QStringLiteral("%1.v%2.bak").arg(path, QString::number(version));
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = QStringLiteral("%1.v%2.%3.bak").arg(path, QString::number(version), QString::number(number));
    return name;
}

void runSteps(Connection &copy, int from, const SchemaDefinition &schema) {
    copy.execute("PRAGMA foreign_keys = OFF"); // a table that is rebuilt is dropped while others refer to it
    copy.execute("BEGIN IMMEDIATE");
    int version = from;
    for (const Migration &step : schema.migrations) {
        if (step.to != version + 1)
            continue;
        step.run(copy.database());
        version = step.to;
    }
    if (version != schema.version)
        raise(ErrorCode::Internal,
              QStringLiteral("没有从格式 %1 升级到 %2 的办法。").arg(version).arg(schema.version));
    copy.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
    copy.execute("COMMIT");
}

} // namespace

void migrate(const QString &path, int from, const OpenSettings &settings) {
    const TemporaryFile temporary(path);
    {
        Connection source(path, FileUse::Write, settings);
        requireSound(verifyJournal(source), QStringLiteral("升级前的台账"));
        copyLedger(source, temporary.path(), {});
        {
            Connection copy(temporary.path(), FileUse::Write, settings);
            runSteps(copy, from, *settings.schema);
            requireSchema(copy, *settings.schema);
        }
        requireSameLedger(source, temporary.path(), settings, {});
    }
    temporary.publishKeeping(backupName(path, from));
}

} // namespace yipi::storage
