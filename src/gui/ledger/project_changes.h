// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"

namespace yipi::gui {

/// A new project with nothing but its name and zone; the rest is typed into the grid.
ChangeSet newProject(const QString &name, qint64 zoneId);

} // namespace yipi::gui
