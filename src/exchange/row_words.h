// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace yipi::exchange::detail {

/// Words of rows that are no projects. Texts are folded (foldedName).
bool isTotalText(const QString &text); ///< 合计, 孝义小计, 总计（12个）, 累计, 平均, 其中：…
bool isFooterText(const QString &text); ///< 注：…, 填表人：…: below a table, never above one
bool isNoteText(const QString &text);   ///< a footer or 填报单位：…

} // namespace yipi::exchange::detail
