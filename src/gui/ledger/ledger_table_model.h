// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_columns.h"
#include "gui/ledger/project_groups.h"
#include "gui/ledger/project_query.h"
#include "gui/ledger/project_rows.h"
#include "gui/ledger/project_sums.h"
#include "gui/ledger/row_colours.h"
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
        SortPlaceRole,     ///< header: 1 for the first of several columns sorted by, 0 = the only one
        GroupLevelRole,    ///< 0 or 1 in the row of a group; invalid for a project
        GroupExpandedRole, ///< bool, in the row of a group
        GroupTitleRole,    ///< name and number of projects, in the row of a group
        ColourRole,        ///< QColor of a rule; invalid = as usual
    };

    explicit LedgerTableModel(services::LedgerService &ledger, QObject *parent = nullptr);

    /// Asks the ledger for the rows; the error leaves the grid as it was.
    Result<void> setQuery(const ProjectQuery &query);
    const ProjectQuery &query() const { return m_query; }
    Result<void> refresh() { return setQuery(m_query); }

    MoneyUnit moneyUnit() const { return m_unit; }
    void setMoneyUnit(MoneyUnit unit);
    void setLights(const std::vector<indicators::OverdueItem> &overdue);

    qint64 projectAt(int row) const; ///< 0 outside and for a group
    /// −1 when it is not shown or its group is collapsed.
    int rowOf(qint64 projectId) const { return m_groups.rowOfItem(m_rows.rowOf(projectId)); }
    const ProjectRow *row(int row) const { return m_rows.row(m_groups.itemAt(row)); }
    /// All that the query gave, also those in collapsed groups.
    const std::vector<qint64> &projects() const { return m_rows.ids(); }
    bool isAsked(qint64 projectId) const { return m_rows.rowOf(projectId) >= 0; }
    const LedgerColumns &columns() const { return m_columns; }
    const FieldInfo *fieldAt(int column) const { return m_columns.fieldAt(column); } ///< null: a derived one
    QString titleWithUnit(int column) const; ///< 总投资（亿元）
    /// Cycles unsorted → ascending → descending by a header click; `isFurther` keeps the columns sorted by so
    /// far. False when the column has no order.
    bool toggleSort(int column, bool isFurther = false);
    bool isSortable(int column) const;
    bool setOrder(const std::vector<services::SortKey> &order);
    bool canGroup(int column) const;
    /// Groups by at most two columns, the first outside; none = a plain list.
    bool setGroups(const std::vector<QString> &keys);
    const ProjectGroup *groupAt(int row) const; ///< null for a project
    void setExpanded(int row, bool expanded);
    void setAllExpanded(bool expanded);
    /// Expands what a project is in; its row, −1 when the query does not give it.
    int reveal(qint64 projectId);
    void setColourRules(const std::vector<ColourRule> &rules);
    const std::vector<ColourRule> &colourRules() const { return m_colours.rules(); }
    bool hasSums(int column) const;
    /// Of everything that is asked for, as shown; empty when nothing is filled in.
    QString totalOf(int column) const { return sumOf(column, -1); }
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
    void sumsChanged();
    void colourRulesChanged();

private:
    struct Draft {
        QString text;
        QString reason;
    };
    using CellKey = std::pair<qint64, int>; ///< project, field

    QVariant fieldData(const ProjectRow &row, int column, int role) const;
    QString editText(const FieldInfo &field, const Value &value) const;
    void patch(const AppliedChangeSet &applied);
    /// Whether the project may belong to another group now.
    bool customValueChanged(const AppliedRecord &value);
    void itemChanged(int item);
    QVariant groupData(int row, int column, int role) const;
    QString sumOf(int column, int group) const;
    /// Whether a project may belong to another group now.
    bool movesGroups(const AppliedRecord &record) const;
    void followSums(const AppliedRecord &record);
    int sortMark(const QString &key, int role) const;
    std::optional<CellKey> cellKey(const QModelIndex &index) const;

    services::LedgerService &m_ledger;
    LedgerColumns m_columns;
    ProjectRows m_rows;
    ProjectGroups m_groups;
    ProjectSums m_sums;
    RowColours m_colours;
    ProjectQuery m_query;
    MoneyUnit m_unit = MoneyUnit::Yi;
    QString m_lockedReason;
    QHash<qint64, indicators::OverdueItem> m_lights;
    std::map<CellKey, Draft> m_drafts;
};

} // namespace yipi::gui
