// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/set_detail_model.h"

#include "gui/theme.h"

namespace yipi::gui {

namespace {

QString kindText(RecordChange::Kind kind) {
    return kind == RecordChange::Kind::Insert   ? SetDetailModel::tr("新增 ")
           : kind == RecordChange::Kind::Delete ? SetDetailModel::tr("删除 ")
                                                : QString();
}

QString shownValue(const QString &text) {
    return text.isEmpty() ? SetDetailModel::tr("（空）") : text;
}

} // namespace

void SetDetailModel::setDetails(services::SetDetails details) {
    beginResetModel();
    m_details = std::move(details);
    m_rows.clear();
    for (std::size_t record = 0; record < m_details.records.size(); ++record) {
        const auto fields = int(m_details.records[record].fields.size());
        if (fields == 0)
            m_rows.push_back({record, -1, true});
        for (int field = 0; field < fields; ++field)
            m_rows.push_back({record, field, field == 0});
    }
    endResetModel();
}

const services::ChangedField *SetDetailModel::field(int row) const {
    const Row &shown = m_rows[std::size_t(row)];
    return shown.field < 0 ? nullptr : &record(row).fields[std::size_t(shown.field)];
}

int SetDetailModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SetDetailModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SetDetailModel::text(const Row &row, int column) const {
    const services::ChangedRecord &record = m_details.records[row.record];
    if (column == RecordName)
        return row.isFirst ? kindText(record.kind) + record.label : QString();
    if (row.field < 0)
        return {};
    const services::ChangedField &field = record.fields[std::size_t(row.field)];
    if (column == FieldName)
        return field.title;
    if (column == Before)
        return record.kind == RecordChange::Kind::Insert ? QString() : shownValue(field.before);
    return record.kind == RecordChange::Kind::Delete ? QString() : shownValue(field.after);
}

QVariant SetDetailModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::ToolTipRole) // of each line, also where the name is not repeated
        return index.column() == RecordName ? text({row.record, row.field, true}, RecordName)
                                            : text(row, index.column());
    if (role == Qt::ForegroundRole)
        return index.column() == FieldName ? theme().t2 : index.column() == Before ? theme().t3 : theme().t1;
    return {};
}

QVariant SetDetailModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("记录"), tr("字段"), tr("原值"), tr("新值")};
    return titles[section];
}

} // namespace yipi::gui
