// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/frozen_columns.h"

#include "gui/ledger/grouped_header_view.h"
#include "gui/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QWheelEvent>

namespace yipi::gui {

namespace {

constexpr int kEdge = 2; // px

} // namespace

FrozenColumns::FrozenColumns(QTableView *below)
    : QTableView(below)
    , m_below(below)
    , m_edge(new QWidget(this)) {
    QPalette colors;
    colors.setColor(QPalette::Window, theme().l3);
    m_edge->setPalette(colors);
    m_edge->setAutoFillBackground(true);
    m_edge->setAttribute(Qt::WA_TransparentForMouseEvents);
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
    return horizontalHeader()->length();
}

void FrozenColumns::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    m_edge->setGeometry(width() - kEdge, 0, kEdge, height());
    m_edge->raise();
}

void FrozenColumns::wheelEvent(QWheelEvent *event) {
    QCoreApplication::sendEvent(m_below->viewport(), event);
}

} // namespace yipi::gui
