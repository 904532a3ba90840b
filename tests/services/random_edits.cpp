// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/random_edits.h"

#include "domain/campaign_entry.h"
#include "domain/custom_field.h"
#include "domain/enterprise.h"
#include "domain/milestone.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/target.h"

#include <algorithm>

namespace yipi::test {

using Kind = RecordChange::Kind;

namespace {

constexpr std::array kKinds{
    EntityKind::Zone,          EntityKind::IndustryChain,   EntityKind::Enterprise,
    EntityKind::Campaign,      EntityKind::Project,         EntityKind::Project,
    EntityKind::CampaignEntry, EntityKind::MonthlyProgress, EntityKind::MonthlyProgress,
    EntityKind::Milestone,     EntityKind::Target,          EntityKind::CustomField,
    EntityKind::CustomValue,   EntityKind::CustomValue};
constexpr std::array kOfProjects{EntityKind::CampaignEntry, EntityKind::MonthlyProgress,
                                 EntityKind::Milestone, EntityKind::CustomValue};

} // namespace

qint64 RandomEdits::anyOf(EntityKind kind) {
    const auto records = all(kind);
    return records.empty() ? 0 : records[below(records.size())].id;
}

/// A new record of the kind with everything drawn; of `project` when it is given.
Record RandomEdits::drawn(EntityKind kind, qint64 project) {
    const QString number = QString::number(++m_drawn);
    const auto money = [&] { return Money::fromYuan(qint64(below(1000)) * 10'000); };
    switch (kind) {
    case EntityKind::Zone: {
        Zone zone;
        zone.code = QStringLiteral("Z") + number;
        zone.name = QStringLiteral("开发区") + number;
        if (chance(70))
            zone.sortOrder = qint64(below(20));
        return toRecord(zone);
    }
    case EntityKind::IndustryChain: {
        IndustryChain chain;
        chain.name = QStringLiteral("链") + number;
        return toRecord(chain);
    }
    case EntityKind::Enterprise: {
        Enterprise enterprise;
        enterprise.name = QStringLiteral("企业") + number;
        return toRecord(enterprise);
    }
    case EntityKind::Campaign: {
        Campaign campaign;
        campaign.year = 2000 + qint64(below(50));
        campaign.sequence = m_drawn;
        return toRecord(campaign);
    }
    case EntityKind::CampaignEntry: {
        CampaignEntry entry;
        entry.project = {project};
        entry.campaign = {anyOf(EntityKind::Campaign)};
        entry.batch = Batch(below(3));
        entry.declaredInvestment = money();
        return toRecord(entry);
    }
    case EntityKind::MonthlyProgress: {
        MonthlyProgress report;
        report.project = {project};
        report.month = Month(2024, 1).plus(int(below(18)));
        if (chance(60))
            report.annualOutput = money();
        if (chance(60))
            report.fundsInPlace = money();
        if (chance(60))
            report.annualPlan = money();
        if (chance(60))
            report.yearInvestment = money();
        return toRecord(report);
    }
    case EntityKind::Milestone: {
        Milestone milestone;
        milestone.project = {project};
        milestone.kind = MilestoneKind(below(19));
        milestone.planned = day();
        if (chance(50))
            milestone.actual = day();
        return toRecord(milestone);
    }
    case EntityKind::Target: {
        Target target;
        target.zone = {anyOf(EntityKind::Zone)};
        target.year = 2023 + qint64(below(3));
        target.indicator = TargetIndicator(below(7));
        if (countsPieces(target.indicator))
            target.targetCount = qint64(below(50));
        else
            target.targetAmount = money();
        if (chance(30))
            target.curve = QStringLiteral("5,10,15,20,30,40,50,60,70,80,90,100");
        return toRecord(target);
    }
    case EntityKind::CustomField: {
        CustomField field;
        field.key = QStringLiteral("custom_") + number;
        field.title = QStringLiteral("自定义") + number;
        field.type = CustomType(below(5));
        field.options = QStringLiteral("甲\n乙\n丙");
        if (chance(50))
            field.sortOrder = qint64(below(10));
        return toRecord(field);
    }
    case EntityKind::CustomValue: {
        CustomValue value;
        value.project = {project};
        value.field = {anyOf(EntityKind::CustomField)};
        if (chance(80)) // a number is also a text; a day is no number, and reads as nothing there
            value.value = chance(50) ? QString::number(below(5000)) : day().toString(Qt::ISODate);
        return toRecord(value);
    }
    default: {
        Project p;
        p.uid = QStringLiteral("uid") + number;
        p.name = QStringLiteral("Project %1 号").arg(QString(int(below(5)), u'x') + number);
        p.zone = {anyOf(EntityKind::Zone)};
        p.chain = {chance(50) ? anyOf(EntityKind::IndustryChain) : 0};
        p.investor = {chance(50) ? anyOf(EntityKind::Enterprise) : 0};
        if (chance(60))
            p.industry = QStringLiteral("行业%1").arg(below(6));
        p.totalInvestment = money();
        p.standardPlant = chance(50);
        p.keyProject = chance(50);
        for (QDate Project::*date :
             {&Project::plannedStart, &Project::reservedOn, &Project::actualSign, &Project::fulfilledOn,
              &Project::actualStart, &Project::removalApprovedOn})
            if (chance(50))
                p.*date = day();
        return toRecord(p);
    }
    }
}

RecordChange RandomEdits::inserted(const Record &record, qint64 id) {
    RecordChange change{Kind::Insert, record.kind, id, 0, {}};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!isEmpty(record.values[i]))
            change.values.emplace_back(int(i), record.values[i]);
    return change;
}

RecordChange RandomEdits::newRecord(EntityKind kind, qint64 id, qint64 project) {
    return inserted(drawn(kind, project ? project : anyOf(EntityKind::Project)), id);
}

/// Gives a record the values of another one, but for its key most times: reports also change project.
void RandomEdits::addUpdate(EntityKind kind, ChangeSet &set) {
    const auto records = all(kind);
    if (records.empty())
        return;
    const Record &record = records[below(records.size())];
    const Record other = drawn(kind, anyOf(EntityKind::Project));
    RecordChange change{Kind::Update, kind, record.id, record.version, {}};
    const auto &fields = entityInfo(kind).fields;
    const bool isTarget = kind == EntityKind::Target; // its figure must fit its indicator
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (isTarget || chance(fields[i].isKey ? 20 : 50))
            change.values.emplace_back(int(i), other.values[i]);
    set.changes.push_back(std::move(change));
}

void RandomEdits::addRemoval(const Record &record, ChangeSet &set) {
    set.changes.push_back({Kind::Delete, record.kind, record.id, record.version, {}});
}

void RandomEdits::addProjectRemoval(ChangeSet &set) {
    const auto projects = all(EntityKind::Project);
    if (projects.size() < 3)
        return;
    const Record &project = projects[below(projects.size())];
    for (const EntityKind kind : kOfProjects) {
        const auto records =
            m_ledger.recordsWhere(kind, QStringLiteral("project"), Value(project.id)).value();
        for (const Record &record : records)
            addRemoval(record, set);
    }
    addRemoval(project, set);
}

/// A change of one kind of record; `name` says which.
ChangeSet RandomEdits::drawnSet(QString &name) {
    ChangeSet set;
    set.title = QStringLiteral("随机");
    const EntityKind kind = kKinds[below(kKinds.size())];
    const quint64 what = below(10);
    if (what < 4) {
        set.changes.push_back(newRecord(kind));
    } else if (what < 8) {
        addUpdate(kind, set);
    } else if (what == 8 && kind == EntityKind::Project) {
        addProjectRemoval(set);
    } else if (what == 8) {
        if (const auto records = all(kind); !records.empty())
            addRemoval(records[below(records.size())], set);
    } else { // a project with all that belongs to it, in one set
        set.changes.push_back(newRecord(EntityKind::Project, -1));
        for (const EntityKind part : kOfProjects)
            set.changes.push_back(newRecord(part, 0, -1));
    }
    name = entityInfo(kind).key + u' ' + QString::number(what);
    return set;
}

ChangeSet RandomEdits::drawnImport() {
    ChangeSet set;
    set.title = QStringLiteral("随机导入");
    set.source = ChangeSource::Import;
    const int projects = 1 + int(below(4));
    for (int i = 1; i <= projects; ++i) {
        set.changes.push_back(newRecord(EntityKind::Project, -i));
        set.changes.push_back(newRecord(EntityKind::MonthlyProgress, 0, -i));
    }
    addUpdate(EntityKind::Project, set);
    return set;
}

QString RandomEdits::step() {
    if (chance(15) && m_ledger.canUndo())
        return m_ledger.undo() ? QStringLiteral("undo") : QStringLiteral("undo refused");
    if (chance(30) && m_ledger.canRedo())
        return m_ledger.redo() ? QStringLiteral("redo") : QStringLiteral("redo refused");
    QString name;
    m_set = drawnSet(name);
    return m_ledger.apply(m_set) ? name : name + QStringLiteral(" refused");
}

} // namespace yipi::test
