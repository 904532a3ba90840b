// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/mapping_model.h"

#include "gui/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace yipi::gui {

namespace {

/// Below this a guess wants a look (docs/ui.md, 09).
constexpr double kCertain = 0.8;

QString text(const char *source) {
    return QCoreApplication::translate("MappingModel", source);
}

std::vector<MappingTarget> makeTargets() {
    std::vector<MappingTarget> targets{{{}, text("（不导入）")}};
    std::set<QString> known;
    for (EntityKind kind : {EntityKind::Project, EntityKind::CampaignEntry, EntityKind::MonthlyProgress}) {
        const EntityInfo &info = entityInfo(kind);
        for (const FieldInfo &field : info.fields) {
            const bool isLink = field.type == FieldType::Reference && field.target == EntityKind::Project;
            if (field.isInternal || isLink || !known.insert(field.key).second)
                continue;
            const QString title =
                kind == EntityKind::MonthlyProgress ? text("月度 · %1").arg(field.title) : field.title;
            targets.push_back({field.key, title});
        }
    }
    targets.push_back({QStringLiteral("remarks+"), text("并入备注（列名：值）")});
    return targets;
}

} // namespace

std::vector<MappingTarget> mappingTargets(const std::vector<QString> &customFields) {
    static const std::vector<MappingTarget> kBuiltIn = makeTargets();
    std::vector<MappingTarget> targets = kBuiltIn;
    for (const QString &title : customFields)
        targets.push_back({QStringLiteral("custom:") + title, text("自定义 · %1").arg(title)});
    targets.push_back({QStringLiteral("custom"), text("新建自定义字段（按列名）")});
    for (const Choice &type : choicesOf<CustomType>())
        targets.push_back({QStringLiteral("custom.") + type.key, text("新建自定义字段：%1").arg(type.title)});
    return targets;
}

MappingModel::MappingModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_targets(mappingTargets({})) {}

void MappingModel::setSheet(const exchange::SheetPlan *plan) {
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

int MappingModel::mappedCount() const {
    if (!m_plan)
        return 0;
    return int(std::count_if(m_plan->columns.begin(), m_plan->columns.end(),
                             [](const auto &c) { return !c.field.isEmpty(); }));
}

int MappingModel::uncertainCount() const {
    if (!m_plan)
        return 0;
    return int(std::count_if(m_plan->columns.begin(), m_plan->columns.end(),
                             [](const auto &c) { return !c.field.isEmpty() && c.confidence < kCertain; }));
}

int MappingModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_plan ? 0 : int(m_plan->columns.size());
}

int MappingModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString MappingModel::fieldText(const exchange::ColumnMapping &column) const {
    const auto it = std::find_if(m_targets.begin(), m_targets.end(),
                                 [&](const auto &t) { return t.field == column.field; });
    const QString custom = QStringLiteral("custom:");
    const EntityInfo *entity = entityInfo(column.entity); // of a field that can't be chosen here
    const int field = entity ? entity->indexOf(column.field) : -1;
    const QString title = it != m_targets.end() ? it->title
                          : field >= 0          ? entity->fields[std::size_t(field)].title
                          : column.field.startsWith(custom)
                              ? tr("新建 · %1").arg(column.field.mid(custom.size()))
                              : column.field;
    return column.unit ? QStringLiteral("%1（%2）").arg(title, yipi::title(*column.unit)) : title;
}

QVariant MappingModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const exchange::ColumnMapping &column = m_plan->columns[std::size_t(index.row())];
    const bool isMapped = !column.field.isEmpty();
    switch (role) {
    case ConfidenceRole:
        return isMapped ? QVariant(column.confidence) : QVariant();
    case FieldKeyRole:
        return column.field;
    case IsCertainRole:
        return !isMapped || column.confidence >= kCertain;
    case Qt::ForegroundRole:
        return isMapped ? QVariant() : QVariant(theme().t3);
    case Qt::ToolTipRole:
        return index.column() == Samples ? column.samples.join(u'\n') : data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Letter:
        return columnLetters(column.column);
    case Header:
        return column.header.isEmpty() ? tr("（无表头）") : column.header.simplified();
    case Field:
        return fieldText(column);
    case Confidence:
        return isMapped ? QString::number(qRound(column.confidence * 100)) : QStringLiteral("—");
    case Samples:
        return column.samples.join(QStringLiteral("；")).simplified();
    default:
        return {};
    }
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const exchange::ColumnMapping &column = m_plan->columns[std::size_t(index.row())];
    if (column.field == value.toString())
        return false;
    Q_EMIT mappingRequested(m_plan->file, m_plan->label(), column.column, value.toString());
    return true;
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Letter:
        return tr("列");
    case Header:
        return tr("表头");
    case Field:
        return tr("台账字段");
    case Confidence:
        return tr("把握");
    case Samples:
        return tr("样例");
    default:
        return {};
    }
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Field ? base | Qt::ItemIsEditable : base;
}

} // namespace yipi::gui
