// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The findings of an import, errors first; only the first 200 are listed, the counts are of all.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mark, Sheet, Cell, Value, Message, ColumnCount };
    static constexpr int kListed = 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Must outlive the model or its next reset.
    void setFindings(const QList<exchange::Finding> *findings);
    const exchange::Finding *finding(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<const exchange::Finding *> m_listed;
};

} // namespace yipi::gui
