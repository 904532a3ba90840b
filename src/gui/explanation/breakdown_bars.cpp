// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/breakdown_bars.h"

#include "gui/theme.h"

#include <QPainter>

#include <array>

namespace yipi::gui {
namespace {

constexpr int kBar = 20;
constexpr int kPitch = 26;
constexpr int kTextInset = 6;

void drawSegment(QPainter &painter, const QRect &bar, const QBrush &fill, const QPen &edge, const QColor &ink,
                 const QString &text) {
    if (bar.width() <= 0)
        return;
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setPen(ink);
    const QRect room = bar.adjusted(kTextInset, 0, -2, 0);
    if (painter.fontMetrics().horizontalAdvance(text) <= room.width())
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
}

} // namespace

BreakdownBars::BreakdownBars(QWidget *parent)
    : QWidget(parent) {
    setFixedHeight(3 * kPitch);
}

void BreakdownBars::setParts(const Parts &parts) {
    m_parts = parts;
    const int missing = parts.included - parts.numerator;
    const int excluded = parts.all - parts.included;
    const std::array<std::pair<QString, int>, 5> counts{{{parts.allTitle, parts.all},
                                                         {parts.includedTitle, parts.included},
                                                         {parts.excludedTitle, excluded},
                                                         {parts.numeratorTitle, parts.numerator},
                                                         {parts.missingTitle, missing}}};
    QStringList words;
    for (const auto &[title, count] : counts)
        words << title + u' ' + QString::number(count);
    const QString text = words.join(QStringLiteral("，"));
    setAccessibleName(text);
    setToolTip(text);
    update();
}

void BreakdownBars::paintEvent(QPaintEvent *) {
    if (m_parts.all <= 0)
        return;
    const Theme &t = theme();
    QPainter painter(this);
    QFont font = this->font();
    font.setPixelSize(12);
    painter.setFont(font);
    const auto x = [&](int count) { return int(qint64(width()) * count / m_parts.all); };
    const auto bar = [&](int row, int from, int to) {
        return QRect(x(from), row * kPitch, x(to) - x(from), kBar);
    };
    const auto label = [](const QString &title, int count) {
        return QStringLiteral("%1 %2").arg(title, QString::number(count));
    };
    const int excluded = m_parts.all - m_parts.included;
    const int missing = m_parts.included - m_parts.numerator;
    drawSegment(painter, bar(0, 0, m_parts.all), t.stageSigned, Qt::NoPen, t.t1,
                label(m_parts.allTitle, m_parts.all));
    drawSegment(painter, bar(1, 0, m_parts.included), t.stageStarted.darker(120), Qt::NoPen, t.surf,
                label(m_parts.includedTitle, m_parts.included));
    drawSegment(painter, bar(1, m_parts.included, m_parts.all), Qt::NoBrush, QPen(t.l3, 1, Qt::DashLine),
                t.t2, label(m_parts.excludedTitle, excluded));
    drawSegment(painter, bar(2, 0, m_parts.numerator), t.stageAttained, Qt::NoPen, t.surf,
                label(m_parts.numeratorTitle, m_parts.numerator));
    drawSegment(painter, bar(2, m_parts.numerator, m_parts.included), t.redt, QPen(t.red.lighter(170)), t.red,
                label(m_parts.missingTitle, missing));
}

} // namespace yipi::gui
