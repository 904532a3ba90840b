// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/table_grid.h"
#include "reports/text_setter.h"

#include <numeric>

namespace yipi::reports {

namespace {

class TableSetter {
public:
    TableSetter(const Table &table, const TextSetter &setter)
        : m_table(table)
        , m_grid(gridOf(table))
        , m_look(lookOf(table))
        , m_rowCount(static_cast<int>(table.rows.size())) {
        const std::vector<int> widths = columnWidths(table, page::kTextWidth);
        m_edges.resize(widths.size() + 1, 0);
        std::partial_sum(widths.begin(), widths.end(), m_edges.begin() + 1);
        setTexts(setter);
        measureRows();
    }

    TableStrips strips() const {
        TableStrips result;
        const int headerRows = std::clamp(m_table.headerRows, 0, m_rowCount);
        const int headerHeight = std::accumulate(m_heights.begin(), m_heights.begin() + headerRows, 0);
        for (int row = 0; row < headerRows; ++row) {
            result.header.push_back(rowStrip(row));
            result.header.back().canBreakAfter = false;
        }
        for (int row = headerRows; row < m_rowCount; ++row) {
            const int room = page::kTextHeight - headerHeight;
            if (heightOf(row) > room && !spansFurther(row))
                appendSlices(result.body, row, room);
            else
                result.body.push_back(rowStrip(row));
            const bool leavesTotal = m_table.lastRowIsTotal && row == m_rowCount - 2;
            result.body.back().canBreakAfter = !spansFurther(row) && !leavesTotal;
        }
        return result;
    }

private:
    int heightOf(int row) const { return m_heights[static_cast<std::size_t>(row)]; }

    void setTexts(const TextSetter &setter) {
        for (const auto &row : m_grid.rows) {
            auto &texts = m_texts.emplace_back();
            for (const PlacedCell &cell : row) {
                const bool isLast = cell.row == m_rowCount - 1;
                const bool isHeading = cell.row < m_table.headerRows || (isLast && m_table.lastRowIsTotal);
                const FontRole role = isHeading ? FontRole::Heading : FontRole::Body;
                const TextFrame frame{.role = role,
                                      .size = m_look.size,
                                      .linePitch = m_look.linePitch,
                                      .width = widthOf(cell) - 2 * kCellPaddingX,
                                      .alignment = cell.cell ? cell.cell->alignment : Qt::AlignCenter};
                // A figure is known by the address of its span, so the spans must not be copied.
                static const std::vector<Span> kNothing;
                texts.push_back(setter.set(cell.cell ? cell.cell->spans : kNothing, frame));
            }
        }
    }

    int widthOf(const PlacedCell &cell) const {
        return m_edges[static_cast<std::size_t>(cell.column + cell.columnSpan)] -
               m_edges[static_cast<std::size_t>(cell.column)];
    }

    int neededHeight(int lines) const { return std::max(1, lines) * m_look.linePitch + 2 * kCellPaddingY; }

    void measureRows() {
        m_heights.assign(static_cast<std::size_t>(m_rowCount), neededHeight(1));
        for (const bool spanning :
             {false, true}) // cells of one row first, what they leave open to the spanning ones
            for (std::size_t row = 0; row < m_grid.rows.size(); ++row)
                for (std::size_t i = 0; i < m_grid.rows[row].size(); ++i) {
                    const PlacedCell &cell = m_grid.rows[row][i];
                    if ((cell.rowSpan > 1) != spanning)
                        continue;
                    const int missing =
                        neededHeight(m_texts[row][i]->layout.lineCount()) - spannedHeight(cell);
                    if (missing > 0)
                        m_heights[row + static_cast<std::size_t>(cell.rowSpan) - 1] += missing;
                }
    }

    int spannedHeight(const PlacedCell &cell) const {
        const auto begin = m_heights.begin() + cell.row;
        return std::accumulate(begin, begin + cell.rowSpan, 0);
    }

    /// Does a cell of this row or above reach into the next row?
    bool spansFurther(int row) const {
        for (int column = 0; column < m_grid.columns; ++column) {
            const PlacedCell &cell = m_grid.at(row, column);
            if (cell.row + cell.rowSpan > row + 1)
                return true;
        }
        return false;
    }

    Strip rowStrip(int row) const {
        Strip strip{.height = heightOf(row)};
        const auto index = static_cast<std::size_t>(row);
        for (std::size_t i = 0; i < m_grid.rows[index].size(); ++i) {
            const PlacedCell &cell = m_grid.rows[index][i];
            addCell(strip, cell, m_texts[index][i], 0, m_texts[index][i]->layout.lineCount(),
                    spannedHeight(cell));
        }
        return strip;
    }

    void addCell(Strip &strip, const PlacedCell &cell, const std::shared_ptr<const SetText> &text,
                 int firstLine, int lineCount, int height) const {
        const int x = m_edges[static_cast<std::size_t>(cell.column)];
        strip.frames.push_back(QRect(x, 0, widthOf(cell), height));
        const int top = (height - lineCount * m_look.linePitch) / 2;
        strip.texts.push_back({text, firstLine, lineCount, {x + kCellPaddingX, top}});
    }

    /// A row that is higher than a page goes on over several pages.
    void appendSlices(std::vector<Strip> &strips, int row, int room) const {
        const auto index = static_cast<std::size_t>(row);
        const int linesEach = std::max(1, (room - 2 * kCellPaddingY) / m_look.linePitch);
        int lines = 0;
        for (const auto &text : m_texts[index])
            lines = std::max(lines, text->layout.lineCount());
        for (int first = 0; first < lines; first += linesEach) {
            const int height = neededHeight(std::min(linesEach, lines - first));
            Strip strip{.height = height};
            for (std::size_t i = 0; i < m_texts[index].size(); ++i) {
                const int left = m_texts[index][i]->layout.lineCount() - first;
                addCell(strip, m_grid.rows[index][i], m_texts[index][i], first,
                        std::clamp(left, 0, linesEach), height);
            }
            strips.push_back(std::move(strip));
        }
    }

    const Table &m_table;
    TableGrid m_grid;
    TableLook m_look;
    int m_rowCount;
    std::vector<int> m_edges;
    std::vector<std::vector<std::shared_ptr<const SetText>>> m_texts; ///< as m_grid.rows
    std::vector<int> m_heights;
};

} // namespace

TableStrips stripsOf(const Table &table, const TextSetter &setter) {
    if (table.widths.empty() || table.rows.empty())
        return {};
    return TableSetter(table, setter).strips();
}

} // namespace yipi::reports
