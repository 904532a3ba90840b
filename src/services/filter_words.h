// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QStringList>

namespace yipi::services {

/// "孝义经济开发区", or "3个开发区" for several.
QString zonesText(const LedgerService &ledger, const std::vector<qint64> &zones);

/// What a filter keeps besides its zones, one text a limit, in the words of bulletins and screens alike;
/// empty when it keeps all.
QStringList limitTexts(const LedgerService &ledger, const ProjectFilter &filter);

} // namespace yipi::services
