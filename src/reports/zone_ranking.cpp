// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/zone_ranking.h"

#include <algorithm>

namespace yipi::reports {

using indicators::RankedGroup;

namespace {

constexpr int kNamedRanks = 3;

/// Zones of one rank: "乙、丙（并列，均为88.89%）".
Phrase namesOfRank(const std::vector<RankedGroup> &ranking, int rank, const QString &rateId) {
    std::vector<const indicators::GroupResult *> zones;
    for (const RankedGroup &ranked : ranking)
        if (ranked.rank == rank)
            zones.push_back(ranked.group);
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

Phrase namesOfRanks(const std::vector<RankedGroup> &ranking, int first, int last, const QString &rateId) {
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

Phrase rankingSentence(const indicators::RateTable &table, const QString &rateId) {
    const std::vector<RankedGroup> ranking = indicators::rankByRate(table.groups, rateId);
    const auto *total = table.total.rate(rateId);
    if (ranking.empty() || !total)
        return {};
    const QString rateTitle = total->title;
    int ranks = 0;
    QStringList unranked;
    for (const RankedGroup &ranked : ranking) {
        ranks = std::max(ranks, ranked.rank);
        if (ranked.rank == 0)
            unranked += zoneName(*ranked.group);
    }

    Phrase sentence;
    if (ranks == 0) {
        sentence << QStringLiteral("各开发区均无%1数据。").arg(rateTitle);
        return sentence;
    }
    const auto rankedCount = static_cast<qsizetype>(ranking.size()) - unranked.size();
    if (ranks == 1) {
        const QString who = rankedCount == 1 ? zoneName(*ranking.front().group) + rateTitle
                                             : QStringLiteral("各开发区%1均为").arg(rateTitle);
        sentence << who
                 << rateFigure(zoneFigureId(*ranking.front().group, QStringLiteral("rate.") + rateId),
                               *ranking.front().group->rate(rateId), zoneName(*ranking.front().group));
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
