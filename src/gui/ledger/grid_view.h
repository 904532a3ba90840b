// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/filter_row.h"
#include "gui/ledger/row_colours.h"
#include "services/ledger_service.h"

#include <QJsonArray>

namespace yipi::gui {

/// How the grid looks: columns, order and groups of the rows, filter row, unit, size. Kept under a name as a
/// tab.
struct GridView {
    QString name;
    bool isShared = false; ///< kept in the ledger, for everybody who opens it
    ColumnLayout layout;
    std::vector<services::SortKey> order;
    ColumnFilters filters;
    std::vector<QString> groups; ///< keys of the columns grouped by
    MoneyUnit unit = MoneyUnit::Yi;
    int zoom = 100; ///< percent
    std::vector<ColourRule> colours;

    bool looksLike(const GridView &other) const {
        return layout == other.layout && order == other.order && filters == other.filters &&
               groups == other.groups && unit == other.unit && zoom == other.zoom && colours == other.colours;
    }
};

QJsonArray toJson(const std::vector<GridView> &views);
/// What can't be read is left out: a view is only a way to look.
std::vector<GridView> viewsFromJson(const QByteArray &json, bool areShared);

} // namespace yipi::gui
