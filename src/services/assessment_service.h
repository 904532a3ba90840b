// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/assessment.h"
#include "services/figure_service.h"

namespace yipi::services {

/// Where a zone stood a month before.
struct AssessmentChange {
    int rank = 0;                   ///< then; 0 = none
    std::optional<Fraction> total;  ///< then
    std::optional<int> places;      ///< ranks won (lost < 0)
    std::optional<Fraction> points; ///< total now less total then
};

/// A scheme worked out for a scope.
struct Assessment {
    indicators::AssessmentScheme scheme;
    indicators::RuleSet rules; ///< as they were then
    FigureScope scope;         ///< of the question, with the rule set that the scheme names
    indicators::AssessmentFigures figures;
    indicators::AssessmentScores scores, lastMonth;

    /// The filter's zones choose what is shown; scores and ranks are those among all zones of the city.
    bool shows(qint64 zone) const;
    AssessmentChange sinceLastMonth(const indicators::ZoneScore &now) const;
    const indicators::ZoneFigures *figuresOf(qint64 zone) const;
};

/// The rows behind an item: of a rate with what is left out, or of a target.
struct ItemEvidence {
    std::optional<indicators::Explanation> rate;
    std::optional<indicators::CountedRows> target;
};

/// Assessment schemes (考核方案) of data/assessments and of the user's own folder, and what they make of the
/// open ledger.
class AssessmentService {
public:
    AssessmentService(const LedgerService &ledger, const FigureService &figures);

    const std::vector<indicators::AssessmentScheme> &schemes() const { return m_schemes; }
    const QStringList &problems() const { return m_problems; }
    /// Empty id: the first. NotFound names those there are.
    Result<const indicators::AssessmentScheme *> scheme(const QString &id) const;
    bool isShipped(const QString &id) const { return m_shipped.contains(id); }

    /// Keeps a scheme in the user's own folder under its id; read back before it is written. Refused under
    /// the id of a shipped one or a name that can't be a file's. Afterwards it is among schemes().
    Result<void> save(const indicators::AssessmentScheme &scheme);
    Result<void> remove(const QString &id); ///< of the user's own

    Result<Assessment> run(const indicators::AssessmentScheme &scheme, const FigureScope &scope) const;
    Result<ItemEvidence> evidence(const Assessment &assessment, qint64 zone, std::size_t item) const;

private:
    void load();
    Result<std::shared_ptr<const indicators::AssessmentSource>>
    source(const FigureScope &scope, const indicators::RuleSet &rules) const;

    const LedgerService &m_ledger;
    const FigureService &m_figures;
    std::vector<indicators::AssessmentScheme> m_schemes;
    QStringList m_shipped, m_problems;
    /// The group results asked for last, so that another scheme or weight costs no pass over the facts.
    struct Known {
        FigureScope scope;
        indicators::RuleSet rules; ///< an edited rule set keeps its id
        qint64 revision;
        std::shared_ptr<const indicators::AssessmentSource> source;
    };
    mutable std::vector<Known> m_known;
};

} // namespace yipi::services
