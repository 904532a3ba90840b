// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace yipi::gui {

void ElidedLabel::setText(const QString &text) {
    QLabel::setText(text);
    setToolTip(text);
}

void ElidedLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const QRect room = contentsRect();
    style()->drawItemText(&painter, room, int(alignment()), palette(), isEnabled(),
                          fontMetrics().elidedText(text(), Qt::ElideRight, room.width()), foregroundRole());
}

QSize ElidedLabel::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(QStringLiteral("口径…")), QLabel::minimumSizeHint().height()};
}

} // namespace yipi::gui
