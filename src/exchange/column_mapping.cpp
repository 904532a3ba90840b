// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_mapping.h"

#include "exchange/custom_fields.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace yipi::exchange::detail {

namespace {

/// Field of a column whose text is added to the remarks.
const QString kAppendedField = QStringLiteral("remarks+");

/// "total_investment" or "campaign_entry.batch"; null for an unknown key.
const FieldInfo *fieldByKey(const QString &text, EntityKind &entity) {
    for (const EntityKind kind :
         {EntityKind::Project, EntityKind::CampaignEntry, EntityKind::MonthlyProgress}) {
        const EntityInfo &info = entityInfo(kind);
        const QString own = text.startsWith(info.key + u'.') ? text.mid(info.key.size() + 1) : text;
        if (const int index = info.indexOf(own); index >= 0) {
            entity = kind;
            return &info.fields[std::size_t(index)];
        }
    }
    if (text == QStringLiteral("held_on") || text == QStringLiteral("campaign.held_on")) {
        entity = EntityKind::Campaign;
        return &entityInfo(entity).field(QStringLiteral("held_on"));
    }
    return nullptr;
}

Failure badMapping(const QString &what) {
    return fail(ErrorCode::InvalidValue, QStringLiteral("列映射文件不对：%1。").arg(what),
                QStringLiteral("应形如 {\"工作表名\": {\"F\": \"total_investment\"}}。"));
}

SheetColumn *columnNamed(SheetLayout &layout, const QString &name) {
    const auto it = std::find_if(layout.columns.begin(), layout.columns.end(), [&](const SheetColumn &c) {
        return columnLetters(c.mapping.column) == name || c.mapping.header == name;
    });
    return it == layout.columns.end() ? nullptr : &*it;
}

/// False when there is no such field.
bool assignField(SheetColumn &column, const QString &field, double confidence) {
    if (field.isEmpty()) {
        column.leaveOut();
        return true;
    }
    if (customName(field)) { // settled when the cells have been looked at
        column.leaveOut();
        column.match.special = HeaderMatch::Special::Custom;
        column.mapping.field = field;
        column.mapping.confidence = confidence;
        return true;
    }
    if (field == kAppendedField) {
        column.assign(entityInfo(EntityKind::Project).field(QStringLiteral("remarks")), EntityKind::Project,
                      confidence);
        column.match.special = HeaderMatch::Special::Appended;
        column.mapping.field = kAppendedField;
        return true;
    }
    EntityKind entity = EntityKind::Project;
    const FieldInfo *info = fieldByKey(field, entity);
    if (info) {
        const auto [year, month] = std::pair(column.match.year, column.match.month); // the header names them
        column.assign(*info, entity, confidence);
        column.match.year = year;
        column.match.month = month;
    }
    return info != nullptr;
}

/// `mayMiss`: a mapping for a whole sheet, whose tables have different columns.
Result<void> applyColumns(SheetLayout &layout, const QString &name, const nlohmann::json &columns,
                          bool mayMiss) {
    if (!columns.is_object())
        return badMapping(QStringLiteral("工作表“%1”的内容不是对象").arg(name));
    for (const auto &[key, value] : columns.items()) {
        const QString wanted = QString::fromStdString(key);
        if (!value.is_string())
            return badMapping(QStringLiteral("“%1”的字段不是文字").arg(wanted));
        SheetColumn *column = columnNamed(layout, wanted);
        if (!column && mayMiss)
            continue;
        if (!column) {
            QStringList known;
            for (const SheetColumn &c : layout.columns)
                known << columnLetters(c.mapping.column) + u' ' + c.mapping.header;
            return badMapping(QStringLiteral("工作表“%1”没有“%2”列，有：%3")
                                  .arg(name, wanted, known.join(QStringLiteral("、"))));
        }
        const QString field = QString::fromStdString(value.get<std::string>());
        if (!assignField(*column, field, kAssigned))
            return badMapping(QStringLiteral("没有名为“%1”的字段").arg(field));
    }
    return {};
}

/// A field that a later version no longer knows is no reason to refuse: the words decide again.
void applyRemembered(SheetLayout &layout, const ImportOptions &options) {
    const auto known = options.remembered.constFind(layout.fingerprint);
    if (known == options.remembered.constEnd())
        return;
    for (auto it = known->constBegin(); it != known->constEnd(); ++it)
        if (SheetColumn *column = columnNamed(layout, it.key());
            column && assignField(*column, it.value(), kRemembered))
            column->mapping.isRemembered = true;
}

} // namespace

Result<void> applyMapping(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options) {
    applyRemembered(layout, options);
    if (options.mapping.isEmpty())
        return {};
    const auto document =
        nlohmann::json::parse(options.mapping.begin(), options.mapping.end(), nullptr, false);
    if (!document.is_object())
        return badMapping(QStringLiteral("不是 JSON 对象"));
    if (const auto found = document.find(sheet.name.toStdString()); found != document.end())
        if (auto applied = applyColumns(layout, sheet.name, *found, layout.table > 0); !applied)
            return applied;
    const QString label = tableLabel(sheet.name, layout.table);
    if (const auto found = document.find(label.toStdString()); layout.table > 0 && found != document.end())
        return applyColumns(layout, label, *found, false);
    return {};
}

Result<void> checkMapping(const QByteArray &json, const Workbook &workbook) {
    static const QRegularExpression kTable(QStringLiteral(" 表\\d+$"));
    if (json.isEmpty())
        return {};
    const auto document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!document.is_object())
        return badMapping(QStringLiteral("不是 JSON 对象"));
    QStringList known;
    for (const Sheet &sheet : workbook.sheets)
        known << sheet.name;
    for (const auto &[key, value] : document.items()) {
        const QString name = QString::fromStdString(key);
        if (!known.contains(name) && !known.contains(QString(name).remove(kTable)))
            return badMapping(
                QStringLiteral("文件中没有工作表“%1”，有：%2").arg(name, known.join(QStringLiteral("、"))));
    }
    return {};
}

} // namespace yipi::exchange::detail
