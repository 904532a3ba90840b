// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/light_rules.h"

#include <QStringList>

namespace yipi::services {

/// The lights of data/lights and of the user's own folder, which wins; a bad file is left out and named in
/// `problems`.
indicators::LightPresets lightPresets(QStringList &problems);

} // namespace yipi::services
