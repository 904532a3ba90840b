// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/findings_model.h"

#include "gui/theme.h"

namespace yipi::gui {

void FindingsModel::setFindings(const QList<exchange::Finding> *findings) {
    beginResetModel();
    m_listed.clear();
    for (const bool errors : {true, false}) {
        if (!findings)
            break;
        for (const exchange::Finding &finding : *findings)
            if (finding.isError == errors && int(m_listed.size()) < kListed)
                m_listed.push_back(&finding);
    }
    endResetModel();
}

const exchange::Finding *FindingsModel::finding(int row) const {
    return row >= 0 && row < int(m_listed.size()) ? m_listed[std::size_t(row)] : nullptr;
}

int FindingsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_listed.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const exchange::Finding &finding = *m_listed[std::size_t(index.row())];
    const QColor color = finding.isError ? theme().red : theme().amb;
    if (index.column() == Mark) {
        if (role == Qt::DecorationRole)
            return icon(finding.isError ? QStringLiteral("err") : QStringLiteral("warn"), color);
        const bool isText = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
        return isText ? QVariant(finding.isError ? tr("错误") : tr("提示")) : QVariant();
    }
    if (role == Qt::ForegroundRole && index.column() == Value)
        return color;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Sheet:
        return finding.place.sheet;
    case Cell:
        if (finding.place.row == 0)
            return QStringLiteral("—");
        return finding.place.column ? columnLetters(finding.place.column) + QString::number(finding.place.row)
                                    : tr("第 %1 行").arg(finding.place.row);
    case Value:
        return finding.value.simplified();
    case Message:
        return finding.message;
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sheet:
        return tr("工作表");
    case Cell:
        return tr("位置");
    case Value:
        return tr("原值");
    case Message:
        return tr("原因和处理");
    default:
        return {};
    }
}

} // namespace yipi::gui
