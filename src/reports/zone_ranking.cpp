// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/zone_ranking.h"

#include <algorithm>

namespace yipi::reports {

namespace {

constexpr int kNamedRanks = 3;

/// Zones of one rank: "乙、丙（并列，均为88.89%）".
Phrase namesOfRank(const std::vector<RankedZone> &ranking, int rank, const QString &rateId) {
    std::vector<const indicators::GroupResult *> zones;
    for (const RankedZone &ranked : ranking)
        if (ranked.rank == rank)
            zones.push_back(ranked.zone);
    QStringList names;
    for (const auto *zone : zones)
        names += zoneName(*zone);
    Phrase phrase;
    phrase << names.join(u'、') << (zones.size() > 1 ? QStringLiteral("（并列，均为") : QStringLiteral("（"))
           << rateFigure(zoneFigureId(*zones.front(), QStringLiteral("rate.") + rateId),
                         *zones.front()->rate(rateId), zoneName(*zones.front()))
           << QStringLiteral("）");
    return phrase;
}

Phrase namesOfRanks(const std::vector<RankedZone> &ranking, int first, int last, const QString &rateId) {
    std::vector<Phrase> names;
    for (int rank = first; rank <= last; ++rank)
        names.push_back(namesOfRank(ranking, rank, rateId));
    return joined(names, QStringLiteral("、"), {});
}

} // namespace

QString zoneName(const indicators::GroupResult &group) {
    return group.key.isEmpty() ? QStringLiteral("未填开发区") : group.key;
}

QString zoneFigureId(const indicators::GroupResult &group, const QString &tail) {
    return QStringLiteral("zone.%1.%2").arg(group.id).arg(tail);
}

std::vector<RankedZone> rankZones(const indicators::RateTable &table, const QString &rateId) {
    std::vector<RankedZone> ranking;
    for (const auto &group : table.groups)
        ranking.push_back({&group, 0});
    const auto rateOf = [&rateId](const RankedZone &ranked) {
        const auto *result = ranked.zone->rate(rateId);
        return result ? result->rate : Rate();
    };
    std::stable_sort(ranking.begin(), ranking.end(),
                     [&](const RankedZone &a, const RankedZone &b) { return rateOf(a) > rateOf(b); });
    int rank = 0;
    for (std::size_t i = 0; i < ranking.size() && rateOf(ranking[i]).isDefined(); ++i) {
        if (i == 0 || rateOf(ranking[i]) != rateOf(ranking[i - 1]))
            ++rank;
        ranking[i].rank = rank;
    }
    return ranking;
}

Phrase rankingSentence(const indicators::RateTable &table, const QString &rateId) {
    const std::vector<RankedZone> ranking = rankZones(table, rateId);
    const auto *total = table.total.rate(rateId);
    if (ranking.empty() || !total)
        return {};
    const QString rateTitle = total->title;
    int ranks = 0;
    QStringList unranked;
    for (const RankedZone &ranked : ranking) {
        ranks = std::max(ranks, ranked.rank);
        if (ranked.rank == 0)
            unranked += zoneName(*ranked.zone);
    }

    Phrase sentence;
    if (ranks == 0) {
        sentence << QStringLiteral("各开发区均无%1数据。").arg(rateTitle);
        return sentence;
    }
    const auto rankedCount = static_cast<qsizetype>(ranking.size()) - unranked.size();
    if (ranks == 1) {
        const QString who = rankedCount == 1 ? zoneName(*ranking.front().zone) + rateTitle
                                             : QStringLiteral("各开发区%1均为").arg(rateTitle);
        sentence << who
                 << rateFigure(zoneFigureId(*ranking.front().zone, QStringLiteral("rate.") + rateId),
                               *ranking.front().zone->rate(rateId), zoneName(*ranking.front().zone));
    } else if (ranks < 2 * kNamedRanks) {
        sentence << rateTitle << QStringLiteral("由高到低依次为") << namesOfRanks(ranking, 1, ranks, rateId);
    } else {
        sentence << rateTitle << QStringLiteral("前三位的是") << namesOfRanks(ranking, 1, kNamedRanks, rateId)
                 << QStringLiteral("；后三位的是")
                 << namesOfRanks(ranking, ranks - kNamedRanks + 1, ranks, rateId);
    }
    if (!unranked.isEmpty())
        sentence << QStringLiteral("；%1无可计算项目，不参与排名").arg(unranked.join(u'、'));
    sentence << QStringLiteral("。");
    return sentence;
}

} // namespace yipi::reports
