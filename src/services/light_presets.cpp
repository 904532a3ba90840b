// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/light_presets.h"

#include "services/locations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace yipi::services {

indicators::LightPresets lightPresets(QStringList &problems) {
    indicators::LightPresets presets;
    for (const QString &folder : {dataFolder() + QStringLiteral("/lights"), userLightsFolder()})
        for (const QFileInfo &info :
             QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly)) {
                problems
                    << QStringLiteral("读不了亮灯规则文件 %1：%2").arg(info.filePath(), file.errorString());
                continue;
            }
            auto lights = indicators::parseLightRules(file.readAll(), info.fileName());
            if (lights)
                presets[info.completeBaseName()] = std::move(*lights);
            else
                problems << lights.error().text();
        }
    return presets;
}

} // namespace yipi::services
