// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/child_table_model.h"

namespace yipi::gui {

/// Fields of one record below each other: name and value, the value edited in place. Text that is refused
/// stays with its reason.
class FieldListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    FieldListModel(services::LedgerService &ledger, QObject *parent = nullptr);

    /// The project's people, enterprise and chain, and behind them all custom fields.
    void showRecord(const Record &record);
    /// The same record as it is now.
    void refreshRecord(const Record &record);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void rejected(const yipi::Error &error);

private:
    struct Draft {
        QString text;
        Error error;
    };

    const FieldInfo &field(int row) const;
    QString text(int row) const;
    QStringList choices(const FieldInfo &info) const;

    services::LedgerService &m_ledger;
    Record m_record;
    std::vector<int> m_fields;
    std::map<int, Draft> m_drafts; ///< by field
};

} // namespace yipi::gui
