// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plots/sparkline.h"

#include <QPainter>

#include <cmath>

namespace yipi::gui {
namespace {
constexpr QSize kSize{58, 32};
constexpr double kMargin = 3;
constexpr int kReadableWidth = 36;
} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent) {
    setFixedHeight(kSize.height());
    setMaximumWidth(kSize.width());
    setSizePolicy(QSizePolicy::Ignored,
                  QSizePolicy::Fixed); // the first to give way where there is little room
    setAccessibleName(tr("近 12 个月走势"));
}

void Sparkline::setValues(const QList<double> &values, const QColor &color) {
    m_values = values;
    m_color = color;
    update();
}

void Sparkline::paintEvent(QPaintEvent *) {
    double low = INFINITY;
    double high = -INFINITY;
    for (const double value : m_values) {
        if (std::isnan(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (m_values.size() < 2 || low > high || width() < kReadableWidth)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_color, 1.3));
    const double stepX = (width() - 2 * kMargin) / double(m_values.size() - 1);
    const double range = high > low ? high - low : 1;
    QPolygonF stretch; // of months that have a value
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (std::isnan(m_values[i])) {
            painter.drawPolyline(stretch);
            stretch.clear();
            continue;
        }
        stretch << QPointF(kMargin + double(i) * stepX,
                           height() - kMargin - (m_values[i] - low) / range * (height() - 2 * kMargin));
    }
    painter.drawPolyline(stretch);
    if (!stretch.isEmpty()) {
        painter.setBrush(m_color);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(stretch.back(), 2.2, 2.2);
    }
}

} // namespace yipi::gui
