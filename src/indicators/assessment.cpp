// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/assessment.h"

#include "indicators/dense_ranks.h"

#include <QStringList>

namespace yipi::indicators {

namespace {

constexpr qint64 kYuanPerYi = 100'000'000;
constexpr qint64 kFullScore = 100;

Fraction exactOf(const Rate &rate) {
    return Fraction(rate.num(), rate.den());
}

std::optional<Fraction> measuredValue(const AssessmentItem &item, const ItemFigure &figure) {
    const Rate &now = figure.now, &before = figure.yearBefore;
    switch (item.measure) {
    case AssessmentMeasure::Rate:
    case AssessmentMeasure::Target:
        return now.isDefined() ? std::optional(exactOf(now) * 100) : std::nullopt;
    case AssessmentMeasure::Amount:
        return Fraction(now.num(), figure.isMoney ? kYuanPerYi : 1);
    case AssessmentMeasure::RateGrowth:
        return now.isDefined() && before.isDefined() ? std::optional((exactOf(now) - exactOf(before)) * 100)
                                                     : std::nullopt;
    case AssessmentMeasure::AmountGrowth:
        break;
    }
    // Growth from nothing is no number.
    return before.num() > 0 ? std::optional(Fraction(now.num() - before.num(), before.num()) * 100)
                            : std::nullopt;
}

Fraction efficacyScore(const AssessmentItem &item, const ValueRange &range, const Fraction &value) {
    const Fraction width = *range.most - *range.least;
    if (width.isZero()) // nobody is worse than anybody
        return (item.base + item.span).exact();
    const Fraction ahead =
        item.direction == ScoringDirection::Higher ? value - *range.least : *range.most - value;
    return item.base.exact() + item.span.exact() * ahead / width;
}

Fraction completionScore(const AssessmentItem &item, const Fraction &value) {
    const Fraction goal = item.goal.exact();
    if (item.direction == ScoringDirection::Higher)
        return value / goal * kFullScore;
    // Nothing left of what there should be little of can't be bettered.
    return value <= Fraction(0) ? item.cap.exact() : goal / value * kFullScore;
}

Fraction stepsScore(const std::vector<ScoreBand> &bands, const Fraction &value) {
    Fraction score;
    for (const ScoreBand &band : bands)
        if (band.from.exact() <= value)
            score = band.score.exact();
    return score;
}

Fraction linearScore(const std::vector<ScoreBand> &bands, const Fraction &value) {
    if (value <= bands.front().from.exact())
        return bands.front().score.exact();
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const Fraction from = bands[i - 1].from.exact(), to = bands[i].from.exact();
        const Fraction low = bands[i - 1].score.exact(), high = bands[i].score.exact();
        if (value <= to)
            return low + (high - low) * (value - from) / (to - from);
    }
    return bands.back().score.exact();
}

Fraction rawScore(const AssessmentItem &item, const ValueRange &range, const ItemScore &own) {
    switch (item.form) {
    case ScoringForm::Efficacy:
        return efficacyScore(item, range, *own.value);
    case ScoringForm::Completion:
        return completionScore(item, *own.value);
    case ScoringForm::Steps:
        return stepsScore(item.bands, *own.value);
    case ScoringForm::Linear:
        return linearScore(item.bands, *own.value);
    case ScoringForm::Rank:
        break;
    }
    return item.first.exact() - item.step.exact() * (own.place - 1);
}

/// Places of the item's values in the group, the best first.
void setPlaces(const AssessmentItem &item, std::size_t at, std::vector<ZoneScore> &zones) {
    std::vector<std::optional<Fraction>> values;
    for (const ZoneScore &zone : zones) {
        const auto &value = zone.items[at].value;
        values.push_back(value && item.direction == ScoringDirection::Lower ? std::optional(-*value) : value);
    }
    for (const DenseRank &rank : denseRanks(values, [](const auto &value) { return value.has_value(); }))
        zones[rank.index].items[at].place = rank.rank;
}

ValueRange scoreItem(const AssessmentItem &item, std::size_t at, std::vector<ZoneScore> &zones) {
    ValueRange range;
    for (const ZoneScore &zone : zones) {
        const auto &value = zone.items[at].value;
        if (value && (!range.least || *value < *range.least))
            range.least = value;
        if (value && (!range.most || *value > *range.most))
            range.most = value;
    }
    setPlaces(item, at, zones);
    for (ZoneScore &zone : zones) {
        ItemScore &own = zone.items[at];
        if (own.value)
            own.score = std::clamp(rawScore(item, range, own), item.floor.exact(), item.cap.exact());
    }
    return range;
}

void setPoints(const AssessmentScheme &scheme, ZoneScore &zone) {
    Fraction known; // weights of the items with a score
    bool hasScore = false;
    for (std::size_t i = 0; i < scheme.items.size(); ++i)
        if (zone.items[i].score) {
            known += scheme.items[i].weight.exact();
            hasScore = true;
        }
    const bool isShared = scheme.missing == MissingValue::Redistribute;
    if (!hasScore || (isShared && known.isZero()))
        return;
    Fraction total = zone.bonus;
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        ItemScore &own = zone.items[i];
        own.weight = scheme.items[i].weight.exact();
        if (isShared)
            own.weight = own.score ? own.weight * scheme.fullMarks().exact() / known : Fraction(0);
        if (own.score)
            own.points = own.weight * *own.score / kFullScore;
        total += own.points;
    }
    zone.total = std::move(total);
}

