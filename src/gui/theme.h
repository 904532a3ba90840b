// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

class QApplication;

namespace yipi::gui {

/// The colours of the design (docs/ui.md), read from resources/tokens.json; painters and style sheet share
/// them.
struct Theme {
    QColor win, surf, sunk, hdr, nav; ///< window, surface, sunken, header, navigation
    QColor l1, l2, l3;                ///< lines: separators, control borders, strong borders
    QColor t1, t2, t3;                ///< text: body, secondary, notes
    QColor ac, act, sel;              ///< accent, accent tint, selection
    QColor red, redt, amb, ambt, grn, grnt, vio;
    QColor redFill, yellowFill, greenFill; ///< lights
    QColor seriesStart, seriesProduce, seriesAttain;
    QColor stageReserved, stageSigned, stageStarted, stageProducing, stageAttained;
};

/// The theme in use.
const Theme &theme();

/// Sets font, palette and the style sheet (resources/yipi.qss.in with @name@ replaced by the tokens).
void applyTheme(QApplication &application);

/// A 16 px line icon of resources/icons drawn in `color` (invalid: the secondary text colour), sharp at any
/// scale.
QIcon icon(const QString &name, QColor color = {});

} // namespace yipi::gui
