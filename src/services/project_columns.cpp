// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/project_columns.h"

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

} // namespace

Result<ProjectColumns::Column> ProjectColumns::read(int field) const {
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(),
                                   [field](const auto &column) { return column.first == field; });
    if (kept != m_kept.end()) {
        m_kept.splice(m_kept.begin(), m_kept, kept);
        return m_kept.front().second;
    }
    auto column = std::make_shared<StoredColumn>();
    const bool areNumbers = isNumber(entityInfo(EntityKind::Project).fields[std::size_t(field)].type);
    auto done = m_source->scan(EntityKind::Project, {field}, [&](const storage::RowView &row) {
        if (areNumbers) {
            column->numbers.push_back(row.isNull(0) ? StoredColumn::kEmpty : row.integer(0));
            return;
        }
        for (const char c : row.text(0))
            column->texts += 'A' <= c && c <= 'Z' ? char(c - 'A' + 'a') : c;
        column->ends.push_back(column->texts.size());
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
    for (const AppliedRecord &record : applied.records) {
        if (record.entity != EntityKind::Project || m_kept.empty())
            continue;
        if (record.kind != RecordChange::Kind::Update)
            m_kept.clear();
        for (const FieldDelta &delta : record.fields)
            m_kept.remove_if([&](const auto &column) { return column.first == delta.field; });
    }
}

} // namespace yipi::services
