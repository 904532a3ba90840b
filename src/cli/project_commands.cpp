// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "cli/records.h"
#include "domain/campaign_entry.h"
#include "domain/monthly_progress.h"
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

Result<int> sortFieldFrom(const std::string &text) {
    const int field = text.empty() ? -1 : entityInfo(EntityKind::Project).indexOf(q(text));
    if (field < 0 && !text.empty())
        return fail(ErrorCode::Usage, QStringLiteral("不能按“%1”排序，项目没有这个字段").arg(q(text)));
    return field;
}

QStringList header(const QStringList &columns) {
    const auto &info = entityInfo(EntityKind::Project);
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
    const auto &info = entityInfo(EntityKind::Project);
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
    const QStringList columns = q(a.columns).split(u',', Qt::SkipEmptyParts);
    const auto &info = entityInfo(EntityKind::Project);
    for (const QString &column : columns)
        if (info.indexOf(column) < 0 && column != u"id" && column != u"version" && column != u"stage")
            return fail(ErrorCode::Usage, QStringLiteral("项目没有字段“%1”").arg(column));
    if (a.format != "table" && a.format != "json" && a.format != "csv")
        return fail(ErrorCode::Usage, QStringLiteral("--format 没有“%1”").arg(q(a.format)),
                    QStringLiteral("可用：table、json、csv。"));
    auto sort = sortFieldFrom(a.sort);
    if (!sort)
        return Failure(std::move(sort).error());
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
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
    output.text = a.format == "csv" ? csvTable(header(columns), rows)
                                    : textTable(header(columns), rows) +
                                          QStringLiteral("共 %1 个项目，金额单位万元").arg(rows.size());
    return output;
}

/// What show, history and set are about: a project or, by its key, a campaign.
struct Subject {
    EntityKind kind = EntityKind::Project;
    qint64 id = 0;
};

Result<Subject> findSubject(const LedgerService &ledger, const std::string &text) {
    auto project = ledger.findProject(q(text));
    if (project)
        return Subject{EntityKind::Project, *project};
    const auto key = CampaignKey::parse(q(text));
    if (!key || project.error().code != ErrorCode::NotFound)
        return Failure(std::move(project).error());
    QStringList known;
    for (const Campaign &campaign : ledger.campaigns()) {
        if (campaign.key() == *key)
            return Subject{EntityKind::Campaign, campaign.id};
        known << campaign.key().text();
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有叫“%1”的项目，也没有这一次活动").arg(q(text)),
                known.isEmpty() ? QStringLiteral("台账中还没有活动。")
                                : QStringLiteral("现有活动：%1。").arg(known.join(QStringLiteral("、"))));
}

/// A campaign has no parts of its own: all its fields are shown.
Output campaignOutput(const LedgerService &ledger, const Record &record) {
    const auto &info = entityInfo(record.kind);
    Output output;
    output.json = {{"id", record.id}, {"version", record.version}};
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
        output.json[s(info.fields[i].key)] = valueJson(ledger, info.fields[i], record.values[i]);
        const QString text = ledger.text(info.fields[i], record.values[i]);
        output.text += QStringLiteral("%1：%2\n")
                           .arg(info.fields[i].title, text.isEmpty() ? QStringLiteral("（未填）") : text);
    }
    return output;
}

/// Entries or reports of a project as JSON objects.
Result<Json> relatedJson(const LedgerService &ledger, EntityKind kind, qint64 project) {
    auto records = ledger.recordsWhere(kind, QStringLiteral("project"), project);
    if (!records)
        return Failure(std::move(records).error());
    const auto &info = entityInfo(kind);
    Json list = Json::array();
    for (const auto &record : *records) {
        Json json = Json::object();
        for (std::size_t i = 0; i < info.fields.size(); ++i)
            if (info.fields[i].key != u"project")
                json[s(info.fields[i].key)] = valueJson(ledger, info.fields[i], record.values[i]);
        list.push_back(std::move(json));
    }
    return list;
}

