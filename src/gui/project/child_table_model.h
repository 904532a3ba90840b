// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>

namespace yipi::gui {

/// Records that belong to one project as a small table that is edited in place. Text that the ledger refuses
/// stays in its cell with the reason until it is mended. A row that the ledger does not have yet is inserted
/// as soon as it has what is required.
class ChildTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ReasonRole = Qt::UserRole + 200, ///< why the text of the cell was not taken; empty = it was
        ChoicesRole,                     ///< QStringList to choose from
    };

    ChildTableModel(services::LedgerService &ledger, EntityKind kind, const QStringList &keys,
                    QObject *parent = nullptr);

    /// Rows of another project; what was not taken is forgotten.
    void showRows(std::vector<Record> rows);
    /// The same rows as the ledger has them now.
    void refreshRows(std::vector<Record> rows);
    /// Puts a row that the ledger does not have yet at the end, or finds the one there is; gives its number.
    int startRow(Record blank);
    const Record &record(int row) const { return m_rows[std::size_t(row)]; }
    int columnOf(const QString &key) const { return int(m_keys.indexOf(key)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void rejected(const yipi::Error &error);
    /// Something that is required is still missing: what.
    void incomplete(const QString &fieldTitle);

protected:
    const services::LedgerService &ledger() const { return m_ledger; }
    const QString &keyOf(int column) const { return m_keys[column]; }
    /// What else is written when one field is.
    virtual std::vector<services::TypedField> editsFor(const Record &record,
                                                       const services::TypedField &typed) const;
    virtual bool isEditable(const Record &record, const QString &key) const;
    /// Another text, colour, weight or tool tip; invalid = as usual.
    virtual QVariant decoration(const Record &record, const QString &key, int role) const;

private:
    struct Draft {
        QString text;
        Error error;
    };

    const FieldInfo &field(int column) const;
    QString text(const Record &record, int column) const;
    QStringList choices(const FieldInfo &info) const;
    Result<void> write(int row, const services::TypedField &typed);
    Result<void> insert(int row, const std::vector<services::TypedField> &typed);
    const Draft *draft(const QModelIndex &index) const;

    services::LedgerService &m_ledger;
    EntityKind m_kind;
    QStringList m_keys;
    std::vector<Record> m_rows;
    bool m_hasBlank = false; ///< the last row is of startRow
    std::map<std::pair<int, int>, Draft> m_drafts;
};

} // namespace yipi::gui
