// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/column_filter.h"

#include <QLineEdit>

#include <map>

class QTimer;

namespace yipi::gui {

class ColumnArrangement;
class FrozenColumns;
class GroupedHeaderView;
class LedgerView;

/// The texts over the columns that narrow the grid, by the keys of the columns.
using ColumnFilters = std::map<QString, QString>;

/// The editors under the header, one a column, in the half where the column is. Tab and Shift+Tab go to the
/// next column, Enter and ↓ into the grid, Esc clears, Alt+↓ opens the list of values.
class FilterRow : public QObject {
    Q_OBJECT

public:
    FilterRow(const LedgerColumns &columns, LedgerView *view);

    bool isShown() const { return m_isShown; }
    void setShown(bool shown);
    const ColumnFilters &filters() const { return m_filters; }
    void setFilters(const ColumnFilters &filters); ///< does not emit
    void setFilter(int column, const QString &typed);
    /// Marks a column whose text is not understood with the reason; empty = it is.
    void setProblem(int column, const QString &reason);
    /// Puts the cursor into the editor of a column.
    void edit(int column);
    QLineEdit *editor(int column);
    void place();

Q_SIGNALS:
    /// Somebody typed; keys that wait in the queue are taken together.
    void filtersChanged();
    void shownChanged(bool shown);
    /// The values of a List column are wanted below this editor.
    void listRequested(int column, QLineEdit *editor);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool keyPressed(int column, int key, Qt::KeyboardModifiers modifiers);
    void editNeighbour(int column, int by);
    QLineEdit *makeEditor(int column);
    void typed(int column, const QString &text);

    const LedgerColumns &m_columns;
    LedgerView *m_view;
    std::map<int, QLineEdit *> m_editors;
    ColumnFilters m_filters;
    QTimer *m_settle;
    bool m_isShown = false;
};

} // namespace yipi::gui
