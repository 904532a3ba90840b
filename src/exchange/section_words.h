// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/zone_index.h"

namespace yipi::exchange::detail {

/// What the headings above a row say about it.
struct SectionWords {
    qint64 zone = 0;                     ///< 0 = none that is known
    QString zoneText;                    ///< of a zone that is not known
    bool isLikelyZone = false;           ///< the title writes the zone's name otherwise
    SheetKind kind = SheetKind::Unknown; ///< the list: "（二）开工一批 12个"
    std::optional<bool> isIndustrial;    ///< 产业项目 or not: "二、基础设施项目"
};

/// Follows the headings between the rows of a table. What a heading says holds until one of the same or a
/// higher level.
class SectionHeadings {
public:
    explicit SectionHeadings(const ZoneIndex &zones)
        : m_zones(zones) {}
    /// A line of the table's title: what it names holds where no heading says otherwise.
    void enterTitle(const QString &text);
    /// Answers the level: 1 for 一、, 2 for （一）, 3 for 1., 9 for one without a number.
    int enter(const QString &text);
    SectionWords words() const;

private:
    struct Said {
        SectionWords words;
        int level = 0; ///< 0 = nothing said
    };

    const ZoneIndex &m_zones;
    SectionWords m_title;
    Said m_zone, m_kind, m_category;
};

/// How many projects a heading or a total announces: "孝义12个", "合计（3项）".
std::optional<int> announcedCount(const QString &text);

} // namespace yipi::exchange::detail
