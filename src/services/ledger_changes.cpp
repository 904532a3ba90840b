// SPDX-License-Identifier: GPL-3.0-or-later
// The one path for every change; its way back is in ledger_undo.cpp.
#include "domain/enterprise.h"
#include "domain/project.h"
#include "domain/text_parsing.h"
#include "services/facts_loader.h"
#include "services/ledger_state.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>

namespace yipi::services {

namespace {

using Kind = RecordChange::Kind;

void place(Record &record, const RecordChange &change) {
    for (const auto &[field, value] : change.values)
        record.values[std::size_t(field)] = value;
}

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
            if (change.kind == Kind::Delete)
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
                              .arg(code)
                              .arg(projects));
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

/// Errors of the described rules in the projects that a set writes; one detail per issue.
Result<void> checkProjects(const ChangeSet &set, const storage::LedgerStore &store) {
    std::vector<qint64> ids;
    for (const auto &change : set.changes)
        if (change.entity == EntityKind::Project && change.kind == Kind::Update)
            ids.push_back(change.id);
    auto stored = store.readMany(EntityKind::Project, ids);
    if (!stored)
        return Failure(std::move(stored).error());
    std::unordered_map<qint64, const Record *> byId;
    for (const auto &record : *stored)
        byId.emplace(record.id, &record);

    Error summary;
    summary.code = ErrorCode::InvalidValue;
    const std::size_t fieldCount = entityInfo(EntityKind::Project).fields.size();
    for (const auto &change : set.changes) {
        if (change.entity != EntityKind::Project || change.kind == Kind::Delete)
            continue;
        Record record{EntityKind::Project, change.id, 0, std::vector<Value>(fieldCount)};
        if (change.kind == Kind::Update) {
            const auto it = byId.find(change.id);
            if (it == byId.end())
                continue; // the store answers with Conflict
            record = *it->second;
        }
        place(record, change);
        for (const auto &issue : validate(fromRecord<Project>(record), {})) {
            if (issue.severity != Severity::Error)
                continue;
            addDetail(summary, issue.field, issue.message);
        }
    }
    if (auto checked = CodeCheck(set).check(store, summary); !checked)
        return checked;
    if (summary.details.isEmpty())
        return {};
    summary.message = summary.details.front().message;
    if (summary.details.size() > 1)
        summary.message += QStringLiteral("（共 %1 处）").arg(summary.details.size());
    summary.place.field = summary.details.front().place.field;
    return Failure(summary);
}

} // namespace

Result<void> LedgerService::Private::follow(const AppliedChangeSet &applied) {
    const bool namesChanged = std::any_of(applied.records.begin(), applied.records.end(),
                                          [](const auto &r) { return r.entity == EntityKind::Enterprise; });
    if (namesChanged)
        if (auto loaded = loadEnterprises(); !loaded)
            return loaded;
    auto patched = patchFacts(facts, applied, *store, enterpriseNames);
    if (!patched)
        return Failure(std::move(patched).error());
    return *patched ? Result<void>() : readFacts();
}

Result<AppliedChangeSet> LedgerService::write(const ChangeSet &set, const ProgressReport &progress) {
    const auto info = d->store->info();
    if (info.readOnly)
        return fail(ErrorCode::NotAllowed, QStringLiteral("台账是只读打开的，不能修改"), info.readOnlyReason);
    if (auto checked = checkProjects(set, *d->store); !checked)
        return Failure(std::move(checked).error());
    auto applied = d->store->apply(set, progress);
    if (!applied) {
        spdlog::warn("change set refused: {}", key(applied.error().code).toStdString());
        return applied;
    }
    spdlog::info("change set {} written, {} records", applied->setId, applied->records.size());
    if (auto followed = d->follow(*applied); !followed)
        return Failure(std::move(followed).error());
    return applied;
}

Result<AppliedChangeSet> LedgerService::apply(ChangeSet set, const ProgressReport &progress) {
    if (set.user.isEmpty())
        set.user = d->user;
    auto applied = write(set, progress);
    if (applied) {
        if (isUndoable(set.source))
            d->undoable.push_back({applied->setId, set.title, 0});
        d->redoable.clear();
        Q_EMIT ledgerChanged(*applied); // last: who listens asks for the undo steps
    }
    return applied;
}

Result<AppliedChangeSet> LedgerService::edit(EntityKind kind, qint64 id, int expectedVersion,
                                             const QString &fieldKey, const QString &text,
                                             const QString &reason, ChangeSource source, MoneyUnit unit) {
    return editFields(kind, id, expectedVersion, {{fieldKey, text}}, reason, source, unit);
}

Result<AppliedChangeSet> LedgerService::editFields(EntityKind kind, qint64 id, int expectedVersion,
                                                   const std::vector<TypedField> &fields,
                                                   const QString &reason, ChangeSource source,
                                                   MoneyUnit unit) {
    const auto &info = entityInfo(kind);
    ChangeSet set;
    set.reason = reason;
    set.source = source;
    RecordChange change{Kind::Update, kind, id, expectedVersion, {}};
    QStringList titles;
    for (const auto &[fieldKey, text] : fields) {
        const int field = info.indexOf(fieldKey);
        if (field < 0)
            return fail(ErrorCode::Usage, QStringLiteral("%1没有字段“%2”").arg(info.title, fieldKey));
        const FieldInfo &f = info.fields[std::size_t(field)];
        if (f.isInternal)
            return fail(ErrorCode::Refused,
                        QStringLiteral("“%1”（%2）由程序维护，不能修改").arg(f.title, f.key),
                        QStringLiteral("要区分项目请用编号。"));
        titles << f.title;
        const bool isNewEnterprise = f.type == FieldType::Reference && f.target == EntityKind::Enterprise &&
                                     !text.trimmed().isEmpty() &&
                                     !d->enterpriseIds.contains(foldedName(text));
        if (isNewEnterprise) {
            const qint64 newId = -1 - qint64(set.changes.size());
            const int name = entityInfo(EntityKind::Enterprise).indexOf(QStringLiteral("name"));
            set.changes.push_back(
                {Kind::Insert, EntityKind::Enterprise, newId, 0, {{name, Value(text.trimmed())}}});
            change.values.emplace_back(field, Value(newId));
            continue;
        }
        auto value = read(f, text, unit);
        if (!value)
            return Failure(std::move(value).error());
        change.values.emplace_back(field, *value);
    }
    set.title = QStringLiteral("修改%1的%2").arg(info.title, titles.join(QStringLiteral("、")));
    set.changes.push_back(std::move(change));
    return apply(std::move(set));
}

} // namespace yipi::services
