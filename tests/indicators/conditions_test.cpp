// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions (docs/filters.md) inside rules and in questions over several months.
#include "facts_builder.h"

namespace yipi::indicators {
namespace {

class Conditions : public ::testing::Test {
protected:
    Conditions() {
        const auto campaign = ledger.campaign(2023, 1, "2023-02-22");
        const auto zone = ledger.zone(QStringLiteral("兴县经济技术开发区"));
        ledger.zone(QStringLiteral("孝义经济开发区"));
        for (int i = 0; i < 6; ++i) {
            ProjectFact fact;
            fact.zone = zone + i % 2;
            fact.investment = (i + 1) * 50'000'000LL;
            fact.sign = day("2023-02-22");
            fact.start = dayOf(QDate(2023, 3 + i, 10));
            fact.produce = i % 3 == 0 ? dayOf(QDate(2023, 8, 1)) : 0;
            ledger.entry(ledger.project(fact), campaign, Batch::Sign);
        }
    }

    FactsBuilder ledger;
};

TEST_F(Conditions, ARuleMayTakeOnlyTheProjectsThatFulfilOne) {
    RateRule rule = countRule(Batch::Sign, Event::Produced);
    rule.filter = QStringLiteral("总投资 >= 1亿 且 zone = 孝义");
    const RuleSet rules = ruleSetOf(rule);
    const Engine engine(ledger.facts());
    EXPECT_EQ(fraction(engine.rates(rules, kAsOf, GroupBy::None), "r"), "1/3");
    const auto explanation = engine.explain(rules, QStringLiteral("r"), kAsOf);
    ASSERT_TRUE(explanation);
    EXPECT_EQ(explanation->included.size(), 3U);
    ASSERT_EQ(explanation->excluded.size(), 3U);
    EXPECT_TRUE(explanation->excluded.front().why.startsWith(QStringLiteral("不符合口径的条件“总投资")))
        << explanation->excluded.front().why.toStdString();
    EXPECT_TRUE(ruleText(rule, rules).contains(QStringLiteral("签约一批中总投资不少于1亿元")))
        << ruleText(rule, rules).toStdString();
}

TEST_F(Conditions, ASeriesAsksThemAnewForEachMonth) {
    const RuleSet rules = ruleSetOf(countRule(Batch::Sign, Event::Produced));
    const Engine engine(ledger.facts());
    const Month first(2023, 1);
    const Month last(2023, 12);
    for (const char *where :
         {"阶段 = 开工", "not 阶段 = 签约", "阶段 = 投产 或 zone = 兴县", "实际开工 > 截至"}) {
        ProjectFilter filter;
        filter.where = QString::fromUtf8(where);
        const RateTable trend = engine.trend(rules, first, last, filter, GroupBy::Zone);
        ASSERT_FALSE(trend.groups.empty()) << where;
        for (const GroupResult &group : trend.groups) {
            const Month month = Month::parse(group.key2).value();
            const RateTable single = engine.rates(rules, month, GroupBy::Zone, filter);
            const auto same = std::find_if(single.groups.begin(), single.groups.end(),
                                           [&](const GroupResult &g) { return g.key == group.key; });
            const qint64 count = same == single.groups.end() ? 0 : same->sign.count;
            EXPECT_EQ(group.sign.count, count) << where << ' ' << group.key2.toStdString();
            if (same != single.groups.end()) {
                EXPECT_EQ(fraction(group.rates.front()), fraction(same->rates.front()));
            }
        }
    }
}

} // namespace
} // namespace yipi::indicators
