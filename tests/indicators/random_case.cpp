// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_case.h"

#include "random_rules.h"

namespace yipi::indicators {

namespace {

constexpr long long kOneYi = 100'000'000;

/// Days where mistakes hide: ends and starts of months, 29 to 31; else any day of three years.
QDate someDay(Random &random, int percentMissing) {
    if (chance(random, percentMissing))
        return {};
    const QDate day = QDate(2022, 7, 1).addDays(number(random, 0, 1100));
    if (chance(random, 30))
        return QDate(day.year(), day.month(), day.daysInMonth());
    if (chance(random, 20))
        return QDate(day.year(), day.month(), 1);
    return day;
}

QDate someMonth(Random &random) {
    const QDate day = someDay(random, 0);
    return QDate(day.year(), day.month(), 1);
}

std::optional<long long> someMoney(Random &random) {
    return chance(random, 20) ? std::nullopt : std::optional<long long>(number(random, 0, 6));
}

/// Around the bounds of the size classes, often small, sometimes missing.
long long someInvestment(Random &random) {
    if (chance(random, 50))
        return number(random, -1, 5);
    return oneOf<long long>(random, {1, 5, 10, 50}) * kOneYi + number(random, -1, 1);
}

/// Several reports a year; the plan is often named once only, sometimes changed, sometimes never.
void reportYears(Random &random, oracle::Project &p) {
    for (int i = number(random, -1, 5); i > 0; --i)
        p.years[someMonth(random)] = {chance(random, 45) ? someMoney(random) : std::nullopt,
                                      number(random, 0, 8)};
}

/// What an edit of the project replaces.
void fillProject(Random &random, const oracle::Ledger &ledger, oracle::Project &p) {
    p.zone = number(random, -1, int(ledger.zones.size()) - 1);
    p.chain = number(random, -1, ledger.chains - 1);
    p.industry = number(random, -1, ledger.industries - 1);
    p.strategicClass = number(random, -1, ledger.strategicClasses - 1);
    p.industrial = chance(random, 60);
    p.strategic = chance(random, 40);
    p.investment = someInvestment(random);
    p.expectedOutput = number(random, -1, 6);
    p.plannedStart = someDay(random, 60);
    p.plannedProduce = someDay(random, 60);
    p.plannedAttain = someDay(random, 60);
    p.sign = someDay(random, 40);
    p.start = someDay(random, 40);
    p.produce = someDay(random, 50);
    p.attain = someDay(random, 70);
    p.statistics = someDay(random, 50);
    p.suspended = someDay(random, 85);
    p.terminated = someDay(random, 80);
    p.reserved = someDay(random, 40);
    p.fulfilled = someDay(random, 50);
    p.removalApproved = someDay(random, 80);
}

oracle::Project someProject(Random &random, const oracle::Ledger &ledger) {
    oracle::Project p;
    fillProject(random, ledger, p);
    for (int i = number(random, 0, 4); i > 0; --i)
        p.outputs[someMonth(random)] = number(random, 0, 8);
    for (int i = number(random, 0, 3); i > 0; --i)
        p.funds[someMonth(random)] = number(random, 0, 8);
    reportYears(random, p);
    p.code = oneOf<QString>(random, {"", "A1", "ab2", "23"});
    p.name = oneOf<QString>(random, {"", "AB", "铸造", "铝材铸造", "a"});
    p.investor = oneOf<QString>(random, {"", "铝业", "B", "铸"});
    return p;
}

oracle::Entry someEntry(Random &random, const oracle::Ledger &ledger) {
    return {number(random, 0, int(ledger.projects.size()) - 1),
            number(random, 0, int(ledger.campaigns.size()) - 1),
            oneOf<std::string>(random, {"sign", "start", "produce"}), someMoney(random), someMoney(random)};
}

void addZones(Random &random, oracle::Ledger &ledger) {
    for (int i = number(random, 1, 4); i > 0; --i)
        ledger.zones.push_back({QStringLiteral("区%1").arg(i), oneOf<QString>(random, {"甲市", "乙市", ""}),
                                oneOf<QString>(random, {"东县", "西县", ""}),
                                oneOf<QString>(random, {"工业类", "农业类", "文旅类"})});
}

void addCampaigns(Random &random, oracle::Ledger &ledger) {
    std::set<std::pair<int, int>> keys;
    for (int i = number(random, 1, 6); i > 0; --i)
        keys.insert({number(random, 2022, 2024), number(random, 1, 5)});
    for (const auto &[year, sequence] : keys) {
        // Usually in the order of the keys, sometimes not, sometimes two on one day, sometimes undated.
        QDate held = QDate(year, 1, 1).addDays(70 * sequence);
        if (chance(random, 30))
            held = someDay(random, 40);
        if (chance(random, 15) && !ledger.campaigns.empty())
            held = ledger.campaigns.back().held;
        ledger.campaigns.push_back({year, sequence, held});
    }
}

oracle::Ledger someLedger(Random &random) {
    oracle::Ledger ledger;
    addZones(random, ledger);
    ledger.chains = number(random, 0, 3);
    ledger.industries = number(random, 0, 3);
    ledger.strategicClasses = number(random, 0, 2);
    addCampaigns(random, ledger);
    for (int i = number(random, 1, 7); i > 0; --i)
        ledger.projects.push_back(someProject(random, ledger));
    for (int i = number(random, 0, 16); i > 0; --i)
        ledger.entries.push_back(someEntry(random, ledger));
    for (int project = 0; project < int(ledger.projects.size()); ++project)
        for (int i = number(random, 0, 2); i > 0; --i)
            ledger.milestones.push_back({project, someDay(random, 25), someDay(random, 50)});
    for (int i = number(random, 0, 8); i > 0; --i)
        ledger.tasks.push_back({number(random, 0, int(ledger.zones.size()) - 1), number(random, 2022, 2025),
                                someTarget(random), number(random, 0, 9)});
    return ledger;
}

LedgerChange someChange(Random &random, const oracle::Ledger &ledger) {
    LedgerChange change;
    if (chance(random, 15)) {
        change.added = someEntry(random, ledger);
        return change;
    }
    change.project = number(random, 0, int(ledger.projects.size()) - 1);
    change.now = ledger.projects[std::size_t(change.project)];
    fillProject(random, ledger, change.now);
    // Corrected reports: the months stay, which keeps their places.
    for (auto &[month, value] : change.now.outputs)
        value = number(random, 0, 8);
    for (auto &[month, value] : change.now.funds)
        value = number(random, 0, 8);
    for (auto &[month, report] : change.now.years)
        report.done = number(random, 0, 8);
    return change;
}

oracle::Cut someFilter(Random &random, const oracle::Ledger &ledger) {
    oracle::Cut cut;
    if (chance(random, 40))
        return cut;
    if (chance(random, 20))
        cut.city = oneOf<QString>(random, {"甲市", "乙市", "丙市"});
    for (int i = number(random, -4, 2); i > 0; --i)
        cut.zones.insert(number(random, 0, int(ledger.zones.size())));
    if (chance(random, 30))
        return cut; // tasks stay
    for (int i = number(random, -4, 2); i > 0; --i)
        cut.chains.insert(number(random, 0, ledger.chains));
    if (chance(random, 20))
        cut.first = std::pair(number(random, 2022, 2024), number(random, 1, 5));
    if (chance(random, 20))
        cut.last = std::pair(number(random, 2022, 2024), number(random, 1, 5));
    if (chance(random, 15))
        cut.list = oneOf<std::string>(random, {"sign", "start", "produce"});
    if (chance(random, 30))
        cut.stage = oneOf<std::string>(
            random, {"reserved", "signed", "started", "producing", "attained", "suspended", "terminated"});
    if (chance(random, 20))
        cut.minInvestment = std::max(0LL, someInvestment(random));
    if (chance(random, 15))
        cut.strategic = chance(random, 50);
    if (chance(random, 15))
        cut.industrial = chance(random, 50);
    if (chance(random, 20))
        cut.text = oneOf<QString>(random, {"A", "b", "铸", "铝材", "造铝", "1A", "业"});
    return cut;
}

GroupBy someGrouping(Random &random, GroupBy lowest) {
    return static_cast<GroupBy>(number(random, int(lowest), int(GroupBy::SizeClass)));
}

Question someQuestion(Random &random, const Scenario &scenario) {
    Question question;
    question.rules = std::size_t(number(random, 0, int(scenario.rules.size()) - 1));
    question.asOf = Month(2022, 9).plus(number(random, 0, 36));
    question.filter = someFilter(random, scenario.ledger);
    question.by.first = someGrouping(random, GroupBy::None);
    if (question.by.first != GroupBy::None && chance(random, 50))
        question.by.second = someGrouping(random, GroupBy::None);
    question.explained = std::size_t(number(random, 0, 59));
    if (chance(random, 8)) {
        question.trendMonths = number(random, 1, 20);
        question.trendBy = chance(random, 50) ? GroupBy::None : someGrouping(random, GroupBy::City);
    }
    return question;
}

} // namespace

Scenario randomScenario(Random &random, int questions) {
    Scenario scenario;
    scenario.ledger = someLedger(random);
    scenario.textsTouch = chance(random, 50);
    for (int i = number(random, 1, 3); i > 0; --i)
        scenario.rules.push_back(someRules(random));
    oracle::Ledger now = scenario.ledger; // changes add up
    for (int i = 0; i < questions; ++i) {
        Step step;
        if (i > 0 && chance(random, 40))
            step.change = someChange(random, now);
        if (step.change.project >= 0)
            now.projects[std::size_t(step.change.project)] = step.change.now;
        step.question = someQuestion(random, scenario);
        scenario.steps.push_back(step);
    }
    return scenario;
}

} // namespace yipi::indicators
