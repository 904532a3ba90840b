// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/undo_model.h"

#include <gtest/gtest.h>

namespace yipi::test {

using Kind = RecordChange::Kind;

UndoModel::Content UndoModel::contentOf(const services::LedgerService &ledger) {
    Content content;
    for (int kind = 0; kind < kEntityKindCount; ++kind) {
        const auto records = ledger.allRecords(EntityKind(kind)).value();
        for (const Record &record : records) {
            Values values = record.values;
            values.resize(entityInfo(record.kind).fields.size()); // custom values are records of their own
            content[{record.kind, record.id}] = std::move(values);
        }
    }
    return content;
}

UndoModel::Content UndoModel::replayed(const services::LedgerService &ledger) {
    Content content;
    const auto newest = ledger.changeSets({}, 0, 1).value();
    for (qint64 set = 1; !newest.empty() && set <= newest.front().setId; ++set) {
        const auto written = ledger.changeSet(set).value();
        for (const AppliedRecord &record : written.records) {
            const Key key{record.entity, record.id};
            EXPECT_EQ(content.contains(key), record.kind != Kind::Insert) << "set " << set;
            if (record.kind == Kind::Delete) {
                content.erase(key);
                continue;
            }
            Values &values = content[key];
            values.resize(entityInfo(record.entity).fields.size());
            for (const FieldDelta &delta : record.fields) {
                EXPECT_EQ(values[std::size_t(delta.field)], delta.before) << "set " << set;
                values[std::size_t(delta.field)] = delta.after;
            }
        }
    }
    return content;
}

void UndoModel::write(const Key &key, Stored values) {
    const auto it = m_content.find(key);
    const Stored before = it == m_content.end() ? Stored() : Stored(it->second);
    m_step.try_emplace(key, before, Stored()).first->second.second = values;
    if (values)
        m_content[key] = std::move(*values);
    else if (it != m_content.end()) {
        m_deleted[key] = it->second;
        m_content.erase(it);
    }
}

void UndoModel::finish() {
    m_touched.clear();
    for (const auto &[key, stored] : m_step)
        m_touched.push_back(key);
    m_done.push_back(std::move(m_step));
    m_step.clear();
    m_undone.clear();
}

void UndoModel::apply(const ChangeSet &set, const AppliedChangeSet &applied) {
    if (applied.setId == 0)
        return;
    std::vector<qint64> newIds;
    for (const AppliedRecord &record : applied.records)
        if (record.kind == Kind::Insert)
            newIds.push_back(record.id);
    std::map<qint64, qint64> idOfTemporary;
    std::size_t next = 0;
    for (const RecordChange &change : set.changes) {
        const auto &fields = entityInfo(change.entity).fields;
        const qint64 id = change.kind == Kind::Insert ? newIds.at(next++) : change.id;
        const Key key{change.entity, id};
        if (change.kind == Kind::Delete) {
            write(key, {});
            continue;
        }
        if (change.kind == Kind::Insert && change.id < 0)
            idOfTemporary[change.id] = id;
        Values values = change.kind == Kind::Insert ? Values(fields.size()) : m_content.at(key);
        for (const auto &[field, value] : change.values) {
            const auto *number = std::get_if<qint64>(&value);
            const bool isTemporary =
                fields[std::size_t(field)].type == FieldType::Reference && number && *number < 0;
            values[std::size_t(field)] = isTemporary ? Value(idOfTemporary.at(*number)) : value;
        }
        write(key, std::move(values));
    }
    finish();
}

void UndoModel::restore(const AppliedChangeSet &applied) {
    for (const AppliedRecord &record : applied.records) {
        const Key key{record.entity, record.id};
        ASSERT_NE(record.kind, Kind::Delete);
        Values values = record.kind == Kind::Insert ? m_deleted.at(key) : m_content.at(key);
        if (record.kind == Kind::Update)
            for (const FieldDelta &delta : record.fields)
                values[std::size_t(delta.field)] = delta.after;
        write(key, std::move(values));
    }
    finish();
}

void UndoModel::carryOut(const Step &step, bool isForward) {
    m_touched.clear();
    for (const auto &[key, stored] : step) {
        m_touched.push_back(key);
        const Stored &values = isForward ? stored.second : stored.first;
        if (const auto it = m_content.find(key); it != m_content.end() && !values)
            m_deleted[key] = it->second;
        if (values)
            m_content[key] = *values;
        else
            m_content.erase(key);
    }
}

void UndoModel::undo() {
    carryOut(m_done.back(), false);
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
}

void UndoModel::redo() {
    carryOut(m_undone.back(), true);
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
}

} // namespace yipi::test
