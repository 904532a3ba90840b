// SPDX-License-Identifier: GPL-3.0-or-later
// Random schemes against a second implementation, and what-ifs against ledgers in which it has happened.
#include "assessment_cases.h"
#include "assessment_oracle.h"
#include "facts_builder.h"

#include <random>

namespace yipi::indicators {
namespace {

class AssessmentRandom {
public:
    explicit AssessmentRandom(unsigned seed)
        : m_random(seed) {}

    int below(int end) { return int(m_random() % unsigned(end)); }
    bool oneIn(int n) { return below(n) == 0; }
    Decimal halves(int lowest, int highest) {
        const int twice = 2 * lowest + below(2 * (highest - lowest) + 1);
        const QString sign = twice < 0 ? QStringLiteral("-") : QString();
        return *Decimal::parse(
            QStringLiteral("%1%2.%3").arg(sign).arg(std::abs(twice) / 2).arg(std::abs(twice) % 2 * 5), -10000,
            10000);
    }

    AssessmentItem item(int number) {
        AssessmentItem item = itemOf("a", oneIn(10) ? Decimal(0) : halves(0, 40), measure());
        item.id += QString::number(number);
        item.direction = ScoringDirection(below(2));
        item.form = ScoringForm(below(5));
        item.base = halves(0, 70);
        item.span = halves(0, 30);
        item.goal = halves(1, 90);
        item.step = halves(0, 40);
        item.floor = oneIn(3) ? halves(0, 60) : Decimal(0);
        item.cap = oneIn(3) ? halves(100, 130) : Decimal(100);
        int from = below(60) - 30;
        for (int i = below(3) + 2; i > 0; --i) {
            from += 1 + below(30);
            item.bands.push_back({from, halves(0, 100)});
        }
        return item;
    }

    AssessmentScheme scheme() {
        std::vector<AssessmentItem> items;
        for (int i = below(3) + 1; i > 0; --i)
            items.push_back(item(i));
        AssessmentScheme scheme = schemeOf(std::move(items));
        scheme.missing = MissingValue(below(2));
        for (int i = below(4); i > 0; --i)
            scheme.bonus.push_back({QString(QChar(char16_t(u'A' + below(5)))), {}, halves(-4, 4), {}, {}});
        if (oneIn(3))
            scheme.bonusCap = halves(0, 4);
        if (oneIn(3))
            scheme.malusCap = halves(0, 4);
        return scheme;
    }

    /// Denominators that divide 12, so that the oracle's fractions stay small; ties are frequent.
    ItemFigure figure(const AssessmentItem &item) {
        static constexpr int kDenominators[] = {1, 2, 3, 4, 6, 12, 0};
        const bool isAmount =
            item.measure == AssessmentMeasure::Amount || item.measure == AssessmentMeasure::AmountGrowth;
        const bool isMoney = isAmount && oneIn(2);
        const auto rate = [&] {
            const int den = isAmount ? 1 : kDenominators[below(7)];
            const qint64 num = below((isAmount ? 8 : den) + 1);
            return Rate(isMoney ? num * 50'000'000 : num, den);
        };
        return {rate(), isGrowth(item.measure) ? rate() : Rate(), isMoney};
    }

    AssessmentFigures figures(const AssessmentScheme &scheme) {
        std::vector<std::vector<ItemFigure>> zones;
        for (int i = below(5) + 1; i > 0; --i) {
            zones.emplace_back();
            for (const AssessmentItem &item : scheme.items)
                zones.back().push_back(figure(item));
        }
        AssessmentFigures figures = figuresOf(zones);
        for (ZoneFigures &zone : figures.zones)
            zone.group = oneIn(3) ? QStringLiteral("乙") : QStringLiteral("甲");
        return figures;
    }

private:
    AssessmentMeasure measure() { return AssessmentMeasure(below(5)); }

