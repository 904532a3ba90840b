// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/facts.h"

#include <atomic>
#include <numeric>

namespace yipi::indicators {

void Facts::renew() {
    static std::atomic<std::uint64_t> last = 0;
    generation = ++last;
    changed.clear();
}

void Facts::indexEntries() {
    renew();
    // Counting sort: entries keep their order within a project.
    entryBegin.assign(projects.size() + 1, 0);
    for (const EntryFact &entry : entries)
        ++entryBegin[entry.project + 1];
    std::partial_sum(entryBegin.begin(), entryBegin.end(), entryBegin.begin());
    entriesByProject.resize(entries.size());
    std::vector<std::uint32_t> next(entryBegin.begin(), entryBegin.end() - 1);
    for (std::size_t i = 0; i < entries.size(); ++i)
        entriesByProject[next[entries[i].project]++] = static_cast<std::uint32_t>(i);
}

} // namespace yipi::indicators
