// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/ledger_table_model.h"

#include "domain/typed_text.h"

namespace yipi::gui {

namespace {

/// More changed projects than this are a new query, not patches.
constexpr std::size_t kPatchLimit = 200;

bool isNumeric(FieldType type) {
    return type == FieldType::Money || type == FieldType::Integer || type == FieldType::Quantity;
}

Qt::Alignment alignment(const LedgerColumn &column, const FieldInfo *field) {
    if (column.kind == ColumnKind::RowNumber || column.kind == ColumnKind::Light)
        return Qt::AlignCenter;
    if (field && isNumeric(field->type))
        return Qt::AlignRight | Qt::AlignVCenter;
    if (field && field->type == FieldType::Flag)
        return Qt::AlignCenter;
    return Qt::AlignLeft | Qt::AlignVCenter;
}

/// 红灯　签约未开工 超期 119 天
QString lightText(const indicators::OverdueItem &item) {
    const QString text = QStringLiteral("%1　%2").arg(title(item.light), title(item.kind));
    return item.daysOverdue > 0
               ? LedgerTableModel::tr("%1 超期 %2 天").arg(text, QString::number(item.daysOverdue))
               : text;
}

} // namespace

LedgerTableModel::LedgerTableModel(services::LedgerService &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
    , m_columns(ledger.fields(EntityKind::Project), ledger.facts().filterFields)
    , m_rows(ledger)
    , m_sums(ledger)
    , m_colours(ledger) {
    connect(&ledger, &services::LedgerService::fieldsChanged, this, [this] {
        beginResetModel();
        m_columns = LedgerColumns(m_ledger.fields(EntityKind::Project), m_ledger.facts().filterFields);
        std::erase_if(m_query.groups,
                      [this](const QString &key) { return !canGroup(m_columns.columnOf(key)); });
        m_rows.forgetAll(); // places of the fields have changed
        m_sums.clear();
        endResetModel();
    });
    connect(&ledger, &services::LedgerService::ledgerChanged, this, &LedgerTableModel::patch);
}

Result<void> LedgerTableModel::setQuery(const ProjectQuery &query) {
    auto ids = query.run(m_ledger);
    if (!ids)
        return tl::unexpected(ids.error());
    ProjectGroups groups = m_groups;
    if (auto grouped = groups.reset(m_ledger, query.groups, query.asOf, *ids); !grouped)
        return grouped;
    beginResetModel();
    m_query = query;
    m_groups = std::move(groups);
    m_rows.reset(std::move(*ids), query.asOf);
    m_sums.reset(m_rows.ids(), m_groups.groups());
    m_colours.setAsOf(query.asOf);
    const services::LedgerStatus status = m_ledger.status();
    m_lockedReason = status.readOnly ? tr("台账只读：%1").arg(status.readOnlyReason) : QString();
    endResetModel();
    return {};
}

void LedgerTableModel::setMoneyUnit(MoneyUnit unit) {
    if (m_unit == unit)
        return;
    m_unit = unit;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT sumsChanged();
}

void LedgerTableModel::setColourRules(const std::vector<ColourRule> &rules) {
    if (rules == m_colours.rules())
        return;
    m_colours.setRules(rules);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ColourRole});
    Q_EMIT colourRulesChanged();
}

void LedgerTableModel::setLights(const std::vector<indicators::OverdueItem> &overdue) {
    m_lights.clear();
    for (const indicators::OverdueItem &item : overdue)
        m_lights.insert(item.projectId, item);
    const int light = m_columns.columnOf(QStringLiteral("light"));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, light), index(rowCount() - 1, light));
}

qint64 LedgerTableModel::projectAt(int row) const {
    const int item = m_groups.itemAt(row);
    return item < 0 ? 0 : m_rows.ids()[std::size_t(item)];
}

QString LedgerTableModel::titleWithUnit(int column) const {
    const LedgerColumn &shown = m_columns.at(column);
    const FieldInfo *field = fieldAt(column);
    const bool isMoney = field && field->type == FieldType::Money;
    return isMoney ? tr("%1（%2）").arg(shown.title, title(m_unit)) : shown.title;
}

bool LedgerTableModel::isSortable(int column) const {
    return m_columns.contains(column) && (fieldAt(column) || m_columns.at(column).kind == ColumnKind::Stage);
}

bool LedgerTableModel::toggleSort(int column, bool isFurther) {
    if (!isSortable(column))
        return false;
    const QString &key = m_columns.at(column).key;
    ProjectQuery next = m_query;
    const auto before = std::find_if(next.order.begin(), next.order.end(),
                                     [&](const services::SortKey &sorted) { return sorted.key == key; });
    std::optional<services::SortKey> wanted;
    if (before == next.order.end())
        wanted = {key, Qt::AscendingOrder};
    else if (before->order == Qt::AscendingOrder)
        wanted = {key, Qt::DescendingOrder};
    if (!isFurther)
        next.order.clear();
    else if (before != next.order.end())
        wanted ? void(*before = *wanted) : void(next.order.erase(before));
    if (wanted &&
        (!isFurther || std::find(next.order.begin(), next.order.end(), *wanted) == next.order.end()))
        next.order.push_back(*wanted);
    return setOrder(next.order);
}

