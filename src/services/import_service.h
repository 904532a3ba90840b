// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/importer.h"
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
                                      const ProgressReport &progress = {}) const {
        const exchange::ImportSource source{&workbook, options.mapping, {}};
        return plan(std::span(&source, 1), options, progress);
    }
    /// Several files are one import; their own mappings count, not that of the options.
    Result<exchange::ImportPlan> plan(std::span<const exchange::ImportSource> sources,
                                      const exchange::ImportOptions &options,
                                      const ProgressReport &progress = {}) const;
    /// All or nothing, one undoable change set; makes a backup first when more than 1,000 records change
    /// in a ledger that has projects already, unless they are demonstration data. Refused when the plan has
    /// errors and `acceptValid` is off.
    Result<AppliedChangeSet> write(const exchange::ImportPlan &plan, const exchange::ImportOptions &options,
                                   const ProgressReport &progress = {});

    /// Writes the workbook with its findings marked, to be sent back to whoever filled it in.
    static Result<void> writeMarked(const exchange::Workbook &workbook,
                                    const QList<exchange::Finding> &findings, const QString &path);

private:
    LedgerService &m_ledger;
};

} // namespace yipi::services
