// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/application/command_line.h"

namespace yipi::gui {

/// Draws a page of the window into a PNG. `ledger` empty: a demonstration ledger in a temporary folder.
Result<void> takeScreenshot(const ScreenshotOrder &order, const QString &ledger);

} // namespace yipi::gui
