// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

#include <QPainter>

namespace yipi::gui {

/// Colours of a light: glyph, tint behind, text on the tint.
struct LightColors {
    QColor fill, tint, text;
};
LightColors colorsOf(indicators::Light light);

/// Draws ▲ red, ◆ yellow, ● green or ○ done, so that a light can be told apart without its colour.
void drawLight(QPainter &painter, const QPointF &center, indicators::Light light, double size = 9);

/// ▲, ◆, ● or ○ for plain text.
QChar lightGlyph(indicators::Light light);

} // namespace yipi::gui
