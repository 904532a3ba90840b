// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/ledger_table_model.h"

#include <QTableView>

#include <array>

namespace yipi::gui {

class ColumnArrangement;
class FilterRow;
class FrozenColumns;
class GridZoom;
class GroupControl;
class GroupedHeaderView;
class InlineCallout;

/// The spreadsheet of the ledger: frozen first columns, typing replaces, Enter goes down, Tab right, Esc
/// restores, Ctrl+C copies as a table. A rejected text stays, with the reason below its cell.
class LedgerView : public QTableView {
    Q_OBJECT

public:
    LedgerView(services::LedgerService &ledger, LedgerTableModel *model, QWidget *parent = nullptr);

    LedgerTableModel *ledgerModel() const { return m_model; }
    /// Selected rows, ascending.
    std::vector<int> selectedRows() const;
    /// Puts the selection on the clipboard as text and as a table, with the headers when asked for.
    void copySelection(bool withHeaders = false);
    /// Sorts by a column as a click on its header does; `isFurther` (Shift) keeps the former ones.
    void sortBy(int column, bool isFurther = false);
    void setOrder(const std::vector<services::SortKey> &order);
    /// The menu of a column at its header.
    void showColumnMenu(int column);
    /// As wide as the title and what can be seen of its cells.
    void fitColumn(int column);
    /// Puts the current cell on a project, in the column it was in or the name.
    void showProject(qint64 projectId);
    const InlineCallout *callout() const { return m_callout; }
    FrozenColumns *frozenColumns() const { return m_frozen; }
    ColumnArrangement *arrangement() const { return m_arrangement; }
    FilterRow *filterRow() const { return m_filterRow; }
    GridZoom *zoom() const { return m_zoom; }
    GroupControl *groupControl() const { return m_groupControl; }
    /// Of the scrolling and of the frozen half.
    std::array<GroupedHeaderView *, 2> headers() const;
    /// Lays the frozen half over the other after a header became higher or wider.
    void placeHalves();
    /// What stands in place of the rows while it is visible; the header stays, so that its filters do.
    void setOverlay(QWidget *overlay);
    /// Scrolls sideways until the column is in sight.
    void showColumn(int column);
    bool isFrozen(int column) const;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void currentProjectChanged(qint64 projectId);
    void selectionEdited();                                       ///< the selection changed
    void textForSelection(const QString &text);                   ///< typed, and left by Ctrl+Enter
    void editorOpened(QWidget *editor, const QModelIndex &index); ///< a cell's text is being typed
    void editRefused();                   ///< somebody wants to type into a locked cell
    void projectOpened(qint64 projectId); ///< Enter on or double click of the row's number

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setUpHeader(GroupedHeaderView *header);
    void placeCallout();
    bool isRowNumber(const QModelIndex &index) const;
    /// After the editor: stays on a text that was not taken.
    void leaveEditor(int rows, int columns);
    void moveCurrent(int rows, int columns);
    void restoreCurrent();
    void setUpDelegate(services::LedgerService &ledger, QTableView *view);

    LedgerTableModel *m_model;
    FrozenColumns *m_frozen = nullptr; ///< null while the base class is built
    ColumnArrangement *m_arrangement = nullptr;
    FilterRow *m_filterRow = nullptr;
    InlineCallout *m_callout = nullptr;
    GridZoom *m_zoom = nullptr;
    GroupControl *m_groupControl = nullptr;
    QWidget *m_overlay = nullptr;
};

} // namespace yipi::gui