    std::mt19937 m_random;
};

TEST(AssessmentProperty, AgreesWithTheSecondImplementation) {
    constexpr int kCases = 10'000;
    int ties = 0, undefined = 0;
    for (int i = 0; i < kCases; ++i) {
        AssessmentRandom random(unsigned(i) + 1);
        const AssessmentScheme scheme = random.scheme();
        const AssessmentFigures figures = random.figures(scheme);
        const AssessmentScores scores = scoreAssessment(scheme, figures);
        std::size_t seen = 0;
        for (const GroupScores &group : scores.groups)
            seen += group.zones.size();
        ASSERT_EQ(seen, figures.zones.size()) << "case " << i;
        for (std::size_t z = 0; z < figures.zones.size(); ++z) {
            const qint64 id = figures.zones[z].zone;
            const ZoneScore *line = scores.groupOf(id)->zone(id);
            const auto total = assessment_oracle::total(scheme, figures, z);
            ASSERT_EQ(line->total.has_value(), total.has_value()) << "case " << i << " zone " << z;
            if (total) {
                ASSERT_EQ(line->total->exactText(), assessment_oracle::text(*total))
                    << "case " << i << " zone " << z;
            }
            ASSERT_EQ(line->rank, assessment_oracle::rank(scheme, figures, z))
                << "case " << i << " zone " << z;
            ties += line->isTied;
            undefined += !total;
        }
    }
    EXPECT_GT(ties, kCases / 10) << "the cases must reach what they are for";
    EXPECT_GT(undefined, kCases / 50);
}

/// Zones with projects on 签约一批; some have started, some of these produced.
struct HappenedCase {
    FactsBuilder builder;
    std::vector<std::uint32_t> waiting; ///< of the first zone, not started
};

AssessmentFigures assessed(const Facts &facts, const AssessmentScheme &scheme, const RuleSet &rules) {
    const Engine engine(facts);
    return *assessmentFigures(scheme, rules,
                              {kAsOf, facts.zones, engine.rates(rules, kAsOf, GroupBy::Zone),
                               engine.rates(rules, kAsOf.plus(-12), GroupBy::Zone),
                               paceTable(facts, rules.lights, kAsOf)});
}

void fill(HappenedCase &made, AssessmentRandom &random) {
    const auto campaign = made.builder.campaign(2023, 1, "2023-02-01");
    for (int z = 0; z < 3; ++z) {
        const auto zone = made.builder.zone(QStringLiteral("区%1").arg(z));
        made.builder.target(zone, 2024, TargetIndicator::StartCount, 1 + random.below(6));
        for (int i = random.below(8) + 1; i > 0; --i) {
            ProjectFact fact;
            fact.zone = zone;
            if (random.oneIn(2))
                fact.start = day(random.oneIn(2) ? "2023-05-01" : "2024-05-01");
            if (fact.start && random.oneIn(2))
                fact.produce = day("2024-06-01");
            const auto project = made.builder.project(fact);
            made.builder.entry(project, campaign, Batch::Sign);
            if (z == 0 && !fact.start)
                made.waiting.push_back(project);
        }
    }
}

TEST(AssessmentProperty, WhatIfIsWhatHappens) {
    RateRule start = countRule(Batch::Sign, Event::Started);
    start.id = QStringLiteral("start");
    RateRule produce = countRule(Batch::Sign, Event::Produced);
    produce.id = QStringLiteral("produce");
    produce.denominatorOf = start.id;
    RateRule task = countRule(Population::Targets, Event::Started);
    task.id = QStringLiteral("task");
    task.target = TargetIndicator::StartCount;
    RuleSet rules = ruleSetOf(start);
    rules.rates = {start, produce, task};
    AssessmentScheme scheme = schemeOf(
        {itemOf("r", 20), itemOf("p", 20), itemOf("k", 20), itemOf("t", 20, AssessmentMeasure::Target),
         itemOf("n", 10, AssessmentMeasure::Amount), itemOf("g", 10, AssessmentMeasure::RateGrowth)});
    scheme.items[1].rate = produce.id;
    scheme.items[2].rate = task.id;
    scheme.items[3].form = ScoringForm::Completion;
    for (int i = 0; i < 500; ++i) {
        AssessmentRandom random(unsigned(i) + 77);
        HappenedCase made;
        fill(made, random);
        const AssessmentFigures before = assessed(made.builder.facts(), scheme, rules);
        const int more = std::min<int>(1 + random.below(3), int(made.waiting.size()));
        const qint64 zone = before.zones.front().zone;
        const auto outcome = whatIf(scheme, rules, before, {zone, more});
        ASSERT_TRUE(outcome);
        for (int k = 0; k < more; ++k)
            made.builder.at(made.waiting[std::size_t(k)]).start = day("2024-07-01");
        const AssessmentScores after = scoreAssessment(scheme, assessed(made.builder.facts(), scheme, rules));
        for (const ZoneScore &happened : after.groups[0].zones) {
            const ZoneScore *foreseen = outcome->after.zone(happened.zone);
            ASSERT_EQ(foreseen->rank, happened.rank) << "case " << i;
            ASSERT_EQ(foreseen->total, happened.total) << "case " << i;
        }
    }
}

} // namespace
} // namespace yipi::indicators
