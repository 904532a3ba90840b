// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace yipi::gui {

/// The overlay with the columns that don't scroll. Shares model and selection with the view below it, which
/// keeps the keyboard focus.
class FrozenColumns : public QTableView {
    Q_OBJECT

public:
    explicit FrozenColumns(QTableView *below);

    using QTableView::edit;
    using QTableView::inputMethodEvent;
    using QTableView::updateGeometries;
    bool isEditing() const { return state() == EditingState; }
    int totalWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QTableView *m_below;
    QWidget *m_edge; ///< the line at the right
};

} // namespace yipi::gui
