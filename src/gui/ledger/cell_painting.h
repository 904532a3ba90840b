// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/life_cycle.h"

#include <QColor>
#include <QPainter>

namespace yipi::gui {

/// Light, darkest for 达效; suspended and terminated are grey.
QColor stageColor(Stage stage);
/// Slanted lines: nothing has been filled in here.
void paintHatch(QPainter *painter, const QRect &rect);

} // namespace yipi::gui
