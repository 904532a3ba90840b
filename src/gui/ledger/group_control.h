// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QMenu;
class QModelIndex;

namespace yipi::gui {

class LedgerView;

/// Groups by these columns; the current project stays the current one.
void groupBy(LedgerView &view, const std::vector<QString> &keys);
/// What the menu of one column offers for groups.
void addGrouping(QMenu &menu, LedgerView &view, int column);

/// Opens and closes the groups of the grid: by a click on their heads, by ← and →, and all at once.
class GroupControl : public QObject {
    Q_OBJECT

public:
    explicit GroupControl(LedgerView &view);

    void setAllExpanded(bool expanded);
    /// The columns to group by and what can be done with all groups.
    void fillMenu(QMenu &menu);

private:
    void toggle(const QModelIndex &index);
    bool eventFilter(QObject *object, QEvent *event) override;

    LedgerView &m_view;
};

} // namespace yipi::gui
