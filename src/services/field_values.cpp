// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/field_values.h"

#include "domain/project.h"
#include "indicators/stage_fact.h"
#include "services/ledger_state.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace yipi::services {

using indicators::Facts;
using indicators::ProjectFact;

namespace {

template <class Member>
std::vector<std::uint32_t> membersOf(const Facts &facts, Member member) {
    std::vector<std::uint32_t> members;
    members.reserve(facts.projects.size());
    for (const ProjectFact &project : facts.projects)
        members.push_back(std::uint32_t(member(project)));
    return members;
}

template <class E>
QStringList titlesOf() {
    QStringList titles;
    for (const Choice &choice : choicesOf<E>())
        titles << choice.title;
    return titles;
}

/// Numbers values as they come, then by the order of their titles.
class Numbering {
public:
    std::uint32_t of(const QString &title) {
        if (title.isEmpty())
            return 0;
        const auto it = m_numbers.constFind(title);
        if (it != m_numbers.constEnd())
            return *it;
        m_titles << title;
        m_numbers.insert(title, std::uint32_t(m_titles.size()));
        return std::uint32_t(m_titles.size());
    }
    FieldValues ordered(std::vector<std::uint32_t> members) const {
        QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
        collator.setNumericMode(true);
        std::vector<std::uint32_t> order(std::size_t(m_titles.size()));
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return collator.compare(m_titles[a], m_titles[b]) < 0;
        });
        std::vector<std::uint32_t> place(order.size() + 1, 0);
        FieldValues values;
        for (const std::uint32_t number : order) {
            values.titles << m_titles[number];
            place[number + 1] = std::uint32_t(values.titles.size());
        }
        for (std::uint32_t &member : members)
            member = place[member];
        values.members = std::move(members);
        return values;
    }

private:
    QStringList m_titles;
    QHash<QString, std::uint32_t> m_numbers;
};

template <class E, class Title>
QStringList named(const std::vector<E> &list, Title title) {
    QStringList titles;
    for (const E &one : list)
        titles << title(one);
    return titles;
}

} // namespace

Result<FieldValues> LedgerService::fieldValues(const QString &key, QDate asOf) const {
    const Facts &facts = d->facts;
    if (key == u"stage")
        return FieldValues{titlesOf<Stage>(),
                           membersOf(facts, [day = indicators::dayOf(asOf)](const auto &p) {
                               return int(indicators::stageAt(p, day)) + 1;
                           })};
    if (key == u"zone")
        return FieldValues{
            named(facts.zones, [&](const Zone &zone) { return referenceText(EntityKind::Zone, zone.id); }),
            membersOf(facts, [](const auto &p) { return p.zone + 1; })};
    if (key == u"chain")
        return FieldValues{named(facts.chains, [](const auto &chain) { return chain.name; }),
                           membersOf(facts, [](const auto &p) { return p.chain + 1; })};
    const int field = d->columns->indexOf(key);
    if (field < 0)
        return fail(ErrorCode::Usage, QStringLiteral("没有字段“%1”").arg(key));
    if (const auto place = std::size_t(field) - entity<Project>().fields.size();
        place < facts.customColumns.size()) // as written: the columns for conditions are in lower case
        return customValuesOf(facts.customColumns[place]);
    const auto column = d->columns->read(field);
    if (!column)
        return Failure(column.error());
    return valuesOf(d->columns->info(field), **column);
}

FieldValues LedgerService::customValuesOf(const indicators::CustomColumn &column) const {
    Numbering numbering;
    std::vector<std::uint32_t> members;
    members.reserve(d->facts.projects.size());
    std::unordered_map<qint64, std::uint32_t> known;
    for (std::uint32_t project = 0; project < d->facts.projects.size(); ++project) {
        const qint64 number = column.number(project);
        const auto [it, isNew] = known.try_emplace(number, 0);
        if (isNew && number != indicators::CustomColumn::kEmpty)
            it->second = numbering.of(text(column.info(), column.value(project)));
        members.push_back(it->second);
    }
    return numbering.ordered(std::move(members));
}

FieldValues LedgerService::valuesOf(const FieldInfo &field, const indicators::StoredColumn &column) const {
    Numbering numbering;
    std::vector<std::uint32_t> members;
    members.reserve(std::max(column.numbers.size(), column.ends.size()));
    std::unordered_map<qint64, std::uint32_t> known;
    for (const qint64 number : column.numbers) {
        const auto [it, isNew] = known.try_emplace(number, 0);
        if (isNew && number != indicators::StoredColumn::kEmpty)
            it->second = numbering.of(text(field, Value(number)));
        members.push_back(it->second);
    }
    for (std::size_t i = 0; i < column.ends.size(); ++i) {
        const std::string_view stored = column.text(i);
        const QString value = QString::fromUtf8(stored.data(), qsizetype(stored.size()));
        members.push_back(value.isEmpty() ? 0 : numbering.of(text(field, Value(value))));
    }
    return numbering.ordered(std::move(members));
}

} // namespace yipi::services
