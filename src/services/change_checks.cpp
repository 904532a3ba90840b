// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/change_checks.h"

#include "domain/validation.h"

#include <map>
#include <set>

namespace yipi::services {

namespace {

void addDetail(Error &summary, const QString &field, const QString &message) {
    Error detail;
    detail.code = ErrorCode::InvalidValue;
    detail.message = message;
    detail.place.field = field;
    summary.details.append(detail);
}

/// Who holds which code after a set: what it writes against what the store has.
class CodeCheck {
public:
    explicit CodeCheck(const ChangeSet &set) {
        for (const auto &change : set.changes) {
            if (change.entity != EntityKind::Project)
                continue;
            if (change.kind == RecordChange::Kind::Delete)
                m_givenUp.insert(change.id);
            for (const auto &[field, value] : change.values) {
                if (field != kCode)
                    continue;
                m_givenUp.insert(change.id);
                if (const auto *code = std::get_if<QString>(&value); code && !code->isEmpty())
                    ++m_taken[*code];
            }
        }
    }

    Result<void> check(const storage::LedgerStore &store, Error &summary) const {
        static const auto kName =
            std::size_t(entityInfo(EntityKind::Project).indexOf(QStringLiteral("name")));
        for (const auto &[code, projects] : m_taken) {
            if (projects > 1)
                addDetail(summary, QStringLiteral("code"),
                          QStringLiteral("编号“%1”同时给了 %2 个项目，每个项目的编号应不同")
                              .arg(code, QString::number(projects)));
            auto holders = store.find(EntityKind::Project, kCode, Value(code));
            if (!holders)
                return Failure(std::move(holders).error());
            for (const Record &holder : *holders)
                if (!m_givenUp.contains(holder.id)) {
                    const auto *name = std::get_if<QString>(&holder.values[kName]);
                    addDetail(summary, QStringLiteral("code"),
                              QStringLiteral("编号“%1”已被项目“%2”使用，请换一个编号")
                                  .arg(code, name ? *name : QString()));
                    break;
                }
        }
        return {};
    }

private:
    inline static const int kCode = entityInfo(EntityKind::Project).indexOf(QStringLiteral("code"));
    std::map<QString, int> m_taken;
    std::set<qint64> m_givenUp; ///< projects whose stored code no longer counts
};

/// Errors in the records of one kind as the set leaves them.
template <class E, class Validate>
Result<void> checkEach(const ChangeSet &set, const storage::LedgerStore &store, Error &summary,
                       Validate &&issuesOf) {
    std::vector<qint64> ids;
    for (const auto &change : set.changes)
        if (change.entity == kKindOf<E> && change.kind == RecordChange::Kind::Update)
            ids.push_back(change.id);
    auto stored = store.readMany(kKindOf<E>, ids);
    if (!stored)
        return Failure(std::move(stored).error());
    std::unordered_map<qint64, const Record *> byId;
    for (const auto &record : *stored)
        byId.emplace(record.id, &record);

    const std::size_t fieldCount = entity<E>().fields.size();
    for (const auto &change : set.changes) {
        if (change.entity != kKindOf<E> || change.kind == RecordChange::Kind::Delete)
            continue;
        Record record{kKindOf<E>, change.id, 0, std::vector<Value>(fieldCount)};
        if (change.kind == RecordChange::Kind::Update) {
            const auto it = byId.find(change.id);
            if (it == byId.end())
                continue; // the store answers with Conflict
            record = *it->second;
        }
        for (const auto &[field, value] : change.values)
            record.values[std::size_t(field)] = value;
        for (const Issue &issue : issuesOf(fromRecord<E>(record)))
            if (issue.severity == Severity::Error)
                addDetail(summary, issue.field, issue.message);
    }
    return {};
}

} // namespace

Result<void> checkChanges(const ChangeSet &set, const storage::LedgerStore &store) {
    Error summary;
    summary.code = ErrorCode::InvalidValue;
    auto checked =
        checkEach<Project>(set, store, summary, [](const Project &project) { return validate(project, {}); });
    if (checked)
        checked =
            checkEach<Target>(set, store, summary, [](const Target &target) { return validate(target); });
    if (checked)
        checked = CodeCheck(set).check(store, summary);
    if (!checked || summary.details.isEmpty())
        return checked;
    summary.message = summary.details.front().message;
    if (summary.details.size() > 1)
        summary.message += QStringLiteral("（共 %1 处）").arg(summary.details.size());
    summary.place.field = summary.details.front().place.field;
    return Failure(summary);
}

} // namespace yipi::services
