// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The figures of a report in reading order: what is printed, what it means and how it came about.
class FigureListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Index, Value, Meaning, Formula, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDocument(const reports::Document &document);
    /// Null outside.
    const reports::FigureRef *figure(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<reports::Span> m_figures;
};

} // namespace yipi::gui
