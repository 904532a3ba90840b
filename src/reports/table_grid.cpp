// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/table_grid.h"

#include <cmath>
#include <numeric>

namespace yipi::reports {

namespace {

constexpr std::pair kFree{-1, -1};

} // namespace

const PlacedCell &TableGrid::at(int row, int column) const {
    const auto [ownerRow, index] = owners.at(static_cast<std::size_t>(row * columns + column));
    return rows[static_cast<std::size_t>(ownerRow)][static_cast<std::size_t>(index)];
}

TableGrid gridOf(const Table &table) {
    TableGrid grid;
    grid.columns = static_cast<int>(table.widths.size());
    const int rowCount = static_cast<int>(table.rows.size());
    grid.rows.resize(table.rows.size());
    grid.owners.assign(static_cast<std::size_t>(rowCount * grid.columns), kFree);
    const auto owner = [&](int row, int column) -> std::pair<int, int> & {
        return grid.owners[static_cast<std::size_t>(row * grid.columns + column)];
    };

    for (int row = 0; row < rowCount; ++row) {
        const auto &cells = table.rows[static_cast<std::size_t>(row)];
        auto next = cells.begin();
        for (int column = 0; column < grid.columns; ++column) {
            if (owner(row, column) != kFree)
                continue;
            PlacedCell placed{.row = row, .column = column};
            if (next != cells.end()) {
                placed.cell = &*next++;
                placed.rowSpan = std::clamp(placed.cell->rowSpan, 1, rowCount - row);
                const int wanted = std::clamp(placed.cell->columnSpan, 1, grid.columns - column);
                while (placed.columnSpan < wanted && owner(row, column + placed.columnSpan) == kFree)
                    ++placed.columnSpan;
            }
            const std::pair place{row, static_cast<int>(grid.rows[static_cast<std::size_t>(row)].size())};
            for (int r = row; r < row + placed.rowSpan; ++r)
                for (int c = column; c < column + placed.columnSpan; ++c)
                    owner(r, c) = place;
            grid.rows[static_cast<std::size_t>(row)].push_back(placed);
        }
    }
    return grid;
}

std::vector<int> columnWidths(const Table &table, int total) {
    const double sum = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<int> edges{0};
    double position = 0;
    for (const double width : table.widths) {
        position += width;
        edges.push_back(static_cast<int>(std::lround(position / sum * total)));
    }
    std::vector<int> widths;
    for (std::size_t i = 1; i < edges.size(); ++i)
        widths.push_back(edges[i] - edges[i - 1]);
    return widths;
}

} // namespace yipi::reports
