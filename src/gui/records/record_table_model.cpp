// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_table_model.h"

#include "gui/records/field_words.h"
#include "gui/theme.h"

#include <algorithm>

namespace yipi::gui {

namespace {

/// More changed records than this are shown by asking for the rows again.
constexpr std::size_t kRecordPatchLimit = 200;

Qt::Alignment alignmentOf(FieldType type) {
    const bool isNumber =
        type == FieldType::Money || type == FieldType::Quantity || type == FieldType::Integer;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

RecordTableModel::RecordTableModel(services::LedgerService &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
    , m_rows(ledger) {
    const services::LedgerStatus status = ledger.status();
    if (status.readOnly)
        m_lockedReason = status.readOnlyReason.isEmpty() ? tr("台账是只读打开的") : status.readOnlyReason;
    connect(&ledger, &services::LedgerService::ledgerChanged, this, &RecordTableModel::patch);
}

Result<void> RecordTableModel::showKind(EntityKind kind) {
    beginResetModel();
    m_kind = kind;
    m_filter.clear();
    m_sorted.clear();
    m_columns.clear();
    const auto &fields = m_ledger.fields(kind);
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].isInternal)
            m_columns.push_back(int(i));
    m_rows.reset(kind, {});
    endResetModel();
    return orderBy(-1, Qt::AscendingOrder);
}

Result<void> RecordTableModel::orderBy(int field, Qt::SortOrder order) {
    auto ids = m_ledger.recordIds(m_kind, field, order);
    if (!ids)
        return Failure(std::move(ids).error());
    m_sortField = field;
    m_order = order;
    m_sorted = std::move(*ids);
    auto done = applyFilter();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    return done;
}

Result<void> RecordTableModel::applyFilter() {
    std::vector<qint64> shown = m_sorted;
    if (!m_filter.trimmed().isEmpty()) {
        const auto found = m_ledger.recordsContaining(m_kind, m_filter);
        if (!found)
            return Failure(found.error());
        std::erase_if(shown,
                      [&](qint64 id) { return !std::binary_search(found->begin(), found->end(), id); });
    }
    beginResetModel();
    m_rows.reset(m_kind, std::move(shown));
    endResetModel();
    return {};
}

Result<void> RecordTableModel::setFilter(const QString &text) {
    m_filter = text;
    return applyFilter();
}

Result<void> RecordTableModel::refresh() {
    return orderBy(m_sortField, m_order);
}

Result<void> RecordTableModel::toggleSort(int column) {
    const int field = fieldAt(column);
    if (field != m_sortField)
        return orderBy(field, Qt::AscendingOrder);
    return m_order == Qt::AscendingOrder ? orderBy(field, Qt::DescendingOrder)
                                         : orderBy(-1, Qt::AscendingOrder);
}

int RecordTableModel::sortColumn() const {
    const auto it = std::find(m_columns.begin(), m_columns.end(), m_sortField);
    return it == m_columns.end() ? -1 : int(it - m_columns.begin());
}

qint64 RecordTableModel::recordAt(int row) const {
    return row >= 0 && row < m_rows.count() ? m_rows.ids()[std::size_t(row)] : 0;
}

const RecordTableModel::Draft *RecordTableModel::draft(qint64 id, int field) const {
    const auto found = m_drafts.find({m_kind, id, field});
    return found == m_drafts.end() ? nullptr : &found->second;
}

void RecordTableModel::discardDraft(qint64 id, int field) {
    if (m_drafts.erase({m_kind, id, field}))
        rowChanged(m_rows.rowOf(id));
}

bool RecordTableModel::write(qint64 id, int field, const QString &typed) {
    const auto stored = m_ledger.record(m_kind, id);
    if (!stored)
        return false; // deleted meanwhile
    const FieldInfo &info = fieldInfo(field);
    if (typed == editText(m_ledger, info, stored->values[std::size_t(field)])) {
        discardDraft(id, field);
        return true;
    }
    const auto applied =
        m_ledger.edit(m_kind, id, stored->version, info.key, typed, {}, ChangeSource::Edit, info.moneyUnit);
    if (applied)
        return true; // ledgerChanged has patched the row and dropped the draft
    m_drafts[{m_kind, id, field}] = {typed, reasonOf(applied.error())};
    rowChanged(m_rows.rowOf(id));
    Q_EMIT editRejected(id, field);
    return false;
}

int RecordTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_rows.count();
}

int RecordTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int field = fieldAt(index.column());
    const FieldInfo &info = fieldInfo(field);
    const qint64 id = recordAt(index.row());
    if (role == RecordIdRole)
        return id;
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(info.type));
    if (const Draft *open = draft(id, field)) {
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return open->text;
        if (role == Qt::ToolTipRole || role == ErrorRole)
            return open->reason;
        if (role == Qt::BackgroundRole)
            return theme().redt;
        if (role == Qt::ForegroundRole)
            return theme().red;
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    const Record *record = m_rows.row(index.row());
    if (!record)
        return {};
    const Value &value = record->values[std::size_t(field)];
    if (role == Qt::DisplayRole)
        return shownText(m_ledger, info, value);
    return editText(m_ledger, info, value);
}

bool RecordTableModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    return index.isValid() && role == Qt::EditRole &&
           write(recordAt(index.row()), fieldAt(index.column()), value.toString());
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const FieldInfo &info = fieldInfo(fieldAt(section));
    if (role == Qt::DisplayRole)
        return titleWithUnit(info);
    if (role == Qt::ToolTipRole)
        return info.help.isEmpty() ? titleWithUnit(info) : info.help;
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(info.type));
    return {};
}

Qt::ItemFlags RecordTableModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && m_lockedReason.isEmpty() ? base | Qt::ItemIsEditable : base;
}

bool RecordTableModel::refersTo(EntityKind kind) const {
    const auto &fields = m_ledger.fields(m_kind);
    return std::any_of(fields.begin(), fields.end(), [kind](const FieldInfo &field) {
        return field.type == FieldType::Reference && field.target == kind;
    });
}

void RecordTableModel::patch(const AppliedChangeSet &applied) {
    bool isOutdated = applied.records.size() > kRecordPatchLimit, isRenamed = false;
    for (const AppliedRecord &record : applied.records) {
        isRenamed = isRenamed || refersTo(record.entity);
        if (record.entity != m_kind)
            continue;
        for (const FieldDelta &delta : record.fields)
            m_drafts.erase({m_kind, record.id, delta.field});
        isOutdated = isOutdated || record.kind != RecordChange::Kind::Update;
        if (!isOutdated)
            rowChanged(m_rows.rowOf(record.id));
    }
    if (isOutdated)
        Q_EMIT outdated();
    else if (isRenamed && m_rows.count() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows.count() - 1, columnCount() - 1));
}

void RecordTableModel::rowChanged(int row) {
    if (row < 0)
        return;
    m_rows.forget(row);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace yipi::gui
