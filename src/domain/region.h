// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// 行政区划: a province, city or county of GB/T 2260.
struct Region : Identity {
    QString code; ///< six digits
    QString name;
    QString level;  ///< province, city, county
    QString parent; ///< code of the region it belongs to
};
template <>
const Entity<Region> &entity<Region>();

} // namespace yipi
