// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and printing of records.
#include "domain/enterprise.h"
#include "domain/project.h"
#include "domain/text_parsing.h"
#include "indicators/expression/expression.h"
#include "services/custom_columns.h"
#include "services/ledger_state.h"
#include "services/project_order.h"
#include "services/record_names.h"

#include <algorithm>

namespace yipi::services {

namespace {

Failure unreadable(const FieldInfo &field, const QString &text, const QString &problem) {
    Error error;
    error.code = ErrorCode::InvalidValue;
    error.message = QStringLiteral("%1“%2”：%3").arg(field.title, text, problem);
    error.place.field = field.key;
    error.value = text;
    return Failure(error);
}

} // namespace

QString LedgerService::referenceText(EntityKind kind, qint64 id) const {
    if (id == 0)
        return {};
    const auto nameIn = [id](const auto &list) {
        const auto it = std::find_if(list.begin(), list.end(), [id](const auto &e) { return e.id == id; });
        return it == list.end() ? nullptr : &*it;
    };
    switch (kind) {
    case EntityKind::Zone: {
        const Zone *z = nameIn(d->facts.zones);
        return !z ? QString() : z->shortName.isEmpty() ? z->name : z->shortName;
    }
    case EntityKind::IndustryChain: {
        const IndustryChain *c = nameIn(d->facts.chains);
        return c ? c->name : QString();
    }
    case EntityKind::Campaign: {
        const Campaign *c = nameIn(d->facts.campaigns);
        return c ? c->key().text() : QString();
    }
    case EntityKind::Enterprise:
        return d->enterpriseNames.value(id);
    default: {
        const auto read = d->store->read(kind, id);
        if (!read)
            return {};
        const QString name = ownNameOf(*read);
        return name.isEmpty() ? QString::number(id) : name;
    }
    }
}

QString LedgerService::text(const FieldInfo &field, const Value &value, MoneyUnit unit) const {
    if (field.type == FieldType::Reference)
        return isEmpty(value) ? QString() : referenceText(field.target, std::get<qint64>(value));
    return displayText(field, value, unit);
}

Result<Value> LedgerService::read(const FieldInfo &field, const QString &text, MoneyUnit unit) const {
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return Value();
    if (field.type != FieldType::Reference) {
        const auto parsed = parseValue(field, text, unit);
        if (!parsed.problem.isEmpty())
            return unreadable(field, text, parsed.problem);
        return parsed.value.value_or(Value());
    }
    switch (field.target) {
    case EntityKind::Zone:
        if (const Zone *found = zone(typed))
            return Value(found->id);
        return unreadable(field, text, QStringLiteral("台账中没有这个开发区，请从列表中选择"));
    case EntityKind::IndustryChain: {
        const auto &list = d->facts.chains;
        const auto it = std::find_if(list.begin(), list.end(),
                                     [&](const auto &c) { return foldedName(c.name) == foldedName(typed); });
        if (it != list.end())
            return Value(it->id);
        return unreadable(field, text, QStringLiteral("字典中没有这条产业链，请从列表中选择"));
    }
    case EntityKind::Campaign: {
        const auto wanted = CampaignKey::parse(typed);
        for (const auto &campaign : d->facts.campaigns)
            if (wanted == campaign.key())
                return Value(campaign.id);
        return unreadable(field, text, QStringLiteral("没有这次活动，写法如 2024-2"));
    }
    case EntityKind::Enterprise: {
        const auto it = d->enterpriseIds.constFind(foldedName(typed));
        if (it != d->enterpriseIds.constEnd())
            return Value(*it);
        return unreadable(field, text, QStringLiteral("台账中没有这个企业"));
    }
    default: {
        auto id = findProject(typed);
        if (!id)
            return Failure(std::move(id).error());
        return Value(*id);
    }
    }
}

const EntityInfo &LedgerService::described(EntityKind kind) const {
    return kind == EntityKind::Project ? d->projectInfo : entityInfo(kind);
}

bool LedgerService::isCustomField(const FieldInfo &field, qint64 customFieldId) const {
    const auto &columns = d->facts.customColumns;
    return std::any_of(columns.begin(), columns.end(), [&](const auto &column) {
        return column.fieldId() == customFieldId && column.info().key == field.key;
    });
}

namespace {

/// Projects with their custom values; all else as it was read.
Result<std::vector<Record>> complete(Result<std::vector<Record>> records, const indicators::Facts &facts) {
    if (records && !facts.customColumns.empty() && !records->empty() &&
        records->front().kind == EntityKind::Project)
        for (Record &record : *records)
            appendCustomValues(record, facts);
    return records;
}

} // namespace

Result<Record> LedgerService::record(EntityKind kind, qint64 id) const {
    auto read = d->store->read(kind, id);
    if (read && kind == EntityKind::Project)
        appendCustomValues(*read, d->facts);
    return read;
}

Result<std::vector<Record>> LedgerService::records(EntityKind kind, std::span<const qint64> ids) const {
    return complete(d->store->readMany(kind, ids), d->facts);
}

Result<std::vector<Record>> LedgerService::allRecords(EntityKind kind) const {
    return complete(d->store->readAll(kind), d->facts);
}

Result<std::vector<Record>> LedgerService::recordsWhere(EntityKind kind, const QString &field,
                                                        const Value &value) const {
    return complete(d->store->find(kind, entityInfo(kind).indexOf(field), value), d->facts);
}

Result<const std::vector<qint64> *> LedgerService::Private::ordered(const std::vector<SortKey> &keys,
                                                                    QDate asOf) const {
    const qint64 now = store->journalSequence();
    if (ordering.keys != keys || ordering.asOf != asOf || ordering.sequence != now) {
        auto ids = ProjectOrder(facts, *columns, enterpriseNames, asOf).ids(keys);
        if (!ids)
            return Failure(std::move(ids).error());
        ordering = {keys, asOf, now, std::move(*ids)};
    }
    return &ordering.ids;
}

Result<void> LedgerService::Private::readColumnsOf(const QString &where) const {
    const auto condition = indicators::parseExpression(where, indicators::filterFieldsOf(facts));
    if (where.isEmpty() || !condition)
        return {};
    Result<void> done;
    condition->anyCondition([&](const indicators::Condition &asked) {
        if (const auto *stored = std::get_if<indicators::FilterField::StoredField>(&asked.field->member))
            if (auto column = columns->read(stored->field); !column)
                done = Failure(std::move(column).error());
        return !done;
    });
    return done;
}

Result<std::vector<qint64>> LedgerService::projectIds(const ProjectFilter &filter, QDate asOf,
                                                      const std::vector<SortKey> &order) const {
    auto all = d->ordered(order, asOf);
    if (!all)
        return Failure(std::move(all).error());
    if (filter.isEmpty())
        return **all;
    if (auto read = d->readColumnsOf(filter.where); !read)
        return Failure(std::move(read).error());
    const indicators::FilterMatcher matcher(d->facts, filter, asOf);
    std::vector<bool> passes(d->facts.projects.size());
    for (std::uint32_t i = 0; i < passes.size(); ++i)
        passes[i] = matcher.matches(i);
    std::vector<qint64> ids;
    for (const qint64 id : **all)
        if (const auto it = d->facts.projectIndex.find(id);
            it != d->facts.projectIndex.end() && passes[it->second])
            ids.push_back(id);
    return ids;
}

Result<qint64> LedgerService::findProject(const QString &text) const {
    const QString wanted = text.trimmed();
    bool isNumber = false;
    const qint64 id = wanted.toLongLong(&isNumber);
    if (isNumber && d->facts.projectIndex.contains(id))
        return id;
    for (const char *field : {"code", "uid", "name"}) {
        auto found = recordsWhere(EntityKind::Project, QString::fromLatin1(field), wanted);
        if (!found)
            return Failure(std::move(found).error());
        if (found->size() == 1)
            return found->front().id;
        if (found->size() > 1)
            return fail(ErrorCode::Refused,
                        QStringLiteral("有 %1 个项目叫“%2”").arg(found->size()).arg(wanted),
                        QStringLiteral("请改用项目编号。"));
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有找到项目“%1”").arg(wanted),
                QStringLiteral("请写项目编号或完整的项目名称。"));
}

} // namespace yipi::services
