// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook_writer.h"
#include "services/import_service.h"
#include "storage/atomic_file.h"

#include <unordered_set>

namespace yipi::services {

namespace {

exchange::ExportData dictionariesOf(const LedgerService &ledger) {
    exchange::ExportData data;
    data.zones = ledger.zones();
    data.chains = ledger.chains();
    data.campaigns = ledger.campaigns();
    return data;
}

/// Records of a kind whose project is in the export.
template <class E>
Result<std::vector<E>> ofProjects(const LedgerService &ledger, const std::unordered_set<qint64> &projects) {
    auto records = ledger.allRecords(kKindOf<E>);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<E> list;
    for (const auto &record : *records) {
        E e = fromRecord<E>(record);
        if (projects.contains(e.project.id))
            list.push_back(std::move(e));
    }
    return list;
}

/// All targets, or those of the zones that the projects are in.
Result<std::vector<Target>> targetsOf(const LedgerService &ledger, const std::vector<Project> &projects,
                                      bool all) {
    std::unordered_set<qint64> zones;
    for (const Project &project : projects)
        zones.insert(project.zone.id);
    auto records = ledger.allRecords(EntityKind::Target);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<Target> targets;
    for (const Record &record : *records)
        if (auto target = fromRecord<Target>(record); all || zones.contains(target.zone.id))
            targets.push_back(std::move(target));
    return targets;
}

} // namespace

Result<void> exportLedger(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                          const QString &path) {
    const bool isCsv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    if (!isCsv && !path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))
        return fail(ErrorCode::Usage, QStringLiteral("不能导出为“%1”").arg(path),
                    QStringLiteral("文件名请以 .xlsx 或 .csv 结尾。"));
    auto ids = ledger.projectIds(filter, asOf);
    if (!ids)
        return Failure(std::move(ids).error());
    auto records = ledger.records(EntityKind::Project, *ids);
    if (!records)
        return Failure(std::move(records).error());

    exchange::ExportData data = dictionariesOf(ledger);
    std::unordered_set<qint64> exported;
    for (const auto &record : *records) {
        data.projects.push_back(fromRecord<Project>(record));
        exported.insert(record.id);
        const qint64 investor = data.projects.back().investor.id;
        if (investor)
            data.enterpriseNames.insert(investor, ledger.enterpriseName(investor));
    }
    if (isCsv)
        return storage::writeFileAtomically(path, exchange::exportCsv(data));

    auto entries = ofProjects<CampaignEntry>(ledger, exported);
    if (!entries)
        return Failure(std::move(entries).error());
    data.entries = std::move(*entries);
    auto reports = ofProjects<MonthlyProgress>(ledger, exported);
    if (!reports)
        return Failure(std::move(reports).error());
    data.progress = std::move(*reports);
    auto targets = targetsOf(ledger, data.projects, filter.isEmpty());
    if (!targets)
        return Failure(std::move(targets).error());
    data.targets = std::move(*targets);
    auto bytes = exchange::exportWorkbook(data);
    if (!bytes)
        return Failure(std::move(bytes).error());
    return storage::writeFileAtomically(path, *bytes);
}

Result<void> writeTemplate(const LedgerService *ledger, const std::vector<exchange::SheetKind> &kinds,
                           const QString &path) {
    if (!path.endsWith(QStringLiteral(".xlsx"), Qt::CaseInsensitive))
        return fail(ErrorCode::Usage, QStringLiteral("模板是 xlsx 文件，不能写成“%1”").arg(path),
                    QStringLiteral("文件名请以 .xlsx 结尾。"));
    auto bytes = exchange::templateWorkbook(kinds, ledger ? dictionariesOf(*ledger) : exchange::ExportData());
    if (!bytes)
        return Failure(std::move(bytes).error());
    return storage::writeFileAtomically(path, *bytes);
}

} // namespace yipi::services
