// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/search_index.h"

#include "domain/enterprise.h"
#include "domain/project.h"
#include "services/fact_readers.h"
#include "services/ledger_service.h"
#include "storage/ledger_store.h"

namespace yipi::services {

namespace {

using storage::RowView;

constexpr int kAllPermille = 1000;

QString text(const RowView &row, int column) {
    const std::string_view utf8 = row.text(column);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

Result<void> loadProjects(SearchIndex &index, const storage::RecordSource &source) {
    ScanColumns columns(EntityKind::Project);
    const int code = columns.add("code"), name = columns.add("name"), investor = columns.add("investor"),
              patron = columns.add("patron"), officer = columns.add("service_officer"),
              person = columns.add("responsible_person");
    return source.scan(EntityKind::Project, columns.fields(), [&](const RowView &row) {
        index.projectCodes.append(row.id(), text(row, code));
        index.projectNames.append(row.id(), text(row, name));
        index.links.append(
            row.id(), {row.integer(investor), {text(row, patron), text(row, officer), text(row, person)}});
    });
}

Result<void> loadEnterprises(SearchIndex &index, const storage::RecordSource &source) {
    ScanColumns columns(EntityKind::Enterprise);
    const int name = columns.add("name");
    return source.scan(EntityKind::Enterprise, columns.fields(),
                       [&](const RowView &row) { index.enterprises.append(row.id(), text(row, name)); });
}

Result<void> loadProblems(SearchIndex &index, const storage::RecordSource &source) {
    struct Newest {
        qint64 month = 0;
        QString text;
    };
    std::map<qint64, Newest> newest;
    ScanColumns columns(EntityKind::MonthlyProgress);
    const int project = columns.add("project"), month = columns.add("month"),
              problems = columns.add("problems");
    auto done = source.scan(EntityKind::MonthlyProgress, columns.fields(), [&](const RowView &row) {
        if (row.isNull(problems))
            return;
        Newest &known = newest[row.integer(project)];
        if (known.text.isEmpty() || known.month <= row.integer(month))
            known = {row.integer(month), text(row, problems)};
    });
    for (const auto &[id, problem] : newest)
        index.problems.append(id, problem.text);
    return done;
}

Result<void> patchProjects(SearchIndex &index, const std::set<qint64> &ids, const LedgerService &ledger) {
    const auto records = ledger.records(EntityKind::Project, std::vector<qint64>(ids.begin(), ids.end()));
    if (!records)
        return Failure(records.error());
    std::map<qint64, QString> codes, names;
    std::map<qint64, std::optional<ProjectLinks::Link>> links;
    for (const qint64 id : ids) { // those that are gone stay like this
        codes[id];
        names[id];
        links[id];
    }
    for (const Record &record : *records) {
        const auto p = fromRecord<Project>(record);
        codes[p.id] = p.code;
        names[p.id] = p.name;
        links[p.id] = ProjectLinks::Link{p.investor.id, {p.patron, p.serviceOfficer, p.responsiblePerson}};
    }
    index.projectCodes.update(codes);
    index.projectNames.update(names);
    index.links.update(links);
    return {};
}

Result<void> patchEnterprises(SearchIndex &index, const std::set<qint64> &ids, const LedgerService &ledger) {
    const auto records = ledger.records(EntityKind::Enterprise, std::vector<qint64>(ids.begin(), ids.end()));
    if (!records)
        return Failure(records.error());
    std::map<qint64, QString> names;
    for (const qint64 id : ids)
        names[id];
    for (const Record &record : *records)
        names[record.id] = fromRecord<Enterprise>(record).name;
    index.enterprises.update(names);
    return {};
}

Result<void> patchProblems(SearchIndex &index, const DirtyRecords &dirty, const LedgerService &ledger) {
    std::map<qint64, QString> problems;
    for (const qint64 project : dirty.reportProjects)
        problems[project];
    const auto changed = ledger.records(EntityKind::MonthlyProgress,
                                        std::vector<qint64>(dirty.reports.begin(), dirty.reports.end()));
    if (!changed)
        return Failure(changed.error());
    for (const Record &record : *changed)
        problems[fromRecord<MonthlyProgress>(record).project.id];
    for (auto &[project, problem] : problems) {
        const auto reports =
            ledger.recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("project"), Value(project));
        if (!reports)
            return Failure(reports.error());
        if (const auto newest = newestProblem(*reports))
            problem = newest->problems;
    }
    index.problems.update(problems);
    return {};
}

} // namespace

std::optional<MonthlyProgress> newestProblem(const std::vector<Record> &reports) {
    std::optional<MonthlyProgress> newest;
    for (const Record &record : reports) {
        const auto report = fromRecord<MonthlyProgress>(record);
        if (!report.problems.isEmpty() && (!newest || newest->month <= report.month))
            newest = report;
    }
    return newest;
}

Result<SearchIndex> loadSearchIndex(const QString &location, const ProgressReport &progress) {
    const auto store = storage::openLedgerUnconfirmed(location, storage::OpenMode::ReadOnly);
    if (!store)
        return Failure(store.error());
    SearchIndex index;
    constexpr std::array kLoaders{&loadProjects, &loadEnterprises, &loadProblems};
    for (std::size_t i = 0; i < kLoaders.size(); ++i) {
        if (progress && !progress(int(i * kAllPermille / kLoaders.size())))
            return fail(ErrorCode::Cancelled, QStringLiteral("已停止建立搜索索引"));
        if (const auto loaded = kLoaders[i](index, **store); !loaded)
            return Failure(loaded.error());
    }
    return index;
}

Result<void> patchSearchIndex(SearchIndex &index, const DirtyRecords &dirty, const LedgerService &ledger) {
    Result<void> done;
    if (!dirty.projects.empty())
        done = patchProjects(index, dirty.projects, ledger);
    if (done && !dirty.enterprises.empty())
        done = patchEnterprises(index, dirty.enterprises, ledger);
    if (done && !(dirty.reports.empty() && dirty.reportProjects.empty()))
        done = patchProblems(index, dirty, ledger);
    return done;
}

} // namespace yipi::services
