// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"
#include "exchange/workbook.h"
#include "services/ledger_service.h"

namespace yipi::services {

/// Reading a file needs no ledger and may run on any thread; planning and writing belong to the ledger's
/// thread (planning is quick next to reading).
class ImportService {
public:
    explicit ImportService(LedgerService &ledger)
        : m_ledger(ledger) {}

    /// Any thread. In a process of its own (reader_process.h): no file can take the caller down.
    static Result<exchange::Workbook> read(const QString &path, const ProgressReport &progress = {});
    Result<exchange::ImportPlan> plan(const exchange::Workbook &workbook,
                                      const exchange::ImportOptions &options,
                                      const ProgressReport &progress = {}) const;
    /// All or nothing, one undoable change set; makes a backup first when more than 1,000 records change
    /// in a ledger that has projects already, unless they are demonstration data. Refused when the plan has
    /// errors and `acceptValid` is off.
    Result<AppliedChangeSet> write(const exchange::ImportPlan &plan, const exchange::ImportOptions &options,
                                   const ProgressReport &progress = {});

private:
    LedgerService &m_ledger;
};

/// The ledger or a part of it as a workbook; `.csv` gives the project list. Written atomically.
Result<void> exportLedger(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                          const QString &path);
Result<void> writeTemplate(const LedgerService *ledger, const std::vector<exchange::SheetKind> &kinds,
                           const QString &path);

} // namespace yipi::services
