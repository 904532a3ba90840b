// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export_service.h"

#include "exchange/workbook_writer.h"
#include "storage/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
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

/// The projects with the names of their investors, and the dictionaries.
Result<exchange::ExportData> dataOf(const LedgerService &ledger, std::span<const qint64> ids) {
    auto records = ledger.records(EntityKind::Project, ids);
    if (!records)
        return Failure(std::move(records).error());
    exchange::ExportData data = dictionariesOf(ledger);
    const auto builtIn = std::ptrdiff_t(entity<Project>().fields.size());
    const auto &fields = ledger.fields(EntityKind::Project);
    data.customFields.assign(fields.begin() + builtIn, fields.end());
    for (const auto &record : *records) {
        data.projects.push_back(fromRecord<Project>(record));
        if (!data.customFields.empty())
            data.customValues.insert(record.id, {record.values.begin() + builtIn, record.values.end()});
        if (const qint64 investor = data.projects.back().investor.id)
            data.enterpriseNames.insert(investor, ledger.enterpriseName(investor));
    }
    return data;
}

/// Adds what belongs to the projects.
Result<void> addBelongings(const LedgerService &ledger, exchange::ExportData &data, bool allTargets) {
    std::unordered_set<qint64> exported;
    for (const Project &project : data.projects)
        exported.insert(project.id);
    auto entries = ofProjects<CampaignEntry>(ledger, exported);
    if (!entries)
        return Failure(std::move(entries).error());
    data.entries = std::move(*entries);
    auto reports = ofProjects<MonthlyProgress>(ledger, exported);
    if (!reports)
        return Failure(std::move(reports).error());
    data.progress = std::move(*reports);
    auto targets = targetsOf(ledger, data.projects, allTargets);
    if (!targets)
        return Failure(std::move(targets).error());
    data.targets = std::move(*targets);
    return {};
}

bool endsWith(const QString &path, const char *suffix) {
    return path.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
}

Result<void> write(const QString &path, const Result<QByteArray> &bytes) {
    if (!bytes)
        return Failure(bytes.error());
    return storage::writeFileAtomically(path, *bytes);
}

/// A zone's name as part of a file's name.
QString fileName(const QString &zone, const QString &what) {
    static const QRegularExpression kForbidden(QStringLiteral(R"([\\/:*?"<>|])"));
    return QString(zone).replace(kForbidden, QStringLiteral("_")) + what;
}

/// One file a zone that has something to write: all are written, or the first failure is told and those
/// before it are named in it.
template <class Write>
Result<QStringList> forEachZone(const LedgerService &ledger, const QString &folder, const QString &what,
                                Write &&writeZone) {
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::FileMissing, QStringLiteral("没有文件夹“%1”").arg(folder),
                    QStringLiteral("请先建立该文件夹。"));
    QStringList written;
    for (const Zone &zone : ledger.zones()) {
        const QString path = QDir(folder).filePath(fileName(zone.shortName, what));
        if (QFileInfo::exists(path))
            return fail(
                ErrorCode::Refused, QStringLiteral("文件 %1 已存在，没有覆盖").arg(path),
                QStringLiteral("已写出 %1 个文件。请移走旧文件，或换一个文件夹。").arg(written.size()));
        const Result<bool> done = writeZone(zone, path);
        if (!done)
            return Failure(done.error());
        if (*done)
            written << path;
    }
    return written;
}

/// Signed, and neither terminated nor removed.
bool isToBeReported(const Project &project) {
    return project.actualSign.isValid() && !project.terminatedOn.isValid() &&
           !project.removalApprovedOn.isValid();
}

Result<exchange::ExportData> formData(const LedgerService &ledger, qint64 zone, Month month) {
    ProjectFilter filter;
    if (zone)
        filter.zones = {zone};
    auto ids = ledger.projectIds(filter, month.lastDay());
    if (!ids)
        return Failure(std::move(ids).error());
    auto data = dataOf(ledger, *ids);
    if (!data)
        return data;
    std::erase_if(data->projects, [](const Project &project) { return !isToBeReported(project); });
    if (auto added = addBelongings(ledger, *data, false); !added)
        return Failure(added.error());
    return data;
}

