// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/ranking.h"

#include "indicators/dense_ranks.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

Rate rateOf(const GroupResult &group, const QString &rateId) {
    const RateResult *result = group.rate(rateId);
    return result ? result->rate : Rate();
}

} // namespace

std::vector<RankedGroup> rankByRate(const std::vector<GroupResult> &groups, const QString &rateId) {
    std::vector<Rate> rates;
    for (const GroupResult &group : groups)
        rates.push_back(rateOf(group, rateId));
    std::vector<RankedGroup> ranking;
    for (const DenseRank &place : denseRanks(rates, [](const Rate &rate) { return rate.isDefined(); }))
        ranking.push_back({&groups[place.index], place.rank, place.isTied});
    return ranking;
}

namespace {

/// The zones of one month in the tables in which they are ranked.
using Tables = std::vector<std::pair<QString, std::vector<GroupResult>>>;

Tables tablesOf(const Facts &facts, const std::vector<GroupResult> &zones, bool byRankingGroup) {
    QHash<qint64, QString> groupOfZone;
    for (const Zone &zone : facts.zones)
        groupOfZone.insert(zone.id, zone.rankingGroup);
    Tables tables;
    for (const GroupResult &zone : zones) {
        const QString group = byRankingGroup ? groupOfZone.value(zone.id) : QString();
        auto table =
            std::find_if(tables.begin(), tables.end(), [&](const auto &t) { return t.first == group; });
        if (table == tables.end())
            table = tables.insert(tables.end(), {group, {}});
        table->second.push_back(zone);
    }
    std::stable_partition(tables.begin(), tables.end(), [](const auto &t) { return !t.first.isEmpty(); });
    return tables;
}

/// Where each zone stood at another month.
QHash<qint64, RankChange> placesAt(const Tables &tables, const QString &rateId) {
    QHash<qint64, RankChange> places;
    for (const auto &[name, zones] : tables)
        for (const RankedGroup &ranked : rankByRate(zones, rateId))
            places.insert(ranked.group->id, {ranked.rank, rateOf(*ranked.group, rateId), {}, {}});
    return places;
}

RankChange changeSince(RankChange before, const RankingLine &now) {
    if (before.rank > 0 && now.rank > 0)
        before.places = before.rank - now.rank;
    before.points = percentagePoints(now.result.rate, before.rate, now.result.decimals);
    return before;
}

} // namespace

Result<Ranking> zoneRanking(const Facts &facts, const RuleSet &rules, const QString &rateId, Month asOf,
                            bool byRankingGroup, const ProjectFilter &filter) {
    const RateRule *rule = rules.rate(rateId);
    if (!rule) {
        QStringList ids;
        for (const RateRule &known : rules.rates)
            ids << known.id;
        return fail(ErrorCode::NotFound, QStringLiteral("口径“%1”里没有比率“%2”。").arg(rules.name, rateId),
                    QStringLiteral("可以选 %1。").arg(ids.join(QStringLiteral("、"))));
    }
    const Engine engine(facts);
    const auto tablesAt = [&](const RateTable &table) {
        return tablesOf(facts, table.groups, byRankingGroup);
    };
    const RateTable table = engine.rates(rules, asOf, GroupBy::Zone, filter);
    const Tables now = tablesAt(table);
    const auto lastMonth =
        placesAt(tablesAt(engine.rates(rules, asOf.plus(-1), GroupBy::Zone, filter)), rateId);
    const auto lastYear =
        placesAt(tablesAt(engine.rates(rules, asOf.plus(-12), GroupBy::Zone, filter)), rateId);

    Ranking ranking{asOf, rateId, rule->title, {}, *table.total.rate(rateId)};
    for (const auto &[name, zones] : now) {
        RankingTable &lines = ranking.tables.emplace_back(RankingTable{name, {}});
        for (const RankedGroup &ranked : rankByRate(zones, rateId)) {
            RankingLine line{ranked.group->id,
                             ranked.group->key,
                             *ranked.group->rate(rateId),
                             ranked.rank,
                             ranked.isTied,
                             {},
                             {}};
            line.sinceLastMonth = changeSince(lastMonth.value(line.zone), line);
            line.sinceLastYear = changeSince(lastYear.value(line.zone), line);
            lines.lines.push_back(std::move(line));
        }
    }
    return ranking;
}

} // namespace yipi::indicators
