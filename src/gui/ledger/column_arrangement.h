// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_columns.h"

#include <QObject>

class QHeaderView;
class QTableView;

namespace yipi::gui {

class FrozenColumns;

/// How one column is shown.
struct ColumnState {
    QString key;
    int width = 80;
    bool isHidden = false;
    friend bool operator==(const ColumnState &, const ColumnState &) = default;
};

/// The columns from left to right with those that are hidden, and how many of them stay in place.
struct ColumnLayout {
    std::vector<ColumnState> columns;
    int frozen = kFrozenColumns;
    friend bool operator==(const ColumnLayout &, const ColumnLayout &) = default;
};

/// Order, width, hiding and freezing of the grid's columns, the same in the scrolling view and in the overlay
/// of the frozen ones. Columns are told by their place in the model; only here they have a place on screen.
class ColumnArrangement : public QObject {
    Q_OBJECT

public:
    ColumnArrangement(const LedgerColumns &columns, QTableView *view, FrozenColumns *overlay);

    /// Unknown columns of the layout are left out; those it does not name follow behind it.
    void setLayout(const ColumnLayout &layout);
    ColumnLayout layout() const;
    static ColumnLayout firstLayout(const LedgerColumns &columns);

    bool isHidden(int column) const;
    /// The last visible column and the row's number stay.
    void setHidden(int column, bool hidden);
    bool isFrozen(int column) const;
    /// Everything up to this column stays in place; −1 = nothing does.
    void freezeThrough(int column);
    int frozenCount() const { return m_frozen; }
    /// Moves a column `by` places within its half, hidden ones not counted; false at the end of it.
    bool moveColumn(int column, int by);
    void setWidth(int column, int width);
    /// Visible columns from left to right.
    std::vector<int> visibleColumns() const;
    /// The visible column `by` places to the right; −1 outside.
    int neighbour(int column, int by) const;

Q_SIGNALS:
    void changed();

private:
    void follow(QHeaderView *header, QHeaderView *other);
    void columnMoved(QHeaderView *header, QHeaderView *other, int from, int to);
    void showHalves();

    const LedgerColumns &m_columns;
    QTableView *m_view;
    FrozenColumns *m_overlay;
    int m_frozen = kFrozenColumns; ///< places on screen from the left, hidden ones among them
    bool m_isFollowing = false;
};

} // namespace yipi::gui
