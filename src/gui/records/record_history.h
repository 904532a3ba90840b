// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

namespace yipi::gui {

/// The last changes of a record as rich text, the latest first.
QString historyHtml(const services::LedgerService &ledger, EntityKind kind, qint64 id);

} // namespace yipi::gui
