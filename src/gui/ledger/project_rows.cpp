// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_rows.h"

#include "domain/project.h"

namespace yipi::gui {

const ProjectRow *ProjectRows::row(int index) const {
    const auto read = [this](std::span<const qint64> ids) -> std::optional<std::vector<Record>> {
        auto records = m_ledger.records(EntityKind::Project, ids);
        if (records)
            return std::move(*records);
        m_lastError = records.error();
        return std::nullopt;
    };
    return m_blocks.row(index, read, [this](Record &&record) {
        const Stage stage = stageOf(fromRecord<Project>(record), m_asOf);
        return ProjectRow{std::move(record), stage};
    });
}

} // namespace yipi::gui
