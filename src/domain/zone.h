// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

namespace yipi {

enum class ZoneLevel { Provincial, National };
template <>
std::span<const Choice> choicesOf<ZoneLevel>();

/// Zones of one category are assessed alike.
enum class ZoneCategory { Industrial, Agricultural, CultureTourism };
template <>
std::span<const Choice> choicesOf<ZoneCategory>();

/// 开发区
struct Zone : Identity {
    QString code;
    QString name;
    QString shortName;
    QString city;
    QString county;
    ZoneLevel level = ZoneLevel::Provincial;
    ZoneCategory category = ZoneCategory::Industrial;
    QString rankingGroup;            ///< zones with the same text are ranked together
    QString leadIndustries;          ///< separated by "；"
    std::optional<qint64> sortOrder; ///< order in lists and bulletins
};
template <>
const Entity<Zone> &entity<Zone>();

} // namespace yipi
