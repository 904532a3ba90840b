// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's own header uses Qt's keywords, which Yipi switches off (QT_NO_KEYWORDS): lend them to it.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
