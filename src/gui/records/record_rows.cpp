// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records/record_rows.h"

namespace yipi::gui {

const Record *RecordRows::row(int index) const {
    const auto read = [this](std::span<const qint64> ids) -> std::optional<std::vector<Record>> {
        auto records = m_ledger.records(m_kind, ids);
        return records ? std::optional(std::move(*records)) : std::nullopt;
    };
    return m_blocks.row(index, read, [](Record &&record) { return std::move(record); });
}

} // namespace yipi::gui
