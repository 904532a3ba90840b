// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/past_records.h"

#include "services/record_row.h"

#include <algorithm>

namespace yipi::services {

using storage::LedgerStore;
using storage::RowView;

Result<PastRecords> PastRecords::at(const LedgerStore &store, const QDateTime &moment) {
    PastRecords past(store);
    Result<void> taken;
    auto done = store.visitChangesAfter(moment, [&](const AppliedRecord &record) {
        if (taken)
            taken = past.takeBack(record);
    });
    if (done)
        done = std::move(taken);
    if (!done)
        return Failure(std::move(done).error());
    return past;
}

/// Changes come newest first, so each finds the record as it left it.
Result<void> PastRecords::takeBack(const AppliedRecord &done) {
    Former &former = m_former[std::size_t(done.entity)];
    if (done.kind == RecordChange::Kind::Insert) {
        former[done.id] = std::nullopt;
        return {};
    }
    if (done.kind == RecordChange::Kind::Delete) {
        former[done.id] = Record{done.entity, done.id, done.version,
                                 std::vector<Value>(entityInfo(done.entity).fields.size())};
    } else if (!former.contains(done.id)) {
        auto stored = m_store.readMany(done.entity, std::array{done.id});
        if (!stored)
            return Failure(std::move(stored).error());
        former[done.id] = stored->empty() ? std::optional<Record>() : std::move(stored->front());
    }
    auto &record = former[done.id];
    if (!record)
        return fail(ErrorCode::LedgerDamaged,
                    QStringLiteral("修改记录说%1（编号 %2）被修改过，但它不在台账里。")
                        .arg(entityInfo(done.entity).title)
                        .arg(done.id),
                    QStringLiteral("请运行台账体检，并从最近一次备份恢复。"));
    for (const FieldDelta &delta : done.fields)
        record->values[std::size_t(delta.field)] = delta.before;
    return {};
}

Result<std::vector<Record>> PastRecords::readMany(EntityKind kind, std::span<const qint64> ids) const {
    const Former &former = formerOf(kind);
    std::vector<qint64> untouched;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(untouched),
                 [&](qint64 id) { return !former.contains(id); });
    auto stored = m_store.readMany(kind, untouched);
    if (!stored)
        return stored;
    std::map<qint64, const Record *> byId;
    for (const Record &record : *stored)
        byId.emplace(record.id, &record);
    std::vector<Record> result;
    for (const qint64 id : ids) {
        if (const auto it = former.find(id); it != former.end()) {
            if (it->second)
                result.push_back(*it->second);
        } else if (const auto now = byId.find(id); now != byId.end()) {
            result.push_back(*now->second);
        }
    }
    return result;
}

Result<std::vector<Record>> PastRecords::readAll(EntityKind kind) const {
    const Former &former = formerOf(kind);
    auto records = m_store.readAll(kind);
    if (!records || former.empty())
        return records;
    std::erase_if(*records, [&](const Record &record) { return former.contains(record.id); });
    for (const auto &[id, record] : former)
        if (record)
            records->push_back(*record);
    std::sort(records->begin(), records->end(), [](const Record &a, const Record &b) { return a.id < b.id; });
    return records;
}

Result<void> PastRecords::scan(EntityKind kind, const std::vector<int> &fields,
                               const std::function<void(const RowView &)> &visit) const {
    const Former &former = formerOf(kind);
    auto next = former.begin();
    const auto visitFormer = [&](const std::optional<Record> &record) {
        if (record)
            visit(RecordRow(*record, fields));
    };
    auto done = m_store.scan(kind, fields, [&](const RowView &row) {
        for (; next != former.end() && next->first < row.id(); ++next)
            visitFormer(next->second);
        if (next != former.end() && next->first == row.id())
            visitFormer((next++)->second);
        else
            visit(row);
    });
    for (; done && next != former.end(); ++next)
        visitFormer(next->second);
    return done;
}

} // namespace yipi::services
