// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_rows.h"

#include <algorithm>

namespace yipi::gui {

void ProjectRows::reset(std::vector<qint64> ids, QDate asOf) {
    m_ids = std::move(ids);
    m_asOf = asOf;
    m_blocks.clear();
}

int ProjectRows::rowOf(qint64 id) const {
    const auto it = std::find(m_ids.begin(), m_ids.end(), id);
    return it == m_ids.end() ? -1 : int(it - m_ids.begin());
}

const ProjectRow *ProjectRows::row(int index) const {
    if (index < 0 || index >= count())
        return nullptr;
    const int block = index / kBlockRows;
    const Block *rows = m_blocks.object(block);
    if (!rows)
        rows = load(block);
    if (!rows)
        return nullptr;
    const ProjectRow &found = (*rows)[std::size_t(index % kBlockRows)];
    return found.record.id ? &found : nullptr;
}

void ProjectRows::forget(int index) {
    m_blocks.remove(index / kBlockRows);
}

const ProjectRows::Block *ProjectRows::load(int block) const {
    const std::size_t first = std::size_t(block) * kBlockRows;
    const std::span<const qint64> ids =
        std::span(m_ids).subspan(first, std::min<std::size_t>(kBlockRows, m_ids.size() - first));
    auto records = m_ledger.records(EntityKind::Project, ids);
    if (!records) {
        m_lastError = records.error();
        return nullptr;
    }
    // A project deleted meanwhile leaves an empty row until the ids are asked for again.
    auto rows = std::make_unique<Block>(ids.size());
    std::unordered_map<qint64, std::size_t> place;
    for (std::size_t i = 0; i < ids.size(); ++i)
        place.emplace(ids[i], i);
    for (Record &record : *records) {
        const auto at = place.find(record.id);
        if (at == place.end())
            continue;
        ProjectRow &row = (*rows)[at->second];
        row.stage = stageOf(fromRecord<Project>(record), m_asOf);
        row.record = std::move(record);
    }
    Block *kept = rows.release();
    return m_blocks.insert(block, kept) ? kept : nullptr;
}

} // namespace yipi::gui
