// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reports/figure_list_model.h"

#include "gui/theme.h"

#include <QFont>

namespace yipi::gui {

void FigureListModel::setDocument(const reports::Document &document) {
    beginResetModel();
    m_figures.clear();
    for (const reports::Span *span : document.figures())
        m_figures.push_back(*span);
    endResetModel();
}

const reports::FigureRef *FigureListModel::figure(int row) const {
    return row >= 0 && row < int(m_figures.size()) ? &*m_figures[std::size_t(row)].figure : nullptr;
}

int FigureListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_figures.size());
}

int FigureListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FigureListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const reports::Span &span = m_figures[std::size_t(index.row())];
    if (role == Qt::ForegroundRole)
        return index.column() == Index     ? QVariant(theme().ac)
               : index.column() == Formula ? QVariant(theme().t2)
                                           : QVariant();
    if (role == Qt::FontRole && index.column() <= Value) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::TextAlignmentRole && index.column() == Index)
        return int(Qt::AlignCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Index:
        return QString::number(index.row() + 1);
    case Value:
        return span.text;
    case Meaning:
        return span.figure->zone.isEmpty()
                   ? span.figure->meaning
                   : QStringLiteral("%1　%2").arg(span.figure->meaning, span.figure->zone);
    case Formula:
        return span.figure->formula;
    default:
        return {};
    }
}

QVariant FigureListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Value:
        return tr("数字");
    case Meaning:
        return tr("含义");
    case Formula:
        return tr("取数");
    default:
        return {};
    }
}

} // namespace yipi::gui
