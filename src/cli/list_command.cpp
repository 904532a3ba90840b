// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "cli/records.h"
#include "domain/life_cycle.h"
#include "domain/project.h"

namespace yipi::cli {

namespace {

using services::Access;
using services::LedgerService;

struct ListArguments {
    ScopeOptions scope;
    std::string columns =
        "code,name,zone,investor,total_investment,stage,actual_sign,actual_start,actual_produce";
    std::string sort, format = "table";
};

/// "total_investment", "总投资"; "-总投资" is descending; several with commas between them.
Result<std::vector<services::SortKey>> sortingFrom(const LedgerService &ledger, const std::string &text) {
    const EntityInfo &info = ledger.described(EntityKind::Project);
    std::vector<services::SortKey> keys;
    for (QString name : q(text).split(u',', Qt::SkipEmptyParts)) {
        services::SortKey key;
        name = name.trimmed();
        if (name.startsWith(u'-')) {
            key.order = Qt::DescendingOrder;
            name.remove(0, 1);
        }
        auto field = fieldNamed(info, name);
        if (!field)
            return Failure(std::move(field).error());
        key.key = info.fields[std::size_t(*field)].key;
        keys.push_back(key);
    }
    return keys;
}

/// The keys of the columns asked for by key or title.
Result<QStringList> columnsFrom(const LedgerService &ledger, const std::string &text) {
    const auto &info = ledger.described(EntityKind::Project);
    QStringList columns;
    for (const QString &part : q(text).split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (name == u"id" || name == u"version" || name == u"stage") {
            columns << name;
        } else if (name == QStringLiteral("阶段")) {
            columns << QStringLiteral("stage");
        } else {
            auto field = fieldNamed(info, name);
            if (!field)
                return Failure(std::move(field).error());
            columns << info.fields[std::size_t(*field)].key;
        }
    }
    return columns;
}

QStringList header(const LedgerService &ledger, const QStringList &columns) {
    const auto &info = ledger.described(EntityKind::Project);
    QStringList titles;
    for (const QString &column : columns) {
        const int field = info.indexOf(column);
        titles << (field >= 0           ? info.fields[std::size_t(field)].title
                   : column == u"stage" ? QStringLiteral("阶段")
                                        : column);
    }
    return titles;
}

QStringList cells(const LedgerService &ledger, const Record &record, const QStringList &columns, QDate asOf) {
    const auto &info = ledger.described(EntityKind::Project);
    QStringList list;
    for (const QString &column : columns) {
        const int field = info.indexOf(column);
        if (field >= 0)
            list << ledger.text(info.fields[std::size_t(field)], record.values[std::size_t(field)]);
        else if (column == u"stage")
            list << title(stageOf(fromRecord<Project>(record), asOf));
        else
            list << QString::number(column == u"version" ? record.version : record.id);
    }
    return list;
}

Result<Output> listProjects(const Registry &registry, const ListArguments &a) {
    if (a.format != "table" && a.format != "json" && a.format != "csv")
        return fail(ErrorCode::Usage, QStringLiteral("--format 没有“%1”").arg(q(a.format)),
                    QStringLiteral("可用：table、json、csv。"));
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto chosen = columnsFrom(**ledger, a.columns);
    if (!chosen)
        return Failure(std::move(chosen).error());
    const QStringList columns = *chosen;
    auto sort = sortingFrom(**ledger, a.sort);
    if (!sort)
        return Failure(std::move(sort).error());
    const services::FigureService figures(**ledger);
    auto scope = a.scope.scope(**ledger, figures);
    if (!scope)
        return Failure(std::move(scope).error());
    const QDate asOf = scope->asOf.lastDay();
    auto ids = (*ledger)->projectIds(scope->filter, asOf, *sort);
    if (!ids)
        return Failure(std::move(ids).error());
    auto records = (*ledger)->records(EntityKind::Project, *ids);
    if (!records)
        return Failure(std::move(records).error());

    Output output;
    if (registry.globals.json || a.format == "json") {
        Json list = Json::array();
        for (const auto &record : *records)
            list.push_back(projectJson(**ledger, record, columns, asOf));
        output.json = {{"total", records->size()}, {"projects", list}};
        output.text = q(output.json.dump(2));
        return output;
    }
    QList<QStringList> rows;
    for (const auto &record : *records)
        rows << cells(**ledger, record, columns, asOf);
    output.text = a.format == "csv" ? csvTable(header(**ledger, columns), rows)
                                    : textTable(header(**ledger, columns), rows) +
                                          QStringLiteral("共 %1 个项目，金额单位万元").arg(rows.size());
    return output;
}

} // namespace

void addListCommand(Registry &registry) {
    auto list = kept<ListArguments>();
    auto *projects =
        registry.add("projects", "列出项目", [&registry, list] { return listProjects(registry, *list); });
    projects->add_option("--columns", list->columns,
                         "列，逗号分隔的字段名（键或中文名，见 set --help），另有 id、version、stage");
    projects->add_option("--sort", list->sort,
                         "排序字段，可用逗号隔开几个；前面加 - 为从大到小，如 --sort 开发区,-总投资");
    projects->add_option("--format", list->format, "table、json、csv");
    list->scope.addTo(projects);
}

} // namespace yipi::cli
