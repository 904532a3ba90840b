// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

namespace yipi::exchange::detail {

/// What a sheet's name and the lines above its header say about all its rows.
struct TitleWords {
    SheetKind kind = SheetKind::Unknown;
    std::optional<CampaignKey> campaign;
    QDate date; ///< a whole date: the day of the campaign
    std::optional<Month> month;
    std::optional<MoneyUnit> unit;
};

TitleWords titleWords(const QString &title, const QString &sheetName);

/// The list or the monthly round that a title names; Unknown for none and for several lists at once.
SheetKind kindInTitle(const QString &text);

/// "单位：万元" and the like, perhaps with a date beside it.
bool isUnitLine(const QString &line);

/// "2024年第2次", "2024年二季度", "2024-2" anywhere in a text.
std::optional<CampaignKey> campaignIn(const QString &text);

} // namespace yipi::exchange::detail
