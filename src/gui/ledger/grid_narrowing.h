// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/filter_row.h"
#include "gui/ledger/project_query.h"
#include "services/figure_service.h"

namespace yipi::gui {

/// Everything that decides which projects the grid shows: the filter bar or a list that was drilled into, the
/// filter box and the filter row. All of it ends in one ProjectFilter.
class GridNarrowing {
public:
    GridNarrowing(const services::LedgerService &ledger, const LedgerColumns &columns)
        : m_ledger(ledger)
        , m_columns(columns) {}

    const services::FigureScope &scope() const { return m_scope; }
    /// Another scope leaves the list.
    void setScope(const services::FigureScope &scope);

    /// Exactly these projects; the filter bar does not narrow them.
    void setList(std::vector<qint64> ids, const QString &title);
    void leaveList() { m_list.reset(); }
    bool hasList() const { return m_list.has_value(); }
    const QString &listTitle() const { return m_listTitle; }

    /// Text to be searched for, or a condition behind =. Answers why it can't be read; the last condition
    /// that could goes on.
    QString setBox(const QString &typed);
    /// What stands over the columns. Answers by column why some can't be read; these don't filter.
    std::map<int, QString> setColumnFilters(const ColumnFilters &filters, MoneyUnit unit);
    /// The conditions of the filter row in words; empty when it does not filter.
    QString columnWords() const;

    /// What the grid is asked for, in the order of `order`.
    ProjectQuery query(const std::vector<services::SortKey> &order) const;
    /// The same without what stands over one column: what its list of values may still offer.
    ProjectQuery queryWithout(int column) const;

private:
    ProjectQuery queryWith(const QString &columnWhere) const;
    QString joinedConditions(int without = -1) const;

    const services::LedgerService &m_ledger;
    const LedgerColumns &m_columns;
    services::FigureScope m_scope;
    std::optional<std::vector<qint64>> m_list;
    QString m_listTitle;
    QString m_text;                      ///< of the box, plain
    QString m_where;                     ///< of the box, the last that could be read
    std::map<int, QString> m_conditions; ///< of the filter row by column
};

} // namespace yipi::gui
