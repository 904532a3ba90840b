// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/set_list_model.h"

#include "gui/theme.h"

namespace yipi::gui {

using services::SetLine;

namespace {
constexpr int kPageSize = 200;
} // namespace

QString stateText(SetLine::State state) {
    switch (state) {
    case SetLine::State::Standing:
        return SetListModel::tr("可撤销");
    case SetLine::State::Undone:
        return SetListModel::tr("已撤销");
    default:
        return QStringLiteral("—");
    }
}

SetListModel::SetListModel(const services::LedgerService &ledger, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger) {}

void SetListModel::setFilter(const services::SetFilter &filter) {
    beginResetModel();
    m_filter = filter;
    m_problem.clear();
    m_lines = readPage(0);
    endResetModel();
}

std::vector<SetLine> SetListModel::readPage(qint64 before) {
    auto page = m_ledger.changeSets(m_filter, before, kPageSize);
    m_isComplete = !page || page->size() < std::size_t(kPageSize);
    if (!page)
        m_problem = page.error().text();
    return page ? std::move(*page) : std::vector<SetLine>();
}

int SetListModel::rowOf(qint64 setId) const {
    const auto it = std::find_if(m_lines.begin(), m_lines.end(),
                                 [setId](const SetLine &line) { return line.setId == setId; });
    return it == m_lines.end() ? -1 : int(it - m_lines.begin());
}

void SetListModel::setUndoFrom(qint64 setId) {
    m_undoFrom = setId;
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::BackgroundRole});
}

bool SetListModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && !m_isComplete && !m_lines.empty();
}

void SetListModel::fetchMore(const QModelIndex &) {
    const std::vector<SetLine> page = readPage(m_lines.back().setId);
    if (page.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page.size()) - 1);
    m_lines.insert(m_lines.end(), page.begin(), page.end());
    endInsertRows();
}

int SetListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int SetListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SetListModel::text(const SetLine &line, int column) const {
    switch (column) {
    case At:
        return line.at.toString(QStringLiteral("yyyy-MM-dd hh:mm"));
    case User:
        return line.user;
    case Source:
        return line.source;
    case Title:
        return line.title;
    case Reason:
        return line.reason;
    case Records:
        return QString::number(line.records);
    default:
        return stateText(line.state);
    }
}

QVariant SetListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SetLine &shown = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(shown, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Records ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return shown.state == SetLine::State::Undone                 ? theme().t3
               : index.column() == Title || index.column() == Reason ? theme().t1
                                                                     : theme().t2;
    case Qt::BackgroundRole:
        return m_undoFrom && shown.setId >= m_undoFrom && shown.state == SetLine::State::Standing
                   ? QVariant(theme().ambt)
                   : QVariant();
    default:
        return {};
    }
}

QVariant SetListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Records)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("时间"), tr("用户"), tr("来源"), tr("操作"),
                              tr("理由"), tr("记录"), tr("状态")};
    return titles[section];
}

} // namespace yipi::gui
