// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/data_files.h"

#include <QDir>
#include <QFile>

namespace yipi::services {

void forEachDataFile(const QString &folder, const QString &what, QStringList &problems,
                     const std::function<void(const QFileInfo &, const QByteArray &)> &take) {
    for (const QFileInfo &info :
         QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            take(info, file.readAll());
        else
            problems << QStringLiteral("读不了%1文件 %2：%3").arg(what, info.filePath(), file.errorString());
    }
}

} // namespace yipi::services
