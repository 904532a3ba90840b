// SPDX-License-Identifier: GPL-3.0-or-later
// Which records of a kind there are, in an order or with a text; the records themselves stay in the file.
#include "domain/text_parsing.h"
#include "services/ledger_state.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace yipi::services {

using storage::RowView;

namespace {

constexpr qint64 kNoPlace = std::numeric_limits<qint64>::max();

template <class List>
std::vector<qint64> idsOf(const List &list) {
    std::vector<qint64> ids;
    for (const auto &e : list)
        ids.push_back(e.id);
    return ids;
}

/// Place of what a cell of a choice or a reference holds among all that it could hold; kNoPlace = 未填.
using PlaceOf = std::function<qint64(const RowView &)>;

PlaceOf placeOfChoice(const FieldInfo &field) {
    std::unordered_map<std::string, qint64> places;
    for (const Choice &choice : field.choices)
        places.emplace(choice.key.toStdString(), qint64(places.size()));
    return [places = std::move(places)](const RowView &row) {
        const auto found = places.find(std::string(row.text(0)));
        return found == places.end() ? kNoPlace : found->second;
    };
}

PlaceOf placeOfReference(const std::vector<qint64> &listed) {
    std::unordered_map<qint64, qint64> places;
    places.reserve(listed.size());
    for (const qint64 id : listed)
        places.emplace(id, qint64(places.size()));
    return [places = std::move(places)](const RowView &row) {
        const auto found = places.find(row.integer(0));
        return found == places.end() ? kNoPlace : found->second;
    };
}

Result<std::vector<qint64>> sortedByPlace(const storage::LedgerStore &store, EntityKind kind, int field,
                                          Qt::SortOrder order, const PlaceOf &placeOf) {
    std::vector<std::pair<qint64, qint64>> rows;
    const auto read =
        store.scan(kind, {field}, [&](const RowView &row) { rows.emplace_back(placeOf(row), row.id()); });
    if (!read)
        return Failure(read.error());
    const auto filledEnd = std::stable_partition(rows.begin(), rows.end(),
                                                 [](const auto &row) { return row.first != kNoPlace; });
    std::stable_sort(rows.begin(), filledEnd, [order](const auto &a, const auto &b) {
        return order == Qt::AscendingOrder ? a.first < b.first : a.first > b.first;
    });
    std::vector<qint64> ids;
    ids.reserve(rows.size());
    for (const auto &[place, id] : rows)
        ids.push_back(id);
    return ids;
}

Result<std::vector<qint64>> idsById(const storage::LedgerStore &store, EntityKind kind) {
    std::vector<qint64> ids;
    const auto read = store.scan(kind, {}, [&](const RowView &row) { ids.push_back(row.id()); });
    if (!read)
        return Failure(read.error());
    return ids;
}

/// Whether the cells of one field show a text.
using CellTest = std::function<bool(const RowView &, int column)>;

/// Letters of ASCII only: Chinese has no case, and this runs over every cell of a kind.
std::string lowered(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return lower;
}

CellTest testOfText(const QString &wanted) {
    return [needle = lowered(wanted.toStdString())](const RowView &row, int column) {
        return lowered(row.text(column)).find(needle) != std::string::npos;
    };
}

CellTest testOfChoice(const FieldInfo &field, const QString &wanted) {
    std::unordered_set<std::string> keys;
    for (const Choice &choice : field.choices)
        if (choice.title.contains(wanted, Qt::CaseInsensitive))
            keys.insert(choice.key.toStdString());
    return [keys = std::move(keys)](const RowView &row, int column) {
        return !keys.empty() && keys.contains(std::string(row.text(column)));
    };
}

CellTest testOfNumber(const FieldInfo &field, const QString &wanted) {
    return [&field, wanted](const RowView &row, int column) {
        return !row.isNull(column) &&
               displayText(field, Value(row.integer(column)), field.moneyUnit).contains(wanted);
    };
}

/// Asks for each referenced record once.
CellTest testOfReference(std::function<bool(qint64)> shows) {
    auto known = std::make_shared<std::unordered_map<qint64, bool>>();
    return [shows = std::move(shows), known](const RowView &row, int column) {
        const qint64 id = row.integer(column);
        if (id == 0)
            return false;
        const auto found = known->find(id);
        return found != known->end() ? found->second : known->emplace(id, shows(id)).first->second;
    };
}

} // namespace

Result<std::vector<qint64>> LedgerService::recordIds(EntityKind kind, int field, Qt::SortOrder order) const {
    if (kind == EntityKind::Project) {
        std::vector<SortKey> keys;
        if (field >= 0)
            keys.push_back({fields(kind)[std::size_t(field)].key, order});
        auto ids = d->ordered(keys, {});
        return ids ? Result<std::vector<qint64>>(**ids) : Failure(std::move(ids).error());
    }
    if (field < 0) {
        if (kind == EntityKind::Zone)
            return idsOf(d->facts.zones);
        if (kind == EntityKind::Campaign)
            return idsOf(d->facts.campaigns);
        const int byOffice = entityInfo(kind).indexOf(QStringLiteral("sort_order"));
        return byOffice < 0 ? idsById(*d->store, kind) : d->store->sortedIds(kind, byOffice, order);
    }
    const FieldInfo &sorted = entityInfo(kind).fields[std::size_t(field)];
    if (sorted.type == FieldType::Choice)
        return sortedByPlace(*d->store, kind, field, order, placeOfChoice(sorted));
    if (sorted.type != FieldType::Reference || sorted.target == EntityKind::Enterprise)
        return d->store->sortedIds(kind, field, order);
    auto listed = recordIds(sorted.target);
    if (!listed)
        return listed;
    return sortedByPlace(*d->store, kind, field, order, placeOfReference(*listed));
}

Result<std::vector<qint64>> LedgerService::recordsContaining(EntityKind kind, const QString &text) const {
    const QString wanted = text.trimmed();
    std::vector<int> fields;
    std::vector<CellTest> tests;
    const auto &all = entityInfo(kind).fields;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const FieldInfo &field = all[i];
        if (field.isInternal || field.type == FieldType::Flag)
            continue;
        fields.push_back(int(i));
        if (field.type == FieldType::Choice) {
            tests.push_back(testOfChoice(field, wanted));
        } else if (field.type == FieldType::Reference && field.target == EntityKind::Project) {
            ProjectFilter filter; // their names are in memory
            filter.text = wanted;
            auto ids = projectIds(filter, {});
            if (!ids)
                return ids;
            tests.push_back(testOfReference([named = std::unordered_set<qint64>(ids->begin(), ids->end())](
                                                qint64 id) { return named.contains(id); }));
        } else if (field.type == FieldType::Reference) {
            tests.push_back(testOfReference([this, target = field.target, wanted](qint64 id) {
                return referenceText(target, id).contains(wanted, Qt::CaseInsensitive);
            }));
        } else if (field.type == FieldType::Text || field.type == FieldType::LongText ||
                   field.type == FieldType::Date) {
            tests.push_back(testOfText(wanted));
        } else {
            tests.push_back(testOfNumber(field, wanted));
        }
    }
    std::vector<qint64> ids;
    const auto read = d->store->scan(kind, fields, [&](const RowView &row) {
        for (std::size_t i = 0; i < tests.size(); ++i)
            if (tests[i](row, int(i))) {
                ids.push_back(row.id());
                return;
            }
    });
    if (!read)
        return Failure(read.error());
    return ids;
}

} // namespace yipi::services
