// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/official_page.h"
#include "reports/table_grid.h"
#include "reports/typed_number.h"

#include <numeric>

using namespace yipi::reports;

namespace {

TableCell cell(const char *text, int columnSpan = 1, int rowSpan = 1) {
    return {{{QString::fromUtf8(text), std::nullopt}}, Qt::AlignCenter, columnSpan, rowSpan};
}

TableCell figureCell(const char *text) {
    return {{{QString::fromUtf8(text), FigureRef{}}}, Qt::AlignRight, 1, 1};
}

} // namespace

TEST(TableGrid, FindsTheOwnersOfCoveredPlaces) {
    Table table;
    table.widths = {1, 1, 1};
    table.rows = {{cell("a", 1, 2), cell("b", 2)}, {cell("c"), cell("d")}};
    const TableGrid grid = gridOf(table);
    EXPECT_EQ(grid.at(1, 0).cell->text(), QStringLiteral("a"));
    EXPECT_EQ(grid.at(0, 2).cell->text(), QStringLiteral("b"));
    EXPECT_EQ(grid.at(1, 1).cell->text(), QStringLiteral("c"));
    EXPECT_EQ(grid.at(1, 2).cell->text(), QStringLiteral("d"));
}

TEST(TableGrid, EvensOutTooFewTooManyAndTooWideCells) {
    Table table;
    table.widths = {1, 1};
    table.rows = {{cell("a", 9, 9)}, {cell("lost")}};
    const TableGrid wide = gridOf(table);
    EXPECT_EQ(wide.at(1, 1).cell->text(), QStringLiteral("a"));
    EXPECT_TRUE(wide.rows[1].empty());
    table.rows = {{cell("a")}, {}};
    const TableGrid few = gridOf(table);
    EXPECT_EQ(few.at(0, 1).cell, nullptr);
    EXPECT_EQ(few.at(1, 0).cell, nullptr);
}

TEST(TableGrid, WidthsAddUpExactly) {
    Table table;
    table.widths = {1, 1, 1, 0.5, 7.3, 1};
    const std::vector<int> widths = columnWidths(table, page::kTextWidth);
    EXPECT_EQ(std::accumulate(widths.begin(), widths.end(), 0), page::kTextWidth);
    EXPECT_EQ(widths[0], widths[5]);
}

TEST(TypedNumber, ReadsWhatIsPrinted) {
    EXPECT_DOUBLE_EQ(typedNumber(figureCell("262.16"))->value, 262.16);
    EXPECT_EQ(typedNumber(figureCell("262.16"))->format, QStringLiteral("0.00"));
    EXPECT_DOUBLE_EQ(typedNumber(figureCell("78.87%"))->value, 0.7887);
    EXPECT_EQ(typedNumber(figureCell("78.87%"))->format, QStringLiteral("0.00%"));
    EXPECT_EQ(typedNumber(figureCell("111个"))->format, QStringLiteral("0\"个\""));
    EXPECT_DOUBLE_EQ(typedNumber(figureCell("-3"))->value, -3);
}

TEST(TypedNumber, LeavesTextAlone) {
    EXPECT_FALSE(typedNumber(cell("262.16")));
    EXPECT_FALSE(typedNumber(figureCell("—")));
    EXPECT_FALSE(typedNumber(figureCell("=1+1")));
    EXPECT_FALSE(typedNumber(figureCell("六次")));
    EXPECT_FALSE(typedNumber(TableCell{}));
}
