// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rules/differing_rows_model.h"

#include "gui/theme.h"

namespace yipi::gui {

using indicators::DifferingRow;
using indicators::RowPlace;

namespace {

QString placeText(const RowPlace &place) {
    const QChar mark = place.inNumerator ? u'●' : place.inDenominator ? u'○' : u'×';
    return mark + QStringLiteral(" ") + place.why;
}

} // namespace

void DifferingRowsModel::setSides(const QString &a, const QString &b) {
    m_a = a;
    m_b = b;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void DifferingRowsModel::setRows(std::vector<DifferingRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_names.clear();
    endResetModel();
}

std::vector<qint64> DifferingRowsModel::projectIds() const {
    std::vector<qint64> ids;
    for (const DifferingRow &row : m_rows) // those of one project stand together
        if (row.projectId && (ids.empty() || ids.back() != row.projectId))
            ids.push_back(row.projectId);
    return ids;
}

int DifferingRowsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferingRowsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DifferingRowsModel::text(int row, int column) const {
    const DifferingRow &shown = m_rows[std::size_t(row)];
    switch (column) {
    case Name:
        return shown.projectId == 0
                   ? tr("年度任务")
                   : m_names.at(*m_workspace, row, rowCount(), [this](int i) { return projectId(i); }).name;
    case ZoneName:
        return shown.projectId ? zoneNameOf(m_workspace->ledger, shown.projectId) : shown.zone;
    case CampaignName:
        return shown.campaign.year ? shown.campaign.text() : QString();
    case PlaceA:
        return placeText(shown.a);
    default:
        return placeText(shown.b);
    }
}

QVariant DifferingRowsModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), index.column());
    if (role != Qt::ForegroundRole)
        return {};
    const DifferingRow &row = m_rows[std::size_t(index.row())];
    const RowPlace &place = index.column() == PlaceA ? row.a : row.b;
    const bool isOut = index.column() >= PlaceA && !place.inDenominator && !place.inNumerator;
    return isOut || index.column() == ZoneName || index.column() == CampaignName ? theme().t3 : theme().t1;
}

QVariant DifferingRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("项目"), tr("开发区"), tr("期次"), m_a, m_b};
    return titles[section];
}

} // namespace yipi::gui
