// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/header_words.h"
#include "exchange/import_plan.h"
#include "exchange/workbook.h"

namespace yipi::exchange::detail {

/// One column as it will be read.
struct SheetColumn {
    ColumnMapping mapping;
    HeaderMatch match;
    QString key;                ///< headerKey of the whole header
    int field = -1;             ///< position in its entity; −1 = not read
    std::optional<Month> month; ///< that the header of a progress column names
    bool isRead() const { return field >= 0; }
};

/// Where the parts of a sheet are and what is said above the table.
struct SheetLayout {
    int headerRow = 0; ///< from 1; 0 = none found
    int headerRows = 0;
    std::vector<SheetColumn> columns;
    QString titleText; ///< sheet name and the lines above the header
    std::vector<IgnoredRow> linesAbove;
    SheetKind kind = SheetKind::Unknown;
    std::optional<CampaignKey> campaign;
    std::optional<CampaignKey> titleCampaign; ///< what the sheet itself says
    QDate campaignDate;                       ///< a whole date in the title
    std::optional<Month> month;
    std::optional<MoneyUnit> unit;

    int dataRow() const { return headerRow + headerRows; }
    /// The column of a field; null when there is none.
    const SheetColumn *columnOf(EntityKind entity, QStringView field) const;
};

/// Finds the header and reads title, unit, kind, campaign and month. Kind, campaign and month of the options
/// win over what the sheet says; a unit that the sheet writes wins over the one of the options, which is not
/// taken here.
SheetLayout layoutOf(const Sheet &sheet, const ImportOptions &options);

} // namespace yipi::exchange::detail