Result<Output> showProject(const Registry &registry, const std::string &project) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto subject = findSubject(**ledger, project);
    if (!subject)
        return Failure(std::move(subject).error());
    auto record = (*ledger)->record(subject->kind, subject->id);
    if (!record)
        return Failure(std::move(record).error());
    if (subject->kind == EntityKind::Campaign)
        return campaignOutput(**ledger, *record);
    auto entries = relatedJson(**ledger, EntityKind::CampaignEntry, subject->id);
    auto progress = relatedJson(**ledger, EntityKind::MonthlyProgress, subject->id);
    if (!entries || !progress)
        return Failure(std::move(entries ? progress : entries).error());
    const services::FigureService figures(**ledger);
    Output output;
    output.json = projectJson(**ledger, *record, {}, figures.defaultMonth().lastDay());
    output.json["entries"] = *entries;
    output.json["progress"] = *progress;
    const auto &info = entityInfo(EntityKind::Project);
    for (std::size_t i = 0; i < info.fields.size(); ++i)
        if (!isEmpty(record->values[i]) && !info.fields[i].isInternal)
            output.text += QStringLiteral("%1：%2\n")
                               .arg(info.fields[i].title, (*ledger)->text(info.fields[i], record->values[i]));
    return output;
}

Result<Output> showHistory(const Registry &registry, const std::string &project) {
    auto ledger = registry.open(Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto subject = findSubject(**ledger, project);
    if (!subject)
        return Failure(std::move(subject).error());
    auto lines = (*ledger)->history(subject->kind, subject->id);
    if (!lines)
        return Failure(std::move(lines).error());
    Output output;
    Json list = Json::array();
    for (const auto &line : *lines) {
        list.push_back({{"sequence", line.sequence},
                        {"at", s(line.at)},
                        {"user", s(line.user)},
                        {"source", s(line.source)},
                        {"title", s(line.title)},
                        {"reason", s(line.reason)},
                        {"field", s(line.field)},
                        {"before", s(line.before)},
                        {"after", s(line.after)}});
        output.text +=
            QStringLiteral("%1 %2（%3）%4 %5 → %6 %7\n")
                .arg(line.at, line.user, line.source, line.field, line.before, line.after, line.reason);
    }
    output.json = {{"history", list}};
    return output;
}

struct SetArguments {
    std::string project, reason;
    std::vector<std::string> fields;
};

Result<Output> setFields(const Registry &registry, const SetArguments &a) {
    std::vector<services::TypedField> fields;
    for (const auto &text : a.fields) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            return fail(ErrorCode::Usage, QStringLiteral("“%1”应写成 字段=值").arg(q(text)));
        fields.push_back({q(text.substr(0, equals)), q(text.substr(equals + 1))});
    }
    auto ledger = registry.open(Access::ReadWrite);
    if (!ledger)
        return Failure(std::move(ledger).error());
    auto subject = findSubject(**ledger, a.project);
    if (!subject)
        return Failure(std::move(subject).error());
    auto record = (*ledger)->record(subject->kind, subject->id);
    if (!record)
        return Failure(std::move(record).error());
    auto applied = (*ledger)->editFields(subject->kind, subject->id, record->version, fields, q(a.reason),
                                         ChangeSource::CommandLine);
    if (!applied)
        return Failure(std::move(applied).error());
    const int version = applied->records.empty() ? record->version : applied->records.back().version;
    return Output{{{"version", version}}, QStringLiteral("已修改，现为第 %1 版").arg(version)};
}

} // namespace

void addProjectCommands(Registry &registry) {
    auto list = kept<ListArguments>();
    auto *projects =
        registry.add("projects", "列出项目", [&registry, list] { return listProjects(registry, *list); });
    projects->add_option("--columns", list->columns, "列，逗号分隔的字段名");
    projects->add_option("--sort", list->sort, "排序字段");
    projects->add_option("--format", list->format, "table、json、csv");
    list->scope.addTo(projects);

    auto shown = kept<std::string>();
    registry
        .add("show", "一个项目（或一次活动）的全部内容",
             [&registry, shown] { return showProject(registry, *shown); })
        ->add_option("PROJECT", *shown, "编号、名称，或活动期次（如 2024-2）")
        ->required();

    auto past = kept<std::string>();
    registry
        .add("history", "一个项目（或一次活动）的变更历史",
             [&registry, past] { return showHistory(registry, *past); })
        ->add_option("PROJECT", *past, "编号、名称，或活动期次（如 2024-2）")
        ->required();

    auto set = kept<SetArguments>();
    auto *command = registry.add("set", "修改字段（与窗口同一途径，记入日志）",
                                 [&registry, set] { return setFields(registry, *set); });
    command->add_option("PROJECT", set->project, "编号、名称，或活动期次（如 2024-2 held_on=2024-05-28）")
        ->required();
    command->add_option("FIELD=VALUE", set->fields, "字段=值（金额缺省单位万元）")->required();
    command->add_option("--reason", set->reason, "原因")->required();
}

} // namespace yipi::cli
