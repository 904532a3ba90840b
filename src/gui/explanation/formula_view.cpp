// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/formula_view.h"

#include "gui/explanation/figure_words.h"
#include "gui/theme.h"

#include <QPainter>

namespace yipi::gui {
namespace {

constexpr int kHeight = 50;
constexpr int kPad = 8;
constexpr int kMoreDecimals = 2; ///< shown before rounding

/// Draws a over b with a bar between; answers the x after it.
int drawFraction(QPainter &painter, int x, int middle, const QString &above, const QString &below) {
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = std::max(metrics.horizontalAdvance(above), metrics.horizontalAdvance(below)) + kPad;
    painter.drawText(QRect(x, middle - 23, width, 20), Qt::AlignCenter, above);
    painter.drawText(QRect(x, middle + 3, width, 20), Qt::AlignCenter, below);
    painter.drawLine(x, middle, x + width, middle);
    return x + width + kPad;
}

int drawWord(QPainter &painter, int x, int middle, const QString &text) {
    const int width = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(QRect(x, middle - 12, width + 2, 24), Qt::AlignVCenter | Qt::AlignLeft, text);
    return x + width + kPad;
}

} // namespace

FormulaView::FormulaView(QWidget *parent)
    : QWidget(parent) {
    setFixedHeight(kHeight);
}

void FormulaView::setRate(const indicators::RateResult &rate, const QString &numerator,
                          const QString &denominator) {
    m_words[0] = numerator;
    m_words[1] = denominator;
    m_values[0] = partText(rate.rate.num(), rate.unit);
    m_values[1] = partText(rate.rate.den(), rate.unit);
    m_printed = rate.text();
    m_exact.clear();
    if (rate.rate.isDefined()) {
        // cut, not rounded, so that the digits before the dots are true
        const QString longer = rate.rate.percentText(rate.decimals + kMoreDecimals, Rounding::Truncate);
        const bool ends = Int128(rate.rate.num()) * 1000000 % rate.rate.den() == 0;
        m_exact = ends ? QString() : longer + QStringLiteral("…%");
    }
    setAccessibleName(
        tr("%1 %2 除以 %3 %4，得 %5").arg(m_words[0], m_values[0], m_words[1], m_values[1], m_printed));
    update();
}

void FormulaView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const int middle = height() / 2;
    painter.setPen(theme().t1);
    int x = drawFraction(painter, 0, middle, m_words[0], m_words[1]);
    x = drawWord(painter, x, middle, QStringLiteral("="));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    x = drawFraction(painter, x, middle, m_values[0], m_values[1]);
    painter.setFont(font());
    x = drawWord(painter, x, middle, QStringLiteral("="));
    if (!m_exact.isEmpty()) {
        painter.setPen(theme().t2);
        x = drawWord(painter, x, middle, m_exact + QStringLiteral("  →"));
    }
    painter.setPen(theme().t1);
    painter.setFont(bold);
    drawWord(painter, x, middle, m_printed);
}

} // namespace yipi::gui
