// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi {

/// "孝义经济开发区" → "孝义": the folded name without the words that say what kind of zone it is.
QString zoneStem(const QString &name);

} // namespace yipi
