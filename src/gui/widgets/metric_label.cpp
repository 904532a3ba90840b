// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/metric_label.h"

#include "gui/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace yipi::gui {
namespace {
constexpr int kUnitGap = 2;
constexpr int kLineGap = 1;  ///< between descent and underline
constexpr int kBigFrom = 20; ///< from this size on the unit is smaller than the value
} // namespace

MetricLabel::MetricLabel(QWidget *parent)
    : QAbstractButton(parent)
    , m_color(theme().t1) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MetricLabel::setFigure(const QString &value, const QString &unit, const QString &meaning) {
    m_unit = unit;
    setText(value);
    setAccessibleName(QStringLiteral("%1 %2").arg(meaning, copyText()).trimmed());
    setAccessibleDescription(tr("回车查看组成这个数的项目，Ctrl+C 复制"));
    setToolTip(tr("单击查看组成这个数的项目"));
    updateGeometry();
    update();
}

void MetricLabel::setScale(int pixels, bool bold) {
    m_pixels = pixels;
    m_bold = bold;
    updateGeometry();
}

void MetricLabel::setColor(QColor color) {
    m_color = color;
    update();
}

QString MetricLabel::copyText() const {
    return m_unit == u"%" || m_unit.isEmpty() ? text() + m_unit : text() + u' ' + m_unit;
}

QFont MetricLabel::valueFont() const {
    QFont f = font();
    f.setPixelSize(m_pixels);
    f.setBold(m_bold);
    return f;
}

QFont MetricLabel::unitFont() const {
    QFont f = font();
    f.setPixelSize(m_pixels >= kBigFrom ? m_pixels * 10 / 19 + 2 : 12);
    f.setBold(m_bold && m_pixels >= kBigFrom && m_unit == u"%");
    return f;
}

QSize MetricLabel::sizeHint() const {
    const QFontMetrics value(valueFont());
    int width = value.horizontalAdvance(text());
    if (!m_unit.isEmpty())
        width += kUnitGap + QFontMetrics(unitFont()).horizontalAdvance(m_unit);
    // CJK fonts leave much air above and below digits; the figure stands in 1.25 × its size.
    return {width + 2, m_pixels * 5 / 4 + kLineGap + 3};
}

void MetricLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const bool active = isEnabled() && (underMouse() || hasFocus());
    const int underline = height() - 2;
    const int baseline = underline - kLineGap - qMax(2, m_pixels / 7);
    int x = 1;
    painter.setPen(active ? theme().ac : m_color);
    painter.setFont(valueFont());
    painter.drawText(x, baseline, text());
    x += QFontMetrics(valueFont()).horizontalAdvance(text());
    const int valueEnd = x;
    if (!m_unit.isEmpty()) {
        painter.setFont(unitFont());
        if (m_unit != u"%")
            painter.setPen(active ? theme().ac : theme().t2);
        painter.drawText(x + kUnitGap, baseline, m_unit);
        x += kUnitGap + QFontMetrics(unitFont()).horizontalAdvance(m_unit);
    }
    const int lineEnd = m_unit == u"%" ? x : valueEnd;
    QPen line(active ? theme().ac : theme().l3, 1, active ? Qt::SolidLine : Qt::CustomDashLine);
    if (!active)
        line.setDashPattern({1, 2});
    painter.setPen(line);
    painter.drawLine(1, underline, lineEnd, underline);
    if (hasFocus())
        painter.drawLine(1, underline + 1, lineEnd, underline + 1);
}

void MetricLabel::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void MetricLabel::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.addAction(tr("查看明细"), this, &MetricLabel::click);
    menu.addAction(gui::icon(QStringLiteral("copy")), tr("复制数值"), this, &MetricLabel::copy);
    menu.exec(event->globalPos());
}

void MetricLabel::copy() const {
    QGuiApplication::clipboard()->setText(copyText());
}

} // namespace yipi::gui
