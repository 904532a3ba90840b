// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/records.h"
#include "cli/subject.h"
#include "domain/life_cycle.h"
#include "domain/monthly_progress.h"
#include "domain/project.h"

#include <algorithm>

namespace yipi::cli {

namespace {

using services::Access;
using services::LedgerService;

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
    const auto &info = (*ledger)->described(EntityKind::Project);
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

} // namespace

void addShowCommand(Registry &registry) {
    auto shown = kept<std::string>();
    registry
        .add("show", "一个项目（或一次活动）的全部内容",
             [&registry, shown] { return showProject(registry, *shown); })
        ->add_option("PROJECT", *shown, "编号、名称，或活动期次（如 2024-2）")
        ->required();
}

} // namespace yipi::cli
