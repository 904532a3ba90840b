// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <array>
#include <set>

namespace yipi::gui {

/// A group of the grid: a range of its projects under one row with their sums.
struct ProjectGroup {
    QString title;
    QString path; ///< the titles from the outer group on; tells groups of two queries apart
    int level = 0;
    int first = 0, end = 0; ///< projects, by place in the order of the grid
    bool isExpanded = true;

    int count() const { return end - first; }
    bool contains(int item) const { return item >= first && item < end; }
};

/// The rows of the grid as a flat list of groups and projects. Without groups every project is a row. What
/// was collapsed stays so when the same groups are made anew.
class ProjectGroups {
public:
    static constexpr std::size_t kMostKeys = 2;

    /// Brings `ids` into the order of the groups; inside a group they stay in theirs. `keys` are of fields or
    /// "stage"; groups go by the dictionary, 未填 last. Errors: those of reading, which change nothing.
    Result<void> reset(const services::LedgerService &ledger, const std::vector<QString> &keys, QDate asOf,
                       std::vector<qint64> &ids);

    int rowCount() const { return isGrouped() ? int(m_rows.size()) : m_items; }
    bool isGrouped() const { return !m_groups.empty(); }
    const std::vector<ProjectGroup> &groups() const { return m_groups; }
    /// The project of a row, by place in the order; −1 = none.
    int itemAt(int row) const;
    /// The group whose head a row is; −1 = none.
    int groupAt(int row) const;
    /// −1 when its group is collapsed.
    int rowOfItem(int item) const;
    /// −1 when its outer group is collapsed.
    int rowOfGroup(int group) const;
    /// How many rows come and go with the group's content.
    int rowsBelow(int group) const;
    void setExpanded(int group, bool expanded);
    void setAllExpanded(bool expanded);

private:
    void makeGroups(const std::vector<services::FieldValues> &values,
                    const std::vector<std::array<std::uint32_t, kMostKeys>> &members);
    void makeRows();

    int m_items = 0;
    std::vector<QString> m_keys;
    std::vector<ProjectGroup> m_groups; ///< an inner one behind its outer one
    std::vector<int> m_rows;            ///< a project, or −1 − a group; empty without groups
    std::set<QString> m_collapsed;      ///< paths
};

} // namespace yipi::gui
