// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "services/ledger_service.h"

#include <QStringList>

namespace yipi::services {

/// The projects that pass a filter and all that belongs to them, by the suffix of the name: `.xlsx` and
/// `.json` can be imported again, `.csv` is the list of projects. Written atomically.
Result<void> exportLedger(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                          const QString &path);
/// The same as one workbook a zone in a folder that exists, named after zone and month; zones without a
/// project are left out. Answers the files. None is written over a file that is there already.
Result<QStringList> exportByZone(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                                 const QString &folder);
/// What a grid shows: these projects in this order, with these fields (positions in entityInfo(Project)).
Result<void> exportView(const LedgerService &ledger, std::span<const qint64> projects,
                        const std::vector<int> &fields, const QString &title, const QString &path);

/// What to report on in a pre-filled template.
struct TemplateForm {
    Month month;
    qint64 zone = 0; ///< 0 = all zones
};
/// The import template. Without a ledger it has no lists of zones. With a form the sheet of monthly progress
/// holds the projects that are signed and neither terminated nor removed, as far as the ledger knows them.
Result<void> writeTemplate(const LedgerService *ledger, const std::vector<exchange::SheetKind> &kinds,
                           const QString &path, const std::optional<TemplateForm> &form = std::nullopt);
/// One such template a zone, in a folder that exists. Answers the files.
Result<QStringList> writeTemplatesByZone(const LedgerService &ledger, Month month, const QString &folder);

} // namespace yipi::services
