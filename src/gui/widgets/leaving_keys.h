// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

#include <optional>

namespace yipi::gui {

/// Where a key that leaves the editor of a cell goes on, as in Excel.
struct CellStep {
    int rows = 0, columns = 0;
};

/// Enter and Shift+Enter go down and up, Tab and Shift+Tab right and left; no other key leaves.
inline std::optional<CellStep> cellStepOf(const QKeyEvent &key) {
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return CellStep{key.modifiers() & Qt::ShiftModifier ? -1 : 1, 0};
    case Qt::Key_Tab:
        return CellStep{0, 1};
    case Qt::Key_Backtab:
        return CellStep{0, -1};
    default:
        return std::nullopt;
    }
}

} // namespace yipi::gui
