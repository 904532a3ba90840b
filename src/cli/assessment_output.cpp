// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/assessment_output.h"

#include "cli/records.h"
#include "indicators/rule_words.h"

namespace yipi::cli {

namespace {

using indicators::AssessmentItem;
using indicators::AssessmentScheme;
using indicators::ItemScore;
using indicators::ZoneScore;
using services::Assessment;

Json numberOrNull(const std::optional<Fraction> &number) {
    return number ? Json(s(number->text())) : Json(nullptr);
}

QString orDash(const std::optional<Fraction> &number) {
    return number ? number->text() : QStringLiteral("—");
}

Json itemJson(const indicators::ItemFigure &figure, const ItemScore &score) {
    return {{"value", numberOrNull(score.value)},
            {"num", figure.now.num()},
            {"den", figure.now.den()},
            {"unit", figure.isMoney ? "yuan" : "count"},
            {"score", numberOrNull(score.score)},
            {"weight", s(score.weight.text())},
            {"points", s(score.points.text())}};
}

QString rankText(const ZoneScore &zone) {
    const QString rank = zone.rank ? QString::number(zone.rank) : QStringLiteral("—");
    return zone.isTied ? rank + QStringLiteral("（并列）") : rank;
}

QString movedText(const services::AssessmentChange &change) {
    if (!change.places)
        return QStringLiteral("—");
    if (*change.places == 0)
        return QStringLiteral("持平");
    return *change.places > 0 ? QStringLiteral("升 %1").arg(*change.places)
                              : QStringLiteral("降 %1").arg(-*change.places);
}

} // namespace

Json schemeJson(const AssessmentScheme &scheme) {
    Json items = Json::array();
    for (const AssessmentItem &item : scheme.items)
        items.push_back({{"id", s(item.id)},
                         {"title", s(item.title)},
                         {"weight", s(item.weight.text())},
                         {"text", s(indicators::itemRuleText(item))}});
    return {{"id", s(scheme.id)},
            {"name", s(scheme.name)},
            {"version", s(scheme.version)},
            {"description", s(scheme.description)},
            {"rules", scheme.rules.isEmpty() ? Json(nullptr) : Json(s(scheme.rules))},
            {"group", s(key(scheme.grouping))},
            {"missing", s(key(scheme.missing))},
            {"full_marks", s(scheme.fullMarks().text())},
            {"items", items},
            {"bonus", scheme.bonus.size()}};
}

QString schemeText(const AssessmentScheme &scheme) {
    QString text = QStringLiteral("%1（%2，%3 版）\n%4\n%5；没有数值的指标%6；满分 %7\n")
                       .arg(scheme.name, scheme.id, scheme.version, scheme.description,
                            title(scheme.grouping), title(scheme.missing), scheme.fullMarks().text());
    for (const AssessmentItem &item : scheme.items)
        text += QStringLiteral("  %1 %2：%3\n").arg(item.id, item.title, indicators::itemRuleText(item));
    for (const indicators::BonusEntry &entry : scheme.bonus)
        text += QStringLiteral("  加减分 %1 %2：%3，%4\n")
                    .arg(entry.zone, entry.points.text(), entry.title, entry.why);
    return text;
}

Json assessmentHead(const Assessment &assessment) {
    Json notices = Json::array();
    for (const QString &notice : assessment.figures.notices)
        notices.push_back(s(notice));
    return {{"as_of", s(assessment.figures.asOf.text())},
            {"scheme",
             {{"id", s(assessment.scheme.id)},
              {"name", s(assessment.scheme.name)},
              {"version", s(assessment.scheme.version)}}},
            {"rules", {{"id", s(assessment.figures.rulesId)}, {"name", s(assessment.figures.rulesName)}}},
            {"full_marks", s(assessment.scheme.fullMarks().text())},
            {"notices", notices}};
}

QString footerText(const Assessment &assessment) {
    QString text = QStringLiteral("截至 %1，考核方案：%2，口径：%3，满分 %4\n")
                       .arg(assessment.figures.asOf.text(), assessment.scheme.name,
                            assessment.figures.rulesName, assessment.scheme.fullMarks().text());
    for (const QString &notice : assessment.figures.notices)
        text += notice + u'\n';
    return text;
}

Json standingJson(const ZoneScore &zone) {
    return {{"rank", zone.rank ? Json(zone.rank) : Json(nullptr)},
            {"tied", zone.isTied},
            {"total", numberOrNull(zone.total)},
            {"total_exact", zone.total ? Json(s(zone.total->exactText())) : Json(nullptr)}};
}

Json zoneScoreJson(const Assessment &assessment, const ZoneScore &zone) {
    Json json{{"zone", s(zone.name)}};
    json.update(standingJson(zone));
    json["bonus"] = s(zone.bonus.text());
    Json items = Json::object();
    const auto *figures = assessment.figuresOf(zone.zone);
    for (std::size_t i = 0; i < zone.items.size(); ++i)
        items[s(assessment.scheme.items[i].id)] = itemJson(figures->items[i], zone.items[i]);
    json["items"] = std::move(items);
    const services::AssessmentChange change = assessment.sinceLastMonth(zone);
    json["last_month"] = {{"rank", change.rank ? Json(change.rank) : Json(nullptr)},
                          {"rank_change", change.places ? Json(*change.places) : Json(nullptr)},
                          {"total", numberOrNull(change.total)},
                          {"points", numberOrNull(change.points)}};
    return json;
}

Json howJson(const Assessment &assessment, const ZoneScore &zone, std::size_t at) {
    const AssessmentItem &item = assessment.scheme.items[at];
    const auto &figure = assessment.figuresOf(zone.zone)->items[at];
    const auto &group = *assessment.scores.groupOf(zone.zone);
    return {{"id", s(item.id)},
            {"title", s(item.title)},
            {"rule", s(indicators::itemRuleText(item))},
            {"figure", s(indicators::figureText(item, figure))},
            {"how", s(indicators::scoreText(assessment.scheme, at, group, zone, figure))}};
}

QString groupText(const Assessment &assessment, const indicators::GroupScores &group) {
    QStringList header{QStringLiteral("名次"), QStringLiteral("开发区")};
    for (const AssessmentItem &item : assessment.scheme.items)
        header << item.title << QStringLiteral("得分");
    header << QStringLiteral("加减分") << QStringLiteral("总分") << QStringLiteral("较上月名次");
    QList<QStringList> rows;
    for (const ZoneScore &zone : group.zones) {
        if (!assessment.shows(zone.zone))
            continue;
        QStringList row{rankText(zone), zone.name};
        const auto *figures = assessment.figuresOf(zone.zone);
        for (std::size_t i = 0; i < zone.items.size(); ++i)
            row << indicators::valueText(assessment.scheme.items[i], figures->items[i], zone.items[i])
                << orDash(zone.items[i].score);
        row << zone.bonus.text() << orDash(zone.total) << movedText(assessment.sinceLastMonth(zone));
        rows << row;
    }
    QString text;
    if (assessment.scheme.grouping != indicators::AssessmentGrouping::All)
        text = (group.group.isEmpty() ? QStringLiteral("未分组") : group.group) + QStringLiteral("：\n");
    return text + textTable(header, rows) + u'\n';
}

QString decompositionText(const Assessment &assessment, const ZoneScore &zone) {
    QString text =
        QStringLiteral("%1　总分 %2　名次 %3\n").arg(zone.name, orDash(zone.total), rankText(zone));
    const auto *figures = assessment.figuresOf(zone.zone);
    const auto &group = *assessment.scores.groupOf(zone.zone);
    for (std::size_t i = 0; i < zone.items.size(); ++i) {
        const AssessmentItem &item = assessment.scheme.items[i];
        const auto &figure = figures->items[i];
        text += QStringLiteral("  %1 %2%3（%4）：%5\n")
                    .arg(item.title, indicators::valueText(item, figure, zone.items[i]),
                         indicators::valueUnit(item, figure), indicators::figureText(item, figure),
                         indicators::scoreText(assessment.scheme, i, group, zone, figure));
    }
    for (const std::size_t i : zone.bonusEntries) {
        const indicators::BonusEntry &entry = assessment.scheme.bonus[i];
        text += QStringLiteral("  加减分 %1：%2，%3%4\n")
                    .arg(entry.points.text(), entry.title, entry.why,
                         entry.source.isEmpty() ? QString() : QStringLiteral("（%1）").arg(entry.source));
    }
    if (!zone.bonusEntries.empty())
        text += QStringLiteral("  加减分合计 %1\n").arg(zone.bonus.text());
    return text;
}

Json changedItemsJson(const Assessment &assessment, const indicators::WhatIf &outcome) {
    Json changed = Json::array();
    const auto *before = assessment.figuresOf(outcome.zone);
    for (const std::size_t i : outcome.changed) {
        const auto after = std::find_if(outcome.figures.zones.begin(), outcome.figures.zones.end(),
                                        [&](const auto &zone) { return zone.zone == outcome.zone; });
        changed.push_back(
            {{"id", s(assessment.scheme.items[i].id)},
             {"before", itemJson(before->items[i], outcome.before.zone(outcome.zone)->items[i])},
             {"after", itemJson(after->items[i], outcome.after.zone(outcome.zone)->items[i])}});
    }
    return changed;
}

QString changedItemsText(const Assessment &assessment, const indicators::WhatIf &outcome) {
    QString text;
    for (const std::size_t i : outcome.changed) {
        const AssessmentItem &item = assessment.scheme.items[i];
        const auto &figure = assessment.figuresOf(outcome.zone)->items[i];
        const ItemScore &before = outcome.before.zone(outcome.zone)->items[i];
        const ItemScore &after = outcome.after.zone(outcome.zone)->items[i];
        text += QStringLiteral("  %1 %2 → %3%4，得分 %5 → %6\n")
                    .arg(item.title, indicators::valueText(item, figure, before),
                         indicators::valueText(item, figure, after), indicators::valueUnit(item, figure),
                         orDash(before.score), orDash(after.score));
    }
    return text;
}

QString leastText(const Assessment &assessment, qint64 zone, indicators::Event event,
                  const std::optional<int> &least) {
    const QString what = indicators::title(event);
    if (least)
        return QStringLiteral("至少再%1 %2 个，名次才能上升").arg(what).arg(*least);
    const int rank = assessment.scores.groupOf(zone)->zone(zone)->rank;
    if (rank == 1)
        return QStringLiteral("已是第 1 名");
    return rank ? QStringLiteral("只靠再%1，名次升不了").arg(what) : QStringLiteral("没有总分，不排名");
}

} // namespace yipi::cli
