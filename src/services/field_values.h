// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdint>
#include <vector>

namespace yipi::services {

/// The values of one field over all projects, for lists with counts and for groups.
struct FieldValues {
    QStringList titles; ///< in the order of the dictionary, names by pinyin
    std::vector<std::uint32_t>
        members; ///< of each project in Facts::projects: place in `titles` + 1, 0 = empty
};

} // namespace yipi::services
