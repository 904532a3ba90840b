// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/engine.h"
#include "indicators/population_rows.h"

namespace yipi::indicators {

/// Which group each row belongs to by one property; every row belongs to exactly one.
class Partition {
public:
    struct Group {
        QString key;
        qint64 id = 0;
    };

    Partition(const Facts &facts, GroupBy by);

    /// In the order of the answer.
    const std::vector<Group> &groups() const { return m_groups; }
    /// The group of each row.
    std::vector<std::uint32_t> groupsOf(const PopulationRows &rows) const;
    std::uint32_t groupOf(const PopulationRows &rows, std::size_t row) const;

private:
    const std::vector<std::int32_t> *column(const PopulationRows &rows) const;
    /// Of all rows alike.
    std::uint32_t sharedGroup(const PopulationRows &rows) const;
    std::uint32_t sizeClass(const PopulationRows &rows, std::size_t row) const;
    /// Members of a dictionary in `order` become groups; equal names share one when `merge` is set, unnamed
    /// ones go to the last group.
    void fill(std::size_t members, const std::vector<std::size_t> &order, bool merge,
              const std::function<Group(std::size_t)> &groupFor);
    void fillByZone(const std::function<QString(const Zone &)> &nameOf);
    void fillByHeldMonth();

    const Facts &m_facts;
    GroupBy m_by;
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_groupOfSource; ///< by index + 1; place 0 is for "none"
};

/// Groups by up to two properties at once: each pair is a group.
class Grouping {
public:
    Grouping(const Facts &facts, Cut by);

    std::size_t size() const { return m_first.groups().size() * m_second.groups().size(); }
    /// A group without figures.
    GroupResult blank(std::size_t group) const;
    std::vector<std::uint32_t> groupsOf(const PopulationRows &rows) const;
    std::uint32_t groupOf(const PopulationRows &rows, std::size_t row) const;

private:
    Partition m_first, m_second;
};

} // namespace yipi::indicators
