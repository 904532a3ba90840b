// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"

namespace yipi::indicators {

/// Which group each entry belongs to; every entry belongs to exactly one.
class Grouping {
public:
    struct Group {
        QString key;
        qint64 id = 0;
    };

    Grouping(const Facts &facts, GroupBy by);

    /// In the order of the answer.
    const std::vector<Group> &groups() const { return m_groups; }

    std::size_t groupOf(const EntryFact &entry, const ProjectFact &project) const {
        return m_groupOfSource[static_cast<std::size_t>(source(entry, project) + 1)];
    }

private:
    std::int32_t source(const EntryFact &entry, const ProjectFact &project) const {
        switch (m_by) {
        case GroupBy::City:
        case GroupBy::Zone:
            return project.zone;
        case GroupBy::Chain:
            return project.chain;
        case GroupBy::Industry:
            return project.industry;
        case GroupBy::Campaign:
        case GroupBy::Month:
            return entry.campaign;
        case GroupBy::None:
            break;
        }
        return -1;
    }
    /// Members of a dictionary in `order` become groups; equal names share one when `merge` is set, unnamed
    /// ones go to the last group.
    void fill(std::size_t members, const std::vector<std::size_t> &order, bool merge,
              const std::function<Group(std::size_t)> &groupFor);

    GroupBy m_by;
    std::vector<Group> m_groups;
    std::vector<std::size_t> m_groupOfSource; ///< by index + 1; place 0 is for "none"
};

} // namespace yipi::indicators
