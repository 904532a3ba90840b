// SPDX-License-Identifier: GPL-3.0-or-later
// What a few projects more would do to scores and ranks, from the group results alone.
#include "indicators/assessment.h"
#include "indicators/rule_words.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

int projectsMore(const WhatIfChange &change, Event event) {
    switch (event) {
    case Event::Started:
        return change.started;
    case Event::Produced:
        return change.produced;
    case Event::Attained:
        return change.attained;
    default:
        return 0;
    }
}

/// What the change adds to the rates of one zone.
class ChangedRates {
public:
    ChangedRates(const RuleSet &rules, const ZoneFigures &zone, const WhatIfChange &change)
        : m_rules(rules)
        , m_zone(zone)
        , m_change(change) {}

    struct More {
        qint64 num = 0, den = 0;
        int asked = 0;        ///< projects that the change names for the rate's event
        bool isValue = false; ///< the rate weighs money, which a number of projects does not tell
    };

    More of(const QString &rateId) const {
        const RateRule &rule = *m_rules.rate(rateId);
        const Rate &now = m_zone.rates[static_cast<std::size_t>(&rule - m_rules.rates.data())];
        More more;
        more.asked = projectsMore(m_change, rule.event);
        more.isValue = rule.weight != Weight::Count || isByValue(rule);
        if (more.isValue)
            return more;
        if (rule.population == Population::Targets) {
            more.num = now.isDefined() ? more.asked : 0;
            return more;
        }
        if (!rule.denominatorOf.isEmpty())
            more.den = of(rule.denominatorOf).num;
        // Early ones count above the line only, so nobody need be left below it.
        const bool mayExceed = rule.entries == EntryScope::DueOnly && rule.early == Early::Count;
        const qint64 left = std::max<qint64>(now.den() + more.den - now.num(), 0);
        more.num = mayExceed ? more.asked : std::min<qint64>(more.asked, left);
        return more;
    }

private:
    const RuleSet &m_rules;
    const ZoneFigures &m_zone;
    const WhatIfChange &m_change;
};

Event eventOfTarget(TargetIndicator indicator) {
    return indicator == TargetIndicator::ProduceCount ? Event::Produced
           : indicator == TargetIndicator::StartCount ? Event::Started
                                                      : Event::Signed;
}

/// Whether a target concerns what the change adds, but in money.
bool isTargetInMoney(TargetIndicator indicator, const WhatIfChange &change) {
    return (indicator == TargetIndicator::StartInvestment && change.started) ||
           (indicator == TargetIndicator::ProduceInvestment && change.produced);
}

void changeItem(const AssessmentItem &item, const ChangedRates &rates, const WhatIfChange &change,
                ItemFigure &figure, QStringList &notes) {
    const bool ofTarget = item.measure == AssessmentMeasure::Target;
    qint64 num = 0, den = 0;
    if (ofTarget) {
        num = figure.now.isDefined() ? projectsMore(change, eventOfTarget(item.target)) : 0;
        if (isTargetInMoney(item.target, change))
            notes << QStringLiteral("“%1”按金额计算，只知道个数推算不出，保持不变。").arg(item.title);
    } else {
        const ChangedRates::More more = rates.of(item.rate);
        num = more.num;
        den = more.den;
        if (more.isValue && more.asked)
            notes << QStringLiteral("“%1”按金额计算，只知道个数推算不出，保持不变。").arg(item.title);
        else if (more.num < more.asked)
            notes << QStringLiteral("“%1”的分母里只剩 %2 个，按 %2 个计。")
                         .arg(item.title, QString::number(more.num));
    }
    for (const auto &[id, more] : change.items)
        if (id == item.id)
            num += more;
    const bool isAmount =
        item.measure == AssessmentMeasure::Amount || item.measure == AssessmentMeasure::AmountGrowth;
    figure.now = Rate(figure.now.num() + num, figure.now.den() + (isAmount ? 0 : den));
}

