// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of an export as JSON, for programs that read the ledger.
#include "exchange/export_tables.h"
#include "exchange/workbook_writer.h"

#include <nlohmann/json.hpp>

namespace yipi::exchange {

namespace {

using namespace detail;
using Json = nlohmann::ordered_json;

std::string jsonKey(const ExportColumn &column) {
    const EntityKind entity = column.custom ? EntityKind::Project : column.entity;
    return (entityInfo(entity).key + u'.' + column.info().key).toStdString();
}

Json jsonValue(const FieldInfo &field, const Value &value, const ReferenceNames &names) {
    if (field.type == FieldType::Money || field.type == FieldType::Integer)
        return std::get<qint64>(value);
    return exactText(field, value, MoneyUnit::Yuan, names).toStdString();
}

} // namespace

QByteArray exportJson(const ExportData &data) {
    const ExportTables tables(data);
    const ReferenceNames names(data);
    Json sheets = Json::array();
    for (const ExportTable &table : tables.all()) {
        Json columns = Json::array(), rows = Json::array();
        for (const ExportColumn &column : table.columns)
            columns.push_back({{"key", jsonKey(column)},
                               {"title", exportHeader(column.info(), MoneyUnit::Yuan).toStdString()}});
        for (const ExportRow &row : table.rows) {
            Json line = Json::object();
            for (const ExportColumn &column : table.columns)
                if (const Value value = tables.valueOf(column, row); !isEmpty(value))
                    line[jsonKey(column)] = jsonValue(column.info(), value, names);
            rows.push_back(std::move(line));
        }
        sheets.push_back(
            {{"name", table.name.toStdString()}, {"columns", std::move(columns)}, {"rows", std::move(rows)}});
    }
    const Json document{{"format", "yipi-export"}, {"version", 1}, {"sheets", std::move(sheets)}};
    return QByteArray::fromStdString(document.dump(1));
}

} // namespace yipi::exchange
