// SPDX-License-Identifier: GPL-3.0-or-later
// The figures beside the rates, asked of the same facts.
#include "services/figure_service.h"

namespace yipi::services {

using indicators::Escalation;

QString actorOf(const OverdueLine &line) {
    switch (line.item.level) {
    case Escalation::None:
        return {};
    case Escalation::Officer:
        return line.serviceOfficer;
    case Escalation::Zone:
        return line.zone;
    case Escalation::Patron:
        return line.patron;
    case Escalation::City:
        break;
    }
    return yipi::title(Escalation::City);
}

Result<indicators::CohortTable> FigureService::cohorts(const FigureScope &scope,
                                                       const indicators::CohortQuestion &question) const {
    return facts(scope).map([&](const auto *known) { return indicators::cohortTable(*known, question); });
}

Result<indicators::CountedRows> FigureService::explainCohort(const FigureScope &scope,
                                                             const indicators::CohortQuestion &question,
                                                             const QString &key, int months) const {
    return facts(scope).and_then(
        [&](const auto *known) { return indicators::explainCohort(*known, question, key, months); });
}

Result<indicators::Funnel> FigureService::funnel(const FigureScope &scope) const {
    return facts(scope).map(
        [&](const auto *known) { return indicators::funnel(*known, scope.asOf, scope.filter); });
}

Result<indicators::CountedRows> FigureService::explainFunnel(const FigureScope &scope,
                                                             indicators::FunnelStep step) const {
    return facts(scope).map(
        [&](const auto *known) { return indicators::explainFunnel(*known, step, scope.asOf, scope.filter); });
}

Result<indicators::Ranking> FigureService::ranking(const FigureScope &scope, const QString &rateId,
                                                   bool byRankingGroup) const {
    const auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(rules.error());
    return facts(scope).and_then([&](const auto *known) {
        return indicators::zoneRanking(*known, **rules, rateId, scope.asOf, byRankingGroup, scope.filter);
    });
}

Result<indicators::PaceTable> FigureService::targets(const FigureScope &scope) const {
    const auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(rules.error());
    return facts(scope).map([&](const auto *known) {
        return indicators::paceTable(*known, (*rules)->lights, scope.asOf, scope.filter);
    });
}

Result<indicators::CountedRows> FigureService::explainTarget(const FigureScope &scope,
                                                             TargetIndicator indicator) const {
    return facts(scope).and_then([&](const auto *known) {
        return indicators::explainTarget(*known, indicator, scope.asOf, scope.filter);
    });
}

Result<indicators::DueListResult> FigureService::dueList(const FigureScope &scope,
                                                         indicators::DueList list) const {
    const auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(rules.error());
    return facts(scope).and_then([&](const auto *known) {
        return indicators::dueList(*known, **rules, list, scope.asOf, scope.filter);
    });
}

} // namespace yipi::services
