// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

/// 产业链: an entry of the office's own dictionary of chains.
struct IndustryChain : Identity {
    QString name;
    QString system; ///< "985", "一高两先三特三新", 省级
    QString group;  ///< group inside the system
    QString leadDepartment;
    QString chainMasters; ///< 链主企业
};
template <>
const Entity<IndustryChain> &entity<IndustryChain>();

} // namespace yipi
