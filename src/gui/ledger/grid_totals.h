// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace yipi::gui {

class LedgerView;

/// The line below the grid with the number of projects shown and the sums of its columns; it scrolls sideways
/// with the columns and never down.
class GridTotals : public QWidget {
    Q_OBJECT

public:
    explicit GridTotals(LedgerView &view);

    /// 合计　163 项
    QString title() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void paintHalf(QPainter &painter, const QTableView &half, const QRect &clip) const;

    LedgerView &m_view;
};

} // namespace yipi::gui
