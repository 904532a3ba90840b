// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/share_bar.h"

#include "gui/theme.h"

#include <QPainter>

namespace yipi::gui {
namespace {
constexpr int kShareBarHeight = 8;
}

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent) {
    setFixedHeight(kShareBarHeight);
}

void ShareBar::setShare(double share, const QColor &color) {
    m_share = qBound(0.0, share, 1.0);
    m_color = color;
    update();
}

void ShareBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().win);
    painter.fillRect(QRect(0, 0, qRound(width() * m_share), height()), m_color);
}

} // namespace yipi::gui
