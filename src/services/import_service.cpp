// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/import_service.h"

#include "domain/enterprise.h"
#include "domain/text_parsing.h"
#include "exchange/importer.h"
#include "exchange/marked_workbook.h"
#include "services/locations.h"
#include "services/reader_process.h"
#include "services/report_service.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <set>

namespace yipi::services {

namespace {

constexpr std::size_t kBackupFromChanges = 1000;

template <class E>
Result<void> readAll(const LedgerService &ledger, std::vector<E> &list) {
    auto records = ledger.allRecords(kKindOf<E>);
    if (!records)
        return Failure(std::move(records).error());
    list.reserve(records->size());
    for (const auto &record : *records)
        list.push_back(fromRecord<E>(record));
    return {};
}

Result<exchange::LedgerSnapshot> snapshotOf(const LedgerService &ledger) {
    exchange::LedgerSnapshot snapshot;
    snapshot.zones = ledger.zones();
    snapshot.chains = ledger.chains();
    snapshot.campaigns = ledger.campaigns();
    std::vector<Enterprise> enterprises;
    auto read = readAll(ledger, enterprises);
    if (read)
        read = readAll(ledger, snapshot.projects);
    if (read)
        read = readAll(ledger, snapshot.entries);
    if (read)
        read = readAll(ledger, snapshot.targets);
    if (read)
        read = readAll(ledger, snapshot.customFields);
    if (read && !snapshot.customFields.empty())
        read = readAll(ledger, snapshot.customValues);
    if (!read)
        return Failure(std::move(read).error());
    for (const auto &enterprise : enterprises)
        snapshot.enterprises.insert(foldedName(enterprise.name), enterprise.id);
    return snapshot;
}

/// Months of the reports that a plan would write.
std::set<qint64> monthsOf(const ChangeSet &changes) {
    const int month = entityInfo(EntityKind::MonthlyProgress).indexOf(QStringLiteral("month"));
    std::set<qint64> months;
    for (const auto &change : changes.changes)
        if (change.entity == EntityKind::MonthlyProgress)
            for (const auto &[field, value] : change.values)
                if (field == month && !isEmpty(value)) {
                    months.insert(std::get<qint64>(value));
                    months.insert(std::get<qint64>(value) - 1); // what a report is compared with
                }
    return months;
}

/// Large imports are preceded by a copy beside the ledger (docs/reliability.md).
Result<void> backUpFirst(LedgerService &ledger) {
    const QFileInfo file(ledger.status().location);
    const QString folder = file.absolutePath() + QStringLiteral("/备份");
    QDir().mkpath(folder);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    return ledger.backup(QStringLiteral("%1/%2-导入前-%3.yipi").arg(folder, file.completeBaseName(), stamp));
}

} // namespace

Result<exchange::Workbook> ImportService::read(const QString &path, const ProgressReport &progress) {
    return readInProcess(readerProgram(), path, progress);
}

Result<exchange::ImportPlan> ImportService::plan(std::span<const exchange::ImportSource> sources,
                                                 const exchange::ImportOptions &options,
                                                 const ProgressReport &progress) const {
    auto snapshot = snapshotOf(m_ledger);
    if (!snapshot)
        return Failure(std::move(snapshot).error());
    exchange::ImportOptions checked = options;
    if (!checked.asOf.isValid())
        checked.asOf = QDate::currentDate();
    auto plan = exchange::planImport(sources, checked, *snapshot, progress);
    if (!plan)
        return plan;
    // Only the file tells which months it speaks of; with their reports at hand, known ones become updates.
    for (const qint64 month : monthsOf(plan->changes)) {
        auto reports = m_ledger.recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("month"), month);
        if (!reports)
            return Failure(std::move(reports).error());
        for (const auto &record : *reports)
            snapshot->progress.push_back(fromRecord<MonthlyProgress>(record));
    }
    if (snapshot->progress.empty())
        return plan;
    return exchange::planImport(sources, checked, *snapshot, progress);
}

Result<AppliedChangeSet> ImportService::write(const exchange::ImportPlan &plan,
                                              const exchange::ImportOptions &options,
                                              const ProgressReport &progress) {
    if (plan.errorCount > 0 && !options.acceptValid) {
        Error error;
        error.code = ErrorCode::Refused;
        error.message = QStringLiteral("文件 %1 有 %2 处错误，没有写入任何内容")
                            .arg(plan.filesText(), QString::number(plan.errorCount));
        error.advice = QStringLiteral("请改正后再导入，或选择只写入无误的行。");
        return Failure(error);
    }
    if (plan.changes.changes.empty())
        return AppliedChangeSet{};
    const bool isDemo = plan.changes.source == ChangeSource::Demo;
    if (plan.changes.changes.size() > kBackupFromChanges && m_ledger.status().projects > 0 && !isDemo)
        if (auto copied = backUpFirst(m_ledger); !copied)
            return Failure(std::move(copied).error());
    ChangeSet set = plan.changes;
    if (set.title.isEmpty())
        set.title = QStringLiteral("导入 ") + QFileInfo(plan.filesText()).fileName();
    if (set.source == ChangeSource::Edit)
        set.source = ChangeSource::Import;
    return m_ledger.apply(std::move(set), progress);
}

Result<void> ImportService::writeMarked(const exchange::Workbook &workbook,
                                        const QList<exchange::Finding> &findings, const QString &path) {
    const auto content = exchange::markedWorkbook(workbook, findings);
    if (!content)
        return Failure(content.error());
    return writeFile(path, *content);
}

} // namespace yipi::services
