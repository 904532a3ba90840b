// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/light_glyph.h"

#include "gui/theme.h"

namespace yipi::gui {

using indicators::Light;

LightColors colorsOf(Light light) {
    const Theme &t = theme();
    switch (light) {
    case Light::Red:
        return {t.redFill, t.redt, t.red};
    case Light::Yellow:
        return {t.yellowFill, t.ambt, t.amb};
    case Light::Green:
        return {t.greenFill, t.grnt, t.grn};
    case Light::Done:
        break;
    }
    return {t.l3, t.hdr, t.t2};
}

void drawLight(QPainter &painter, const QPointF &center, Light light, double size) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = colorsOf(light).fill;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const double r = size / 2;
    const double x = center.x();
    const double y = center.y();
    switch (light) {
    case Light::Red:
        painter.drawPolygon(QPolygonF({{x, y - r}, {x + r, y + r * 0.8}, {x - r, y + r * 0.8}}));
        break;
    case Light::Yellow:
        painter.drawPolygon(QPolygonF({{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}));
        break;
    case Light::Green:
        painter.drawEllipse(center, r * 0.85, r * 0.85);
        break;
    case Light::Done:
        painter.setPen(QPen(fill, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, r * 0.8, r * 0.8);
        break;
    }
    painter.restore();
}

QChar lightGlyph(Light light) {
    constexpr char16_t kGlyphs[] = {u'●', u'◆', u'▲', u'○'};
    return kGlyphs[std::size_t(light)];
}

} // namespace yipi::gui
