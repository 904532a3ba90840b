// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/field_list_model.h"

#include "gui/theme.h"

namespace yipi::gui {
namespace {

constexpr const char *kListedFields[] = {
    "patron",   "service_officer", "responsible_unit", "responsible_person", "phone", "investor", "chain",
    "industry", "content",         "remarks"};

} // namespace

FieldListModel::FieldListModel(services::LedgerService &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger) {}

void FieldListModel::showRecord(const Record &record) {
    beginResetModel();
    m_drafts.clear();
    m_record = record;
    m_fields.clear();
    for (const char *key : kListedFields)
        m_fields.push_back(m_ledger.fieldIndex(EntityKind::Project, QLatin1String(key)));
    const auto builtIn = entityInfo(EntityKind::Project).fields.size();
    for (std::size_t i = builtIn; i < m_ledger.fields(EntityKind::Project).size(); ++i)
        m_fields.push_back(int(i));
    endResetModel();
}

void FieldListModel::refreshRecord(const Record &record) {
    if (record.values.size() != m_record.values.size() || m_fields.empty()) {
        showRecord(record); // custom fields came or went
        return;
    }
    m_record = record;
    Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, 1));
}

int FieldListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : 2;
}

const FieldInfo &FieldListModel::field(int row) const {
    return m_ledger.fields(EntityKind::Project)[std::size_t(m_fields[std::size_t(row)])];
}

QString FieldListModel::text(int row) const {
    return m_ledger.text(field(row), m_record.values[std::size_t(m_fields[std::size_t(row)])]);
}

QStringList FieldListModel::choices(const FieldInfo &info) const {
    QStringList titles;
    for (const Choice &choice : info.choices)
        titles << choice.title;
    if (info.type == FieldType::Flag)
        titles << tr("是") << tr("否");
    if (info.type == FieldType::Reference && info.target == EntityKind::IndustryChain)
        for (const IndustryChain &chain : m_ledger.chains())
            titles << chain.name;
    return titles;
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        std::size_t(m_fields[std::size_t(index.row())]) >= m_record.values.size())
        return {};
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return field(index.row()).title;
        return role == Qt::ForegroundRole ? QVariant(theme().t2) : QVariant();
    }
    const auto draft = m_drafts.find(m_fields[std::size_t(index.row())]);
    const bool isUntaken = draft != m_drafts.end();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return isUntaken ? draft->second.text : text(index.row());
    case Qt::ToolTipRole:
        return isUntaken ? draft->second.error.text() : text(index.row());
    case ChildTableModel::ReasonRole:
        return isUntaken ? draft->second.error.text() : QString();
    case ChildTableModel::ChoicesRole:
        return choices(field(index.row()));
    case Qt::ForegroundRole:
        return isUntaken ? QVariant(theme().red) : QVariant();
    default:
        return {};
    }
}

bool FieldListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const int row = index.row(), changed = m_fields[std::size_t(row)];
    const QString typed = value.toString();
    m_drafts.erase(changed);
    if (typed != text(row)) {
        const auto written =
            m_ledger.edit(EntityKind::Project, m_record.id, m_record.version, field(row).key, typed);
        if (!written) {
            m_drafts[changed] = {typed, written.error()};
            Q_EMIT rejected(written.error());
        }
    }
    if (row < rowCount())
        Q_EMIT dataChanged(this->index(row, 1), this->index(row, 1));
    return !m_drafts.contains(changed);
}

QVariant FieldListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("字段") : tr("内容");
}

Qt::ItemFlags FieldListModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == 1 && !m_ledger.status().readOnly)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace yipi::gui
