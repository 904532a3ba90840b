// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/change_checks.h"

#include "domain/custom_field.h"
#include "domain/text_parsing.h"
#include "domain/validation.h"

#include <algorithm>
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

/// A record of any kind as a set leaves it, seen field by field.
void checkRequired(const ChangeSet &set, Error &summary) {
    for (const RecordChange &change : set.changes) {
        if (change.kind == RecordChange::Kind::Delete || change.entity == EntityKind::Project)
            continue; // a project is validated as a whole
        const auto &fields = entityInfo(change.entity).fields;
        const auto written = [&](std::size_t field) {
            return std::find_if(change.values.begin(), change.values.end(),
                                [&](const auto &value) { return std::size_t(value.first) == field; });
        };
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto value = written(i);
            const bool isMissing = value == change.values.end() ? change.kind == RecordChange::Kind::Insert
                                                                : isEmpty(value->second);
            if (fields[i].isRequired && !fields[i].isKey && isMissing)
                addDetail(summary, fields[i].key,
                          QStringLiteral("%1的“%2”没有填，请补上")
                              .arg(entityInfo(change.entity).title, fields[i].title));
        }
    }
}

/// The custom fields as a set leaves them: each has a name of its own and, of a choice, something to choose.
class CustomFieldCheck {
public:
    static Result<void> check(const ChangeSet &set, const storage::LedgerStore &store, Error &summary) {
        const bool isAsked = std::any_of(set.changes.begin(), set.changes.end(), [](const auto &change) {
            return change.entity == EntityKind::CustomField;
        });
        if (!isAsked)
            return {};
        auto records = store.readAll(EntityKind::CustomField);
        if (!records)
            return Failure(std::move(records).error());
        std::map<qint64, Record> fields;
        for (Record &record : *records)
            fields.emplace(record.id, std::move(record));
        qint64 next = std::numeric_limits<qint64>::max();
        for (const RecordChange &change : set.changes) {
            if (change.entity != EntityKind::CustomField)
                continue;
            if (change.kind == RecordChange::Kind::Delete) {
                fields.erase(change.id);
                continue;
            }
            const qint64 id = change.kind == RecordChange::Kind::Insert ? next-- : change.id;
            auto &record = fields.try_emplace(id, toRecord(CustomField())).first->second;
            const auto before = fromRecord<CustomField>(record);
            for (const auto &[field, value] : change.values)
                record.values[std::size_t(field)] = value;
            if (auto kept = checkType(before, fromRecord<CustomField>(record), store, summary); !kept)
                return kept;
        }
        checkNames(fields, summary);
        return {};
    }

private:
    static Result<void> checkType(const CustomField &before, const CustomField &after,
                                  const storage::LedgerStore &store, Error &summary) {
        static const int kField = entityInfo(EntityKind::CustomValue).indexOf(QStringLiteral("field"));
        if (after.type == CustomType::Choice && wordsOf(after.options).isEmpty())
            addDetail(summary, QStringLiteral("options"),
                      QStringLiteral("字段“%1”的类型是选项，请写出可选的词，每行一个").arg(after.title));
        if (before.id == 0 || before.type == after.type)
            return {};
        auto values = store.find(EntityKind::CustomValue, kField, Value(before.id));
        if (!values)
            return Failure(std::move(values).error());
        const auto filled = std::count_if(values->begin(), values->end(), [](const Record &record) {
            return !fromRecord<CustomValue>(record).value.isEmpty();
        });
        if (filled > 0)
            addDetail(summary, QStringLiteral("type"),
                      QStringLiteral("字段“%1”已有 %2 个项目填了值，不能再改类型；请另建一个字段")
                          .arg(after.title)
                          .arg(filled));
        return {};
    }

    static void checkNames(const std::map<qint64, Record> &fields, Error &summary) {
        std::set<QString> taken;
        for (const FieldInfo &builtIn : entityInfo(EntityKind::Project).fields)
            for (const QString &name : QStringList{builtIn.title, builtIn.key} + builtIn.synonyms)
                taken.insert(foldedName(name));
        for (const auto &[id, record] : fields) {
            const auto field = fromRecord<CustomField>(record);
            if (!field.title.isEmpty() && !taken.insert(foldedName(field.title)).second)
                addDetail(summary, QStringLiteral("title"),
                          QStringLiteral("字段“%1”已经有了，请换一个名称").arg(field.title));
        }
    }
};

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
    if (checked)
        checked = CustomFieldCheck::check(set, store, summary);
    checkRequired(set, summary);
    if (!checked || summary.details.isEmpty())
        return checked;
    summary.message = summary.details.front().message;
    if (summary.details.size() > 1)
        summary.message += QStringLiteral("（共 %1 处）").arg(summary.details.size());
    summary.place.field = summary.details.front().place.field;
    return Failure(summary);
}

} // namespace yipi::services
