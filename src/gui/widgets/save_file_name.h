// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace yipi::gui {

/// Asks where to save; a name typed without a suffix takes the suggestion's, which the static function of
/// QFileDialog would leave out. Empty when the person thinks better of it.
QString askSaveFileName(QWidget *parent, const QString &title, const QString &suggestion,
                        const QString &nameFilter);

} // namespace yipi::gui
