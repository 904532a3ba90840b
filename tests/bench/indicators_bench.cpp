// SPDX-License-Identifier: GPL-3.0-or-later
// How long a dashboard's questions take over 10 k, 100 k and 1 M entries, beside a plain sum over the same
// bytes.
#include "bench_facts.h"

#include "indicators/engine.h"
#include "indicators/expression/expression_matcher.h"
#include "indicators/prepared_rules.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace yipi::indicators {
namespace {

using namespace bench;

/// The base of the ratios: every entry and its project are read and nothing is decided.
void plainSum(benchmark::State &state) {
    const Facts &facts = factsOf(std::size_t(state.range(0)));
    for (auto _ : state) {
        qint64 sum = 0;
        for (const EntryFact &entry : facts.entries) {
            const ProjectFact &p = facts.projects[entry.project];
            sum += entry.investment + p.investment + p.start + p.produce + p.terminated + p.outputEnd;
        }
        benchmark::DoNotOptimize(sum);
    }
}

const RateSheet &sheetOf(std::size_t entries) {
    static std::map<std::size_t, std::unique_ptr<RateSheet>> made;
    auto &sheet = made[entries];
    if (!sheet)
        sheet = std::make_unique<RateSheet>(factsOf(entries), rules(), kAsOf.plus(1 - kMonths), kAsOf);
    return *sheet;
}

/// All rates of the rule set for a cut that was not asked before.
void cut(benchmark::State &state, Cut by, const ProjectFilter &filter, int months) {
    const RateSheet &sheet = sheetOf(std::size_t(state.range(0)));
    for (auto _ : state) {
        const Tally tally(sheet, by, filter, kAsOf.plus(1 - months), kAsOf);
        for (std::size_t group = 0; group < tally.size(); ++group)
            for (int month = 0; month < months; ++month)
                benchmark::DoNotOptimize(tally.result(group, kAsOf.plus(-month)));
    }
}

void ratesByZone(benchmark::State &state) {
    cut(state, GroupBy::Zone, {}, 1);
}

void ratesByZoneAndChain(benchmark::State &state) {
    cut(state, {GroupBy::Zone, GroupBy::Chain}, {}, 1);
}

void ratesOfOneZone(benchmark::State &state) {
    ProjectFilter filter;
    filter.zones = {7};
    cut(state, GroupBy::None, filter, 1);
}

void trendOf60Months(benchmark::State &state) {
    cut(state, GroupBy::None, {}, kMonths);
}

void trendOf60MonthsByZone(benchmark::State &state) {
    cut(state, GroupBy::Zone, {}, kMonths);
}

/// What a new rule set or a fresh ledger costs once.
void firstRates(benchmark::State &state) {
    const Facts &facts = factsOf(std::size_t(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Engine(facts).rates(rules(), kAsOf, GroupBy::Zone));
}

/// What trying out a rule beside the window costs the window: a copy for the other thread.
void copyOfTheFacts(benchmark::State &state) {
    const Facts &facts = factsOf(std::size_t(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = std::make_unique<Facts>();
        state.ResumeTiming();
        *copy = facts;
        benchmark::DoNotOptimize(copy);
        state.PauseTiming();
        copy.reset();
        state.ResumeTiming();
    }
}

void overdueList(benchmark::State &state) {
    const LateRows late(sheetOf(std::size_t(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(OverdueBoard(late, kAsOf, {}).items());
}

/// What the overview asks: the rates by zone of this month and the last, twelve months, the campaign at hand,
/// the counts of the 三未 list and its first fifty.
void askDashboard(const Engine &engine, const ProjectFilter &filter) {
    benchmark::DoNotOptimize(engine.trend(rules(), kAsOf.plus(-12), kAsOf, filter, GroupBy::Zone));
    benchmark::DoNotOptimize(engine.rates(rules(), kAsOf, GroupBy::Zone, filter));
    benchmark::DoNotOptimize(engine.rates(rules(), kAsOf.plus(-1), GroupBy::Zone, filter));
    benchmark::DoNotOptimize(engine.trend(rules(), kAsOf.plus(-11), kAsOf, filter));
    benchmark::DoNotOptimize(engine.summary({2024, 2}, filter));
    benchmark::DoNotOptimize(engine.overdueSummary(rules(), kAsOf, filter, 50));
}

/// Asked for the first time: the engine has kept nothing but what the rules decide.
void dashboard(benchmark::State &state) {
    const RateSheet &sheet = sheetOf(std::size_t(state.range(0)));
    const LateRows late(sheet);
    const Engine engine(sheet.facts());
    engine.rates(rules(), kAsOf, GroupBy::None);
    for (auto _ : state) {
        const Tally tally(sheet, GroupBy::Zone, {}, kAsOf.plus(1 - kMonths), kAsOf);
        for (std::size_t group = 0; group < tally.size(); ++group)
            for (int month = 0; month < 13; ++month)
                benchmark::DoNotOptimize(tally.result(group, kAsOf.plus(-month)));
        const OverdueBoard board(late, kAsOf, {});
        benchmark::DoNotOptimize(board.counts());
        benchmark::DoNotOptimize(board.items(50));
        benchmark::DoNotOptimize(engine.summary({2024, 2}));
    }
}

/// A ledger of its own, for it changes, whose dashboard has been asked.
struct Edited {
    Facts facts;
    std::unique_ptr<Engine> engine;
    std::uint32_t project = 0;

    explicit Edited(std::size_t entries)
        : facts(makeFacts(entries))
        , engine(std::make_unique<Engine>(facts)) {
        askDashboard(*engine, {});
    }
    void edit() {
        project = std::uint32_t((project + 7919) % facts.projects.size());
        facts.projects[project].start += 1;
        facts.changed.push_back(project);
    }
    static Edited &of(std::size_t entries) {
        static std::map<std::size_t, std::unique_ptr<Edited>> made;
        auto &edited = made[entries];
        if (!edited)
            edited = std::make_unique<Edited>(entries);
        return *edited;
    }
};

/// One project edited: rows, sums and 三未 list brought in line.
void patchAfterEdit(benchmark::State &state) {
    Edited &edited = Edited::of(std::size_t(state.range(0)));
    for (auto _ : state) {
        edited.edit();
        edited.engine->follow(rules());
    }
}

void dashboardAfterEdit(benchmark::State &state) {
    Edited &edited = Edited::of(std::size_t(state.range(0)));
    for (auto _ : state) {
        edited.edit();
        askDashboard(*edited.engine, {});
    }
}

/// Three conditions on every entry, to be read beside plainSum.
void filterOfThreeConditions(benchmark::State &state) {
    const Facts &facts = factsOf(std::size_t(state.range(0)));
    const auto expression = parseExpression(u"总投资 >= 5亿 且 开发区 ~ 开发区1 且 阶段 in (开工, 投产)");
    const ExpressionMatcher matcher(facts, expression.value(), kAsOf.lastDay());
    for (auto _ : state) {
        qint64 passing = 0;
        for (const EntryFact &entry : facts.entries)
            passing += matcher.matchesEntry(entry);
        benchmark::DoNotOptimize(passing);
    }
}

void readAConditionAndMakeItsMatcher(benchmark::State &state) {
    const Facts &facts = factsOf(std::size_t(state.range(0)));
    for (auto _ : state) {
        const auto expression = parseExpression(u"总投资 >= 5亿 且 开发区 ~ 开发区1 且 阶段 in (开工, 投产)");
        benchmark::DoNotOptimize(ExpressionMatcher(facts, expression.value(), kAsOf.lastDay()));
    }
}

BENCHMARK(plainSum)->Apply(sizes);
BENCHMARK(filterOfThreeConditions)->Apply(sizes);
BENCHMARK(readAConditionAndMakeItsMatcher)->Apply(sizes);
BENCHMARK(ratesByZone)->Apply(sizes);
BENCHMARK(firstRates)->Apply(sizes);
BENCHMARK(ratesByZoneAndChain)->Apply(sizes);
BENCHMARK(trendOf60Months)->Apply(sizes);
BENCHMARK(trendOf60MonthsByZone)->Apply(sizes);
BENCHMARK(patchAfterEdit)->Apply(sizes);
BENCHMARK(ratesOfOneZone)->Apply(sizes);
BENCHMARK(copyOfTheFacts)->Apply(sizes);
BENCHMARK(overdueList)->Apply(sizes);
BENCHMARK(dashboard)->Apply(sizes);
BENCHMARK(dashboardAfterEdit)->Apply(sizes);

} // namespace
} // namespace yipi::indicators
