// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/strip.h"

using namespace yipi::reports;

namespace {

Strip strip(int height, bool canBreakAfter = true) {
    Strip result;
    result.height = height;
    result.canBreakAfter = canBreakAfter;
    return result;
}

Strip row(int height) {
    Strip result = strip(height);
    result.table = 0;
    return result;
}

/// Tops of the strips, page by page: "0 10|0".
std::string tops(const std::vector<Strip> &strips, int height,
                 const std::vector<std::vector<Strip>> &headers = {}) {
    std::string text;
    for (const PageStrips &page : paginate(strips, headers, height)) {
        if (!text.empty())
            text += '|';
        for (const PlacedStrip &placed : page)
            text += (text.empty() || text.back() == '|' ? "" : " ") + std::to_string(placed.y);
    }
    return text;
}

} // namespace

TEST(Paginate, FillsPages) {
    EXPECT_EQ(tops({strip(10), strip(10), strip(10), strip(10)}, 30), "0 10 20|0");
    EXPECT_EQ(tops({strip(10), strip(10), strip(10)}, 30), "0 10 20");
}

TEST(Paginate, NothingIsOneEmptyPage) {
    EXPECT_EQ(paginate({}, {}, 30).size(), 1u);
}

TEST(Paginate, GoesBackToTheLastPlaceThatAllowsABreak) {
    EXPECT_EQ(tops({strip(10), strip(10, false), strip(10, false), strip(10)}, 30), "0|0 10 20");
}

TEST(Paginate, CutsWhereNoBreakIsAllowed) {
    EXPECT_EQ(tops({strip(10, false), strip(10, false), strip(10, false), strip(10)}, 30), "0 10 20|0");
}

TEST(Paginate, AStripHigherThanThePageStandsAlone) {
    EXPECT_EQ(tops({strip(10), strip(99), strip(10)}, 30), "0|0|0");
}

TEST(Paginate, DropsSpaceAtTheTop) {
    Strip spaced = strip(10);
    spaced.spaceBefore = 5;
    EXPECT_EQ(tops({spaced, spaced, spaced}, 25), "0 15|0");
}

TEST(Paginate, ForcedBreak) {
    Strip first = strip(10);
    first.beginsPage = true;
    EXPECT_EQ(tops({strip(10, false), first, strip(10)}, 30), "0|0 10");
    EXPECT_EQ(tops({first, strip(10)}, 30), "0 10"); // no empty page before it
}

TEST(Paginate, RepeatsTheTablesHeader) {
    const std::vector<Strip> header{strip(5, false)};
    EXPECT_EQ(tops({header[0], row(10), row(10), row(10), row(10)}, 30, {header}), "0 5 15|0 5 15");
    // A header that leaves no room for the row is not repeated.
    EXPECT_EQ(tops({header[0], row(10), row(28)}, 30, {header}), "0 5|0");
}
