// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/frozen_columns.h"

#include "gui/ledger/grouped_header_view.h"
#include "gui/ledger/ledger_columns.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QWheelEvent>

namespace yipi::gui {

FrozenColumns::FrozenColumns(QTableView *below)
    : QTableView(below)
    , m_below(below) {
    setHorizontalHeader(new GroupedHeaderView(this));
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(below);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    verticalHeader()->hide();
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("冻结列"));
}

int FrozenColumns::totalWidth() const {
    int width = 0;
    for (int column = 0; column < kFrozenColumns; ++column)
        width += columnWidth(column);
    return width;
}

void FrozenColumns::wheelEvent(QWheelEvent *event) {
    QCoreApplication::sendEvent(m_below->viewport(), event);
}

} // namespace yipi::gui
