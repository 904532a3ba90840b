// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"
#include "cli/records.h"

#include <set>

namespace yipi::cli {

namespace {

using indicators::DueItem;
using indicators::Escalation;
using indicators::Light;
using indicators::OverdueKind;
using indicators::RuleSet;
using services::OverdueLine;

struct OverdueArguments {
    ScopeOptions scope;
    std::vector<std::string> kinds, lights;
    std::string list;
};

/// What --kind and --light leave.
struct Wanted {
    std::set<OverdueKind> kinds; ///< empty = all
    std::set<Light> lights;      ///< empty = all

    bool takes(Light light) const { return lights.empty() || lights.contains(light); }
    bool takes(const indicators::OverdueItem &item) const {
        return (kinds.empty() || kinds.contains(item.kind)) && takes(item.light);
    }
};

Result<Wanted> wanted(const OverdueArguments &a) {
    Wanted wanted;
    for (const auto &text : a.kinds) {
        auto kind = chosen<OverdueKind>(text, QStringLiteral("--kind"));
        if (!kind)
            return Failure(std::move(kind).error());
        wanted.kinds.insert(*kind);
    }
    for (const auto &text : a.lights) {
        auto light = chosen<Light>(text, QStringLiteral("--light"));
        if (!light)
            return Failure(std::move(light).error());
        wanted.lights.insert(*light);
    }
    return wanted;
}

QString levelTitle(const RuleSet &rules, Escalation level) {
    for (const auto &step : rules.lights.escalation)
        if (step.level == level)
            return step.title;
    return {};
}

Result<Output> listOverdue(const Session &session, const RuleSet &rules, const Wanted &wanted) {
    auto found = session.figures->overdueItems(session.scope);
    if (!found)
        return Failure(std::move(found).error());
    std::erase_if(*found, [&](const auto &item) { return !wanted.takes(item); });
    auto lines = session.figures->overdueLines(*found, session.scope);
    if (!lines)
        return Failure(std::move(lines).error());
    Json items = Json::array();
    QList<QStringList> rows;
    for (const OverdueLine &line : *lines) {
        const QString due = line.item.due.toString(Qt::ISODate);
        const QString kind = rules.overdueTitle(line.item.kind);
        const QString level = levelTitle(rules, line.item.level);
        const QString actor = services::actorOf(line);
        items.push_back({{"project", s(line.code.isEmpty() ? line.name : line.code + u' ' + line.name)},
                         {"project_id", line.item.projectId},
                         {"zone", s(line.zone)},
                         {"kind", s(indicators::key(line.item.kind))},
                         {"kind_title", s(kind)},
                         {"due", orNull(due)},
                         {"days_overdue", line.item.daysOverdue},
                         {"light", s(indicators::key(line.item.light))},
                         {"level", s(yipi::key(line.item.level))},
                         {"level_title", orNull(level)},
                         {"who", orNull(actor)},
                         {"patron", s(line.patron)},
                         {"service_officer", s(line.serviceOfficer)}});
        rows << QStringList{
            indicators::title(line.item.light),     line.code, line.name, line.zone, kind, due,
            QString::number(line.item.daysOverdue), level,     actor};
    }
    QString text =
        textTable({QStringLiteral("灯"), QStringLiteral("编号"), QStringLiteral("项目"),
                   QStringLiteral("开发区"), QStringLiteral("类型"), QStringLiteral("应达日期"),
                   QStringLiteral("超期天数"), QStringLiteral("督办层级"), QStringLiteral("督办人")},
                  rows) +
        QStringLiteral("共 %1 个\n").arg(rows.size());
    if (!rules.lights.note.isEmpty())
        text += QStringLiteral("亮灯规则（%1）：%2\n").arg(rules.lights.name, rules.lights.note);
    return Output{{{"as_of", s(session.scope.asOf.text())},
                   {"rules", s(rules.id)},
                   {"lights", s(rules.lights.name)},
                   {"items", items}},
                  text};
}

Json dueItemJson(const DueItem &item, const QString &name, const RuleSet &rules) {
    const auto date = [](indicators::Day day) {
        return orNull(indicators::dateOf(day).toString(Qt::ISODate));
    };
    return {{"project", s(name)},
            {"project_id", item.projectId},
            {"due", date(item.due)},
            {"started", date(item.event)},
            {"days", item.days},
            {"light", s(indicators::key(item.light))},
            {"level", s(yipi::key(item.level))},
            {"level_title", orNull(levelTitle(rules, item.level))}};
}

Result<Output> listDue(const Session &session, const RuleSet &rules, indicators::DueList list,
                       const Wanted &wanted) {
    auto result = session.figures->dueList(session.scope, list);
    if (!result)
        return Failure(std::move(result).error());
    std::erase_if(result->items, [&](const DueItem &item) { return !wanted.takes(item.light); });
    std::vector<qint64> ids;
    for (const DueItem &item : result->items)
        ids.push_back(item.projectId);
    auto names = projectNames(session, ids);
    if (!names)
        return Failure(std::move(names).error());
    const bool isEarly = list == indicators::DueList::EarlyStarted;
    Json items = Json::array();
    QList<QStringList> rows;
    for (const DueItem &item : result->items) {
        const QString name = names->value(item.projectId);
        items.push_back(dueItemJson(item, name, rules));
        rows << QStringList{isEarly ? QString() : indicators::title(item.light),
                            name,
                            indicators::dateOf(item.due).toString(Qt::ISODate),
                            indicators::dateOf(item.event).toString(Qt::ISODate),
                            QString::number(item.days),
                            levelTitle(rules, item.level)};
    }
    const auto &counts = result->counts;
    Output output{{{"as_of", s(session.scope.asOf.text())},
                   {"rules", s(rules.id)},
                   {"list", s(yipi::key(list))},
                   {"counts",
                    {{"due", counts.due},
                     {"late", counts.late},
                     {"early", counts.early},
                     {"started", counts.started},
                     {"without_due", counts.withoutDue}}},
                   {"items", items}},
                  textTable({QStringLiteral("灯"), QStringLiteral("项目"), QStringLiteral("应开工日期"),
                             QStringLiteral("开工日期"),
                             isEarly ? QStringLiteral("提前天数") : QStringLiteral("超期天数"),
                             QStringLiteral("督办层级")},
                            rows)};
    if (list == indicators::DueList::NotInStatistics)
        output.text += QStringLiteral("已开工 %1，其中未入库纳统 %2\n").arg(counts.started).arg(counts.late);
    else
        output.text +=
            QStringLiteral("已开工 %1 = 应开工 %2 − 应开未开 %3 + 提前开工 %4；无法判断是否到期 %5\n")
                .arg(counts.started)
                .arg(counts.due)
                .arg(counts.late)
                .arg(counts.early)
                .arg(counts.withoutDue);
    if (auto added = addRows(output, session, result->rows); !added)
        return Failure(std::move(added).error());
    return output;
}

Result<Output> showOverdue(const Registry &registry, const OverdueArguments &a) {
    auto filter = wanted(a);
    if (!filter)
        return Failure(std::move(filter).error());
    std::optional<indicators::DueList> list;
    if (!a.list.empty()) {
        auto named = chosen<indicators::DueList>(a.list, QStringLiteral("--list"));
        if (!named)
            return Failure(std::move(named).error());
        if (!a.kinds.empty())
            return fail(ErrorCode::Usage, QStringLiteral("--kind 不能与 --list 同用"),
                        QStringLiteral("--kind 只用于“三未”清单。"));
        list = *named;
    }
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    auto rules = session->figures->ruleSet(session->scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    auto output = list ? listDue(*session, **rules, *list, *filter) : listOverdue(*session, **rules, *filter);
    if (output) {
        output->text += knownAtText(session->scope);
        addKnownAt(output->json, session->scope);
    }
    return output;
}

} // namespace

void addOverdueCommands(Registry &registry) {
    auto overdue = kept<OverdueArguments>();
    auto *command = registry.add("overdue", "三未项目及红黄绿灯、督办层级；应开未开、提前开工、开工未入库",
                                 [&registry, overdue] { return showOverdue(registry, *overdue); });
    overdue->scope.addTo(command);
    overdue->scope.addKnownAtTo(command);
    command->add_option("--kind", overdue->kinds, "只列 not_started、not_produced、not_attained（可多次）");
    command->add_option("--light", overdue->lights, "只列 red、yellow、green、done（可多次）");
    command->add_option("--list", overdue->list,
                        "改列 due（应开未开）、early（提前开工）、statistics（开工未入库）");
}

} // namespace yipi::cli
