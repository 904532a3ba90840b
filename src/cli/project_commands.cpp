// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filters.h"
#include "cli/records.h"
#include "domain/campaign_entry.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"
#include "domain/text_parsing.h"

#include <QDateTime>

#include <algorithm>

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

struct Sorting {
    int field = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// "total_investment", "总投资"; "-总投资" is descending.
Result<Sorting> sortingFrom(const std::string &text) {
    Sorting sorting;
    QString name = q(text);
    if (name.startsWith(u'-')) {
        sorting.order = Qt::DescendingOrder;
        name.remove(0, 1);
    }
    if (name.isEmpty())
        return sorting;
    auto field = fieldNamed(entityInfo(EntityKind::Project), name);
    if (!field)
        return Failure(std::move(field).error());
    sorting.field = *field;
    return sorting;
}

/// The keys of the columns asked for by key or title.
Result<QStringList> columnsFrom(const std::string &text) {
    const auto &info = entityInfo(EntityKind::Project);
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
    auto chosen = columnsFrom(a.columns);
    if (!chosen)
        return Failure(std::move(chosen).error());
    const QStringList columns = *chosen;
    if (a.format != "table" && a.format != "json" && a.format != "csv")
        return fail(ErrorCode::Usage, QStringLiteral("--format 没有“%1”").arg(q(a.format)),
                    QStringLiteral("可用：table、json、csv。"));
    auto sort = sortingFrom(a.sort);
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
    auto ids = (*ledger)->projectIds(scope->filter, asOf, sort->field, sort->order);
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
Json relatedJson(const LedgerService &ledger, EntityKind kind, const std::vector<Record> &records) {
    const auto &info = entityInfo(kind);
    Json list = Json::array();
    for (const auto &record : records) {
        Json json = Json::object();
        for (std::size_t i = 0; i < info.fields.size(); ++i)
            if (info.fields[i].key != u"project")
                json[s(info.fields[i].key)] = valueJson(ledger, info.fields[i], record.values[i]);
        list.push_back(std::move(json));
    }
    return list;
}

QString withUnit(const LedgerService &ledger, const FieldInfo &field, const Value &value) {
    const QString unit = field.type == FieldType::Money ? yipi::title(MoneyUnit::Wan) : field.unit;
    return ledger.text(field, value) + (unit.isEmpty() ? QString() : u' ' + unit);
}

/// "2024-2 签约一批，申报投资 5200.00 万元": the filled fields of a record in one line.
QString lineOf(const LedgerService &ledger, const Record &record, const QStringList &leading) {
    const auto &info = entityInfo(record.kind);
    QStringList start, rest;
    for (std::size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        if (isEmpty(record.values[i]) || field.key == u"project" || field.key == u"state")
            continue;
        if (leading.contains(field.key))
            start << ledger.text(field, record.values[i]);
        else
            rest << field.title + u' ' + withUnit(ledger, field, record.values[i]);
    }
    return QStringLiteral("  ") + (QStringList{start.join(u' ')} + rest).join(QStringLiteral("，")) + u'\n';
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
    const QString owner = QStringLiteral("project");
    auto entries = (*ledger)->recordsWhere(EntityKind::CampaignEntry, owner, subject->id);
    auto progress = (*ledger)->recordsWhere(EntityKind::MonthlyProgress, owner, subject->id);
    if (!entries || !progress)
        return Failure(std::move(entries ? progress : entries).error());
    const services::FigureService figures(**ledger);
    const QDate asOf = figures.defaultMonth().lastDay();
    Output output;
    output.json = projectJson(**ledger, *record, {}, asOf);
    output.json["entries"] = relatedJson(**ledger, EntityKind::CampaignEntry, *entries);
    output.json["progress"] = relatedJson(**ledger, EntityKind::MonthlyProgress, *progress);
    const auto &info = entityInfo(EntityKind::Project);
    for (std::size_t i = 0; i < info.fields.size(); ++i)
        if (!isEmpty(record->values[i]) && !info.fields[i].isInternal)
            output.text +=
                QStringLiteral("%1：%2\n")
                    .arg(info.fields[i].title, withUnit(**ledger, info.fields[i], record->values[i]));
    output.text +=
        QStringLiteral("阶段：%1（截至 %2）\n")
            .arg(yipi::title(stageOf(fromRecord<Project>(*record), asOf)), asOf.toString(Qt::ISODate));
    output.text += QStringLiteral("入批：%1\n").arg(entries->empty() ? QStringLiteral("无") : QString());
    for (const Record &entry : *entries)
        output.text += lineOf(**ledger, entry, {QStringLiteral("campaign"), QStringLiteral("batch")});
    constexpr std::size_t kReports = 3;
    const auto month = std::size_t(entityInfo(EntityKind::MonthlyProgress).indexOf(QStringLiteral("month")));
    std::stable_sort(progress->begin(), progress->end(),
                     [&](const Record &a, const Record &b) { return a.values[month] < b.values[month]; });
    output.text +=
        QStringLiteral("月度进展：%1\n")
            .arg(progress->empty() ? QStringLiteral("无")
                 : progress->size() > kReports
                     ? QStringLiteral("（共 %1 个月，最近 %2 个月）").arg(progress->size()).arg(kReports)
                     : QString());
    for (std::size_t i = progress->size() - std::min(progress->size(), kReports); i < progress->size(); ++i)
        output.text += lineOf(**ledger, (*progress)[i], {QStringLiteral("month")});
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
        const QDateTime at = QDateTime::fromString(line.at, Qt::ISODate).toLocalTime();
        // What one person changed is told by the fields; what came with many others by its title.
        const bool isEdit = line.source == yipi::title(ChangeSource::Edit) ||
                            line.source == yipi::title(ChangeSource::CommandLine);
        const QString source = isEdit ? line.source : line.source + QStringLiteral("，") + line.title;
        output.text += QStringLiteral("%1 %2（%3）%4 %5 → %6 %7\n")
                           .arg(at.isValid() ? at.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : line.at,
                                line.user, source, line.field, line.before, line.after, line.reason);
    }
    output.json = {{"history", list}};
    return output;
}

struct SetArguments {
    std::string project, reason;
    std::vector<std::string> fields;
};

/// A doubt about what was typed or about the project as it now is.
struct Doubt {
    QString field, code, message;
};

/// Notes of reading ("约3000 → 3000") and amounts a thousand times away from what they were.
void doubtTyped(const FieldInfo &field, const QString &text, const Value &before,
                std::vector<Doubt> &doubts) {
    if (field.type == FieldType::Reference)
        return;
    const auto parsed = parseValue(field, text, MoneyUnit::Wan);
    if (!parsed.note.isEmpty())
        doubts.push_back(
            {field.key, QStringLiteral("guess"), field.title + QStringLiteral("：") + parsed.note});
    constexpr qint64 kUnitSlip = 1000;
    if (field.type != FieldType::Money || !parsed.value || isEmpty(before) || isEmpty(*parsed.value))
        return;
    const qint64 was = std::get<qint64>(before), is = std::get<qint64>(*parsed.value);
    if (was > 0 && is > 0 && (is / was >= kUnitSlip || was / is >= kUnitSlip))
        doubts.push_back({field.key, QStringLiteral("unit_suspect"),
                          QStringLiteral("%1原为 %2 万元，相差一千倍以上，请核对单位")
                              .arg(field.title, Money::fromYuan(was).shortText(MoneyUnit::Wan))});
}

/// What the checks find doubtful in the changed fields, or did not find before the change.
void doubtRecord(const Record &before, const Record &now, const QStringList &changed,
                 std::vector<Doubt> &doubts) {
    const auto known = validate(fromRecord<Project>(before), QDate::currentDate());
    for (const auto &issue : validate(fromRecord<Project>(now), QDate::currentDate())) {
        const bool isNew = std::none_of(known.begin(), known.end(), [&](const Issue &k) {
            return k.rule == issue.rule && k.field == issue.field;
        });
        if (isNew || changed.contains(issue.field))
            doubts.push_back({issue.field, issue.rule, issue.message});
    }
}

Result<Output> setFields(const Registry &registry, const SetArguments &a) {
    if (q(a.reason).trimmed().isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("--reason 不能为空"),
                    QStringLiteral("请写明修改的原因，它记入变更日志。"));
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
    const auto &info = entityInfo(subject->kind);
    std::vector<Doubt> doubts;
    QStringList changed;
    for (auto &typed : fields) {
        auto field = fieldNamed(info, typed.key);
        if (!field)
            return Failure(std::move(field).error());
        const auto at = std::size_t(*field);
        typed.key = info.fields[at].key;
        changed << typed.key;
        doubtTyped(info.fields[at], typed.text, record->values[at], doubts);
    }
    auto applied = (*ledger)->editFields(subject->kind, subject->id, record->version, fields, q(a.reason),
                                         ChangeSource::CommandLine);
    if (!applied)
        return Failure(std::move(applied).error());
    const int version = applied->records.empty() ? record->version : applied->records.back().version;
    if (subject->kind == EntityKind::Project) {
        auto now = (*ledger)->record(subject->kind, subject->id);
        if (!now)
            return Failure(std::move(now).error());
        doubtRecord(*record, *now, changed, doubts);
    }
    Json warnings = Json::array();
    Output output = confirmed({{"version", version}}, QStringLiteral("已修改，现为第 %1 版").arg(version));
    for (const Doubt &doubt : doubts) {
        warnings.push_back(
            {{"field", s(doubt.field)}, {"code", s(doubt.code)}, {"message", s(doubt.message)}});
        output.notes << QStringLiteral("提示：") + doubt.message;
    }
    output.json["warnings"] = warnings;
    return output;
}

} // namespace

void addProjectCommands(Registry &registry) {
    auto list = kept<ListArguments>();
    auto *projects =
        registry.add("projects", "列出项目", [&registry, list] { return listProjects(registry, *list); });
    projects->add_option("--columns", list->columns,
                         "列，逗号分隔的字段名（键或中文名，见 set --help），另有 id、version、stage");
    projects->add_option("--sort", list->sort, "排序字段；前面加 - 为从大到小，如 --sort -总投资");
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
    command->add_option("--reason", set->reason, "原因，不能为空")->required();
    command->footer(
        s(QStringLiteral("字段可以写中文名或键：%1。\n活动期次的字段：%2。")
              .arg(fieldList(entityInfo(EntityKind::Project)), fieldList(entityInfo(EntityKind::Campaign)))));
}

} // namespace yipi::cli
