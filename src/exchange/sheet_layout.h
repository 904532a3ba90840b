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
    void assign(const FieldInfo &info, EntityKind entity, double confidence);
    /// Not imported; with `isKnown` nobody needs to be told.
    void leaveOut(bool isKnown = true);
};

/// Where the parts of a table are and what is said above it.
struct SheetLayout {
    int table = 0; ///< from 1 when the sheet has several, else 0
    int firstRow = 1, lastRow = 0;
    int headerRow = 0;
    int headerRows = 0;
    std::vector<SheetColumn> columns;
    QString fingerprint; ///< SheetPlan::fingerprint
    QString titleText;   ///< sheet name and the table's own lines above the header
    std::vector<IgnoredRow> linesAbove;
    SheetKind kind = SheetKind::Unknown;
    std::optional<CampaignKey> campaign;
    std::optional<CampaignKey> titleCampaign; ///< what the sheet itself says
    QDate campaignDate;                       ///< a whole date in the title
    std::optional<int> year;                  ///< of the title; for months without one
    std::optional<Month> month;
    std::optional<MoneyUnit> unit;
    bool hasMixedUnits = false; ///< with the tables above: then none of their units holds on

    int dataRow() const { return headerRow + headerRows; }
    /// The column of a field; null when there is none.
    const SheetColumn *columnOf(EntityKind entity, QStringView field) const;
};

/// The tables of a sheet with title, unit, kind, campaign and month; none without a header. Kind, campaign
/// and month of the options win over what the sheet says; a unit that the sheet writes wins over the one of
/// the options, which is not taken here.
std::vector<SheetLayout> layoutsOf(const Sheet &sheet, const ImportOptions &options);

} // namespace yipi::exchange::detail
