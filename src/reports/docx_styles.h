// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace yipi::reports {

/// word/styles.xml: every font is named outright for Chinese and Latin text, never through a theme, because
/// WPS takes the theme's font for Chinese text otherwise.
QByteArray wordStyles();
/// word/fontTable.xml: what to take where the official typefaces are missing.
QByteArray wordFontTable();

} // namespace yipi::reports
