// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/explanation/project_names.h"
#include "indicators/compare_rules.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The rows of a rate that two rule sets place differently, with the reason under each. ● above and below the
/// line, ○ below only, × neither.
class DifferingRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ZoneName, CampaignName, PlaceA, PlaceB, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setWorkspace(const Workspace *workspace) { m_workspace = workspace; }
    void setSides(const QString &a, const QString &b);
    void setRows(std::vector<indicators::DifferingRow> rows);
    qint64 projectId(int row) const { return m_rows[std::size_t(row)].projectId; }
    /// Each project once, in the order of the rows.
    std::vector<qint64> projectIds() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, int column) const;

    const Workspace *m_workspace = nullptr;
    QString m_a, m_b;
    std::vector<indicators::DifferingRow> m_rows;
    ProjectNames m_names;
};

} // namespace yipi::gui
