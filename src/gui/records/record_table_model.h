// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/record_rows.h"

#include <QAbstractTableModel>

#include <map>

namespace yipi::gui {

/// All records of one kind with the fields that people see. Reads only the rows that are looked at, writes
/// through LedgerService::edit and follows the ledger. What could not be written stays as a draft with the
/// reason, also while another kind is shown; the form shows the same drafts.
class RecordTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        RecordIdRole = Qt::UserRole, ///< qint64
        ErrorRole,                   ///< reason why the draft was not taken; empty = no draft
    };
    struct Draft {
        QString text;
        QString reason;
    };

    explicit RecordTableModel(services::LedgerService &ledger, QObject *parent = nullptr);

    EntityKind kind() const { return m_kind; }
    const services::LedgerService &ledger() const { return m_ledger; }
    /// Shows another kind in its usual order. The error leaves the table empty.
    Result<void> showKind(EntityKind kind);
    /// Only the records that show this text somewhere.
    Result<void> setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    /// Asks for the rows again.
    Result<void> refresh();
    /// Cycles the usual order → ascending → descending by a click on a header.
    Result<void> toggleSort(int column);
    int sortColumn() const; ///< −1 = the usual order
    Qt::SortOrder sortOrder() const { return m_order; }

    qint64 total() const { return qint64(m_sorted.size()); } ///< records of the kind without the filter
    qint64 recordAt(int row) const;                          ///< 0 outside
    int rowOf(qint64 id) const { return m_rows.rowOf(id); }
    int fieldAt(int column) const { return m_columns[std::size_t(column)]; }
    const FieldInfo &fieldInfo(int field) const { return m_ledger.fields(m_kind)[std::size_t(field)]; }
    /// Why nothing can be edited; empty when the ledger is open for writing.
    const QString &lockedReason() const { return m_lockedReason; }

    /// Writes a text into a field; when it is refused it stays as a draft. True: nothing is left open.
    bool write(qint64 id, int field, const QString &typed);
    const Draft *draft(qint64 id, int field) const;
    void discardDraft(qint64 id, int field);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void editRejected(qint64 id, int field);
    /// Records came or went: the rows have to be asked for again.
    void outdated();

private:
    using DraftKey = std::tuple<EntityKind, qint64, int>;

    Result<void> orderBy(int field, Qt::SortOrder order);
    Result<void> applyFilter();
    void patch(const AppliedChangeSet &applied);
    bool refersTo(EntityKind kind) const;
    void rowChanged(int row);

    services::LedgerService &m_ledger;
    EntityKind m_kind = EntityKind::Zone;
    RecordRows m_rows;
    std::vector<int> m_columns;   ///< positions of the fields
    std::vector<qint64> m_sorted; ///< all records of the kind
    QString m_filter;
    int m_sortField = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QString m_lockedReason;
    std::map<DraftKey, Draft> m_drafts;
};

} // namespace yipi::gui
