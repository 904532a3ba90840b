// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/cell_block.h"

#include <QWidget>

class QRubberBand;

namespace yipi::gui {

class LedgerView;

/// The small square at the lower right corner of the selection: dragged down or to the right it asks to copy
/// the selection there.
class FillHandle : public QWidget {
    Q_OBJECT

public:
    explicit FillHandle(LedgerView &view);

    /// Goes to the corner, or away when there is nothing to copy or the corner is out of sight.
    void place();

Q_SIGNALS:
    void dragged(const CellBlock &source, const CellBlock &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRect cellRect(int row, int column) const; ///< in the view's coordinates
    /// What is dragged over beyond the selection; empty when nothing is. `at` in the view's coordinates.
    CellBlock targetAt(const QPoint &at) const;
    QModelIndex cellAt(const QPoint &at) const;

    LedgerView &m_view;
    QRubberBand *m_band;
    CellBlock m_source;
};

} // namespace yipi::gui
