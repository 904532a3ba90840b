// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_facts.h"

#include <QFile>

#include <map>
#include <memory>
#include <random>

namespace yipi::indicators::bench {

namespace {

constexpr int kZones = 90;

} // namespace

Facts makeFacts(std::size_t entries) {
    std::mt19937_64 random(1);
    const auto number = [&](int lowest, int highest) {
        return std::uniform_int_distribution<int>(lowest, highest)(random);
    };
    Facts facts;
    for (int i = 0; i < kZones; ++i) {
        Zone zone;
        zone.id = i + 1;
        zone.name = QStringLiteral("开发区%1").arg(i);
        facts.zones.push_back(zone);
    }
    for (int i = 0; i < 22; ++i) {
        Campaign campaign;
        campaign.id = i + 1;
        campaign.year = 2019 + i / 4;
        campaign.sequence = i % 4 + 1;
        campaign.heldOn = QDate(2019 + i / 4, i % 4 * 3 + 2, 20);
        facts.campaigns.push_back(campaign);
    }
    const Day first = dayOf(QDate(2019, 1, 1));
    const std::size_t projects = entries / 2;
    for (std::size_t i = 0; i < projects; ++i) {
        ProjectFact p;
        p.id = qint64(i) + 1;
        p.zone = number(0, kZones - 1);
        p.industrial = number(0, 9) < 8;
        p.investment = number(1, 100) * 10'000'000LL;
        p.sign = first + number(0, 2000);
        p.start = number(0, 9) < 8 ? p.sign + number(0, 500) : 0;
        p.produce = p.start && number(0, 9) < 5 ? p.start + number(100, 900) : 0;
        p.plannedStart = number(0, 1) ? p.sign + number(30, 400) : 0;
        p.outputBegin = std::uint32_t(facts.outputs.size());
        if (p.produce)
            for (int month = 0; month < 3; ++month)
                facts.outputs.push_back(
                    {Month::of(dateOf(p.produce)).index() + month * 4, number(1, 50) * 1'000'000LL});
        p.outputEnd = std::uint32_t(facts.outputs.size());
        facts.projects.push_back(p);
    }
    for (std::size_t i = 0; i < entries; ++i) {
        EntryFact entry;
        entry.id = qint64(i) + 1;
        entry.project = std::uint32_t(i / 2);
        entry.campaign = number(0, 21);
        entry.batch = static_cast<Batch>(number(0, 2));
        entry.investment = facts.projects[entry.project].investment;
        entry.output = number(1, 50) * 1'000'000LL;
        facts.entries.push_back(entry);
    }
    facts.indexEntries();
    return facts;
}

const Facts &factsOf(std::size_t entries) {
    static std::map<std::size_t, std::unique_ptr<Facts>> made;
    auto &facts = made[entries];
    if (!facts)
        facts = std::make_unique<Facts>(makeFacts(entries));
    return *facts;
}

const RuleSet &rules() {
    static const RuleSet set = [] {
        QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/rules/lvliang-2024.json"));
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        return parseRuleSet(file.readAll(), QStringLiteral("lvliang-2024.json")).value();
    }();
    return set;
}

const RuleSet &headlineRules() {
    static const RuleSet set = [] {
        RuleSet three = rules();
        three.rates.resize(3);
        return three;
    }();
    return set;
}

void sizes(benchmark::internal::Benchmark *benchmark) {
    benchmark->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
}

} // namespace yipi::indicators::bench
