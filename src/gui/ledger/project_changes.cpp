// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_changes.h"

#include <QCoreApplication>
#include <QUuid>

namespace yipi::gui {

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

} // namespace yipi::gui
