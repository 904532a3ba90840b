// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/assessment.h"

#include <gtest/gtest.h>

namespace yipi::indicators {

/// An item of a rate to change at will.
inline AssessmentItem itemOf(const char *id, Decimal weight = 100,
                             AssessmentMeasure measure = AssessmentMeasure::Rate) {
    AssessmentItem item;
    item.id = item.title = QString::fromLatin1(id);
    item.measure = measure;
    item.rate = QStringLiteral("start");
    item.weight = weight;
    return item;
}

inline AssessmentScheme schemeOf(std::vector<AssessmentItem> items) {
    AssessmentScheme scheme;
    scheme.id = QStringLiteral("test");
    scheme.name = QStringLiteral("试");
    scheme.version = QStringLiteral("1");
    scheme.items = std::move(items);
    return scheme;
}

/// Zones 1, 2 … called A, B … with one figure for each item.
inline AssessmentFigures figuresOf(const std::vector<std::vector<ItemFigure>> &zones) {
    AssessmentFigures figures;
    for (const auto &items : zones) {
        ZoneFigures zone;
        zone.zone = qint64(figures.zones.size()) + 1;
        zone.name = QChar(char16_t(u'A' + int(figures.zones.size())));
        zone.items = items;
        figures.zones.push_back(std::move(zone));
    }
    return figures;
}

inline std::vector<std::vector<ItemFigure>> oneItem(std::initializer_list<Rate> rates) {
    std::vector<std::vector<ItemFigure>> zones;
    for (const Rate &rate : rates)
        zones.push_back({ItemFigure{rate, {}, false}});
    return zones;
}

} // namespace yipi::indicators
