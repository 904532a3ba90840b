// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

namespace yipi::storage {

/// UUID made with the ledger; the journal's chain starts from it.
inline const QString kLedgerIdSetting = QStringLiteral("ledger_id");

/// Empty when it was never set.
QString readSetting(Connection &connection, const QString &key);
/// In the caller's transaction.
void writeSetting(Connection &connection, const QString &key, const QString &value);

} // namespace yipi::storage