bool LedgerTableModel::setOrder(const std::vector<services::SortKey> &order) {
    ProjectQuery next = m_query;
    next.order = order;
    const bool done = setQuery(next).has_value();
    if (done)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    return done;
}

std::optional<LedgerTableModel::CellKey> LedgerTableModel::cellKey(const QModelIndex &index) const {
    if (!index.isValid() || m_columns.at(index.column()).field < 0 || groupAt(index.row()))
        return std::nullopt;
    return CellKey{projectAt(index.row()), m_columns.at(index.column()).field};
}

bool LedgerTableModel::hasDraft(const QModelIndex &index) const {
    const auto key = cellKey(index);
    return key && m_drafts.contains(*key);
}

void LedgerTableModel::discardDraft(const QModelIndex &index) {
    const auto key = cellKey(index);
    if (key && m_drafts.erase(*key))
        Q_EMIT dataChanged(index, index);
}

void LedgerTableModel::keepRefused(const std::vector<RefusedText> &texts) {
    for (const RefusedText &text : texts)
        if (text.reason.isEmpty())
            m_drafts.erase({text.project, text.field});
        else
            m_drafts[{text.project, text.field}] = {text.text, text.reason};
    if (!texts.empty() && m_rows.count() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows.count() - 1, columnCount() - 1));
}

int LedgerTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_groups.rowCount();
}

int LedgerTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_columns.count();
}

QString LedgerTableModel::editText(const FieldInfo &field, const Value &value) const {
    // A person must be able to confirm a cell without rounding what is stored.
    if (field.type == FieldType::Money && !isEmpty(value))
        return Money::fromYuan(std::get<qint64>(value)).shortText(m_unit, 8);
    return m_ledger.text(field, value, m_unit);
}

QVariant LedgerTableModel::fieldData(const ProjectRow &row, int index, int role) const {
    const LedgerColumn &column = m_columns.at(index);
    const FieldInfo &field = *fieldAt(index);
    const Value &value = row.record.values[std::size_t(column.field)];
    const auto draft = m_drafts.find({row.record.id, column.field});
    switch (role) {
    case Qt::DisplayRole:
        if (draft != m_drafts.end())
            return draft->second.text;
        if (field.type == FieldType::Flag && (isEmpty(value) || std::get<qint64>(value) == 0))
            return QString(); // a ledger full of 否 hides the 是
        if (isEmpty(value) && field.type == FieldType::Date && !column.isExpected)
            return QStringLiteral("—");
        return m_ledger.text(field, value, m_unit).simplified();
    case Qt::EditRole:
        return draft != m_drafts.end() ? draft->second.text : editText(field, value);
    case Qt::ToolTipRole:
        if (draft != m_drafts.end())
            return draft->second.reason;
        return QStringLiteral("%1\n%2").arg(m_ledger.text(field, value, m_unit), m_lockedReason).trimmed();
    case IsLockedRole:
        return !m_lockedReason.isEmpty();
    case IsMissingRole:
        return column.isExpected && isEmpty(value) && draft == m_drafts.end();
    case ErrorRole:
        return draft != m_drafts.end() ? draft->second.reason : QString();
    case NumberRole:
        return isNumeric(field.type) && !isEmpty(value) ? QVariant(std::get<qint64>(value)) : QVariant();
    default:
        return {};
    }
}

QVariant LedgerTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LedgerColumn &column = m_columns.at(index.column());
    if (role == ProjectIdRole)
        return projectAt(index.row());
    if (role == FieldRole)
        return column.field;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(column, fieldAt(index.column())));
    const int item = m_groups.itemAt(index.row());
    if (item < 0)
        return groupData(index.row(), index.column(), role);
    if (role == ColourRole)
        return m_colours.colour(projectAt(index.row()), column.key);
    if (column.kind == ColumnKind::RowNumber)
        return role == Qt::DisplayRole ? QVariant(QString::number(item + 1)) : QVariant();
    if (column.kind == ColumnKind::Light) {
        const auto mark = m_lights.constFind(projectAt(index.row()));
        if (mark == m_lights.constEnd())
            return {};
        if (role == LightRole)
            return int(mark->light);
        const bool isText = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
        return isText ? QVariant(lightText(*mark)) : QVariant();
    }
    const ProjectRow *row = m_rows.row(item);
    if (!row)
        return role == Qt::ToolTipRole ? QVariant(m_rows.lastError().text()) : QVariant();
    if (column.kind == ColumnKind::Field)
        return fieldData(*row, index.column(), role);
    if (role == StageRole)
        return int(row->stage);
    return role == Qt::DisplayRole ? QVariant(title(row->stage)) : QVariant();
}

