// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rate_changes.h"

namespace yipi::cli {

using indicators::GroupResult;
using indicators::RateTable;

namespace {

constexpr int kMonthsOfYear = 12;

QStringList changes(const GroupResult &now, const GroupResult *before) {
    QStringList points;
    for (std::size_t r = 0; r < now.rates.size(); ++r)
        points << (before ? percentagePoints(now.rates[r].rate, before->rates[r].rate) : QString());
    return points;
}

const GroupResult *sameGroup(const RateTable &table, const GroupResult &group) {
    const auto same = std::find_if(table.groups.begin(), table.groups.end(), [&](const GroupResult &other) {
        return other.id == group.id && other.id2 == group.id2 && other.key == group.key &&
               other.key2 == group.key2;
    });
    return same == table.groups.end() ? nullptr : &*same;
}

} // namespace

Result<ChangingRates> changingRates(const services::FigureService &figures,
                                    const services::FigureScope &scope, indicators::Cut by) {
    auto now = figures.rates(scope, by);
    if (!now)
        return Failure(std::move(now).error());
    std::vector<RateTable> before;
    for (const int months : {1, kMonthsOfYear}) {
        services::FigureScope earlier = scope;
        earlier.asOf = scope.asOf.plus(-months);
        auto table = figures.rates(earlier, by);
        if (!table)
            return Failure(std::move(table).error());
        before.push_back(std::move(*table));
    }
    ChangingRates result{std::move(*now), {}, {}};
    for (const GroupResult &group : result.table.groups)
        result.groups.push_back(
            {changes(group, sameGroup(before[0], group)), changes(group, sameGroup(before[1], group))});
    result.total = {changes(result.table.total, &before[0].total),
                    changes(result.table.total, &before[1].total)};
    return result;
}

Result<ChangingRates> changingTrend(const services::FigureService &figures,
                                    const services::FigureScope &scope, Month first, indicators::GroupBy by) {
    const Month from = std::min(first, scope.asOf);
    auto trend = figures.trend(scope, from.plus(-kMonthsOfYear), by);
    if (!trend)
        return Failure(std::move(trend).error());
    ChangingRates result;
    result.table = std::move(*trend);
    const std::vector<GroupResult> all = std::exchange(result.table.groups, {});
    const auto months = static_cast<std::size_t>(scope.asOf.index() - from.index() + 1 + kMonthsOfYear);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % months < kMonthsOfYear || first > scope.asOf)
            continue; // only to compare with
        result.table.groups.push_back(all[i]);
        result.groups.push_back({changes(all[i], &all[i - 1]), changes(all[i], &all[i - kMonthsOfYear])});
    }
    auto total = changingRates(figures, scope, {});
    if (!total)
        return Failure(std::move(total).error());
    result.total = std::move(total->total);
    return result;
}

} // namespace yipi::cli
