// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "exchange/import_plan.h"

#include <QByteArray>
#include <QHash>

namespace yipi::exchange {

/// What goes into an exported workbook: the ledger's records in the order they shall appear.
struct ExportData {
    std::vector<Zone> zones;
    std::vector<IndustryChain> chains;
    std::vector<Campaign> campaigns;
    QHash<qint64, QString> enterpriseNames;
    std::vector<Project> projects;
    std::vector<CampaignEntry> entries;    ///< of these projects
    std::vector<MonthlyProgress> progress; ///< of these projects
    std::vector<Target> targets;           ///< of these zones
    MoneyUnit unit = MoneyUnit::Wan;
};

/// The ledger as an xlsx file that `planImport` reads back without a difference: one sheet a batch with the
/// campaign in a column, one of projects on no list, one of monthly progress, one of campaigns, one of
/// targets. Text that begins like a formula stays text.
Result<QByteArray> exportWorkbook(const ExportData &data);
/// The projects as csv (UTF-8 with BOM), formula-like text neutralised.
QByteArray exportCsv(const ExportData &data);

/// The official template: titles, unit line, header, drop-down lists from the dictionaries, notes; one sheet
/// a kind.
Result<QByteArray> templateWorkbook(const std::vector<SheetKind> &kinds, const ExportData &dictionaries);

} // namespace yipi::exchange
