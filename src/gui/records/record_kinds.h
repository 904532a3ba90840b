// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"

#include <QString>

#include <vector>

namespace yipi::gui {

/// Kinds of records under one heading of the list at the left.
struct RecordGroup {
    QString title;
    std::vector<EntityKind> kinds;
};

/// What the page 基础数据 offers, in its order.
const std::vector<RecordGroup> &recordGroups();

} // namespace yipi::gui
