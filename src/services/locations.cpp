// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/locations.h"

#include "storage/atomic_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace yipi::services {

namespace {

QString userDataFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/yipi");
}

QString lastLedgerFile() {
    return userDataFolder() + QStringLiteral("/last-ledger");
}

} // namespace

QString dataFolder() {
    const QString chosen = qEnvironmentVariable("YIPI_DATA");
    if (!chosen.isEmpty())
        return chosen;
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &candidate :
         {program + QStringLiteral("/data"), program + QStringLiteral("/../share/yipi"),
          QStringLiteral(YIPI_SOURCE_DATA)})
        if (QFileInfo::exists(candidate + QStringLiteral("/rules")))
            return QDir::cleanPath(candidate);
    return QDir::cleanPath(program + QStringLiteral("/../share/yipi"));
}

QString readerProgram() {
    const QString chosen = qEnvironmentVariable("YIPI_READER");
    if (!chosen.isEmpty())
        return chosen;
    const QString folder = QCoreApplication::applicationDirPath();
    const QString installed =
        QDir::cleanPath(folder + QStringLiteral("/../" YIPI_READER_PLACE "/yipi-reader"));
    for (const QString &candidate :
         {folder + QStringLiteral("/yipi-reader"), installed, QStringLiteral(YIPI_BUILT_READER)})
        if (QFileInfo(candidate).isExecutable())
            return candidate;
    return installed;
}

QString userRulesFolder() {
    return userDataFolder() + QStringLiteral("/rules");
}

QString userLightsFolder() {
    return userDataFolder() + QStringLiteral("/lights");
}

QString userAssessmentsFolder() {
    return userDataFolder() + QStringLiteral("/assessments");
}

QString mappingMemoryFile() {
    return userDataFolder() + QStringLiteral("/column-mappings.json");
}

QString unfinishedTextFile(const QString &location) {
    const QByteArray name = QCryptographicHash::hash(location.toUtf8(), QCryptographicHash::Sha1).toHex();
    return userDataFolder() + QStringLiteral("/unfinished/%1.json").arg(QString::fromLatin1(name));
}

QString defaultLedger() {
    const QString chosen = qEnvironmentVariable("YIPI_LEDGER");
    if (!chosen.isEmpty())
        return chosen;
    QFile last(lastLedgerFile());
    if (last.open(QIODevice::ReadOnly)) {
        const QString location = QString::fromUtf8(last.readAll()).trimmed();
        if (QFileInfo::exists(location))
            return location;
    }
    return userDataFolder() + QStringLiteral("/ledger.yipi");
}

void rememberLedger(const QString &location) {
    QDir().mkpath(userDataFolder());
    // Losing this convenience must never stop the work; the next start simply asks.
    (void)storage::writeFileAtomically(lastLedgerFile(), QFileInfo(location).absoluteFilePath().toUtf8());
}

} // namespace yipi::services
