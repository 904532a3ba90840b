// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overview_data.h"

namespace yipi::gui {
namespace {

constexpr int kTrendMonths = 12;
constexpr int kRatesShown = 3;

using indicators::Light;
using indicators::OverdueKind;

/// Position in LightCounts; −1 for finished ones.
int lightIndex(Light light) {
    switch (light) {
    case Light::Red:
        return 0;
    case Light::Yellow:
        return 1;
    case Light::Green:
        return 2;
    case Light::Done:
        break;
    }
    return -1;
}

qint64 zoneIdOf(const indicators::Facts &facts, qint64 projectId) {
    const auto it = facts.projectIndex.find(projectId);
    const int zone = it == facts.projectIndex.end() ? -1 : facts.projects[it->second].zone;
    return zone < 0 ? 0 : facts.zones[std::size_t(zone)].id;
}

void groupOverdue(OverviewData &data, const std::vector<indicators::OverdueItem> &items,
                  const indicators::Facts &facts) {
    for (std::size_t kind = 0; kind < data.overdueGroups.size(); ++kind)
        data.overdueGroups[kind].kind = OverdueKind(kind);
    for (const indicators::OverdueItem &item : items) {
        const auto light = std::size_t(lightIndex(item.light));
        data.overdueGroups[std::size_t(item.kind)].projects[light].push_back(item.projectId);
        ++data.lightsByZone[zoneIdOf(facts, item.projectId)][light];
    }
}

} // namespace

std::vector<qint64> OverdueGroup::all() const {
    std::vector<qint64> ids;
    for (const auto &part : projects)
        ids.insert(ids.end(), part.begin(), part.end());
    return ids;
}

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
    auto overdue = figures.overdueItems(scope);
    if (!overdue)
        return Failure(overdue.error());
    std::erase_if(*overdue, [](const indicators::OverdueItem &item) { return lightIndex(item.light) < 0; });
    groupOverdue(data, *overdue, workspace.ledger.facts());
    data.overdueCount = overdue->size();
    auto latest = figures.overdueLines(std::span(*overdue).first(std::min(overdue->size(), kLatest)));
    if (!latest)
        return Failure(latest.error());
    data.latest = std::move(*latest);

    auto campaign = figures.campaignAtHand(scope);
    if (!campaign)
        return Failure(campaign.error());
    data.campaign = std::move(*campaign);
    return data;
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
