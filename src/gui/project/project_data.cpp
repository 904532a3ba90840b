// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/project_data.h"

#include "domain/problem.h"

#include <algorithm>

namespace yipi::gui {
namespace {

Result<void> readChildren(const services::LedgerService &ledger, EntityKind kind, qint64 project,
                          std::vector<Record> &into) {
    auto records = ledger.recordsWhere(kind, QStringLiteral("project"), Value(project));
    if (!records)
        return Failure(std::move(records).error());
    into = std::move(*records);
    return {};
}

std::vector<Record> oneOfEachKind(const std::vector<Record> &stored, qint64 project) {
    std::vector<Record> all;
    for (std::size_t i = 0; i < choicesOf<MilestoneKind>().size(); ++i) {
        Milestone missing;
        missing.project = {project};
        missing.kind = MilestoneKind(i);
        all.push_back(toRecord(missing));
    }
    for (const Record &record : stored)
        all[std::size_t(fromRecord<Milestone>(record).kind)] = record;
    return all;
}

void putInOrder(ProjectData &data) {
    std::stable_sort(data.reports.begin(), data.reports.end(), [](const Record &a, const Record &b) {
        return fromRecord<MonthlyProgress>(a).month > fromRecord<MonthlyProgress>(b).month;
    });
    std::stable_partition(data.problems.begin(), data.problems.end(), [](const Record &record) {
        return fromRecord<Problem>(record).state != ProblemState::Closed;
    });
}

} // namespace

Result<ProjectData> readProject(const services::LedgerService &ledger, qint64 id) {
    auto record = ledger.record(EntityKind::Project, id);
    if (!record)
        return Failure(std::move(record).error());
    ProjectData data;
    data.record = std::move(*record);
    data.project = fromRecord<Project>(data.record);
    std::vector<Record> milestones;
    const std::pair<EntityKind, std::vector<Record> *> parts[] = {
        {EntityKind::Milestone, &milestones},        {EntityKind::MonthlyProgress, &data.reports},
        {EntityKind::Problem, &data.problems},       {EntityKind::CampaignEntry, &data.entries},
        {EntityKind::Attachment, &data.attachments},
    };
    for (const auto &[kind, into] : parts)
        if (auto done = readChildren(ledger, kind, id, *into); !done)
            return Failure(std::move(done).error());
    data.milestones = oneOfEachKind(milestones, id);
    putInOrder(data);
    return data;
}

bool concerns(const AppliedChangeSet &applied, qint64 project) {
    return std::any_of(applied.records.begin(), applied.records.end(),
                       [project](const AppliedRecord &record) {
                           if (record.entity == EntityKind::Project)
                               return record.id == project;
                           return true; // a child that was changed does not name its project; zones and
                                        // others are named by it
                       });
}

QString fieldText(const services::LedgerService &ledger, const Record &record, const QString &key) {
    const int field = ledger.fieldIndex(record.kind, key);
    const FieldInfo &info = ledger.fields(record.kind)[std::size_t(field)];
    return ledger.text(info, record.values[std::size_t(field)]);
}

} // namespace yipi::gui
