// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/set_details.h"

#include <QAbstractTableModel>

namespace yipi::gui {

/// Records and fields of one change set as old → new; a record is named in its first line only.
class SetDetailModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { RecordName, FieldName, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDetails(services::SetDetails details);
    const services::ChangedRecord &record(int row) const {
        return m_details.records[m_rows[std::size_t(row)].record];
    }
    /// Null for a record without fields to show.
    const services::ChangedField *field(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::size_t record = 0;
        int field = -1;
        bool isFirst = true;
    };
    QString text(const Row &row, int column) const;

    services::SetDetails m_details;
    std::vector<Row> m_rows;
};

} // namespace yipi::gui
