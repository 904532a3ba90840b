// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/sheet_preview_model.h"

#include "gui/theme.h"

#include <QFont>

namespace yipi::gui {

void SheetPreviewModel::setSheet(const exchange::Sheet *sheet, const exchange::SheetPlan *plan,
                                 const QList<exchange::Finding> *findings) {
    beginResetModel();
    m_sheet = sheet;
    m_plan = plan;
    m_findings.clear();
    m_ignored.clear();
    m_columns = 0;
    if (sheet) {
        for (const auto &row : sheet->rows)
            m_columns = std::max(m_columns, int(row.size()));
        for (const exchange::Finding &finding : *findings) {
            if (finding.place.sheet != sheet->name)
                continue;
            const exchange::Finding *&kept = m_findings[{finding.place.row, finding.place.column}];
            if (!kept || (finding.isError && !kept->isError))
                kept = &finding;
        }
    }
    if (plan)
        for (const exchange::IgnoredRow &row : plan->ignored)
            m_ignored.insert(row.row, &row);
    endResetModel();
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
    if (role == Qt::DisplayRole)
        return orientation == Qt::Horizontal ? columnLetters(section + 1) : QString::number(section + 1);
    if (orientation == Qt::Vertical && role == Qt::ToolTipRole)
        if (const auto *finding = m_findings.value({section + 1, 0}))
            return finding->message;
    return {};
}

} // namespace yipi::gui