void setBonus(const AssessmentScheme &scheme, ZoneScore &zone) {
    Fraction more, less;
    for (std::size_t i = 0; i < scheme.bonus.size(); ++i) {
        const BonusEntry &entry = scheme.bonus[i];
        if (entry.zone != zone.name && (zone.shortName.isEmpty() || entry.zone != zone.shortName))
            continue;
        zone.bonusEntries.push_back(i);
        (entry.points > Decimal(0) ? more : less) += entry.points.exact();
    }
    if (scheme.bonusCap)
        more = std::min(more, scheme.bonusCap->exact());
    if (scheme.malusCap)
        less = std::max(less, -scheme.malusCap->exact());
    zone.bonus = more + less;
}

std::vector<ZoneScore> inOrderOfRank(std::vector<ZoneScore> zones) {
    std::vector<std::optional<Fraction>> totals;
    for (const ZoneScore &zone : zones)
        totals.push_back(zone.total);
    std::vector<ZoneScore> ranked;
    for (const DenseRank &rank : denseRanks(totals, [](const auto &total) { return total.has_value(); })) {
        ZoneScore &zone = ranked.emplace_back(std::move(zones[rank.index]));
        zone.rank = rank.rank;
        zone.isTied = rank.isTied;
    }
    return ranked;
}

} // namespace

const ZoneScore *GroupScores::zone(qint64 id) const {
    const auto found = std::find_if(zones.begin(), zones.end(), [&](const auto &z) { return z.zone == id; });
    return found == zones.end() ? nullptr : &*found;
}

const GroupScores *AssessmentScores::groupOf(qint64 zone) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto &group) { return group.zone(zone); });
    return found == groups.end() ? nullptr : &*found;
}

GroupScores scoreGroup(const AssessmentScheme &scheme, const AssessmentFigures &figures,
                       const QString &group) {
    GroupScores scores{group, {}, {}};
    for (const ZoneFigures &zone : figures.zones) {
        if (zone.group != group)
            continue;
        ZoneScore &line = scores.zones.emplace_back();
        line.zone = zone.zone;
        line.name = zone.name;
        line.shortName = zone.shortName;
        for (std::size_t i = 0; i < scheme.items.size(); ++i)
            line.items.emplace_back().value = measuredValue(scheme.items[i], zone.items[i]);
        setBonus(scheme, line);
    }
    for (std::size_t i = 0; i < scheme.items.size(); ++i)
        scores.ranges.push_back(scoreItem(scheme.items[i], i, scores.zones));
    for (ZoneScore &zone : scores.zones)
        setPoints(scheme, zone);
    scores.zones = inOrderOfRank(std::move(scores.zones));
    return scores;
}

AssessmentScores scoreAssessment(const AssessmentScheme &scheme, const AssessmentFigures &figures) {
    QStringList groups;
    if (scheme.grouping == AssessmentGrouping::Category)
        for (const Choice &category : choicesOf<ZoneCategory>())
            groups << category.title;
    for (const ZoneFigures &zone : figures.zones)
        if (!groups.contains(zone.group))
            groups << zone.group;
    if (groups.removeAll(QString())) // zones without a group come last
        groups << QString();
    AssessmentScores scores;
    for (const QString &group : groups)
        if (auto scored = scoreGroup(scheme, figures, group); !scored.zones.empty())
            scores.groups.push_back(std::move(scored));
    return scores;
}

} // namespace yipi::indicators
