// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity.h"

#include <QCache>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace yipi::gui {

/// The rows of a long table: all ids, but what a row shows only of the blocks looked at lately.
template <class Row>
class RowBlocks {
public:
    static constexpr int kBlockRows = 128;

    /// Keeps so many blocks in memory.
    explicit RowBlocks(int blocks)
        : m_blocks(blocks) {}

    void reset(std::vector<qint64> ids) {
        m_ids = std::move(ids);
        m_blocks.clear();
    }
    const std::vector<qint64> &ids() const { return m_ids; }
    int count() const { return int(m_ids.size()); }
    /// Row of an id; −1 when it is not shown.
    int rowOf(qint64 id) const {
        const auto it = std::find(m_ids.begin(), m_ids.end(), id);
        return it == m_ids.end() ? -1 : int(it - m_ids.begin());
    }
    /// What a row shows, read with its neighbours when it is not in memory: `read(ids)` answers the records
    /// in the order of the ids or nothing, `show(record)` makes a row of one. Valid until the next call; null
    /// outside, when it can't be read, and for a record deleted meanwhile.
    template <class Read, class Show>
    const Row *row(int index, Read &&read, Show &&show) const {
        if (index < 0 || index >= count())
            return nullptr;
        const Block *block = m_blocks.object(index / kBlockRows);
        if (!block)
            block = load(index / kBlockRows, read, show);
        if (!block)
            return nullptr;
        const auto &found = (*block)[std::size_t(index % kBlockRows)];
        return found ? &*found : nullptr;
    }
    /// Reads the block of this row anew when it is asked for next.
    void forget(int index) { m_blocks.remove(index / kBlockRows); }
    void forgetAll() { m_blocks.clear(); }

private:
    using Block = std::vector<std::optional<Row>>;

    template <class Read, class Show>
    const Block *load(int number, Read &&read, Show &&show) const {
        const std::size_t first = std::size_t(number) * kBlockRows;
        const std::span<const qint64> ids =
            std::span(m_ids).subspan(first, std::min<std::size_t>(kBlockRows, m_ids.size() - first));
        std::optional<std::vector<Record>> records = read(ids);
        if (!records)
            return nullptr;
        auto rows = std::make_unique<Block>(ids.size());
        std::size_t at = 0;
        for (Record &record : *records) {
            while (at < ids.size() && ids[at] != record.id)
                ++at;
            if (at < ids.size())
                (*rows)[at++] = show(std::move(record));
        }
        Block *kept = rows.release();
        return m_blocks.insert(number, kept) ? kept : nullptr;
    }

    std::vector<qint64> m_ids;
    mutable QCache<int, Block> m_blocks;
};

} // namespace yipi::gui
