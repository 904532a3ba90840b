// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_changes.h"

#include <QCoreApplication>
#include <QUuid>

#include <array>

namespace yipi::gui {

namespace {

RecordChange removal(EntityKind kind, const Record &record) {
    return {RecordChange::Kind::Delete, kind, record.id, record.version, {}};
}

} // namespace

ChangeSet newProject(const QString &name, qint64 zoneId) {
    const EntityInfo &info = entityInfo(EntityKind::Project);
    const auto at = [&](const char *key) { return info.indexOf(QLatin1String(key)); };
    RecordChange change{RecordChange::Kind::Insert, EntityKind::Project, 0, 0, {}};
    change.values = {{at("uid"), QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    if (!name.isEmpty())
        change.values.emplace_back(at("name"), name);
    if (zoneId)
        change.values.emplace_back(at("zone"), zoneId);
    ChangeSet set;
    set.title = QCoreApplication::translate("LedgerPage", "新增项目 %1").arg(name);
    set.changes.push_back(std::move(change));
    return set;
}

Result<ChangeSet> removalOf(const services::LedgerService &ledger, const std::vector<qint64> &projectIds) {
    auto projects = ledger.records(EntityKind::Project, projectIds);
    if (!projects)
        return tl::unexpected(projects.error());
    ChangeSet set;
    set.title = QCoreApplication::translate("LedgerPage", "删除 %1 个项目").arg(projects->size());
    for (const Record &project : *projects) {
        // What refers to the project goes first.
        for (EntityKind kind : std::array{EntityKind::MonthlyProgress, EntityKind::CampaignEntry}) {
            const auto related = ledger.recordsWhere(kind, QStringLiteral("project"), Value(project.id));
            if (!related)
                return tl::unexpected(related.error());
            for (const Record &record : *related)
                set.changes.push_back(removal(kind, record));
        }
        set.changes.push_back(removal(EntityKind::Project, project));
    }
    return set;
}

} // namespace yipi::gui
