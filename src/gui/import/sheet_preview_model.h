// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/workbook.h"

#include <QAbstractTableModel>
#include <QHash>

namespace yipi::gui {

/// A sheet as it is in the file: header rows tinted, cells with findings colored, what is left out greyed.
class SheetPreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// All must outlive the model or its next reset; `sheet` null empties it.
    void setSheet(const exchange::Sheet *sheet, const exchange::SheetPlan *plan,
                  const QList<exchange::Finding> *findings);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isHeader(int row) const;
    QVariant background(int row, int column) const;

    const exchange::Sheet *m_sheet = nullptr;
    const exchange::SheetPlan *m_plan = nullptr;
    QHash<std::pair<int, int>, const exchange::Finding *>
        m_findings; ///< by row and column from 1; column 0 = row
    QHash<int, const exchange::IgnoredRow *> m_ignored;
    int m_columns = 0;
};

} // namespace yipi::gui
