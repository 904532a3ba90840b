// SPDX-License-Identifier: GPL-3.0-or-later
// A second, slow reading of docs/assessment.md: each figure is found anew by looking at all zones, nothing is
// shared with the engine but the structs.
#include "assessment_oracle.h"

#include <numeric>
#include <set>

namespace yipi::indicators::assessment_oracle {

namespace {

Int128 gcdOf(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

Ratio make(Int128 num, Int128 den) {
    if (den < 0) {
        num = -num;
        den = -den;
    }
    const Int128 common = gcdOf(num, den);
    return {num / common, den / common};
}

Ratio plus(Ratio a, Ratio b) {
    return make(a.num * b.den + b.num * a.den, a.den * b.den);
}
Ratio minus(Ratio a, Ratio b) {
    return plus(a, {-b.num, b.den});
}
Ratio times(Ratio a, Ratio b) {
    return make(a.num * b.num, a.den * b.den);
}
Ratio over(Ratio a, Ratio b) {
    return make(a.num * b.den, a.den * b.num);
}
bool less(Ratio a, Ratio b) {
    return a.num * b.den < b.num * a.den;
}

Ratio ofDecimal(Decimal decimal) {
    const QString text = decimal.text();
    const auto dot = text.indexOf(u'.');
    Int128 den = 1;
    for (auto i = dot; dot >= 0 && i + 1 < text.size(); ++i)
        den *= 10;
    QString digits = text;
    return make(digits.remove(u'.').toLongLong(), den);
}

std::optional<Ratio> value(const AssessmentItem &item, const ItemFigure &f) {
    const bool hasNow = f.now.den() > 0, hasBefore = f.yearBefore.den() > 0;
    if (item.measure == AssessmentMeasure::Rate || item.measure == AssessmentMeasure::Target) {
        if (!hasNow)
            return std::nullopt;
        return make(Int128(f.now.num()) * 100, f.now.den());
    }
    if (item.measure == AssessmentMeasure::Amount)
        return make(f.now.num(), f.isMoney ? 100000000 : 1);
    if (item.measure == AssessmentMeasure::AmountGrowth) {
        if (f.yearBefore.num() <= 0)
            return std::nullopt;
        return minus(make(Int128(f.now.num()) * 100, f.yearBefore.num()), {100, 1});
    }
    if (!hasNow || !hasBefore)
        return std::nullopt;
    return minus(make(Int128(f.now.num()) * 100, f.now.den()),
                 make(Int128(f.yearBefore.num()) * 100, f.yearBefore.den()));
}

std::vector<Ratio> valuesOfGroup(const AssessmentScheme &scheme, const AssessmentFigures &figures,
                                 std::size_t zone, std::size_t item) {
    std::vector<Ratio> all;
    for (const ZoneFigures &other : figures.zones)
        if (other.group == figures.zones[zone].group)
            if (const auto v = value(scheme.items[item], other.items[item]))
                all.push_back(*v);
    return all;
}

std::optional<Ratio> score(const AssessmentScheme &scheme, const AssessmentFigures &figures, std::size_t zone,
                           std::size_t at) {
    const AssessmentItem &item = scheme.items[at];
    const auto own = value(item, figures.zones[zone].items[at]);
    if (!own)
        return std::nullopt;
    const auto all = valuesOfGroup(scheme, figures, zone, at);
    const Ratio least = *std::min_element(all.begin(), all.end(), less);
    const Ratio most = *std::max_element(all.begin(), all.end(), less);
    const bool lower = item.direction == ScoringDirection::Lower;
    Ratio result;
    switch (item.form) {
    case ScoringForm::Efficacy:
        if (!less(least, most)) {
            result = plus(ofDecimal(item.base), ofDecimal(item.span));
        } else {
            Ratio share = over(minus(*own, least), minus(most, least));
            if (lower)
                share = minus({1, 1}, share);
            result = plus(ofDecimal(item.base), times(ofDecimal(item.span), share));
        }
        break;
    case ScoringForm::Completion:
        if (!lower)
            result = times({100, 1}, over(*own, ofDecimal(item.goal)));
        else if (own->num <= 0)
            result = ofDecimal(item.cap);
        else
            result = times({100, 1}, over(ofDecimal(item.goal), *own));
        break;
    case ScoringForm::Steps:
        for (const ScoreBand &band : item.bands)
            if (!less(*own, ofDecimal(band.from)))
                result = ofDecimal(band.score);
        break;
    case ScoringForm::Linear: {
        result = ofDecimal(less(*own, ofDecimal(item.bands.front().from)) ? item.bands.front().score
                                                                          : item.bands.back().score);
        for (std::size_t i = 0; i + 1 < item.bands.size(); ++i) {
            const Ratio a = ofDecimal(item.bands[i].from), b = ofDecimal(item.bands[i + 1].from);
            const Ratio low = ofDecimal(item.bands[i].score), high = ofDecimal(item.bands[i + 1].score);
            if (!less(*own, a) && less(*own, b)) // low·(b − x) + high·(x − a), over b − a
                result = over(plus(times(low, minus(b, *own)), times(high, minus(*own, a))), minus(b, a));
        }
        break;
    }
    case ScoringForm::Rank: {
        std::set<QString> better;
        for (const Ratio &other : all)
            if (lower ? less(other, *own) : less(*own, other))
                better.insert(text(other));
        result = minus(ofDecimal(item.first), times(ofDecimal(item.step), {Int128(better.size()), 1}));
        break;
    }
    }
    if (less(result, ofDecimal(item.floor)))
        return ofDecimal(item.floor);
    return less(ofDecimal(item.cap), result) ? ofDecimal(item.cap) : result;
}

Ratio bonus(const AssessmentScheme &scheme, const ZoneFigures &zone) {
    Ratio up, down;
    for (const BonusEntry &entry : scheme.bonus) {
        if (entry.zone != zone.name)
            continue;
        const Ratio points = ofDecimal(entry.points);
        if (points.num > 0)
            up = plus(up, points);
        else
            down = minus(down, points);
    }
    if (scheme.bonusCap && less(ofDecimal(*scheme.bonusCap), up))
        up = ofDecimal(*scheme.bonusCap);
    if (scheme.malusCap && less(ofDecimal(*scheme.malusCap), down))
        down = ofDecimal(*scheme.malusCap);
    return minus(up, down);
}

} // namespace

std::optional<Ratio> total(const AssessmentScheme &scheme, const AssessmentFigures &figures,
                           std::size_t zone) {
    Ratio points, known, all;
    bool any = false;
    for (std::size_t i = 0; i < scheme.items.size(); ++i) {
        const Ratio weight = ofDecimal(scheme.items[i].weight);
        all = plus(all, weight);
        if (const auto own = score(scheme, figures, zone, i)) {
            any = true;
            known = plus(known, weight);
            points = plus(points, over(times(weight, *own), {100, 1}));
        }
    }
    if (!any)
        return std::nullopt;
    if (scheme.missing == MissingValue::Redistribute) {
        if (known.num == 0)
            return std::nullopt;
        points = over(times(points, all), known);
    }
    return plus(points, bonus(scheme, figures.zones[zone]));
}

int rank(const AssessmentScheme &scheme, const AssessmentFigures &figures, std::size_t zone) {
    const auto own = total(scheme, figures, zone);
    if (!own)
        return 0;
    std::set<QString> better;
    for (std::size_t i = 0; i < figures.zones.size(); ++i) {
        if (figures.zones[i].group != figures.zones[zone].group)
            continue;
        if (const auto other = total(scheme, figures, i); other && less(*own, *other))
            better.insert(text(*other));
    }
    return int(better.size()) + 1;
}

QString text(const Ratio &ratio) {
    return fixedPoint(ratio.num, 1, 0, Rounding::Truncate) + u'/' +
           fixedPoint(ratio.den, 1, 0, Rounding::Truncate);
}

} // namespace yipi::indicators::assessment_oracle
