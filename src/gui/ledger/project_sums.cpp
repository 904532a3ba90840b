// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/project_sums.h"

namespace yipi::gui {

namespace {

constexpr std::uint32_t kNoPlace = ~0U;

std::vector<std::uint32_t> placesOf(const indicators::Facts &facts, const std::vector<qint64> &ids) {
    std::vector<std::uint32_t> places;
    places.reserve(ids.size());
    for (const qint64 id : ids) {
        const auto it = facts.projectIndex.find(id);
        places.push_back(it == facts.projectIndex.end() ? kNoPlace : it->second);
    }
    return places;
}

void add(FieldSum &sum, const Value &value, int sign) {
    if (isEmpty(value))
        return;
    sum.value += Int128(sign) * std::get<qint64>(value);
    sum.count += sign;
}

} // namespace

bool canBeSummed(const FieldInfo &field) {
    const bool isNumber = field.type == FieldType::Money || field.type == FieldType::Integer ||
                          field.type == FieldType::Quantity;
    return isNumber && !field.unit.contains(u'%') && !field.unit.contains(u'％') &&
           !field.unit.contains(u'‰');
}

QString sumText(const FieldInfo &field, const FieldSum &sum, MoneyUnit unit) {
    if (sum.count == 0)
        return {};
    switch (field.type) {
    case FieldType::Money:
        return fixedPoint(sum.value, yuanPer(unit), 2, Rounding::HalfUp);
    case FieldType::Quantity:
        return fixedPoint(sum.value, 100, 2, Rounding::HalfUp);
    default:
        return fixedPoint(sum.value, 1, 0, Rounding::HalfUp);
    }
}

void ProjectSums::reset(const std::vector<qint64> &ids, const std::vector<ProjectGroup> &groups) {
    m_ids = &ids;
    m_groups = &groups;
    m_places.clear();
    m_sums.clear();
}

const FieldSum *ProjectSums::sum(int field, int group) const {
    auto it = m_sums.find(field);
    if (it == m_sums.end())
        it = m_sums.emplace(field, made(field)).first;
    const Sums &sums = it->second;
    return sums.empty() ? nullptr : group < 0 ? &sums.back() : &sums[std::size_t(group)];
}

ProjectSums::Sums ProjectSums::made(int field) const {
    const indicators::Facts &facts = m_ledger.facts();
    const auto column = m_ids && facts.stored ? facts.stored->column(field) : nullptr;
    if (!column || column->numbers.size() != facts.projects.size())
        return {};
    if (m_places.empty())
        m_places = placesOf(facts, *m_ids);
    const auto range = [&](int first, int end) {
        FieldSum sum;
        for (int item = first; item < end; ++item) {
            const std::uint32_t place = m_places[std::size_t(item)];
            const qint64 number =
                place == kNoPlace ? indicators::StoredColumn::kEmpty : column->numbers[place];
            if (number == indicators::StoredColumn::kEmpty)
                continue;
            sum.value += number;
            ++sum.count;
        }
        return sum;
    };
    Sums sums;
    for (const ProjectGroup &group : *m_groups)
        sums.push_back(range(group.first, group.end));
    sums.push_back(range(0, int(m_places.size())));
    return sums;
}

void ProjectSums::follow(int item, const FieldDelta &delta) {
    const auto it = m_sums.find(delta.field);
    if (it == m_sums.end() || it->second.empty())
        return;
    const auto carryInto = [&](FieldSum &sum) {
        add(sum, delta.before, -1);
        add(sum, delta.after, 1);
    };
    for (std::size_t group = 0; group < m_groups->size(); ++group)
        if ((*m_groups)[group].contains(item))
            carryInto(it->second[group]);
    carryInto(it->second.back());
}

} // namespace yipi::gui
