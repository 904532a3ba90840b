// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_groups.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace yipi::gui {

namespace {

using Members = std::array<std::uint32_t, ProjectGroups::kMostKeys>;

/// What each project has in the fields, made so that empty ones (0) come last.
std::vector<Members> membersOf(const indicators::Facts &facts,
                               const std::vector<services::FieldValues> &values,
                               const std::vector<qint64> &ids) {
    std::vector<Members> members(ids.size(), Members{});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto place = facts.projectIndex.find(ids[i]);
        for (std::size_t key = 0; key < values.size(); ++key)
            members[i][key] =
                (place == facts.projectIndex.end() ? 0 : values[key].members[place->second]) - 1;
    }
    return members;
}

QString titleOf(const services::FieldValues &values, std::uint32_t member) {
    return qsizetype(member) < values.titles.size() ? values.titles[qsizetype(member)]
                                                    : QCoreApplication::translate("LedgerTableModel", "未填");
}

} // namespace

Result<void> ProjectGroups::reset(const services::LedgerService &ledger, const std::vector<QString> &keys,
                                  QDate asOf, std::vector<qint64> &ids) {
    std::vector<services::FieldValues> values;
    for (std::size_t i = 0; i < std::min(keys.size(), kMostKeys); ++i) {
        auto read = ledger.fieldValues(keys[i], asOf);
        if (!read)
            return Failure(read.error());
        values.push_back(std::move(*read));
    }
    if (keys != m_keys)
        m_collapsed.clear();
    m_keys = keys;
    m_items = int(ids.size());
    m_groups.clear();
    if (values.empty()) {
        m_rows = {};
        return {};
    }
    const std::vector<Members> members = membersOf(ledger.facts(), values, ids);
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return members[a] < members[b]; });
    std::vector<qint64> orderedIds(ids.size());
    std::vector<Members> orderedMembers(ids.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        orderedIds[i] = ids[order[i]];
        orderedMembers[i] = members[order[i]];
    }
    ids = std::move(orderedIds);
    makeGroups(values, orderedMembers);
    makeRows();
    return {};
}

void ProjectGroups::makeGroups(const std::vector<services::FieldValues> &values,
                               const std::vector<Members> &members) {
    std::array<int, kMostKeys> open{-1, -1};
    for (int item = 0; item < m_items; ++item) {
        const Members &now = members[std::size_t(item)];
        bool isNew = item == 0;
        for (std::size_t level = 0; level < values.size(); ++level) {
            isNew = isNew || now[level] != members[std::size_t(item) - 1][level];
            if (isNew) {
                ProjectGroup group;
                group.title = titleOf(values[level], now[level]);
                group.path = level == 0 ? group.title
                                        : m_groups[std::size_t(open[0])].path + QChar(0x1f) + group.title;
                group.level = int(level);
                group.first = item;
                group.isExpanded = !m_collapsed.contains(group.path);
                open[level] = int(m_groups.size());
                m_groups.push_back(std::move(group));
            }
            m_groups[std::size_t(open[level])].end = item + 1;
        }
    }
}

void ProjectGroups::makeRows() {
    m_rows.clear();
    bool isOuterExpanded = true;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const ProjectGroup &group = m_groups[i];
        if (group.level == 0)
            isOuterExpanded = group.isExpanded;
        else if (!isOuterExpanded)
            continue;
        m_rows.push_back(-1 - int(i));
        const bool hasInner = i + 1 < m_groups.size() && m_groups[i + 1].level > group.level;
        if (!hasInner && group.isExpanded)
            for (int item = group.first; item < group.end; ++item)
                m_rows.push_back(item);
    }
}

int ProjectGroups::itemAt(int row) const {
    if (row < 0 || row >= rowCount())
        return -1;
    return isGrouped() ? std::max(-1, m_rows[std::size_t(row)]) : row;
}

int ProjectGroups::groupAt(int row) const {
    if (!isGrouped() || row < 0 || row >= rowCount())
        return -1;
    return std::max(-1, -1 - m_rows[std::size_t(row)]);
}

int ProjectGroups::rowOfItem(int item) const {
    if (!isGrouped() || item < 0)
        return item;
    const auto it = std::find(m_rows.begin(), m_rows.end(), item);
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int ProjectGroups::rowOfGroup(int group) const {
    const auto it = std::find(m_rows.begin(), m_rows.end(), -1 - group);
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int ProjectGroups::rowsBelow(int group) const {
    const ProjectGroup &outer = m_groups[std::size_t(group)];
    int inner = 0, rows = 0;
    for (auto i = std::size_t(group) + 1; i < m_groups.size() && m_groups[i].level > outer.level; ++i) {
        ++inner;
        rows += m_groups[i].isExpanded ? m_groups[i].count() : 0;
    }
    return inner > 0 ? inner + rows : outer.count();
}

void ProjectGroups::setExpanded(int group, bool expanded) {
    ProjectGroup &changed = m_groups[std::size_t(group)];
    changed.isExpanded = expanded;
    expanded ? void(m_collapsed.erase(changed.path)) : void(m_collapsed.insert(changed.path));
    makeRows();
}

void ProjectGroups::setAllExpanded(bool expanded) {
    m_collapsed.clear();
    for (ProjectGroup &group : m_groups) {
        group.isExpanded = expanded;
        if (!expanded)
            m_collapsed.insert(group.path);
    }
    makeRows();
}

} // namespace yipi::gui
