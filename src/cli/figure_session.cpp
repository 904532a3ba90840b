// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"

#include "domain/project.h"

namespace yipi::cli {

Result<Session> openSession(const Registry &registry, const ScopeOptions &options) {
    Session session;
    auto ledger = registry.open(services::Access::ReadOnly);
    if (!ledger)
        return Failure(std::move(ledger).error());
    session.ledger = std::move(*ledger);
    session.figures = std::make_unique<services::FigureService>(*session.ledger);
    auto scope = options.scope(*session.ledger, *session.figures);
    if (!scope)
        return Failure(std::move(scope).error());
    session.scope = std::move(*scope);
    return session;
}

Json rateJson(const indicators::RateResult &rate) {
    return {{"percent", rate.rate.isDefined() ? Json(s(rate.rate.percentText(rate.decimals, rate.rounding)))
                                              : Json(nullptr)},
            {"num", rate.rate.num()},
            {"den", rate.rate.den()},
            {"unit", rate.isMoney() ? "yuan" : "count"}};
}

QString partText(const indicators::RateResult &rate, qint64 value) {
    return rate.isMoney() ? Money::fromYuan(value).text(MoneyUnit::Yi) : QString::number(value);
}

QString partsText(const indicators::RateResult &rate) {
    return partText(rate, rate.rate.num()) + u'/' + partText(rate, rate.rate.den());
}

Json orNull(const QString &text) {
    return text.isEmpty() ? Json(nullptr) : Json(s(text));
}

Json fractionJson(const Rate &rate) {
    return {{"percent", rate.isDefined() ? Json(s(rate.percentText())) : Json(nullptr)},
            {"num", rate.num()},
            {"den", rate.den()}};
}

Result<QHash<qint64, QString>> projectNames(const Session &session, const std::vector<qint64> &ids) {
    auto records = session.figures->projects(session.scope, ids);
    if (!records)
        return Failure(std::move(records).error());
    QHash<qint64, QString> names;
    for (const auto &record : *records) {
        const auto project = fromRecord<Project>(record);
        names.insert(record.id, project.code.isEmpty() ? project.name : project.code + u' ' + project.name);
    }
    return names;
}

Result<void> addRows(Output &output, const Session &session, const indicators::CountedRows &rows) {
    std::vector<qint64> ids;
    for (const auto *list : {&rows.included, &rows.excluded})
        for (const auto &row : *list)
            ids.push_back(row.projectId);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto names = projectNames(session, ids);
    if (!names)
        return Failure(std::move(names).error());
    const auto add = [&](const char *member, const QString &heading,
                         const std::vector<indicators::CountedRow> &list) {
        Json lines = Json::array();
        output.text += QStringLiteral("\n%1 %2：\n").arg(heading).arg(list.size());
        for (const auto &row : list) {
            const QString name = names->value(row.projectId);
            lines.push_back({{"project", s(name)},
                             {"project_id", row.projectId},
                             {"counts", row.counts},
                             {"value", row.value},
                             {"why", s(row.why)}});
            output.text += QStringLiteral("%1 %2：%3\n")
                               .arg(row.counts ? QStringLiteral("●") : QStringLiteral("○"), name, row.why);
        }
        output.json[member] = std::move(lines);
    };
    add("included", QStringLiteral("计入"), rows.included);
    add("excluded", QStringLiteral("未计入"), rows.excluded);
    return {};
}

Result<void> addEntries(Output &output, const Session &session, const indicators::Explanation &explanation) {
    std::vector<qint64> ids;
    for (const auto *list : {&explanation.included, &explanation.excluded})
        for (const auto &entry : *list)
            ids.push_back(entry.projectId);
    auto names = projectNames(session, ids);
    if (!names)
        return Failure(std::move(names).error());
    Json included = Json::array();
    Json excluded = Json::array();
    output.text += QStringLiteral("计入 %1：\n").arg(explanation.included.size());
    for (const auto &entry : explanation.included) {
        const QString name = names->value(entry.projectId);
        included.push_back({{"project", s(name)},
                            {"project_id", entry.projectId},
                            {"campaign", s(entry.campaign.text())},
                            {"in_numerator", entry.inNumerator},
                            {"num", entry.num},
                            {"den", entry.den},
                            {"why", s(entry.why)}});
        output.text += QStringLiteral("%1 %2 %3：%4\n")
                           .arg(entry.inNumerator ? QStringLiteral("●") : QStringLiteral("○"),
                                entry.campaign.text(), name, entry.why);
    }
    output.text += QStringLiteral("\n未计入 %1：\n").arg(explanation.excluded.size());
    for (const auto &entry : explanation.excluded) {
        const QString name = names->value(entry.projectId);
        excluded.push_back({{"project", s(name)},
                            {"project_id", entry.projectId},
                            {"campaign", s(entry.campaign.text())},
                            {"why", s(entry.why)}});
        output.text += QStringLiteral("%1 %2：%3\n").arg(entry.campaign.text(), name, entry.why);
    }
    output.json["included"] = std::move(included);
    output.json["excluded"] = std::move(excluded);
    return {};
}

} // namespace yipi::cli
