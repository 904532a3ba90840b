// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"
#include "cli/records.h"

namespace yipi::cli {

namespace {

using indicators::DifferingRow;
using indicators::GroupDifference;
using indicators::RateDifference;
using indicators::RateResult;
using indicators::RowPlace;
using indicators::RuleComparison;

struct CompareArguments {
    ScopeOptions scope;
    std::string a, b, rate, by = "none";
};

Json sideJson(const QString &id, const QString &name, const QString &notice) {
    Json json{{"id", s(id)}, {"name", s(name)}};
    if (!notice.isEmpty())
        json["notice"] = s(notice);
    return json;
}

Json differenceJson(const RateDifference &rate) {
    return {{"id", s(rate.id)},
            {"title", s(rate.title)},
            {"a", rate.a ? rateJson(*rate.a) : Json(nullptr)},
            {"b", rate.b ? rateJson(*rate.b) : Json(nullptr)},
            {"points", orNull(rate.points)},
            {"num", rate.numDifference()},
            {"den", rate.denDifference()}};
}

Json groupJson(const GroupDifference &group) {
    Json json{{"key", s(group.key)}, {"rates", Json::array()}};
    if (!group.key2.isEmpty())
        json["key2"] = s(group.key2);
    for (const RateDifference &rate : group.rates)
        json["rates"].push_back(differenceJson(rate));
    return json;
}

QStringList sideText(const std::optional<RateResult> &rate) {
    if (!rate)
        return {QStringLiteral("无"), QString()};
    return {rate->text(), partsText(*rate)};
}

/// Rates that say something under one of the sets: both carry some for which an office keeps no data.
bool saysSomething(const RateDifference &rate) {
    const auto says = [](const std::optional<RateResult> &r) {
        return r && (r->rate.num() != 0 || r->rate.den() != 0);
    };
    return says(rate.a) || says(rate.b);
}

QString tableText(const RuleComparison &comparison) {
    QList<QStringList> rows;
    const auto add = [&](const GroupDifference &group, const QString &name) {
        for (const RateDifference &rate : group.rates)
            if (saysSomething(rate))
                rows << QStringList{name, rate.title} + sideText(rate.a) + sideText(rate.b) +
                            QStringList{rate.points.isEmpty() ? QStringLiteral("—") : rate.points};
    };
    for (const GroupDifference &group : comparison.groups)
        add(group, group.key2.isEmpty() ? group.key : group.key + QStringLiteral(" · ") + group.key2);
    add(comparison.total, QStringLiteral("合计"));
    QString text = textTable({QStringLiteral("分组"), QStringLiteral("比率"), comparison.aName,
                              QStringLiteral("分子/分母"), comparison.bName, QStringLiteral("分子/分母"),
                              QStringLiteral("相差（个百分点）")},
                             rows) +
                   QStringLiteral("截至 %1，相差 = %2 − %3；金额以亿元计\n")
                       .arg(comparison.asOf.text(), comparison.bName, comparison.aName);
    for (const QString &notice : {comparison.aNotice, comparison.bNotice})
        if (!notice.isEmpty())
            text += notice + u'\n';
    return text;
}

Json placeJson(const RowPlace &place) {
    return {{"in_denominator", place.inDenominator},
            {"in_numerator", place.inNumerator},
            {"num", place.num},
            {"den", place.den},
            {"why", s(place.why)}};
}

QString placeText(const RowPlace &place) {
    const QString mark = place.inNumerator     ? QStringLiteral("●")
                         : place.inDenominator ? QStringLiteral("○")
                                               : QStringLiteral("×");
    return mark + u' ' + place.why;
}

/// Adds the rows in which the sets differ.
Result<void> addDifferingRows(Output &output, const Session &session, const CompareArguments &a) {
    const auto rows = session.figures->differingRows(session.scope, q(a.a), q(a.b), q(a.rate));
    if (!rows)
        return Failure(rows.error());
    std::vector<qint64> ids;
    for (const DifferingRow &row : *rows)
        if (row.projectId)
            ids.push_back(row.projectId);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto names = projectNames(session, ids);
    if (!names)
        return Failure(names.error());
    Json lines = Json::array();
    QList<QStringList> table;
    for (const DifferingRow &row : *rows) {
        const QString name = row.projectId ? names->value(row.projectId) : QStringLiteral("年度任务");
        lines.push_back({{"project", s(name)},
                         {"project_id", row.projectId},
                         {"zone", s(row.zone)},
                         {"campaign", s(row.campaign.year ? row.campaign.text() : QString())},
                         {"a", placeJson(row.a)},
                         {"b", placeJson(row.b)}});
        table << QStringList{name, row.zone, row.campaign.year ? row.campaign.text() : QString(),
                             placeText(row.a), placeText(row.b)};
    }
    output.json["rate"] = a.rate;
    output.json["rows"] = std::move(lines);
    output.text += u'\n';
    if (rows->empty())
        output.text += QStringLiteral("两套口径的“%1”没有不同的行\n").arg(q(a.rate));
    else
        output.text += QStringLiteral("“%1”不同的 %2 行（● 计入分子，○ 只计入分母，× 未计入）：\n")
                           .arg(q(a.rate))
                           .arg(rows->size()) +
                       textTable({QStringLiteral("项目"), QStringLiteral("开发区"), QStringLiteral("期次"),
                                  q(output.json["a"]["name"].get<std::string>()),
                                  q(output.json["b"]["name"].get<std::string>())},
                                 table);
    return {};
}

Result<Output> compareRules(const Registry &registry, const CompareArguments &a) {
    const auto by = indicators::parseCut(q(a.by));
    if (!by)
        return Failure(by.error());
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    const auto comparison = session->figures->compareRules(session->scope, q(a.a), q(a.b), *by);
    if (!comparison)
        return Failure(comparison.error());
    Json groups = Json::array();
    for (const GroupDifference &group : comparison->groups)
        groups.push_back(groupJson(group));
    Output output{{{"as_of", s(comparison->asOf.text())},
                   {"a", sideJson(comparison->aId, comparison->aName, comparison->aNotice)},
                   {"b", sideJson(comparison->bId, comparison->bName, comparison->bNotice)},
                   {"by", a.by},
                   {"groups", groups},
                   {"total", groupJson(comparison->total)}},
                  tableText(*comparison) + knownAtText(session->scope)};
    addKnownAt(output.json, session->scope);
    if (!a.rate.empty())
        if (auto added = addDifferingRows(output, *session, a); !added)
            return Failure(std::move(added).error());
    return output;
}

} // namespace

void addCompareCommand(Registry &registry, CLI::App *rules) {
    auto compared = kept<CompareArguments>();
    auto *command = registry.add(
        "compare", "两套口径的比率，及不同的行",
        [&registry, compared] { return compareRules(registry, *compared); }, rules);
    command->add_option("A", compared->a, "口径")->required();
    command->add_option("B", compared->b, "另一套口径")->required();
    command->add_option("--rate", compared->rate, "列出这个比率不同的行，如 start");
    command->add_option("--by", compared->by, "分组，同 rates 的 --by，month 除外（缺省：none）");
    compared->scope.addMonthAndFiltersTo(command);
    compared->scope.addKnownAtTo(command);
}

} // namespace yipi::cli
