// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/touched_records.h"

namespace yipi::services {

TouchedRecords::TouchedRecords(const AppliedChangeSet &applied)
    : m_applied(applied) {
    for (const AppliedRecord &record : applied.records)
        add(record.entity, record.id);
}

Result<std::vector<Record>> TouchedRecords::read(EntityKind kind, const storage::LedgerStore &store) const {
    const auto &ids = of(kind);
    return store.readMany(kind, std::vector<qint64>(ids.begin(), ids.end()));
}

Result<std::set<qint64>> TouchedRecords::projectsOf(EntityKind kind,
                                                    const storage::LedgerStore &store) const {
    const int project = entityInfo(kind).indexOf(QStringLiteral("project"));
    std::set<qint64> projects;
    const auto add = [&](const Value &value) {
        if (const auto *id = std::get_if<qint64>(&value))
            projects.insert(*id);
    };
    for (const AppliedRecord &record : m_applied.records)
        if (record.entity == kind)
            for (const FieldDelta &delta : record.fields)
                if (delta.field == project) {
                    add(delta.before);
                    add(delta.after);
                }
    auto left = read(kind, store);
    if (!left)
        return Failure(std::move(left).error());
    for (const Record &record : *left)
        add(record.values[std::size_t(project)]);
    return projects;
}

} // namespace yipi::services
