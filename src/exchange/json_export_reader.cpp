// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_export_reader.h"

#include <nlohmann/json.hpp>

namespace yipi::exchange::detail {

namespace {

using Json = nlohmann::json;

/// A member as text; throws where it is of another kind.
QString textOf(const Json &object, const char *key) {
    return QString::fromStdString(object.at(key).get<std::string>());
}

Cell cellOf(const Json &value) {
    if (value.is_string()) {
        const QString text = QString::fromStdString(value.get<std::string>());
        return text.isEmpty() ? Cell{} : Cell{Cell::Kind::Text, 0, text};
    }
    if (value.is_number_integer()) // in full: a double would round a long code
        return {Cell::Kind::Text, 0, QString::number(value.get<qint64>())};
    throw ReadStopped{};
}

Sheet sheetOf(const Json &table, ReadBudget &budget) {
    SheetBuilder sheet(budget, textOf(table, "name"), false);
    // The name stands above, as in a workbook: it says the kind of the list.
    sheet.put(1, 1, {Cell::Kind::Text, 0, textOf(table, "name")});
    std::vector<std::string> keys;
    for (const Json &column : table.at("columns")) {
        keys.push_back(column.at("key").get<std::string>());
        sheet.put(2, int(keys.size()), {Cell::Kind::Text, 0, textOf(column, "title")});
    }
    int row = 2;
    for (const Json &line : table.at("rows")) {
        ++row;
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (const auto value = line.find(keys[i]); value != line.end())
                sheet.put(row, int(i) + 1, cellOf(*value));
    }
    return sheet.take();
}

} // namespace

std::vector<Sheet> readExportedJson(const QByteArray &content, ReadBudget &budget) {
    budget.spendBytes(content.size());
    try {
        const Json document = Json::parse(content.constBegin(), content.constEnd());
        if (document.at("format") != "yipi-export" || document.at("version") != 1)
            throw ReadStopped{};
        std::vector<Sheet> sheets;
        for (const Json &table : document.at("sheets"))
            sheets.push_back(sheetOf(table, budget));
        return sheets;
    } catch (const Json::exception &) {
        throw ReadStopped{};
    }
}

} // namespace yipi::exchange::detail
