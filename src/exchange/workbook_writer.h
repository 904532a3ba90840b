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
    std::vector<FieldInfo> customFields;
    QHash<qint64, std::vector<Value>> customValues; ///< by project, in the order of customFields
    MoneyUnit unit = MoneyUnit::Wan;
};

/// The ledger as an xlsx file that `planImport` reads back without a difference: one sheet a batch with the
/// campaign in a column, one of projects on no list, one of monthly progress, one of campaigns, one of
/// targets. Text that begins like a formula stays text.
Result<QByteArray> exportWorkbook(const ExportData &data);
/// One sheet with these fields (positions in entityInfo(Project), custom ones behind) of the projects, which
/// can be imported again. `name` becomes the sheet's.
Result<QByteArray> exportView(const ExportData &data, const QString &name, const std::vector<int> &fields);
/// The same tables as exportWorkbook, as JSON for programs: {"format":"yipi-export","version":1,"sheets":
/// [{"name","columns":[{"key":"project.name","title"}],"rows":[{"project.name":…}]}]}. Amounts in 元 and
/// other numbers as integers or decimals, dates as texts, empty values left out. `planImport` reads it back
/// without a difference.
QByteArray exportJson(const ExportData &data);
/// The projects as csv (UTF-8 with BOM), formula-like text neutralised.
QByteArray exportCsv(const ExportData &data);

/// What a zone is to report on: the month, and for which of the data's projects.
struct ReportForm {
    Month month;
    QString zone; ///< for the title; empty = all
};

/// The official template: titles, unit line, header, drop-down lists from the dictionaries, notes; one sheet
/// a kind. With a form the sheet of monthly progress has a row for each project of the data, with its code,
/// name, zone, investor, the month and what was reported last; sums since the start, since January and the
/// share of the year's plan are formulas, and everything but what is to be filled in is locked (without a
/// password).
Result<QByteArray> templateWorkbook(const std::vector<SheetKind> &kinds, const ExportData &dictionaries,
                                    const std::optional<ReportForm> &form = std::nullopt);

} // namespace yipi::exchange
