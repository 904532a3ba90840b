// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"

namespace yipi::exchange::detail {

/// The usual way out: "… 另存为 .xlsx 再导入。"
QString saveAsXlsx();
Failure unreadable(const QString &message, const QString &advice);
/// What a reader that stopped means for the user.
Failure refusal(const ReadStopped &stop);

} // namespace yipi::exchange::detail
