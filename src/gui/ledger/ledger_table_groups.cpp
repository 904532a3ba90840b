// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of the grid and the sums of their rows.
#include "gui/ledger/ledger_table_model.h"

namespace yipi::gui {

bool LedgerTableModel::canGroup(int column) const {
    if (!m_columns.contains(column))
        return false;
    const FieldInfo *field = fieldAt(column);
    if (!field)
        return m_columns.at(column).kind == ColumnKind::Stage;
    return field->type == FieldType::Choice || field->type == FieldType::Reference ||
           field->type == FieldType::Flag || field->key == u"strategic_class" || field->key == u"industry";
}

bool LedgerTableModel::setGroups(const std::vector<QString> &keys) {
    ProjectQuery next = m_query;
    next.groups = keys;
    // A view may name a field that this ledger does not have.
    std::erase_if(next.groups, [&](const QString &key) { return !canGroup(m_columns.columnOf(key)); });
    if (next.groups.size() > ProjectGroups::kMostKeys)
        next.groups.resize(ProjectGroups::kMostKeys);
    if (next.groups == m_query.groups)
        return true;
    const bool done = setQuery(next).has_value();
    if (done)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    return done;
}

const ProjectGroup *LedgerTableModel::groupAt(int row) const {
    const int group = m_groups.groupAt(row);
    return group < 0 ? nullptr : &m_groups.groups()[std::size_t(group)];
}

void LedgerTableModel::setExpanded(int row, bool expanded) {
    const ProjectGroup *group = groupAt(row);
    if (!group || group->isExpanded == expanded)
        return;
    const int number = m_groups.groupAt(row), rows = m_groups.rowsBelow(number);
    expanded ? beginInsertRows({}, row + 1, row + rows) : beginRemoveRows({}, row + 1, row + rows);
    m_groups.setExpanded(number, expanded);
    expanded ? endInsertRows() : endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void LedgerTableModel::setAllExpanded(bool expanded) {
    if (!m_groups.isGrouped())
        return;
    beginResetModel();
    m_groups.setAllExpanded(expanded);
    endResetModel();
}

int LedgerTableModel::reveal(qint64 projectId) {
    const int item = m_rows.rowOf(projectId);
    if (item < 0)
        return -1;
    for (int group = 0; group < int(m_groups.groups().size()); ++group)
        if (m_groups.groups()[std::size_t(group)].contains(item))
            setExpanded(m_groups.rowOfGroup(group), true);
    return m_groups.rowOfItem(item);
}

QString LedgerTableModel::sumOf(int column, int group) const {
    const FieldInfo *field = fieldAt(column);
    if (!field || !canBeSummed(*field))
        return {};
    const FieldSum *sum = m_sums.sum(m_columns.at(column).field, group);
    return sum ? sumText(*field, *sum, m_unit) : QString();
}

bool LedgerTableModel::hasSums(int column) const {
    const FieldInfo *field = fieldAt(column);
    return field && canBeSummed(*field);
}

QVariant LedgerTableModel::groupData(int row, int column, int role) const {
    const int number = m_groups.groupAt(row);
    const ProjectGroup &group = *groupAt(row);
    const QString title = tr("%1（%2 项）").arg(group.title, QString::number(group.count()));
    switch (role) {
    case GroupLevelRole:
        return group.level;
    case GroupExpandedRole:
        return group.isExpanded;
    case GroupTitleRole:
        return title;
    case Qt::DisplayRole:
        return column == m_columns.nameColumn() ? title : sumOf(column, number);
    case Qt::AccessibleTextRole:
        return hasSums(column) ? tr("%1 %2 合计 %3").arg(title, titleWithUnit(column), sumOf(column, number))
                               : tr("%1 %2").arg(title, group.isExpanded ? tr("已展开") : tr("已折叠"));
    case Qt::ToolTipRole:
        return hasSums(column) ? tr("%1 合计 %2").arg(titleWithUnit(column), sumOf(column, number))
                               : tr("%1\n单击展开或折叠（← →）").arg(title);
    default:
        return {};
    }
}

bool LedgerTableModel::movesGroups(const AppliedRecord &record) const {
    const auto &fields = m_ledger.fields(EntityKind::Project);
    const auto isGroupedBy = [&](const QString &key) {
        return std::find(m_query.groups.begin(), m_query.groups.end(), key) != m_query.groups.end();
    };
    return std::any_of(record.fields.begin(), record.fields.end(), [&](const FieldDelta &delta) {
        const FieldInfo &field = fields[std::size_t(delta.field)];
        return isGroupedBy(field.key) ||
               (field.type == FieldType::Date && isGroupedBy(QStringLiteral("stage")));
    });
}

void LedgerTableModel::followSums(const AppliedRecord &record) {
    const int item = m_rows.rowOf(record.id);
    if (item < 0)
        return;
    for (const FieldDelta &delta : record.fields)
        m_sums.follow(item, delta);
    const auto &groups = m_groups.groups();
    for (int group = 0; group < int(groups.size()); ++group)
        if (groups[std::size_t(group)].contains(item))
            if (const int row = m_groups.rowOfGroup(group); row >= 0)
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT sumsChanged();
}

} // namespace yipi::gui
