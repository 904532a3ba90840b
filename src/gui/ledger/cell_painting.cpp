// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/cell_painting.h"

#include "gui/theme.h"

namespace yipi::gui {

QColor stageColour(Stage stage)
{
    const Theme &t = theme();
    switch (stage) {
    case Stage::Reserved: return t.stageReserved;
    case Stage::Signed: return t.stageSigned;
    case Stage::Started: return t.stageStarted;
    case Stage::Producing: return t.stageProducing;
    case Stage::Attained: return t.stageAttained;
    case Stage::Suspended:
    case Stage::Terminated: return t.l3;
    }
    return t.l3;
}

void paintLight(QPainter *painter, QPointF centre, indicators::Light light)
{
    const Theme &t = theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const auto at = [&](double x, double y) { return centre + QPointF(x, y); };
    switch (light) {
    case indicators::Light::Red:
        painter->setBrush(t.redFill);
        painter->drawPolygon(QPolygonF{at(0, -4.5), at(5, 4), at(-5, 4)});
        break;
    case indicators::Light::Yellow:
        painter->setBrush(t.yellowFill);
        painter->drawPolygon(QPolygonF{at(0, -5), at(5, 0), at(0, 5), at(-5, 0)});
        break;
    case indicators::Light::Green:
        painter->setBrush(t.greenFill);
        painter->drawEllipse(centre, 4, 4);
        break;
    case indicators::Light::Done:
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.l3, 1.4));
        painter->drawEllipse(centre, 3.5, 3.5);
        break;
    }
    painter->restore();
}

void paintHatch(QPainter *painter, const QRect &rect)
{
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