bool LedgerTableModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const auto key = cellKey(index);
    const ProjectRow *row = key ? this->row(index.row()) : nullptr;
    if (!row || role != Qt::EditRole)
        return false;
    const FieldInfo &field = *fieldAt(index.column());
    const QString typed = value.toString();
    if (typed == editText(field, row->record.values[std::size_t(key->second)])) {
        discardDraft(index);
        return true;
    }
    const auto applied =
        m_ledger.edit(EntityKind::Project, key->first, row->record.version, field.key,
                      completedTyping(field, typed, typedYear()), {}, ChangeSource::Edit, m_unit);
    if (applied)
        return true; // ledgerChanged has patched the row and dropped the draft
    if (applied.error().code == ErrorCode::Conflict)
        m_rows.forget(m_groups.itemAt(index.row())); // the next attempt is made against what is stored now
    m_drafts[*key] = {typed, applied.error().text()};
    Q_EMIT dataChanged(index, index);
    Q_EMIT editRejected(index);
    return false;
}

QVariant LedgerTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const LedgerColumn &column = m_columns.at(section);
    const FieldInfo *field = fieldAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return field && !field->help.isEmpty() && field->type != FieldType::Money ? field->help
                                                                                  : titleWithUnit(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(column, field));
    case GroupRole: {
        const bool isInvestment =
            column.group == m_columns.at(m_columns.columnOf(QStringLiteral("total_investment"))).group;
        return isInvestment ? tr("%1（%2）").arg(column.group, title(m_unit)) : column.group;
    }
    case SortRole:
    case SortPlaceRole:
        return sortMark(column.key, role);
    default:
        return {};
    }
}

int LedgerTableModel::sortMark(const QString &key, int role) const {
    const auto &order = m_query.order;
    const auto it = std::find_if(order.begin(), order.end(),
                                 [&](const services::SortKey &sorted) { return sorted.key == key; });
    if (it == order.end())
        return 0;
    if (role == SortPlaceRole)
        return order.size() > 1 ? int(it - order.begin()) + 1 : 0;
    return it->order == Qt::AscendingOrder ? 1 : 2;
}

Qt::ItemFlags LedgerTableModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    const bool isField = index.isValid() && m_columns.at(index.column()).field >= 0 && !groupAt(index.row());
    return isField && m_lockedReason.isEmpty() ? base | Qt::ItemIsEditable : base;
}

void LedgerTableModel::patch(const AppliedChangeSet &applied) {
    m_colours.follow(applied);
    bool rowsChanged = applied.records.size() > kPatchLimit, groupsChanged = false;
    for (const AppliedRecord &record : applied.records) {
        if (record.entity == EntityKind::CustomValue && !rowsChanged)
            groupsChanged = customValueChanged(record) || groupsChanged;
        if (record.entity != EntityKind::Project)
            continue;
        for (const FieldDelta &delta : record.fields)
            m_drafts.erase({record.id, delta.field});
        rowsChanged = rowsChanged || record.kind != RecordChange::Kind::Update;
        if (rowsChanged)
            continue;
        itemChanged(m_rows.rowOf(record.id));
        followSums(record);
        groupsChanged = groupsChanged || movesGroups(record);
    }
    if (rowsChanged)
        Q_EMIT outdated();
    else if (groupsChanged) // after the editor is closed and the current cell has moved on
        QMetaObject::invokeMethod(this, &LedgerTableModel::outdated, Qt::QueuedConnection);
}

bool LedgerTableModel::customValueChanged(const AppliedRecord &value) {
    m_sums.clear();
    Q_EMIT sumsChanged();
    Record record{EntityKind::CustomValue, value.id, 0, toRecord(CustomValue()).values};
    if (value.kind == RecordChange::Kind::Delete) // the first one was undone
        for (const FieldDelta &delta : value.fields)
            record.values[std::size_t(delta.field)] = delta.before;
    else if (auto stored = m_ledger.record(EntityKind::CustomValue, value.id))
        record = std::move(*stored);
    bool isGroupedBy = false;
    const auto now = fromRecord<CustomValue>(record);
    for (int column = 0; column < m_columns.count(); ++column)
        if (const FieldInfo *field = fieldAt(column); field && m_ledger.isCustomField(*field, now.field.id)) {
            m_drafts.erase({now.project.id, m_columns.at(column).field});
            isGroupedBy =
                std::find(m_query.groups.begin(), m_query.groups.end(), field->key) != m_query.groups.end();
        }
    itemChanged(m_rows.rowOf(now.project.id));
    return isGroupedBy;
}

void LedgerTableModel::itemChanged(int item) {
    if (item < 0)
        return;
    m_rows.forget(item);
    if (const int row = m_groups.rowOfItem(item); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace yipi::gui
