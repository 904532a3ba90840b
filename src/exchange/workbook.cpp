// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"

namespace yipi::exchange {

const Cell &Sheet::cell(int row, int column) const {
    static const Cell kEmpty;
    if (row < 1 || column < 1 || std::size_t(row) > rows.size())
        return kEmpty;
    const auto &cells = rows[std::size_t(row) - 1];
    return std::size_t(column) > cells.size() ? kEmpty : cells[std::size_t(column) - 1];
}

} // namespace yipi::exchange
