// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_rows.h"

#include <algorithm>

namespace yipi::gui {

void RecordRows::reset(EntityKind kind, std::vector<qint64> ids) {
    m_kind = kind;
    m_ids = std::move(ids);
    m_blocks.clear();
}

int RecordRows::rowOf(qint64 id) const {
    const auto it = std::find(m_ids.begin(), m_ids.end(), id);
    return it == m_ids.end() ? -1 : int(it - m_ids.begin());
}

const Record *RecordRows::row(int index) const {
    if (index < 0 || index >= count())
        return nullptr;
    const Block *rows = m_blocks.object(index / kBlockRows);
    if (!rows)
        rows = load(index / kBlockRows);
    if (!rows)
        return nullptr;
    const Record &found = (*rows)[std::size_t(index % kBlockRows)];
    return found.id ? &found : nullptr;
}

void RecordRows::forget(int index) {
    m_blocks.remove(index / kBlockRows);
}

const RecordRows::Block *RecordRows::load(int block) const {
    const std::size_t first = std::size_t(block) * kBlockRows;
    const auto ids = std::span(m_ids).subspan(first, std::min<std::size_t>(kBlockRows, m_ids.size() - first));
    auto records = m_ledger.records(m_kind, ids);
    if (!records)
        return nullptr;
    auto rows = std::make_unique<Block>(ids.size());
    std::size_t at = 0; // a record deleted meanwhile leaves an empty row until the ids are asked for again
    for (Record &record : *records) {
        while (at < ids.size() && ids[at] != record.id)
            ++at;
        if (at < ids.size())
            (*rows)[at++] = std::move(record);
    }
    Block *kept = rows.release();
    return m_blocks.insert(block, kept) ? kept : nullptr;
}

} // namespace yipi::gui
