// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/findings_model.h"

#include "gui/theme.h"

#include <QFileInfo>

namespace yipi::gui {

void FindingsModel::setFindings(const QList<exchange::Finding> *findings, bool hasSeveralFiles) {
    beginResetModel();
    m_listed.clear();
    m_alike.clear();
    m_all = findings;
    m_hasSeveralFiles = hasSeveralFiles;
    for (const bool errors : {true, false}) {
        if (!findings)
            break;
        for (const exchange::Finding &finding : *findings)
            if (finding.isError == errors && int(m_listed.size()) < kListed)
                m_listed.push_back(&finding);
    }
    if (findings)
        for (const exchange::Finding &finding : *findings)
            if (canFix(finding))
                ++m_alike[kindOf(finding)];
    endResetModel();
}

QString FindingsModel::placeText(const Place &place) const {
    const QString file = QFileInfo(place.file).completeBaseName();
    return place.sheet.isEmpty() ? file
           : m_hasSeveralFiles   ? QStringLiteral("%1·%2").arg(file, place.sheet)
                                 : place.sheet;
}

bool FindingsModel::canFix(const exchange::Finding &finding) {
    return finding.place.row > 0 && finding.place.column > 0;
}

/// The same text in the same column of the same sheet, with the same fault.
QString FindingsModel::kindOf(const exchange::Finding &finding) {
    return QStringList{finding.place.file, finding.place.sheet, QString::number(finding.place.column),
                       finding.code, finding.value}
        .join(u'\n');
}

std::vector<std::pair<Place, QString>> FindingsModel::suggestions() const {
    std::vector<std::pair<Place, QString>> all;
    for (qsizetype i = 0; m_all && i < m_all->size(); ++i)
        if (const exchange::Finding &finding = m_all->at(i); canFix(finding) && !finding.suggestion.isEmpty())
            all.emplace_back(finding.place, finding.suggestion);
    return all;
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
    if (role == Qt::ForegroundRole && (index.column() == Fix || index.column() == Alike))
        return theme().t3;
    if (role == Qt::EditRole && index.column() == Fix)
        return finding.suggestion.isEmpty() ? finding.value.simplified() : finding.suggestion;
    if (role == Qt::ToolTipRole && index.column() == Sheet)
        return finding.place.file;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Sheet:
        return placeText(finding.place);
    case Fix:
        return !canFix(finding)               ? QString()
               : finding.suggestion.isEmpty() ? tr("双击改")
                                              : tr("改为 %1？").arg(finding.suggestion);
    case Alike:
        return canFix(finding) && m_alike.value(kindOf(finding)) > 1
                   ? tr("同类 %1").arg(m_alike.value(kindOf(finding)))
                   : QString();
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
    case Fix:
        return tr("改为");
    case Alike:
        return QString();
    case Message:
        return tr("原因和处理");
    default:
        return {};
    }
}

Qt::ItemFlags FindingsModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Fix && canFix(*m_listed[std::size_t(index.row())]))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool FindingsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const exchange::Finding *finding = this->finding(index.row());
    if (role != Qt::EditRole || !finding || value.toString() == finding->value)
        return false;
    Q_EMIT fixRequested(finding->place, value.toString());
    return true;
}

} // namespace yipi::gui
