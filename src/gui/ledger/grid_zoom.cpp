// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grid_zoom.h"

#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/ledger_view.h"

#include <QHeaderView>
#include <QWheelEvent>

namespace yipi::gui {

namespace {

constexpr int kFullHeight = 26;

} // namespace

GridZoom::GridZoom(LedgerView &view)
    : QObject(&view)
    , m_view(view) {
    view.viewport()->installEventFilter(this); // the frozen half hands its wheel on
}

int GridZoom::rowHeight() const {
    return kFullHeight * m_percent / 100;
}

QFont GridZoom::scaled(QFont font) const {
    if (m_percent == 100)
        return font;
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * m_percent / 100);
    else
        font.setPointSizeF(font.pointSizeF() * m_percent / 100);
    return font;
}

void GridZoom::setPercent(int percent) {
    percent = std::clamp(percent, kSmallest, kLargest);
    if (percent == m_percent)
        return;
    m_percent = percent;
    const QModelIndex top = m_view.indexAt({0, 0});
    for (QTableView *half :
         {static_cast<QTableView *>(&m_view), static_cast<QTableView *>(m_view.frozenColumns())}) {
        half->verticalHeader()->setMinimumSectionSize(rowHeight());
        half->verticalHeader()->setDefaultSectionSize(rowHeight());
        half->viewport()->update();
    }
    m_view.placeHalves();
    if (top.isValid())
        m_view.scrollTo(top, QAbstractItemView::PositionAtTop);
    Q_EMIT changed();
}

bool GridZoom::eventFilter(QObject *object, QEvent *event) {
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(object, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    if (wheel->modifiers() != Qt::ControlModifier)
        return QObject::eventFilter(object, event);
    m_turned += wheel->angleDelta().y();
    const int steps = m_turned / QWheelEvent::DefaultDeltasPerStep;
    m_turned -= steps * QWheelEvent::DefaultDeltasPerStep;
    step(steps);
    return true;
}

} // namespace yipi::gui