Result<QByteArray> formBytes(const LedgerService &ledger, const std::vector<exchange::SheetKind> &kinds,
                             const exchange::ExportData &data, const TemplateForm &form) {
    QString zone;
    for (const Zone &z : ledger.zones())
        if (z.id == form.zone)
            zone = z.name;
    return exchange::templateWorkbook(kinds, data, exchange::ReportForm{form.month, zone});
}

} // namespace

Result<void> exportLedger(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                          const QString &path) {
    if (!endsWith(path, ".csv") && !endsWith(path, ".xlsx") && !endsWith(path, ".json"))
        return fail(ErrorCode::Usage, QStringLiteral("不能导出为“%1”").arg(path),
                    QStringLiteral("文件名请以 .xlsx、.csv 或 .json 结尾。"));
    auto ids = ledger.projectIds(filter, asOf);
    if (!ids)
        return Failure(std::move(ids).error());
    auto data = dataOf(ledger, *ids);
    if (!data)
        return Failure(std::move(data).error());
    if (endsWith(path, ".csv"))
        return write(path, exchange::exportCsv(*data));
    if (auto added = addBelongings(ledger, *data, filter.isEmpty()); !added)
        return added;
    return endsWith(path, ".json") ? write(path, exchange::exportJson(*data))
                                   : write(path, exchange::exportWorkbook(*data));
}

Result<QStringList> exportByZone(const LedgerService &ledger, const ProjectFilter &filter, QDate asOf,
                                 const QString &folder) {
    const QString what = QStringLiteral("-项目台账-%1.xlsx").arg(Month::of(asOf).text());
    return forEachZone(ledger, folder, what, [&](const Zone &zone, const QString &path) -> Result<bool> {
        ProjectFilter narrower = filter;
        if (!filter.zones.empty() &&
            std::find(filter.zones.begin(), filter.zones.end(), zone.id) == filter.zones.end())
            return false;
        narrower.zones = {zone.id};
        auto ids = ledger.projectIds(narrower, asOf);
        if (!ids)
            return Failure(std::move(ids).error());
        if (ids->empty())
            return false;
        if (auto done = exportLedger(ledger, narrower, asOf, path); !done)
            return Failure(done.error());
        return true;
    });
}

Result<void> exportView(const LedgerService &ledger, std::span<const qint64> projects,
                        const std::vector<int> &fields, const QString &title, const QString &path) {
    auto data = dataOf(ledger, projects);
    if (!data)
        return Failure(std::move(data).error());
    return write(path, exchange::exportView(*data, title, fields));
}

Result<void> writeTemplate(const LedgerService *ledger, const std::vector<exchange::SheetKind> &kinds,
                           const QString &path, const std::optional<TemplateForm> &form) {
    if (!endsWith(path, ".xlsx"))
        return fail(ErrorCode::Usage, QStringLiteral("模板是 xlsx 文件，不能写成“%1”").arg(path),
                    QStringLiteral("文件名请以 .xlsx 结尾。"));
    if (!ledger)
        return write(path, exchange::templateWorkbook(kinds, {}));
    if (!form)
        return write(path, exchange::templateWorkbook(kinds, dictionariesOf(*ledger)));
    auto data = formData(*ledger, form->zone, form->month);
    if (!data)
        return Failure(std::move(data).error());
    return write(path, formBytes(*ledger, kinds, *data, *form));
}

Result<QStringList> writeTemplatesByZone(const LedgerService &ledger, Month month, const QString &folder) {
    using exchange::SheetKind;
    const std::vector<SheetKind> kinds{SheetKind::Progress, SheetKind::Sign, SheetKind::Start,
                                       SheetKind::Produce};
    const QString what = QStringLiteral("-填报表-%1.xlsx").arg(month.text());
    return forEachZone(ledger, folder, what, [&](const Zone &zone, const QString &path) -> Result<bool> {
        auto data = formData(ledger, zone.id, month);
        if (!data)
            return Failure(std::move(data).error());
        if (auto done = write(path, formBytes(ledger, kinds, *data, {month, zone.id})); !done)
            return Failure(done.error());
        return true;
    });
}

} // namespace yipi::services
