// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/custom_columns.h"

#include "domain/project.h"
#include "indicators/expression/filter_field.h"
#include "services/fact_readers.h"

#include <algorithm>

namespace yipi::services {

using indicators::CustomColumn;
using indicators::Facts;
using storage::LedgerStore;
using storage::RowView;

namespace {

/// Which place of CustomValue holds what.
struct ValueFields {
    const EntityInfo &info = entityInfo(EntityKind::CustomValue);
    int project = info.indexOf(QStringLiteral("project"));
    int field = info.indexOf(QStringLiteral("field"));
    int value = info.indexOf(QStringLiteral("value"));
};

const ValueFields &valueFields() {
    static const ValueFields fields;
    return fields;
}

CustomColumn *columnOf(Facts &facts, qint64 fieldId) {
    const auto it = std::find_if(facts.customColumns.begin(), facts.customColumns.end(),
                                 [&](const CustomColumn &column) { return column.fieldId() == fieldId; });
    return it == facts.customColumns.end() ? nullptr : &*it;
}

void setValue(CustomColumn &column, std::uint32_t project, const QString &text) {
    column.set(project, customValue(column.info().type, text));
}

} // namespace

Result<void> loadCustomColumns(Facts &facts, const storage::RecordSource &source) {
    auto records = source.readAll(EntityKind::CustomField);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<CustomField> fields;
    for (const Record &record : *records)
        fields.push_back(fromRecord<CustomField>(record));
    std::stable_sort(fields.begin(), fields.end(), [](const CustomField &a, const CustomField &b) {
        return a.sortOrder.value_or(INT_MAX) < b.sortOrder.value_or(INT_MAX);
    });
    facts.customColumns.clear();
    for (const CustomField &field : fields)
        facts.customColumns.emplace_back(field);
    facts.filterFields =
        fields.empty() ? nullptr : std::make_shared<const indicators::FilterFields>(facts.customColumns);
    if (fields.empty())
        return {};
    const ValueFields &at = valueFields();
    return source.scan(EntityKind::CustomValue, {at.project, at.field, at.value}, [&](const RowView &row) {
        const std::string_view text = row.text(2);
        if (CustomColumn *column = columnOf(facts, row.integer(1)); column && !text.empty())
            setValue(*column, facts.projectIndex.at(row.integer(0)),
                     QString::fromUtf8(text.data(), qsizetype(text.size())));
    });
}

Result<void> patchCustomColumns(Facts &facts, const TouchedRecords &touched, const LedgerStore &store) {
    if (!touched.of(EntityKind::CustomField).empty()) {
        facts.renew();
        return loadCustomColumns(facts, store);
    }
    if (touched.of(EntityKind::CustomValue).empty())
        return {};
    const auto projects = touched.projectsOf(EntityKind::CustomValue, store);
    if (!projects)
        return Failure(projects.error());
    const ValueFields &at = valueFields();
    for (const qint64 id : *projects) {
        const auto place = facts.projectIndex.find(id);
        if (place == facts.projectIndex.end())
            continue;
        const auto values = store.find(EntityKind::CustomValue, at.project, Value(id));
        if (!values)
            return Failure(values.error());
        for (CustomColumn &column : facts.customColumns)
            column.set(place->second, {});
        for (const Record &record : *values) {
            const auto value = fromRecord<CustomValue>(record);
            if (CustomColumn *column = columnOf(facts, value.field.id))
                setValue(*column, place->second, value.value);
        }
        facts.changed.push_back(place->second);
    }
    return {};
}

EntityInfo describedProject(const Facts &facts) {
    EntityInfo info = entityInfo(EntityKind::Project);
    for (const CustomColumn &column : facts.customColumns)
        info.fields.push_back(column.info());
    return info;
}

void appendCustomValues(Record &project, const Facts &facts) {
    const auto place = facts.projectIndex.find(project.id);
    for (const CustomColumn &column : facts.customColumns)
        project.values.push_back(place == facts.projectIndex.end() ? Value() : column.value(place->second));
}

namespace {

using Kind = RecordChange::Kind;

/// The stored values that a set may overwrite, by project and field.
class StoredValues {
public:
    explicit StoredValues(const LedgerStore &store)
        : m_store(store) {}

