// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/stack_bar.h"

#include "gui/theme.h"
#include "gui/widgets/light_glyph.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace yipi::gui {
namespace {
constexpr int kStackBarHeight = 26;
constexpr int kMinSegment = 44; ///< room for glyph and three digits
constexpr indicators::Light kLights[] = {indicators::Light::Red, indicators::Light::Yellow,
                                         indicators::Light::Green};
} // namespace

StackBar::StackBar(QWidget *parent)
    : QWidget(parent) {
    setFixedHeight(kStackBarHeight);
    setMinimumWidth(3 * kMinSegment);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void StackBar::setCounts(const LightCounts &counts, const QString &meaning) {
    m_counts = counts;
    const QString text =
        tr("%1：红灯 %2，黄灯 %3，绿灯 %4").arg(meaning).arg(counts[0]).arg(counts[1]).arg(counts[2]);
    setAccessibleName(text);
    setToolTip(text);
    update();
}

QRect StackBar::segment(int light) const {
    // Each of the segments that are there gets a minimum, the rest is shared out by count.
    int present = 0;
    int total = 0;
    for (const int count : m_counts) {
        present += count > 0;
        total += count;
    }
    const int spare = width() - present * kMinSegment;
    int x = 0;
    for (int i = 0; i <= light; ++i) {
        const int count = m_counts[std::size_t(i)];
        const int span = count == 0 ? 0 : kMinSegment + int(qint64(spare) * count / total);
        if (i == light)
            return {x, 0, span, height()};
        x += span;
    }
    return {};
}

void StackBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    for (int i = 0; i < 3; ++i) {
        QRect area = segment(i);
        if (area.isEmpty())
            continue;
        area.adjust(0, 0, -1, 0);
        const LightColors colors = colorsOf(kLights[i]);
        painter.fillRect(area, colors.tint);
        const QString text = QString::number(m_counts[std::size_t(i)]);
        const int textWidth = painter.fontMetrics().horizontalAdvance(text);
        const int left = area.center().x() - (textWidth + 16) / 2;
        drawLight(painter, QPointF(left + 5, area.center().y() + 0.5), kLights[i]);
        painter.setPen(colors.text);
        painter.drawText(QRect(left + 14, area.top(), textWidth + 4, area.height()), Qt::AlignVCenter, text);
        if (hasFocus() && i == m_current) {
            painter.setPen(theme().ac);
            painter.drawRect(area.adjusted(0, 0, -1, -1));
        }
    }
}

void StackBar::mousePressEvent(QMouseEvent *event) {
    for (int i = 0; i < 3; ++i)
        if (event->button() == Qt::LeftButton && segment(i).contains(event->pos()))
            Q_EMIT segmentClicked(i);
}

void StackBar::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_current = (m_current + (event->key() == Qt::Key_Right ? 1 : 2)) % 3;
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
               event->key() == Qt::Key_Space) {
        Q_EMIT segmentClicked(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace yipi::gui
