// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/child_table_model.h"

#include "gui/theme.h"

#include <algorithm>

namespace yipi::gui {

using services::TypedField;

ChildTableModel::ChildTableModel(services::LedgerService &ledger, EntityKind kind, const QStringList &keys,
                                 QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
    , m_kind(kind)
    , m_keys(keys) {}

void ChildTableModel::showRows(std::vector<Record> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_drafts.clear();
    m_hasBlank = false;
    endResetModel();
}

void ChildTableModel::refreshRows(std::vector<Record> rows) {
    if (m_hasBlank)
        rows.push_back(m_rows.back());
    const bool isSameOrder = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                        [](const Record &now, const Record &before) {
                                            return now.id == before.id || before.id == 0 || now.id == 0;
                                        });
    if (!isSameOrder) {
        const bool hasBlank = m_hasBlank;
        showRows(std::move(rows));
        m_hasBlank = hasBlank;
        return;
    }
    m_rows = std::move(rows); // the current cell and an open editor stay
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ChildTableModel::startRow(Record blank) {
    if (!m_hasBlank) {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.push_back(std::move(blank));
        m_hasBlank = true;
        endInsertRows();
    }
    return rowCount() - 1;
}

int ChildTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChildTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_keys.size());
}

const FieldInfo &ChildTableModel::field(int column) const {
    return m_ledger.fields(m_kind)[std::size_t(m_ledger.fieldIndex(m_kind, m_keys[column]))];
}

QString ChildTableModel::text(const Record &record, int column) const {
    return m_ledger.text(field(column),
                         record.values[std::size_t(m_ledger.fieldIndex(m_kind, m_keys[column]))]);
}

const ChildTableModel::Draft *ChildTableModel::draft(const QModelIndex &index) const {
    const auto it = m_drafts.find({index.row(), index.column()});
    return it == m_drafts.end() ? nullptr : &it->second;
}

QVariant ChildTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Draft *untaken = draft(index);
    switch (role) {
    case Qt::DisplayRole:
        if (untaken)
            return untaken->text;
        break;
    case Qt::EditRole:
        return untaken ? untaken->text : text(record(index.row()), index.column());
    case ReasonRole:
        return untaken ? untaken->error.text() : QString();
    case ChoicesRole:
        return choices(field(index.column()));
    case Qt::ForegroundRole:
        if (untaken)
            return theme().red;
        break;
    case Qt::ToolTipRole:
        if (untaken)
            return untaken->error.text();
        break;
    case Qt::TextAlignmentRole:
        if (field(index.column()).type == FieldType::Money)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        break;
    default:
        break;
    }
    const QVariant own = decoration(record(index.row()), m_keys[index.column()], role);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return own.isValid() || !isText ? own : QVariant(text(record(index.row()), index.column()));
}

QStringList ChildTableModel::choices(const FieldInfo &info) const {
    QStringList titles;
    for (const Choice &choice : info.choices)
        titles << choice.title;
    if (info.type == FieldType::Reference && info.target == EntityKind::Campaign)
        for (const Campaign &campaign : m_ledger.campaigns())
            titles << m_ledger.referenceText(EntityKind::Campaign, campaign.id);
    return titles;
}

bool ChildTableModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const std::pair cell{index.row(), index.column()};
    const QString typed = value.toString();
    if (typed == text(record(index.row()), index.column())) {
        m_drafts.erase(cell);
        Q_EMIT dataChanged(index, index);
        return true;
    }
    // The ledger tells of the change before it returns, and the rows are read anew: by number from here on.
    if (const auto written = write(cell.first, {m_keys[cell.second], typed}); !written) {
        m_drafts[cell] = {typed, written.error()};
        Q_EMIT dataChanged(index, index);
        Q_EMIT rejected(written.error());
        return false;
    }
    m_drafts.erase(cell);
    if (cell.first < rowCount())
        Q_EMIT dataChanged(this->index(cell.first, 0), this->index(cell.first, columnCount() - 1));
    return true;
}

Result<void> ChildTableModel::write(int row, const TypedField &typed) {
    const qint64 id = record(row).id;
    const std::vector<TypedField> edits = editsFor(record(row), typed);
    if (id == 0)
        return insert(row, edits);
    const auto done = m_ledger.editFields(m_kind, id, record(row).version, edits);
    if (!done)
        return Failure(done.error());
    return {};
}

Result<void> ChildTableModel::insert(int row, const std::vector<TypedField> &typed) {
    Record record = m_rows[std::size_t(row)];
    const auto &fields = m_ledger.fields(m_kind);
    for (const TypedField &one : typed) {
        const auto at = std::size_t(m_ledger.fieldIndex(m_kind, one.key));
        auto value = m_ledger.read(fields[at], one.text);
        if (!value)
            return Failure(std::move(value).error());
        record.values[at] = std::move(*value);
    }
    RecordChange change{RecordChange::Kind::Insert, m_kind, 0, 0, {}};
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (!isEmpty(record.values[i])) {
            change.values.emplace_back(int(i), record.values[i]);
        } else if (fields[i].isRequired) {
            m_rows[std::size_t(row)] = record; // waits for the rest
            Q_EMIT incomplete(fields[i].title);
            return {};
        }
    }
    ChangeSet set;
    set.title = tr("新增%1").arg(m_ledger.described(m_kind).title);
    set.changes.push_back(std::move(change));
    const bool wasBlank = m_hasBlank && row == rowCount() - 1;
    if (wasBlank)
        m_hasBlank = false; // else it would stay beside the stored one
    const auto done = m_ledger.apply(std::move(set));
    if (!done) {
        m_hasBlank = m_hasBlank || wasBlank;
        return Failure(done.error());
    }
    return {};
}

QVariant ChildTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const FieldInfo &info = field(section);
    if (role == Qt::DisplayRole)
        return info.type == FieldType::Money ? tr("%1（万元）").arg(info.title) : info.title;
    if (role == Qt::TextAlignmentRole && info.type == FieldType::Money)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags ChildTableModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_ledger.status().readOnly &&
        isEditable(record(index.row()), m_keys[index.column()]))
        flags |= Qt::ItemIsEditable;
    return flags;
}

std::vector<TypedField> ChildTableModel::editsFor(const Record &, const TypedField &typed) const {
    return {typed};
}

bool ChildTableModel::isEditable(const Record &, const QString &) const {
    return true;
}

QVariant ChildTableModel::decoration(const Record &, const QString &, int) const {
    return {};
}

} // namespace yipi::gui
