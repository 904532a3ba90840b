// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/cohort.h"
#include "indicators/compare_rules.h"
#include "indicators/due_lists.h"
#include "indicators/engine.h"
#include "indicators/funnel.h"
#include "indicators/pace.h"
#include "indicators/ranking.h"
#include "services/ledger_service.h"
#include "services/rule_library.h"

#include <QStringList>

namespace yipi::services {

/// The scope of a page: what the filter bar says.
struct FigureScope {
    Month asOf;
    QString rulesId; ///< empty = the ledger's own
    ProjectFilter filter;
    /// Figures as they were known at the end of this day; none = as known now.
    std::optional<QDate> knownAt = std::nullopt;
};

/// The sentence below figures that were asked for as known at a day.
QString knownAtNote(QDate date);

/// A project of the 三未 list with what a person needs to act.
struct OverdueLine {
    indicators::OverdueItem item;
    QString code, name, zone, patron, serviceOfficer;
};

/// Who has to act on it by now: the officer, zone, patron or city by the level of the item; empty = nobody
/// yet.
QString actorOf(const OverdueLine &line);

/// 本次活动 with what its projects add up to.
struct CampaignAtHand {
    indicators::CampaignSummary summary;
    QDate heldOn; ///< invalid = not entered
};

/// All figures of the open ledger: one engine, the rule sets of data/rules and of the user's own folder.
class FigureService {
public:
    /// Loads every rule set it finds; a bad file is left out and named in the library's problems().
    explicit FigureService(const LedgerService &ledger);

    /// The rule sets, to be changed as well; pointers that `ruleSet` gave are void after a change.
    RuleLibrary &library() { return m_library; }
    const RuleLibrary &library() const { return m_library; }
    const std::vector<indicators::RuleSet> &ruleSets() const { return m_library.sets(); }
    const QStringList &problems() const { return m_library.problems(); }
    /// As RuleLibrary::remove and rename, but Refused for the set that the ledger uses: it would be left
    /// without figures.
    Result<void> removeRules(const QString &id);
    Result<void> renameRules(const QString &id, const QString &newId);
    /// Empty id: the ledger's own choice, else basic. NotFound names the ids there are.
    Result<const indicators::RuleSet *> ruleSet(const QString &id) const;

    /// What figures of this scope are made from. Valid until the ledger changes or another day is asked for.
    Result<const indicators::Facts *> facts(const FigureScope &scope) const;

    /// The last month any campaign, event or report of the ledger falls into.
    Month lastMonth() const;
    /// The as-of month a new window starts with: the month of the newest report, or lastMonth() (not in the
    /// future) where events go on for more than a month after it.
    Month defaultMonth() const;
    /// Decides the ledger's own rules for every row ahead, half a second for a million: a window that asks
    /// first in the background is not held up by its first page.
    void warmUp() const;
    /// The campaign held last by the end of the month after `asOf`, when its bulletin is written: 本次活动.
    std::optional<CampaignKey> campaignAtHand(Month asOf) const;
    /// Its figures under the scope's filter, whose range of campaigns it does not heed.
    Result<std::optional<CampaignAtHand>> campaignAtHand(const FigureScope &scope) const;

    Result<indicators::RateTable> rates(const FigureScope &scope, indicators::Cut by) const;
    Result<indicators::RateTable> trend(const FigureScope &scope, Month first,
                                        indicators::GroupBy by = indicators::GroupBy::None) const;
    Result<indicators::Explanation> explain(const FigureScope &scope, const QString &rateId) const;
    indicators::CampaignSummary summary(CampaignKey campaign, const ProjectFilter &filter = {}) const;
    /// The same as known at the day of the scope.
    Result<indicators::CampaignSummary> summary(const FigureScope &scope, CampaignKey campaign) const;
    /// The 三未 list without texts: one pass over the facts.
    Result<std::vector<indicators::OverdueItem>> overdueItems(const FigureScope &scope) const;
    /// The counts of the 三未 list and the first `most` of it.
    Result<indicators::OverdueSummary> overdueSummary(const FigureScope &scope, std::size_t most) const;
    /// What a person needs to act on these items; reads their projects.
    Result<std::vector<OverdueLine>> overdueLines(std::span<const indicators::OverdueItem> items) const;
    /// The same as known at the day of the scope.
    Result<std::vector<OverdueLine>> overdueLines(std::span<const indicators::OverdueItem> items,
                                                  const FigureScope &scope) const;
    /// Projects by id as known at the day of the scope.
    Result<std::vector<Record>> projects(const FigureScope &scope, std::span<const qint64> ids) const;
    Result<std::vector<OverdueLine>> overdue(const FigureScope &scope) const;

    /// Rule sets A and B side by side over the rows of the scope, whose own rule set does not matter.
    Result<indicators::RuleComparison> compareRules(const FigureScope &scope, const QString &a,
                                                    const QString &b, indicators::Cut by = {}) const;
    Result<std::vector<indicators::DifferingRow>>
    differingRows(const FigureScope &scope, const QString &a, const QString &b, const QString &rateId) const;

    // Figures derived beside the rates: derived_figures.cpp.
    Result<indicators::CohortTable> cohorts(const FigureScope &scope,
                                            const indicators::CohortQuestion &question) const;
    Result<indicators::CountedRows> explainCohort(const FigureScope &scope,
                                                  const indicators::CohortQuestion &question,
                                                  const QString &key, int months) const;
    Result<indicators::Funnel> funnel(const FigureScope &scope) const;
    Result<indicators::CountedRows> explainFunnel(const FigureScope &scope,
                                                  indicators::FunnelStep step) const;
    Result<indicators::Ranking> ranking(const FigureScope &scope, const QString &rateId,
                                        bool byRankingGroup) const;
    /// Completion of the year's targets against the pace, with the lights of the rule set.
    Result<indicators::PaceTable> targets(const FigureScope &scope) const;
    Result<indicators::CountedRows> explainTarget(const FigureScope &scope, TargetIndicator indicator) const;
    Result<indicators::DueListResult> dueList(const FigureScope &scope, indicators::DueList list) const;

private:
    Result<void> refuseInUse(const QString &id, const QString &deed) const;
    template <class Ask>
    auto answer(const FigureScope &scope, Ask &&ask) const;
    /// The engine over the facts of the scope; see `facts`.
    Result<const indicators::Engine *> engine(const FigureScope &scope) const;

    const LedgerService &m_ledger;
    indicators::Engine m_engine;
    RuleLibrary m_library;
    /// The past that was asked for last: reading it costs as much as opening the ledger.
    struct Past {
        Past(QDate day, qint64 at, indicators::Facts known)
            : date(day)
            , revision(at)
            , facts(std::move(known))
            , engine(facts) {}
        QDate date;
        qint64 revision;
        indicators::Facts facts;
        indicators::Engine engine;
    };
    mutable std::unique_ptr<Past> m_past;
};

} // namespace yipi::services
