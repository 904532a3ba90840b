// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/workbook.h"

#include <QAbstractTableModel>
#include <QHash>

namespace yipi::gui {

/// A sheet as it is in the file: header rows tinted, cells with findings colored, beside the numbers of rows
/// what becomes of them, what is left out greyed. What is typed into a cell is asked for as a fix.
class SheetPreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// All must outlive the model or its next reset; `sheet` null empties it.
    void setSheet(const exchange::Sheet *sheet, const exchange::SheetPlan *plan,
                  const QList<exchange::Finding> *findings);

    /// The plan and its findings are about to go; the sheet stays as it is shown.
    void forgetPlan();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void fixRequested(const yipi::Place &place, const QString &text);

private:
    bool isHeader(int row) const;
    QVariant background(int row, int column) const;
    QVariant rowData(int row, int role) const;

    const exchange::Sheet *m_sheet = nullptr;
    const exchange::SheetPlan *m_plan = nullptr;
    QHash<std::pair<int, int>, const exchange::Finding *>
        m_findings; ///< by row and column from 1; column 0 = row
    QHash<int, const exchange::IgnoredRow *> m_ignored;
    QHash<int, const exchange::PlannedRow *> m_planned;
    int m_columns = 0;
};

} // namespace yipi::gui