    Result<void> read(const std::vector<qint64> &projects) {
        constexpr std::size_t kMostSingleReads = 1000; ///< above it one pass over all values is quicker
        if (projects.size() > kMostSingleReads)
            return add(m_store.readAll(EntityKind::CustomValue));
        for (const qint64 project : projects)
            if (auto done = add(m_store.find(EntityKind::CustomValue, valueFields().project, Value(project)));
                !done)
                return done;
        return {};
    }
    const CustomValue *find(qint64 project, qint64 field) const {
        const auto it = m_values.constFind({project, field});
        return it == m_values.constEnd() ? nullptr : &*it;
    }

private:
    Result<void> add(const Result<std::vector<Record>> &records) {
        if (!records)
            return Failure(records.error());
        for (const Record &record : *records) {
            auto value = fromRecord<CustomValue>(record);
            m_values.insert({value.project.id, value.field.id}, std::move(value));
        }
        return {};
    }

    const LedgerStore &m_store;
    QHash<std::pair<qint64, qint64>, CustomValue> m_values;
};

/// Takes the custom values out of project changes and collects the changes that write them.
class Splitter {
public:
    Splitter(const Facts &facts, const StoredValues &stored, qint64 lastTemporary)
        : m_facts(facts)
        , m_stored(stored)
        , m_lastTemporary(lastTemporary) {}

    void split(RecordChange &change) {
        const auto custom =
            std::stable_partition(change.values.begin(), change.values.end(), [](const auto &value) {
                return value.first < int(entity<Project>().fields.size());
            });
        if (custom == change.values.end())
            return;
        if (change.kind == Kind::Insert && change.id == 0)
            change.id = --m_lastTemporary;
        for (auto value = custom; value != change.values.end(); ++value)
            write(change, *value);
        change.values.erase(custom, change.values.end());
    }
    std::vector<RecordChange> take() { return std::move(m_changes); }

private:
    void write(const RecordChange &project, const std::pair<int, Value> &value) {
        const ValueFields &at = valueFields();
        const std::size_t column = std::size_t(value.first) - entity<Project>().fields.size();
        const qint64 field = m_facts.customColumns.at(column).fieldId();
        const QString text = customText(value.second);
        const Value stored = text.isEmpty() ? Value() : Value(text);
        const std::pair key(project.id, field);
        if (const auto pending = m_pending.constFind(key); pending != m_pending.constEnd()) {
            m_changes[*pending].values.back() = {at.value, stored}; // the set says it twice: the last counts
            return;
        }
        const CustomValue *before = m_stored.find(project.id, field);
        if (!before && text.isEmpty())
            return;
        RecordChange change{Kind::Update, EntityKind::CustomValue, 0, 0, {}};
        if (before) {
            change.id = before->id;
            change.baseVersion = before->version;
        } else {
            change.kind = Kind::Insert;
            change.values = {{at.project, project.id}, {at.field, field}};
        }
        change.values.emplace_back(at.value, stored);
        m_pending.insert(key, m_changes.size());
        m_changes.push_back(std::move(change));
    }

    const Facts &m_facts;
    const StoredValues &m_stored;
    qint64 m_lastTemporary;
    std::vector<RecordChange> m_changes;
    QHash<std::pair<qint64, qint64>, std::size_t> m_pending;
};

bool writesCustomValues(const RecordChange &change) {
    return change.entity == EntityKind::Project &&
           std::any_of(change.values.begin(), change.values.end(),
                       [](const auto &value) { return value.first >= int(entity<Project>().fields.size()); });
}

} // namespace

Result<void> splitCustomValues(ChangeSet &set, const Facts &facts, const LedgerStore &store) {
    std::vector<qint64> projects;
    qint64 lastTemporary = 0;
    bool isAny = false;
    for (const RecordChange &change : set.changes) {
        lastTemporary = std::min(lastTemporary, change.id);
        if (!writesCustomValues(change))
            continue;
        isAny = true;
        if (change.kind == Kind::Update)
            projects.push_back(change.id);
    }
    if (!isAny)
        return {};
    StoredValues stored(store);
    if (auto done = stored.read(projects); !done)
        return done;
    Splitter splitter(facts, stored, lastTemporary);
    for (RecordChange &change : set.changes)
        if (change.entity == EntityKind::Project)
            splitter.split(change);
    for (RecordChange &change : splitter.take())
        set.changes.push_back(std::move(change));
    return {};
}

} // namespace yipi::services
