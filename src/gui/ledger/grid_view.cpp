// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grid_view.h"

#include "gui/ledger/grid_zoom.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace yipi::gui {

namespace {

const QString kName = QStringLiteral("name"), kColumns = QStringLiteral("columns");
const QString kFrozen = QStringLiteral("frozen"), kKey = QStringLiteral("key");
const QString kWidth = QStringLiteral("width"), kHidden = QStringLiteral("hidden");
const QString kSort = QStringLiteral("sort"), kDescending = QStringLiteral("descending");
const QString kFilters = QStringLiteral("filters"), kGroups = QStringLiteral("groups");
const QString kUnit = QStringLiteral("unit"), kZoom = QStringLiteral("zoom");
const QString kColours = QStringLiteral("colours"), kCondition = QStringLiteral("condition");
const QString kColour = QStringLiteral("colour"), kColumn = QStringLiteral("column");
const QString kWan = QStringLiteral("wan"), kYi = QStringLiteral("yi");

QJsonObject toJson(const GridView &view) {
    QJsonArray columns, sort;
    for (const ColumnState &column : view.layout.columns)
        columns.append(QJsonObject{{kKey, column.key}, {kWidth, column.width}, {kHidden, column.isHidden}});
    for (const services::SortKey &key : view.order)
        sort.append(QJsonObject{{kKey, key.key}, {kDescending, key.order == Qt::DescendingOrder}});
    QJsonObject filters;
    for (const auto &[key, typed] : view.filters)
        filters.insert(key, typed);
    QJsonArray groups, colours;
    for (const ColourRule &rule : view.colours)
        colours.append(
            QJsonObject{{kCondition, rule.condition}, {kColour, rule.colour}, {kColumn, rule.column}});
    for (const QString &key : view.groups)
        groups.append(key);
    return {{kName, view.name},  {kGroups, groups},
            {kColours, colours}, {kUnit, view.unit == MoneyUnit::Wan ? kWan : kYi},
            {kZoom, view.zoom},  {kFrozen, view.layout.frozen},
            {kColumns, columns}, {kSort, sort},
            {kFilters, filters}};
}

GridView viewFrom(const QJsonObject &json) {
    constexpr int kNarrowest = 20, kWidest = 2000;
    GridView view;
    view.name = json.value(kName).toString().trimmed();
    view.layout.frozen = json.value(kFrozen).toInt(kFrozenColumns);
    for (const QJsonValue &value : json.value(kColumns).toArray())
        view.layout.columns.push_back({value[kKey].toString(),
                                       std::clamp(value[kWidth].toInt(80), kNarrowest, kWidest),
                                       value[kHidden].toBool()});
    for (const QJsonValue &value : json.value(kSort).toArray())
        view.order.push_back(
            {value[kKey].toString(), value[kDescending].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
    const QJsonObject filters = json.value(kFilters).toObject();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        view.filters[it.key()] = it.value().toString();
    for (const QJsonValue &value : json.value(kGroups).toArray())
        view.groups.push_back(value.toString());
    for (const QJsonValue &value : json.value(kColours).toArray())
        view.colours.push_back(
            {value[kCondition].toString(), value[kColour].toString(), value[kColumn].toString()});
    view.unit = json.value(kUnit).toString() == kWan ? MoneyUnit::Wan : MoneyUnit::Yi;
    view.zoom = std::clamp(json.value(kZoom).toInt(100), GridZoom::kSmallest, GridZoom::kLargest);
    return view;
}

} // namespace

QJsonArray toJson(const std::vector<GridView> &views) {
    QJsonArray list;
    for (const GridView &view : views)
        list.append(toJson(view));
    return list;
}

std::vector<GridView> viewsFromJson(const QByteArray &json, bool areShared) {
    std::vector<GridView> views;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        GridView view = viewFrom(value.toObject());
        view.isShared = areShared;
        if (!view.name.isEmpty() && !view.layout.columns.empty())
            views.push_back(std::move(view));
    }
    return views;
}

} // namespace yipi::gui
