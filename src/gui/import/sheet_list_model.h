// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/import/import_file.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// The sheets of the files and what they were taken for. Of several files each has a line of its own above
/// its sheets, with what would become of its rows.
class SheetListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Rows, Unit, Campaign, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Both must outlive the model or its next reset; null empties it.
    void setPlan(const std::vector<ImportFile> *files, const exchange::ImportPlan *plan);
    const exchange::SheetPlan *sheet(int row) const; ///< null of a file's line
    int fileAt(int row) const;                       ///< −1 when there is no such row
    bool isFileLine(int row) const { return fileAt(row) >= 0 && !sheet(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        int file = 0;
        const exchange::SheetPlan *sheet = nullptr; ///< null = the file itself
    };
    QString fileText(const ImportFile &file) const;
    QVariant fileData(const Line &line, int column, int role) const;

    const std::vector<ImportFile> *m_files = nullptr;
    const exchange::ImportPlan *m_plan = nullptr;
    std::vector<Line> m_lines;
};

} // namespace yipi::gui
