// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_columns.h"
#include "exchange/finding_list.h"
#include "exchange/plan_state.h"
#include "exchange/workbook.h"

namespace yipi::exchange::detail {

/// The columns of the sheet 活动 of an export: campaigns with titles and days, also those without any
/// project.
std::vector<ExportColumn> campaignColumns();

/// The row from 1 that heads a list of campaigns as an export writes it; 0 for any other sheet.
int campaignHeader(const Sheet &sheet);

/// Plans the campaigns of a sheet whose header is in `headerRow`: new ones are made, missing days and titles
/// filled; what the ledger says otherwise is told and stays.
SheetPlan planCampaigns(const Sheet &sheet, int headerRow, PlanState &state, FindingList &findings);

} // namespace yipi::exchange::detail
