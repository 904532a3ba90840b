// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/fill_handle.h"

#include "gui/ledger/column_arrangement.h"
#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/ledger_view.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QRubberBand>
#include <QScrollBar>

namespace yipi::gui {

namespace {

constexpr int kSize = 9; // px

} // namespace

FillHandle::FillHandle(LedgerView &view)
    : QWidget(&view)
    , m_view(view)
    , m_band(new QRubberBand(QRubberBand::Rectangle, &view)) {
    setFixedSize(kSize, kSize);
    setCursor(Qt::CrossCursor);
    setToolTip(tr("向下或向右拖动，复制选中的单元格"));
    for (const QScrollBar *bar : {view.verticalScrollBar(), view.horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &FillHandle::place);
    connect(&view, &LedgerView::selectionEdited, this, &FillHandle::place);
    connect(view.arrangement(), &ColumnArrangement::changed, this, &FillHandle::place);
    connect(view.ledgerModel(), &QAbstractItemModel::modelReset, this, &FillHandle::place);
    connect(view.horizontalHeader(), &QHeaderView::sectionResized, this, &FillHandle::place);
    hide();
}

QRect FillHandle::cellRect(int row, int column) const {
    const QTableView *shown =
        m_view.isFrozen(column) ? static_cast<const QTableView *>(m_view.frozenColumns()) : &m_view;
    const QRect cell = shown->visualRect(m_view.ledgerModel()->index(row, column));
    return {shown->viewport()->mapTo(&m_view, cell.topLeft()), cell.size()};
}

void FillHandle::place() {
    hide();
    const bool isOneRange = m_view.selectionModel()->selection().size() == 1;
    if (!isOneRange || !m_view.ledgerModel()->lockedReason().isEmpty())
        return;
    const CellBlock block = selectedBlock(m_view);
    if (block.isEmpty() || !m_view.ledgerModel()->fieldAt(block.columns.back()))
        return;
    const QRect corner = cellRect(block.rows.back(), block.columns.back());
    QRect room = m_view.viewport()->geometry();
    if (!m_view.isFrozen(block.columns.back()))
        room.setLeft(room.left() + m_view.frozenColumns()->totalWidth());
    if (!room.contains(corner.bottomRight()))
        return;
    move(corner.right() - kSize + 1, corner.bottom() - kSize + 1);
    show();
    raise();
}

void FillHandle::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().surf);
    painter.fillRect(rect().adjusted(2, 2, 0, 0), theme().ac);
}

void FillHandle::mousePressEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton)
        m_source = selectedBlock(m_view);
}

QModelIndex FillHandle::cellAt(const QPoint &at) const {
    const bool isOverFrozen = at.x() < m_view.frozenColumns()->totalWidth();
    const QTableView *shown =
        isOverFrozen ? static_cast<const QTableView *>(m_view.frozenColumns()) : &m_view;
    return shown->indexAt(shown->viewport()->mapFrom(&m_view, at));
}

CellBlock FillHandle::targetAt(const QPoint &at) const {
    const QModelIndex cell = cellAt(at);
    if (!cell.isValid() || m_source.isEmpty())
        return {};
    CellBlock target;
    for (int row = m_source.rows.back() + 1; row <= cell.row(); ++row)
        target.rows.push_back(row);
    if (!target.rows.empty()) {
        target.columns = m_source.columns;
        return target;
    }
    const ColumnArrangement &columns = *m_view.arrangement();
    const std::vector<int> visible = columns.visibleColumns();
    const auto last = std::find(visible.begin(), visible.end(), m_source.columns.back());
    const auto end = std::find(last, visible.end(), cell.column());
    if (end != visible.end() && end != last)
        target.columns.assign(last + 1, end + 1);
    target.rows = m_source.rows;
    return target;
}

void FillHandle::mouseMoveEvent(QMouseEvent *event) {
    const QPoint at = mapTo(&m_view, event->position().toPoint());
    if (at.y() > m_view.viewport()->geometry().bottom()) {
        QScrollBar *bar = m_view.verticalScrollBar();
        bar->setValue(bar->value() + m_view.rowHeight(0));
        show(); // it was scrolled out of sight, but holds the mouse
    }
    const CellBlock target = targetAt(at);
    m_band->setVisible(!target.isEmpty());
    if (!target.isEmpty())
        m_band->setGeometry(cellRect(target.rows.front(), target.columns.front())
                                .united(cellRect(target.rows.back(), target.columns.back())));
}

void FillHandle::mouseReleaseEvent(QMouseEvent *event) {
    m_band->hide();
    const CellBlock target = targetAt(mapTo(&m_view, event->position().toPoint()));
    const CellBlock source = std::exchange(m_source, {});
    place();
    if (!target.isEmpty())
        Q_EMIT dragged(source, target);
}

} // namespace yipi::gui
