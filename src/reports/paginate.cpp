// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/strip.h"

namespace yipi::reports {

namespace {

int heightOf(const std::vector<Strip> &strips) {
    int height = 0;
    for (const Strip &strip : strips)
        height += strip.height;
    return height;
}

} // namespace

std::vector<PageStrips> paginate(const std::vector<Strip> &strips,
                                 const std::vector<std::vector<Strip>> &headers, int height) {
    std::vector<PageStrips> pages;
    std::size_t next = 0;
    while (next < strips.size()) {
        PageStrips page;
        int y = 0;
        if (const int table = strips[next].table; table >= 0 && next > 0 && strips[next - 1].table == table) {
            const auto &header = headers[static_cast<std::size_t>(table)];
            if (heightOf(header) + strips[next].height <= height)
                for (const Strip &strip : header) {
                    page.push_back({&strip, y});
                    y += strip.height;
                }
        }

        const std::size_t first = next;
        const std::size_t repeated = page.size();
        for (; next < strips.size(); ++next) {
            const Strip &strip = strips[next];
            const int top = y + (page.empty() ? 0 : strip.spaceBefore);
            const bool isFirst = next == first;
            if (!isFirst && (strip.beginsPage || top + strip.height > height))
                break;
            page.push_back({&strip, top});
            y = top + strip.height;
        }
        if (next < strips.size() && !strips[next].beginsPage) {
            std::size_t end = next;
            while (end > first && !strips[end - 1].canBreakAfter)
                --end;
            if (end > first) {
                page.resize(repeated + (end - first));
                next = end;
            }
        }
        pages.push_back(std::move(page));
    }
    if (pages.empty())
        pages.emplace_back();
    return pages;
}

} // namespace yipi::reports
