// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/project_columns.h"

#include "domain/project.h"

#include <algorithm>

namespace yipi::services {

using indicators::StoredColumn;

namespace {

bool isNumber(FieldType type) {
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Choice:
        return false;
    default:
        return true;
    }
}

void addText(StoredColumn &column, std::string_view text) {
    for (const char c : text)
        column.texts += 'A' <= c && c <= 'Z' ? char(c - 'A' + 'a') : c;
    column.ends.push_back(column.texts.size());
}

void addCustom(StoredColumn &column, const indicators::CustomColumn &custom, std::uint32_t project) {
    if (!custom.hasWords()) { // both mark what is empty by the same number
        column.numbers.push_back(custom.number(project));
        return;
    }
    const Value value = custom.value(project);
    addText(column, isEmpty(value) ? std::string() : std::get<QString>(value).toStdString());
}

} // namespace

const indicators::CustomColumn *ProjectColumns::customColumn(int field) const {
    const auto place = std::size_t(field) - entity<Project>().fields.size();
    return place < m_custom->size() ? &(*m_custom)[place] : nullptr; // of a built-in field: far beyond them
}

int ProjectColumns::indexOf(const QString &key) const {
    const EntityInfo &builtIn = entityInfo(EntityKind::Project);
    for (std::size_t i = 0; i < m_custom->size(); ++i)
        if ((*m_custom)[i].info().key == key)
            return int(builtIn.fields.size() + i);
    return builtIn.indexOf(key);
}

const FieldInfo &ProjectColumns::info(int field) const {
    const auto *custom = customColumn(field);
    return custom ? custom->info() : entityInfo(EntityKind::Project).fields[std::size_t(field)];
}

Result<ProjectColumns::Column> ProjectColumns::read(int field) const {
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(),
                                   [field](const auto &column) { return column.first == field; });
    if (kept != m_kept.end()) {
        m_kept.splice(m_kept.begin(), m_kept, kept);
        return m_kept.front().second;
    }
    auto column = std::make_shared<StoredColumn>();
    const bool areNumbers = isNumber(info(field).type);
    const auto *custom = customColumn(field);
    std::uint32_t project = 0;
    auto done = m_source->scan(EntityKind::Project, {custom ? 0 : field}, [&](const storage::RowView &row) {
        if (custom)
            addCustom(*column, *custom, project++);
        else if (areNumbers)
            column->numbers.push_back(row.isNull(0) ? StoredColumn::kEmpty : row.integer(0));
        else
            addText(*column, row.text(0));
    });
    if (!done)
        return Failure(std::move(done).error());
    m_kept.emplace_front(field, column);
    if (m_kept.size() > kKept)
        m_kept.pop_back();
    return Column(column);
}

ProjectColumns::Column ProjectColumns::column(int field) const {
    return read(field).value_or(nullptr);
}

void ProjectColumns::follow(const AppliedChangeSet &applied) {
    const auto builtIn = int(entity<Project>().fields.size());
    for (const AppliedRecord &record : applied.records) {
        if (record.entity == EntityKind::CustomValue || record.entity == EntityKind::CustomField)
            m_kept.remove_if([&](const auto &column) { return column.first >= builtIn; });
        if (record.entity != EntityKind::Project || m_kept.empty())
            continue;
        if (record.kind != RecordChange::Kind::Update)
            m_kept.clear();
        for (const FieldDelta &delta : record.fields)
            m_kept.remove_if([&](const auto &column) { return column.first == delta.field; });
    }
}

} // namespace yipi::services
