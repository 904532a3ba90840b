// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grid_totals.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/grid_zoom.h"
#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/ledger_view.h"
#include "gui/theme.h"

#include <QPainter>
#include <QScrollBar>

namespace yipi::gui {

namespace {

constexpr int kSumPadding = 6;

} // namespace

GridTotals::GridTotals(LedgerView &view)
    : m_view(view) {
    setObjectName(QStringLiteral("gridTotals"));
    connect(view.ledgerModel(), &QAbstractItemModel::modelReset, this, &GridTotals::follow);
    connect(view.ledgerModel(), &LedgerTableModel::sumsChanged, this, &GridTotals::follow);
    connect(view.arrangement(), &ColumnArrangement::changed, this, qOverload<>(&QWidget::update));
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(view.zoom(), &GridZoom::changed, this, &GridTotals::follow);
    follow();
}

QString GridTotals::title() const {
    return tr("合计　%1 项").arg(m_view.ledgerModel()->projects().size());
}

void GridTotals::follow() {
    setFixedHeight(m_view.zoom()->rowHeight());
    setAccessibleName(title());
    update();
}

void GridTotals::paintHalf(QPainter &painter, const QTableView &half, const QRect &clip) const {
    const Theme &t = theme();
    const LedgerTableModel &model = *m_view.ledgerModel();
    painter.setClipRect(clip);
    for (const int column : m_view.arrangement()->visibleColumns()) {
        const QRect cell(half.columnViewportPosition(column), 0, half.columnWidth(column), height());
        if (half.isColumnHidden(column) || !model.hasSums(column) || !cell.intersects(clip))
            continue;
        const QRect text = cell.adjusted(kSumPadding, 0, -kSumPadding, 0);
        painter.drawText(
            text, int(Qt::AlignRight | Qt::AlignVCenter),
            painter.fontMetrics().elidedText(model.totalOf(column), Qt::ElideLeft, text.width()));
        painter.setPen(t.l1);
        painter.drawLine(cell.topRight(), cell.bottomRight());
        painter.setPen(t.t1);
    }
}

void GridTotals::paintEvent(QPaintEvent *) {
    const Theme &t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.hdr);
    QFont strong = m_view.zoom()->scaled(m_view.font());
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(t.t1);
    const int frozen = m_view.frozenColumns()->totalWidth();
    paintHalf(painter, m_view, QRect(frozen, 0, m_view.viewport()->width() - frozen, height()));
    paintHalf(painter, *m_view.frozenColumns(), QRect(0, 0, frozen, height()));
    painter.setClipping(false);
    if (frozen > 0) {
        painter.setClipRect(0, 0, frozen, height());
        painter.fillRect(frozen - 2, 0, 2, height(), t.l3);
    }
    painter.drawText(rect().adjusted(kSumPadding, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter), title());
    painter.setClipping(false);
    painter.setPen(t.l2);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace yipi::gui