Result<const ZoneFigures *> assessedZone(const AssessmentFigures &figures, qint64 zone) {
    for (const ZoneFigures &line : figures.zones)
        if (line.zone == zone)
            return &line;
    return fail(ErrorCode::NotFound, QStringLiteral("这个开发区不在考核范围内。"),
                QStringLiteral("请检查筛选条件里的市和开发区。"));
}

Result<void> checkItems(const AssessmentScheme &scheme, const WhatIfChange &change) {
    for (const auto &[id, more] : change.items) {
        QStringList known;
        for (const AssessmentItem &item : scheme.items)
            known << item.id;
        if (!known.contains(id))
            return fail(ErrorCode::NotFound,
                        QStringLiteral("考核方案“%1”里没有指标“%2”。").arg(scheme.name, id),
                        QStringLiteral("可以写 %1。").arg(known.join(QStringLiteral("、"))));
    }
    return {};
}

/// The figures with the change; answers the changed items.
std::vector<std::size_t> applyChange(const AssessmentScheme &scheme, const RuleSet &rules,
                                     const WhatIfChange &change, ZoneFigures &zone, QStringList &notes) {
    const ZoneFigures before = zone;
    const ChangedRates rates(rules, before, change);
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        changeItem(scheme.items[i], rates, change, zone.items[i], notes);
        if (zone.items[i].now.num() != before.items[i].now.num() ||
            zone.items[i].now.den() != before.items[i].now.den())
            changed.push_back(i);
    }
    return changed;
}

} // namespace

Result<WhatIf> whatIf(const AssessmentScheme &scheme, const RuleSet &rules, const AssessmentFigures &figures,
                      const WhatIfChange &change) {
    const auto zone = assessedZone(figures, change.zone);
    if (!zone)
        return Failure(zone.error());
    if (auto known = checkItems(scheme, change); !known)
        return Failure(std::move(known).error());
    WhatIf outcome{scoreGroup(scheme, figures, (*zone)->group), {}, change.zone, figures, {}, {}};
    ZoneFigures &line = outcome.figures.zones[static_cast<std::size_t>(*zone - figures.zones.data())];
    outcome.changed = applyChange(scheme, rules, change, line, outcome.notes);
    if (outcome.changed.empty())
        outcome.notes << QStringLiteral("方案里没有哪项指标随之变化。");
    outcome.after = scoreGroup(scheme, outcome.figures, line.group);
    return outcome;
}

Result<std::optional<int>> leastToClimb(const AssessmentScheme &scheme, const RuleSet &rules,
                                        const AssessmentFigures &figures, qint64 zone, Event event) {
    const auto own = assessedZone(figures, zone);
    if (!own)
        return Failure(own.error());
    const int rank = scoreGroup(scheme, figures, (*own)->group).zone(zone)->rank;
    if (rank <= 1) // first already, or without a score
        return std::nullopt;
    AssessmentFigures changed = figures;
    ZoneFigures &line = changed.zones[static_cast<std::size_t>(*own - figures.zones.data())];
    std::vector<ItemFigure> previous = line.items;
    for (int more = 1; more <= kMostProjectsMore; ++more) {
        WhatIfChange change{zone};
        (event == Event::Started    ? change.started
         : event == Event::Produced ? change.produced
                                    : change.attained) = more;
        line = **own;
        QStringList notes;
        applyChange(scheme, rules, change, line, notes);
        // Not by rank alone: with everybody left counted, further ones change nothing.
        const bool isSame = std::equal(previous.begin(), previous.end(), line.items.begin(),
                                       [](const ItemFigure &a, const ItemFigure &b) {
                                           return a.now.num() == b.now.num() && a.now.den() == b.now.den();
                                       });
        if (isSame)
            break;
        previous = line.items;
        if (scoreGroup(scheme, changed, line.group).zone(zone)->rank < rank)
            return more;
    }
    return std::nullopt;
}

} // namespace yipi::indicators
