// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/sheet_preview_model.h"

#include "gui/theme.h"

#include <QFont>

#include <array>

namespace yipi::gui {

void SheetPreviewModel::setSheet(const exchange::Sheet *sheet, const exchange::SheetPlan *plan,
                                 const QList<exchange::Finding> *findings) {
    beginResetModel();
    m_sheet = sheet;
    m_plan = plan;
    m_findings.clear();
    m_ignored.clear();
    m_planned.clear();
    m_columns = 0;
    if (sheet) {
        for (const auto &row : sheet->rows)
            m_columns = std::max(m_columns, int(row.size()));
        for (const exchange::Finding &finding : *findings) {
            if (finding.place.sheet != sheet->name || (plan && finding.place.file != plan->file))
                continue;
            const exchange::Finding *&kept = m_findings[{finding.place.row, finding.place.column}];
            if (!kept || (finding.isError && !kept->isError))
                kept = &finding;
        }
    }
    if (plan) {
        for (const exchange::IgnoredRow &row : plan->ignored)
            m_ignored.insert(row.row, &row);
        for (const exchange::PlannedRow &row : plan->rows)
            m_planned.insert(row.row, &row);
    }
    endResetModel();
}

void SheetPreviewModel::forgetPlan() {
    m_plan = nullptr;
    m_findings.clear();
    m_ignored.clear();
    m_planned.clear();
}

bool SheetPreviewModel::isHeader(int row) const {
    return m_plan && m_plan->headerRow > 0 && row >= m_plan->headerRow &&
           row < m_plan->headerRow + m_plan->headerRows;
}

int SheetPreviewModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_sheet ? 0 : int(m_sheet->rows.size());
}

int SheetPreviewModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant SheetPreviewModel::background(int row, int column) const {
    const Theme &t = theme();
    if (const auto *finding = m_findings.value({row, column}))
        return finding->isError ? t.redt : t.ambt;
    if (isHeader(row))
        return t.act;
    return m_ignored.contains(row) ? QVariant(t.sunk) : QVariant();
}

QVariant SheetPreviewModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row() + 1, column = index.column() + 1;
    const exchange::Cell &cell = m_sheet->cell(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return cell.text.simplified();
    case Qt::EditRole:
        return cell.text;
    case Qt::BackgroundRole:
        return background(row, column);
    case Qt::ForegroundRole:
        if (const auto *finding = m_findings.value({row, column}))
            return finding->isError ? theme().red : theme().amb;
        return m_ignored.contains(row) && !isHeader(row) ? QVariant(theme().t3) : QVariant();
    case Qt::TextAlignmentRole:
        if (isHeader(row))
            return int(Qt::AlignCenter);
        return int((cell.kind == exchange::Cell::Kind::Number ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case Qt::FontRole:
        if (isHeader(row)) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::ToolTipRole:
        if (const auto *finding = m_findings.value({row, column}))
            return finding->message;
        return cell.text;
    default:
        return {};
    }
}

QVariant SheetPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return rowData(section + 1, role);
    return role == Qt::DisplayRole ? columnLetters(section + 1) : QVariant();
}

/// Beside its number what becomes of a row.
QVariant SheetPreviewModel::rowData(int row, int role) const {
    const exchange::PlannedRow *planned = m_planned.value(row);
    const std::array verdicts{tr("新增"), tr("更新"), tr("不变"), tr("跳过"), tr("有误")};
    const Theme &t = theme();
    const std::array<QColor, 5> colors{t.grn, t.ac, t.t3, t.t3, t.red};
    switch (role) {
    case Qt::DisplayRole:
        return planned ? QStringLiteral("%1 %2").arg(verdicts.at(std::size_t(planned->verdict))).arg(row)
                       : QString::number(row);
    case Qt::ForegroundRole:
        return planned ? QVariant(colors.at(std::size_t(planned->verdict))) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (const auto *finding = m_findings.value({row, 0}))
            return finding->message;
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags SheetPreviewModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && m_plan && !isHeader(index.row() + 1))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool SheetPreviewModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const QString text = value.toString();
    if (role != Qt::EditRole || !m_plan || text == data(index, Qt::EditRole).toString())
        return false;
    Q_EMIT fixRequested({m_plan->file, m_plan->sheet, index.row() + 1, index.column() + 1, {}}, text);
    return true;
}

} // namespace yipi::gui
