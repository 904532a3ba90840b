// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/explanation/project_names.h"

#include "domain/project.h"

namespace yipi::gui {
namespace {
constexpr int kBlock = 200; ///< names are read this many at a time
}

const ProjectNames::Named &ProjectNames::at(const Workspace &workspace, int row, int count,
                                            const std::function<qint64(int)> &idAt) const {
    const qint64 wanted = idAt(row);
    if (const auto it = m_names.constFind(wanted); it != m_names.constEnd())
        return *it;
    std::vector<qint64> ids;
    const int first = row / kBlock * kBlock;
    for (int i = first; i < std::min(first + kBlock, count); ++i)
        ids.push_back(idAt(i));
    if (const auto records = workspace.ledger.records(EntityKind::Project, ids)) {
        for (const Record &record : *records) {
            const auto project = fromRecord<Project>(record);
            m_names.insert(project.id, {project.code, project.name});
        }
    }
    return m_names[wanted]; // a project that can't be read stays without a name
}

QString zoneNameOf(const services::LedgerService &ledger, qint64 projectId) {
    const indicators::Facts &facts = ledger.facts();
    const auto it = facts.projectIndex.find(projectId);
    const int zone = it == facts.projectIndex.end() ? -1 : facts.projects[it->second].zone;
    if (zone < 0)
        return {};
    const Zone &found = facts.zones[std::size_t(zone)];
    return found.shortName.isEmpty() ? found.name : found.shortName;
}

} // namespace yipi::gui
