// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_session.h"
#include "cli/records.h"

namespace yipi::cli {

namespace {

using indicators::PaceLine;
using indicators::RankChange;
using indicators::RankingLine;

struct RankingArguments {
    ScopeOptions scope;
    std::string rate = "start";
    bool byGroup = false;
};

Json changeJson(const RankChange &change) {
    return {{"rank", change.rank ? Json(change.rank) : Json(nullptr)},
            {"rank_change", change.places ? Json(*change.places) : Json(nullptr)},
            {"points", orNull(change.points)}};
}

QString placesText(const RankChange &change) {
    if (!change.places)
        return QStringLiteral("—");
    if (*change.places == 0)
        return QStringLiteral("持平");
    return *change.places > 0 ? QStringLiteral("升 %1").arg(*change.places)
                              : QStringLiteral("降 %1").arg(-*change.places);
}

QStringList rankingRow(const RankingLine &line) {
    const auto points = [](const RankChange &change) {
        return change.points.isEmpty() ? QStringLiteral("—") : change.points;
    };
    QString rank = line.rank ? QString::number(line.rank) : QStringLiteral("—");
    if (line.isTied)
        rank += QStringLiteral("（并列）");
    return {rank,
            line.name,
            line.result.text(),
            placesText(line.sinceLastMonth),
            points(line.sinceLastMonth),
            placesText(line.sinceLastYear),
            points(line.sinceLastYear)};
}

Result<Output> showRanking(const Registry &registry, const RankingArguments &a) {
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    auto ranking = session->figures->ranking(session->scope, q(a.rate), a.byGroup);
    if (!ranking)
        return Failure(std::move(ranking).error());
    Output output;
    Json tables = Json::array();
    for (const auto &table : ranking->tables) {
        Json lines = Json::array();
        QList<QStringList> rows;
        for (const RankingLine &line : table.lines) {
            lines.push_back({{"zone", s(line.name)},
                             {"rank", line.rank ? Json(line.rank) : Json(nullptr)},
                             {"tied", line.isTied},
                             {"rate", rateJson(line.result)},
                             {"last_month", changeJson(line.sinceLastMonth)},
                             {"last_year", changeJson(line.sinceLastYear)}});
            rows << rankingRow(line);
        }
        tables.push_back({{"group", s(table.group)}, {"zones", lines}});
        if (a.byGroup)
            output.text +=
                (table.group.isEmpty() ? QStringLiteral("未分组") : table.group) + QStringLiteral("：\n");
        output.text += textTable({QStringLiteral("名次"), QStringLiteral("开发区"), ranking->title,
                                  QStringLiteral("较上月名次"), QStringLiteral("较上月（个百分点）"),
                                  QStringLiteral("较上年同月名次"), QStringLiteral("较上年同月（个百分点）")},
                                 rows) +
                       u'\n';
    }
    output.text += QStringLiteral("截至 %1，合计 %2。%3\n")
                       .arg(ranking->asOf.text(), ranking->total.text(), ranking->total.ruleText) +
                   knownAtText(session->scope);
    output.json = {{"as_of", s(ranking->asOf.text())},
                   {"rate", s(ranking->rateId)},
                   {"rule", s(ranking->total.ruleText)},
                   {"tables", tables},
                   {"total", rateJson(ranking->total)}};
    addKnownAt(output.json, session->scope);
    return output;
}

struct TargetArguments {
    ScopeOptions scope;
    std::string by = "none", explain;
};

/// A whole number of thousandths in the unit people read: 个 with at most three decimals, 亿元 with two.
QString amountText(TargetIndicator indicator, qint64 thousandths) {
    if (countsPieces(indicator))
        return fixedPoint(thousandths, 1000, thousandths % 1000 == 0 ? 0 : 1, Rounding::HalfUp);
    constexpr qint64 kThousandthsPerYi = 100'000'000'000;
    return fixedPoint(thousandths, kThousandthsPerYi, 2, Rounding::HalfUp);
}

Json paceJson(const PaceLine &line) {
    return {{"zone", s(line.name)},
            {"indicator", s(key(line.indicator))},
            {"unit", countsPieces(line.indicator) ? "count" : "yuan"},
            {"target", line.target},
            {"actual", line.actual},
            {"completion", fractionJson(line.completion())},
            {"pace", fractionJson(line.pace())},
            {"expected_thousandths", line.expectedThousandths},
            {"gap_points", orNull(line.gapPoints())},
            {"gap_thousandths", line.gapThousandths()},
            {"light", line.light ? Json(s(indicators::key(*line.light))) : Json(nullptr)}};
}

QStringList paceRow(const PaceLine &line) {
    const QString gap = line.gapPoints();
    return {line.name.isEmpty() ? QStringLiteral("合计") : line.name,
            title(line.indicator) +
                (countsPieces(line.indicator) ? QStringLiteral("（个）") : QStringLiteral("（亿元）")),
            amountText(line.indicator, line.target * 1000),
            amountText(line.indicator, line.actual * 1000),
            line.completion().displayText(),
            line.pace().displayText(),
            gap.isEmpty() ? QStringLiteral("—") : gap,
            amountText(line.indicator, line.gapThousandths()),
            line.light ? indicators::title(*line.light) : QStringLiteral("—")};
}

Result<Output> showTargets(const Registry &registry, const TargetArguments &a) {
    if (a.by != "none" && a.by != "zone")
        return fail(ErrorCode::Usage, QStringLiteral("--by 没有“%1”").arg(q(a.by)),
                    QStringLiteral("可用：none、zone。"));
    auto session = openSession(registry, a.scope);
    if (!session)
        return Failure(std::move(session).error());
    auto table = session->figures->targets(session->scope);
    if (!table)
        return Failure(std::move(table).error());
    Json zones = Json::array(), totals = Json::array();
    QList<QStringList> rows;
    for (const PaceLine &line : table->zones) {
        if (a.by != "zone")
            break;
        zones.push_back(paceJson(line));
        rows << paceRow(line);
    }
    for (const PaceLine &line : table->totals) {
        totals.push_back(paceJson(line));
        rows << paceRow(line);
    }
    Output output;
    output.json = {{"as_of", s(table->asOf.text())}, {"by", a.by}, {"zones", zones}, {"totals", totals}};
    output.text =
        textTable({QStringLiteral("开发区"), QStringLiteral("指标"), QStringLiteral("目标"),
                   QStringLiteral("完成"), QStringLiteral("完成率"), QStringLiteral("序时进度"),
                   QStringLiteral("相差（个百分点）"), QStringLiteral("相差"), QStringLiteral("灯")},
                  rows) +
        QStringLiteral("截至 %1，合计由下达了目标的各开发区相加\n").arg(table->asOf.text()) +
        knownAtText(session->scope);
    addKnownAt(output.json, session->scope);
    if (table->totals.empty())
        output.notes << QStringLiteral("提示：台账中没有 %1 年的任务目标。").arg(table->asOf.year());
    if (indicators::narrowsWithinZones(session->scope.filter))
        output.notes << QStringLiteral("提示：筛选条件只限制完成数，目标仍是各开发区的全部目标。");
    if (a.explain.empty())
        return output;
    auto indicator = chosen<TargetIndicator>(a.explain, QStringLiteral("--explain"));
    if (!indicator)
        return Failure(std::move(indicator).error());
    auto explanation = session->figures->explainTarget(session->scope, *indicator);
    if (!explanation)
        return Failure(std::move(explanation).error());
    if (auto added = addRows(output, *session, *explanation); !added)
        return Failure(std::move(added).error());
    return output;
}

} // namespace

void addRankingCommands(Registry &registry) {
    auto ranking = kept<RankingArguments>();
    auto *rankingCommand = registry.add("ranking", "开发区按一个率排名，与上月、上年同月比",
                                        [&registry, ranking] { return showRanking(registry, *ranking); });
    ranking->scope.addTo(rankingCommand);
    ranking->scope.addKnownAtTo(rankingCommand);
    rankingCommand->add_option("--rate", ranking->rate, "start、produce、attain …（缺省：start）");
    rankingCommand->add_flag("--by-group", ranking->byGroup, "按开发区的排名分组分别排名");

    auto targets = kept<TargetArguments>();
    auto *targetsCommand = registry.add("targets", "年度任务目标的完成率、序时进度和差距",
                                        [&registry, targets] { return showTargets(registry, *targets); });
    targets->scope.addTo(targetsCommand);
    targets->scope.addKnownAtTo(targetsCommand);
    targetsCommand->add_option("--by", targets->by, "none（只列合计）、zone");
    targetsCommand->add_option("--explain", targets->explain, "列出一个指标计入的项目及理由，如 sign_count");
}

} // namespace yipi::cli
