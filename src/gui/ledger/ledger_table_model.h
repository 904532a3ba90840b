// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_columns.h"
#include "gui/ledger/project_query.h"
#include "gui/ledger/project_rows.h"
#include "services/figure_service.h"

#include <QAbstractTableModel>

#include <map>

namespace yipi::gui {

/// A text that a cell could not take; without a reason: the cell has nothing to complain about any more.
struct RefusedText {
    qint64 project = 0;
    int field = -1;
    QString text;
    QString reason;
};

/// The grid of projects. Reads only the rows that are looked at, writes through LedgerService::edit, and
/// patches single rows when the ledger changes. What could not be written stays in its cell as a draft with
/// the reason.
class LedgerTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ProjectIdRole = Qt::UserRole, ///< qint64
        StageRole,                    ///< Stage as int
        LightRole,                    ///< indicators::Light as int; invalid = no light
        IsMissingRole,                ///< 未填
        ErrorRole,                    ///< reason why the draft was not taken; empty = no draft
        NumberRole,                   ///< qint64 of money, quantity or number; invalid otherwise
        FieldRole,                    ///< position of the field; −1 = derived column
        IsLockedRole,                 ///< a field that may not be edited
        GroupRole,                    ///< header: upper title
        SortRole,                     ///< header: 0 unsorted, 1 ascending, 2 descending
        SortPlaceRole, ///< header: 1 for the first of several columns sorted by, 0 = the only one
    };

    explicit LedgerTableModel(services::LedgerService &ledger, QObject *parent = nullptr);

    /// Asks the ledger for the rows; the error leaves the grid as it was.
    Result<void> setQuery(const ProjectQuery &query);
    const ProjectQuery &query() const { return m_query; }
    Result<void> refresh() { return setQuery(m_query); }

    MoneyUnit moneyUnit() const { return m_unit; }
    void setMoneyUnit(MoneyUnit unit);
    void setLights(const std::vector<indicators::OverdueItem> &overdue);

    qint64 projectAt(int row) const;                                       ///< 0 outside
    const std::vector<qint64> &projectIds() const { return m_rows.ids(); } ///< in the order of the rows
    int rowOf(qint64 projectId) const { return m_rows.rowOf(projectId); }
    const ProjectRow *row(int row) const { return m_rows.row(row); }
    const LedgerColumns &columns() const { return m_columns; }
    const FieldInfo *fieldAt(int column) const { return m_columns.fieldAt(column); } ///< null: a derived one
    QString titleWithUnit(int column) const; ///< 总投资（亿元）
    /// Cycles unsorted → ascending → descending by a header click; `isFurther` keeps the columns sorted by so
    /// far. False when the column has no order.
    bool toggleSort(int column, bool isFurther = false);
    bool isSortable(int column) const;
    bool setOrder(const std::vector<services::SortKey> &order);
    /// Why no cell can be edited; empty when the ledger is open for writing.
    const QString &lockedReason() const { return m_lockedReason; }
    void discardDraft(const QModelIndex &index);
    bool hasDraft(const QModelIndex &index) const;
    /// Keeps texts in their cells as drafts, as a refused edit does.
    void keepRefused(const std::vector<RefusedText> &texts);
    /// The year of dates that are typed without one: that of the figures.
    int typedYear() const { return m_query.asOf.isValid() ? m_query.asOf.year() : 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void editRejected(const QModelIndex &index);
    /// Projects were added, removed or changed in bulk: lights and rows have to be asked for again.
    void outdated();

private:
    struct Draft {
        QString text;
        QString reason;
    };
    using CellKey = std::pair<qint64, int>; ///< project, field

    QVariant fieldData(const ProjectRow &row, int column, int role) const;
    QString editText(const FieldInfo &field, const Value &value) const;
    void patch(const AppliedChangeSet &applied);
    void customValueChanged(const AppliedRecord &value);
    void rowChanged(int row);
    int sortMark(const QString &key, int role) const;
    std::optional<CellKey> cellKey(const QModelIndex &index) const;

    services::LedgerService &m_ledger;
    LedgerColumns m_columns;
    ProjectRows m_rows;
    ProjectQuery m_query;
    MoneyUnit m_unit = MoneyUnit::Yi;
    QString m_lockedReason;
    QHash<qint64, indicators::OverdueItem> m_lights;
    std::map<CellKey, Draft> m_drafts;
};

} // namespace yipi::gui
