// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overview_data.h"

namespace yipi::gui {
namespace {

constexpr int kTrendMonths = 12;
constexpr int kRatesShown = 3;

using indicators::Light;
using indicators::OverdueItem;

/// Without the finished ones.
LightCounts lightCounts(const indicators::OverdueCounts::Lights &lights) {
    const auto count = [&](Light light) { return int(lights[std::size_t(light)]); };
    return {count(Light::Red), count(Light::Yellow), count(Light::Green)};
}

void takeCounts(OverviewData &data, const indicators::OverdueCounts &counts, const indicators::Facts &facts) {
    for (std::size_t kind = 0; kind < counts.byKind.size(); ++kind) {
        data.overdueByKind[kind] = lightCounts(counts.byKind[kind]);
        for (const int count : data.overdueByKind[kind])
            data.overdueCount += std::size_t(count);
    }
    for (std::size_t zone = 0; zone < counts.byZone.size(); ++zone)
        data.lightsByZone[zone == 0 ? 0 : facts.zones[zone - 1].id] = lightCounts(counts.byZone[zone]);
}

} // namespace

QStringList mainRates(const indicators::RuleSet &rules) {
    const QStringList known{QStringLiteral("start"), QStringLiteral("produce"), QStringLiteral("attain")};
    if (std::all_of(known.begin(), known.end(), [&](const QString &id) { return rules.rate(id); }))
        return known;
    QStringList ids;
    for (const indicators::RateRule &rate : rules.rates)
        if (ids.size() < kRatesShown)
            ids << rate.id;
    return ids;
}

Result<OverviewData> readOverview(const Workspace &workspace, const services::FigureScope &scope) {
    const services::FigureService &figures = workspace.figures;
    OverviewData data;
    data.scope = scope;
    const auto rules = figures.ruleSet(scope.rulesId);
    if (!rules)
        return Failure(rules.error());
    data.rules = *rules;
    data.rateIds = mainRates(**rules);

    auto now = figures.rates(scope, indicators::GroupBy::Zone);
    if (!now)
        return Failure(now.error());
    data.now = std::move(*now);
    for (indicators::GroupResult &group : data.now.groups)
        if (const QString name = workspace.ledger.referenceText(EntityKind::Zone, group.id); !name.isEmpty())
            group.key = name; // the short one
    services::FigureScope earlier = scope;
    earlier.asOf = scope.asOf.plus(-1);
    auto before = figures.rates(earlier, indicators::GroupBy::Zone);
    if (!before)
        return Failure(before.error());
    data.before = std::move(*before);
    auto trend = figures.trend(scope, scope.asOf.plus(1 - kTrendMonths));
    if (!trend)
        return Failure(trend.error());
    data.trend = std::move(*trend);
    auto overdue = figures.overdueSummary(scope, kLatest);
    if (!overdue)
        return Failure(overdue.error());
    std::erase_if(overdue->first, [](const OverdueItem &item) { return item.light == Light::Done; });
    takeCounts(data, overdue->counts, workspace.ledger.facts());
    auto latest = figures.overdueLines(overdue->first);
    if (!latest)
        return Failure(latest.error());
    data.latest = std::move(*latest);

    auto campaign = figures.campaignAtHand(scope);
    if (!campaign)
        return Failure(campaign.error());
    data.campaign = std::move(*campaign);
    return data;
}

Result<std::vector<qint64>> overdueProjects(const Workspace &workspace, const services::FigureScope &scope,
                                            std::optional<indicators::OverdueKind> kind,
                                            std::optional<Light> light) {
    const auto items = workspace.figures.overdueItems(scope);
    if (!items)
        return Failure(items.error());
    std::vector<qint64> ids;
    for (const OverdueItem &item : *items)
        if (item.light != Light::Done && item.kind == kind.value_or(item.kind) &&
            item.light == light.value_or(item.light))
            ids.push_back(item.projectId);
    return ids;
}

std::vector<qint64> campaignProjects(const Workspace &workspace, const services::FigureScope &scope,
                                     CampaignKey campaign, std::optional<Money> minimum, bool strategicOnly) {
    const indicators::Facts &facts = workspace.ledger.facts();
    ProjectFilter filter = scope.filter;
    filter.firstCampaign = filter.lastCampaign = campaign;
    const indicators::FilterMatcher matcher(facts, filter, scope.asOf.lastDay());
    std::vector<qint64> ids;
    for (const indicators::EntryFact &entry : facts.entries) {
        const indicators::ProjectFact &project = facts.projects[entry.project];
        const bool wanted = matcher.matchesEntry(entry) &&
                            (!minimum || entry.investment >= minimum->yuan()) &&
                            (!strategicOnly || project.strategic);
        if (wanted && std::find(ids.begin(), ids.end(), project.id) == ids.end())
            ids.push_back(project.id);
    }
    return ids;
}

} // namespace yipi::gui
