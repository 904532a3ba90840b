// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/cell_painting.h"

#include "gui/theme.h"

namespace yipi::gui {

QColor stageColor(Stage stage) {
    const Theme &t = theme();
    switch (stage) {
    case Stage::Reserved:
        return t.stageReserved;
    case Stage::Signed:
        return t.stageSigned;
    case Stage::Started:
        return t.stageStarted;
    case Stage::Producing:
        return t.stageProducing;
    case Stage::Attained:
        return t.stageAttained;
    case Stage::Suspended:
    case Stage::Terminated:
        return t.l3;
    }
    return t.l3;
}

void paintHatch(QPainter *painter, const QRect &rect) {
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().l1, 1.4));
    const int height = rect.height();
    // Anchored to the device, so that neighbouring hatched cells run on.
    const int first = (rect.left() - height) / 7 * 7;
    for (int x = first; x < rect.right(); x += 7)
        painter->drawLine(x, rect.bottom() + 1, x + height, rect.top());
    painter->restore();
}

} // namespace yipi::gui
