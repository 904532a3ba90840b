// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/project_order.h"

#include "indicators/stage_fact.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace yipi::services {

using indicators::ProjectFact;
using indicators::StoredColumn;

namespace {

using Ranks = std::vector<std::uint32_t>;

/// Places of the texts in the order of a Chinese dictionary, numbers in them by their size; 1 is the first.
std::vector<std::uint32_t> collated(const std::vector<QString> &texts) {
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(texts.size());
    for (const QString &text : texts)
        keys.push_back(collator.sortKey(text));
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<std::uint32_t> place(texts.size());
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || keys[order[i - 1]].compare(keys[order[i]]) != 0)
            ++last;
        place[order[i]] = last;
    }
    return place;
}

Ranks numberRanks(const std::vector<qint64> &numbers) {
    std::vector<qint64> known = numbers;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    const std::uint32_t first = !known.empty() && known.front() == StoredColumn::kEmpty ? 0 : 1;
    Ranks ranks;
    ranks.reserve(numbers.size());
    for (const qint64 number : numbers)
        ranks.push_back(first +
                        std::uint32_t(std::lower_bound(known.begin(), known.end(), number) - known.begin()));
    return ranks;
}

Ranks textRanks(const StoredColumn &column, bool isCollated) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::string_view> known;
    Ranks ranks;
    ranks.reserve(column.ends.size());
    for (std::size_t i = 0; i < column.ends.size(); ++i) {
        const std::string_view text = column.text(i);
        if (text.empty()) {
            ranks.push_back(0);
            continue;
        }
        const auto [it, isNew] = numbers.try_emplace(text, std::uint32_t(known.size()) + 1);
        if (isNew)
            known.push_back(text);
        ranks.push_back(it->second);
    }
    std::vector<std::uint32_t> places(known.size());
    if (isCollated) {
        std::vector<QString> texts;
        texts.reserve(known.size());
        for (const std::string_view text : known)
            texts.push_back(QString::fromUtf8(text.data(), qsizetype(text.size())));
        places = collated(texts);
    } else {
        std::vector<std::uint32_t> order(known.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return known[a] < known[b]; });
        for (std::size_t i = 0; i < order.size(); ++i)
            places[order[i]] = std::uint32_t(i) + 1;
    }
    for (std::uint32_t &rank : ranks)
        if (rank > 0)
            rank = places[rank - 1];
    return ranks;
}

template <class Rank>
Ranks factRanks(const std::vector<ProjectFact> &projects, Rank rank) {
    Ranks ranks;
    ranks.reserve(projects.size());
    for (const ProjectFact &project : projects)
        ranks.push_back(std::uint32_t(rank(project)));
    return ranks;
}

} // namespace

std::vector<std::uint32_t> ProjectOrder::officeOrder() const {
    std::vector<std::uint32_t> index(m_facts.projects.size());
    std::iota(index.begin(), index.end(), 0U);
    // The code leads the search text.
    const auto code = [&](std::uint32_t i) {
        const std::size_t begin = i == 0 ? 0 : m_facts.searchEnd[i - 1];
        const std::string_view all(m_facts.searchText);
        return all.substr(begin, all.find('\n', begin) - begin);
    };
    std::sort(index.begin(), index.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto zoneOf = [&](std::uint32_t i) { return std::uint32_t(m_facts.projects[i].zone); };
        if (zoneOf(a) != zoneOf(b))
            return zoneOf(a) < zoneOf(b);
        const int compared = code(a).compare(code(b));
        return compared != 0 ? compared < 0 : a < b;
    });
    return index;
}

Ranks ProjectOrder::enterpriseRanks(const std::vector<qint64> &ids) const {
    std::vector<qint64> known = ids;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::erase(known, StoredColumn::kEmpty);
    std::vector<QString> names;
    for (const qint64 id : known)
        names.push_back(m_enterpriseNames.value(id));
    const std::vector<std::uint32_t> places = collated(names);
    Ranks ranks;
    ranks.reserve(ids.size());
    for (const qint64 id : ids) {
        const auto it = std::lower_bound(known.begin(), known.end(), id);
        const bool isKnown = it != known.end() && *it == id;
        ranks.push_back(isKnown ? places[std::size_t(it - known.begin())] : 0);
    }
    return ranks;
}

Result<Ranks> ProjectOrder::ranks(const QString &key) const {
    // As the dictionaries are ordered, not by their names.
    if (key == u"stage")
        return factRanks(m_facts.projects, [day = indicators::dayOf(m_asOf)](const ProjectFact &p) {
            return int(indicators::stageAt(p, day)) + 1;
        });
    if (key == u"zone")
        return factRanks(m_facts.projects, [](const ProjectFact &p) { return p.zone + 1; });
    if (key == u"chain")
        return factRanks(m_facts.projects, [](const ProjectFact &p) { return p.chain + 1; });
    const int field = m_columns.indexOf(key);
    if (field < 0)
        return fail(ErrorCode::Usage, QStringLiteral("不能按“%1”排序").arg(key));
    auto column = m_columns.read(field);
    if (!column)
        return Failure(std::move(column).error());
    const FieldInfo &described = m_columns.info(field);
    if (described.type == FieldType::Reference)
        return enterpriseRanks((*column)->numbers);
    if (!(*column)->numbers.empty())
        return numberRanks((*column)->numbers);
    return textRanks(**column, described.type != FieldType::Date);
}

Result<std::vector<qint64>> ProjectOrder::ids(const std::vector<SortKey> &keys) const {
    std::vector<std::uint32_t> index = officeOrder();
    // The last key first: a stable sort keeps what the later ones said among equals.
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const auto ranked = ranks(key->key);
        if (!ranked)
            return Failure(ranked.error());
        const Ranks &rank = *ranked;
        const bool isDescending = key->order == Qt::DescendingOrder;
        // Empty ones (0) wrap around to the end when one is taken off.
        std::stable_sort(index.begin(), index.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (isDescending && rank[a] != 0 && rank[b] != 0)
                return rank[a] > rank[b];
            return rank[a] - 1U < rank[b] - 1U;
        });
    }
    std::vector<qint64> ids;
    ids.reserve(index.size());
    for (const std::uint32_t i : index)
        ids.push_back(m_facts.projects[i].id);
    return ids;
}

} // namespace yipi::services
