// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mapping_memory.h"

#include "storage/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace yipi::services {

namespace {

Failure badMemory(const QString &what) {
    return fail(ErrorCode::InvalidValue, QStringLiteral("列对应记忆不对：%1").arg(what),
                QStringLiteral("应形如 {\"版式指纹\": {\"工作表名\": {\"F\": "
                               "\"total_investment\"}}}；可删去该文件重新指定，或用 --no-memory 导入。"));
}

ColumnFields fieldsFrom(const QJsonObject &json) {
    ColumnFields fields;
    for (auto it = json.begin(); it != json.end(); ++it)
        fields.insert(it.key(), it.value().toString());
    return fields;
}

} // namespace

Result<MappingMemory::Layouts> MappingMemory::parse(const QByteArray &json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return badMemory(QStringLiteral("不是 JSON 对象"));
    Layouts layouts;
    const QJsonObject all = document.object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject sheets = it.value().toObject();
        if (sheets.size() != 1 || !sheets.begin().value().isObject())
            return badMemory(QStringLiteral("“%1”下应有一张工作表").arg(it.key()));
        const QJsonObject columns = sheets.begin().value().toObject();
        for (const QJsonValue &field : columns)
            if (!field.isString())
                return badMemory(QStringLiteral("“%1”的字段不是文字").arg(it.key()));
        layouts.insert(it.key(), {sheets.begin().key(), fieldsFrom(columns)});
    }
    return layouts;
}

Result<void> MappingMemory::load() {
    m_layouts.clear();
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("读不了列对应记忆 %1").arg(m_path),
                    QStringLiteral("请检查文件的权限，或用 --no-memory 导入。"));
    auto layouts = parse(file.readAll());
    if (!layouts) {
        layouts.error().place.file = m_path;
        return Failure(std::move(layouts).error());
    }
    m_layouts = std::move(*layouts);
    return {};
}

QHash<QString, ColumnFields> MappingMemory::layouts() const {
    QHash<QString, ColumnFields> all;
    for (auto it = m_layouts.begin(); it != m_layouts.end(); ++it)
        all.insert(it.key(), it->columns);
    return all;
}

ColumnFields MappingMemory::mappingFor(const exchange::SheetPlan &plan) const {
    return m_layouts.value(plan.fingerprint).columns;
}

/// Headers outlive letters when a column is put in; letters name columns whose header is not unique.
Result<void> MappingMemory::add(const exchange::SheetPlan &plan, const ColumnFields &columns) {
    Layout &layout = m_layouts[plan.fingerprint];
    if (layout.sheet.isEmpty())
        layout.sheet = plan.sheet;
    const auto &known = plan.columns;
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const auto column = std::find_if(known.begin(), known.end(), [&](const exchange::ColumnMapping &c) {
            return c.header == it.key() || columnLetters(c.column) == it.key();
        });
        if (column == known.end())
            return badMemory(QStringLiteral("工作表“%1”没有“%2”列").arg(plan.label(), it.key()));
        const auto sameHeader =
            std::count_if(known.begin(), known.end(),
                          [&](const exchange::ColumnMapping &c) { return c.header == column->header; });
        const QString letters = columnLetters(column->column);
        layout.columns.remove(letters);
        layout.columns.insert(sameHeader == 1 ? column->header : letters, it.value());
    }
    return {};
}

Result<void> MappingMemory::remember(const exchange::SheetPlan &plan, const ColumnFields &columns) {
    if (auto loaded = load(); !loaded) // another window may have written since
        return loaded;
    if (auto added = add(plan, columns); !added)
        return added;
    return write();
}

Result<void> MappingMemory::remember(const exchange::ImportPlan &plan, const QByteArray &mapping) {
    if (auto loaded = load(); !loaded)
        return loaded;
    const QJsonObject sheets = QJsonDocument::fromJson(mapping).object();
    for (const exchange::SheetPlan &table : plan.sheets) {
        ColumnFields columns = fieldsFrom(sheets.value(table.sheet).toObject());
        if (table.table > 0) { // a sheet's mapping names columns that some of its tables lack
            columns.removeIf([&](const auto &column) {
                return std::none_of(table.columns.begin(), table.columns.end(), [&](const auto &c) {
                    return c.header == column.key() || columnLetters(c.column) == column.key();
                });
            });
            columns.insert(fieldsFrom(sheets.value(table.label()).toObject()));
        }
        if (columns.isEmpty() || table.fingerprint.isEmpty())
            continue;
        if (auto added = add(table, columns); !added)
            return added;
    }
    return write();
}

Result<void> MappingMemory::forget(const QString &fingerprint) {
    if (auto loaded = load(); !loaded)
        return loaded;
    m_layouts.remove(fingerprint);
    return write();
}

QByteArray MappingMemory::exported() const {
    QJsonObject all;
    for (auto it = m_layouts.begin(); it != m_layouts.end(); ++it) {
        QJsonObject columns;
        for (auto column = it->columns.begin(); column != it->columns.end(); ++column)
            columns.insert(column.key(), column.value());
        all.insert(it.key(), QJsonObject{{it->sheet, columns}});
    }
    return QJsonDocument(all).toJson();
}

Result<void> MappingMemory::import(const QByteArray &json) {
    auto layouts = parse(json);
    if (!layouts)
        return Failure(std::move(layouts).error());
    if (auto loaded = load(); !loaded)
        return loaded;
    m_layouts.insert(*layouts);
    return write();
}

Result<void> MappingMemory::write() const {
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    return storage::writeFileAtomically(m_path, exported());
}

} // namespace yipi::services
