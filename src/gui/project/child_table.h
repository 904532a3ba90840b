// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace yipi::gui {

/// Shows a small table edited in place: typing or F2 edits, Tab leaves it. As high as its rows, up to a
/// number of them; what is higher scrolls.
class ChildTable : public QTableView {
    Q_OBJECT

public:
    ChildTable(QAbstractItemModel *model, const QString &accessibleName, int mostRows,
               QWidget *parent = nullptr);

    /// Opens the editor of a cell.
    void editCell(int row, int column);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int heightOf(int rows) const;

    int m_mostRows;
};

} // namespace yipi::gui
