// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace yipi::gui {

/// Qt's own texts, and the dates of its dialogs, in Chinese whatever the system speaks.
void speakChinese(QCoreApplication &application);

} // namespace yipi::gui
