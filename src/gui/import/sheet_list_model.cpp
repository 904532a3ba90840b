// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/sheet_list_model.h"

#include "gui/theme.h"

namespace yipi::gui {

void SheetListModel::setPlan(const exchange::ImportPlan *plan) {
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

const exchange::SheetPlan *SheetListModel::sheet(int row) const {
    return m_plan && row >= 0 && row < int(m_plan->sheets.size()) ? &m_plan->sheets[std::size_t(row)]
                                                                  : nullptr;
}

int SheetListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_plan ? 0 : int(m_plan->sheets.size());
}

int SheetListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SheetListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const exchange::SheetPlan &plan = m_plan->sheets[std::size_t(index.row())];
    const bool isImported = plan.headerRow > 0;
    if (role == Qt::ForegroundRole)
        return isImported ? QVariant() : QVariant(theme().t3);
    if (role == Qt::TextAlignmentRole && index.column() == Rows)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && isImported)
        return tr("表头第 %1–%2 行").arg(plan.headerRow).arg(plan.headerRow + plan.headerRows - 1);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return plan.label();
    case Kind:
        return isImported ? exchange::title(plan.kind) : tr("没有找到表头");
    case Rows:
        return tr("%1 行").arg(plan.rows.size());
    case Unit:
        return plan.unit ? title(*plan.unit) : QStringLiteral("—");
    case Campaign:
        return plan.campaign ? plan.campaign->chineseText() : QStringLiteral("—");
    default:
        return {};
    }
}

QVariant SheetListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("工作表");
    case Kind:
        return tr("内容");
    case Rows:
        return tr("数据");
    case Unit:
        return tr("单位");
    case Campaign:
        return tr("期次");
    default:
        return {};
    }
}

} // namespace yipi::gui
