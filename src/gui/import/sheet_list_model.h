// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The sheets of the file and what they were taken for.
class SheetListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Rows, Unit, Campaign, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `plan` must outlive the model or its next reset.
    void setPlan(const exchange::ImportPlan *plan);
    const exchange::SheetPlan *sheet(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const exchange::ImportPlan *m_plan = nullptr;
};

} // namespace yipi::gui
