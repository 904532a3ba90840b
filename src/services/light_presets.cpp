// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/light_presets.h"

#include "services/data_files.h"
#include "services/locations.h"

namespace yipi::services {

indicators::LightPresets lightPresets(QStringList &problems) {
    indicators::LightPresets presets;
    for (const QString &folder : {dataFolder() + QStringLiteral("/lights"), userLightsFolder()})
        forEachDataFile(folder, QStringLiteral("亮灯规则"), problems,
                        [&](const QFileInfo &info, const QByteArray &content) {
                            auto lights = indicators::parseLightRules(content, info.fileName());
                            if (lights)
                                presets[info.completeBaseName()] = std::move(*lights);
                            else
                                problems << lights.error().text();
                        });
    return presets;
}

} // namespace yipi::services
