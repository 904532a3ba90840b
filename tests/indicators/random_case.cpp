// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_case.h"

#include "indicators/rule_words.h"

#include <sstream>

namespace yipi::indicators {

namespace {

int number(Random &random, int lowest, int highest) {
    return std::uniform_int_distribution<int>(lowest, highest)(random);
}

bool chance(Random &random, int percent) {
    return number(random, 1, 100) <= percent;
}

template <class T>
T oneOf(Random &random, std::initializer_list<T> values) {
    return *(values.begin() + number(random, 0, int(values.size()) - 1));
}

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

std::optional<long long> someMoney(Random &random) {
    return chance(random, 20) ? std::nullopt : std::optional<long long>(number(random, 0, 6));
}

oracle::Project someProject(Random &random, const oracle::Ledger &ledger) {
    oracle::Project p;
    p.zone = number(random, -1, int(ledger.zones.size()) - 1);
    p.chain = number(random, -1, ledger.chains - 1);
    p.industry = number(random, -1, ledger.industries - 1);
    p.industrial = chance(random, 60);
    p.strategic = chance(random, 40);
    p.investment = number(random, -1, 5);
    p.plannedStart = someDay(random, 60);
    p.plannedProduce = someDay(random, 60);
    p.plannedAttain = someDay(random, 60);
    p.sign = someDay(random, 30);
    p.start = someDay(random, 40);
    p.produce = someDay(random, 50);
    p.attain = someDay(random, 70);
    p.statistics = someDay(random, 50);
    p.suspended = someDay(random, 85);
    p.terminated = someDay(random, 80);
    for (int i = number(random, 0, 4); i > 0; --i) {
        const QDate day = someDay(random, 0);
        p.outputs[QDate(day.year(), day.month(), 1)] = number(random, 0, 8);
    }
    p.code = oneOf<QString>(random, {"", "A1", "ab2", "23"});
    p.name = oneOf<QString>(random, {"", "AB", "铸造", "铝材铸造", "a"});
    p.investor = oneOf<QString>(random, {"", "铝业", "B", "铸"});
    return p;
}

oracle::Rule someRule(Random &random, int index) {
    oracle::Rule rule;
    static const char *const kIds[] = {"start", "produce", "attain", "on_time_start", "fifth"};
    rule.id = kIds[index];
    rule.list = oneOf<std::string>(random, {"sign", "start", "produce"});
    rule.campaigns = oneOf<std::string>(random, {"all", "before_current", "held_at_least_months", "range"});
    rule.heldMonths = number(random, 1, 14);
    if (rule.campaigns == "range") {
        const std::pair first(number(random, 2022, 2024), number(random, 1, 4));
        const std::pair last(number(random, 2022, 2024), number(random, 1, 5));
        if (chance(random, 70))
            rule.first = std::min(first, last);
        if (!rule.first || chance(random, 70))
            rule.last = std::max(first, last);
    }
    rule.event = oneOf<std::string>(random, {"started", "produced", "attained", "in_statistics"});
    rule.weight = oneOf<std::string>(random, {"count", "count", "investment", "output"});
    const bool byValue = rule.event == "attained" && rule.weight == "output";
    rule.dueOnly = rule.event != "in_statistics" && chance(random, 40);
    rule.leaveEarly = rule.event != "in_statistics" && !byValue && chance(random, 40);
    rule.industrialOnly = chance(random, 25);
    rule.excludeTerminated = chance(random, 40);
    rule.cap = byValue && chance(random, 40);
    return rule;
}

template <class E>
E enumOf(std::initializer_list<const char *> words, const std::string &word) {
    int index = 0;
    for (const char *known : words) {
        if (word == known)
            return static_cast<E>(index);
        ++index;
    }
    throw std::logic_error(word);
}

Batch batchOf(const std::string &list) {
    return enumOf<Batch>({"sign", "start", "produce"}, list);
}

std::optional<CampaignKey> keyOf(const std::optional<std::pair<int, int>> &key) {
    return key ? std::optional(CampaignKey{key->first, key->second}) : std::nullopt;
}

} // namespace

void RandomCase::newLedger(Random &random) {
    ledger = {};
    for (int i = number(random, 1, 4); i > 0; --i)
        ledger.zones.push_back({QStringLiteral("区%1").arg(i), oneOf<QString>(random, {"甲市", "乙市", ""})});
    ledger.chains = number(random, 0, 3);
    ledger.industries = number(random, 0, 3);
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
    for (int i = number(random, 1, 8); i > 0; --i)
        ledger.projects.push_back(someProject(random, ledger));
    for (int i = number(random, 0, 20); i > 0; --i)
        ledger.entries.push_back({number(random, 0, int(ledger.projects.size()) - 1),
                                  number(random, 0, int(ledger.campaigns.size()) - 1),
                                  oneOf<std::string>(random, {"sign", "start", "produce"}), someMoney(random),
                                  someMoney(random)});
    textsTouch = chance(random, 50);
}

void RandomCase::newRules(Random &random) {
    rules = {};
    rules.signToStart = number(random, 0, 14);
    rules.startToProduce = number(random, 0, 26);
    rules.produceToAttain = number(random, 0, 14);
    rules.grace = chance(random, 50) ? 0 : number(random, 1, 45);
    rules.yellow = number(random, 0, 40);
    rules.red = rules.yellow + number(random, 0, 90);
    for (int i = 0, count = number(random, 1, 5); i < count; ++i) {
        oracle::Rule rule = someRule(random, i);
        const int base = number(random, 0, std::max(i - 1, 0));
        if (i > 0 && chance(random, 40)) {
            const oracle::Rule &before = rules.rates[std::size_t(base)];
            if (before.event != "attained" || before.weight != "output") {
                rule.chainedTo = base;
                rule.list = before.list;
            }
        }
        rules.rates.push_back(rule);
    }
}

void RandomCase::newQuestion(Random &random) {
    asOf = Month(2022, 9).plus(number(random, 0, 36));
    cut = {};
    if (chance(random, 35))
        return;
    if (chance(random, 20))
        cut.city = oneOf<QString>(random, {"甲市", "乙市", "丙市"});
    for (int i = number(random, -4, 2); i > 0; --i)
        cut.zones.insert(number(random, 0, int(ledger.zones.size())));
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
        cut.minInvestment = number(random, 0, 5);
    if (chance(random, 15))
        cut.strategic = chance(random, 50);
    if (chance(random, 15))
        cut.industrial = chance(random, 50);
    if (chance(random, 20))
        cut.text = oneOf<QString>(random, {"A", "b", "铸", "铝材", "造铝", "1A", "业"});
}

Facts RandomCase::facts() const {
    Facts facts;
    for (const oracle::Zone &from : ledger.zones) {
        Zone zone;
        zone.id = qint64(facts.zones.size()) + 1;
        zone.name = from.name;
        zone.city = from.city;
        facts.zones.push_back(zone);
    }
    for (int i = 0; i < ledger.chains; ++i) {
        IndustryChain chain;
        chain.id = i + 1;
        chain.name = QStringLiteral("链%1").arg(i);
        facts.chains.push_back(chain);
    }
    for (int i = 0; i < ledger.industries; ++i)
        facts.industries.push_back(QStringLiteral("业%1").arg(i));
    for (const oracle::Campaign &from : ledger.campaigns) {
        Campaign campaign;
        campaign.id = qint64(facts.campaigns.size()) + 1;
        campaign.year = from.year;
        campaign.sequence = from.sequence;
        campaign.heldOn = from.held;
        facts.campaigns.push_back(campaign);
    }
    for (const oracle::Project &from : ledger.projects) {
        ProjectFact p;
        p.id = qint64(facts.projects.size()) + 1;
        p.investment = from.investment;
        p.zone = from.zone;
        p.chain = from.chain;
        p.industry = from.industry;
        p.plannedStart = dayOf(from.plannedStart);
        p.plannedProduce = dayOf(from.plannedProduce);
        p.plannedAttain = dayOf(from.plannedAttain);
        p.sign = dayOf(from.sign);
        p.start = dayOf(from.start);
        p.produce = dayOf(from.produce);
        p.attain = dayOf(from.attain);
        p.statistics = dayOf(from.statistics);
        p.suspended = dayOf(from.suspended);
        p.terminated = dayOf(from.terminated);
        p.industrial = from.industrial;
        p.strategic = from.strategic;
        p.outputBegin = std::uint32_t(facts.outputs.size());
        for (const auto &[month, value] : from.outputs)
            facts.outputs.push_back({Month::of(month).index(), value});
        p.outputEnd = std::uint32_t(facts.outputs.size());
        facts.searchText += (from.code + u'\n' + from.name + u'\n' + from.investor).toLower().toStdString();
        if (!textsTouch)
            facts.searchText += '\n';
        facts.searchEnd.push_back(facts.searchText.size());
        facts.projects.push_back(p);
    }
    for (const oracle::Entry &from : ledger.entries) {
        EntryFact entry;
        entry.id = qint64(facts.entries.size()) + 1;
        entry.project = std::uint32_t(from.project);
        entry.campaign = from.campaign;
        entry.batch = batchOf(from.list);
        entry.investment = from.investment.value_or(-1);
        entry.output = from.output.value_or(-1);
        facts.entries.push_back(entry);
    }
    facts.indexEntries();
    return facts;
}

RuleSet RandomCase::ruleSet() const {
    RuleSet set;
    set.deadlines = {rules.signToStart, rules.startToProduce, rules.produceToAttain, rules.grace};
    set.lights = {rules.yellow, rules.red};
    for (const oracle::Rule &from : rules.rates) {
        RateRule rule;
        rule.id = QString::fromStdString(from.id);
        rule.title = rule.id;
        rule.population = populationOf(batchOf(from.list));
        rule.campaigns =
            enumOf<CampaignScope>({"all", "before_current", "held_at_least_months", "range"}, from.campaigns);
        rule.heldAtLeastMonths = from.heldMonths;
        rule.firstCampaign = keyOf(from.first);
        rule.lastCampaign = keyOf(from.last);
        rule.entries = from.dueOnly ? EntryScope::DueOnly : EntryScope::All;
        rule.projects = from.industrialOnly ? ProjectScope::Industrial : ProjectScope::All;
        rule.terminated = from.excludeTerminated ? Terminated::Exclude : Terminated::Keep;
        rule.event = enumOf<Event>({"started", "produced", "attained", "in_statistics"}, from.event);
        rule.weight = enumOf<Weight>({"count", "investment", "output"}, from.weight);
        if (from.chainedTo >= 0)
            rule.denominatorOf = set.rates[std::size_t(from.chainedTo)].id;
        rule.early = from.leaveEarly ? Early::Leave : Early::Count;
        rule.capAt100 = from.cap;
        set.rates.push_back(rule);
    }
    return set;
}

ProjectFilter RandomCase::filter() const {
    ProjectFilter filter;
    filter.city = cut.city;
    filter.text = cut.text;
    for (const int zone : cut.zones)
        filter.zones.push_back(zone + 1);
    for (const int chain : cut.chains)
        filter.chains.push_back(chain + 1);
    filter.firstCampaign = keyOf(cut.first);
    filter.lastCampaign = keyOf(cut.last);
    if (!cut.list.empty())
        filter.batch = batchOf(cut.list);
    if (!cut.stage.empty())
        filter.stage = enumOf<Stage>(
            {"reserved", "signed", "started", "producing", "attained", "suspended", "terminated"}, cut.stage);
    if (cut.minInvestment)
        filter.minInvestment = Money::fromYuan(*cut.minInvestment);
    filter.strategic = cut.strategic;
    filter.industrial = cut.industrial;
    return filter;
}

std::string RandomCase::describe() const {
    std::ostringstream out;
    const auto date = [](QDate d) {
        return d.isValid() ? d.toString(Qt::ISODate).toStdString() : std::string("-");
    };
    out << "as of " << asOf.text().toStdString() << "\ndeadlines " << rules.signToStart << ' '
        << rules.startToProduce << ' ' << rules.produceToAttain << " grace " << rules.grace << " lights "
        << rules.yellow << ' ' << rules.red;
    for (const oracle::Rule &r : rules.rates)
        out << "\nrate " << r.id << " of " << r.list << ' ' << r.campaigns << ' ' << r.heldMonths << " event "
            << r.event << " weight " << r.weight << " due_only " << r.dueOnly << " industrial "
            << r.industrialOnly << " exclude " << r.excludeTerminated << " leave " << r.leaveEarly << " cap "
            << r.cap << " chain " << r.chainedTo;
    out << "\ncut city '" << cut.city.toStdString() << "' text '" << cut.text.toStdString() << "' list '"
        << cut.list << "' stage '" << cut.stage << "' zones " << cut.zones.size() << " chains "
        << cut.chains.size();
    for (const oracle::Campaign &c : ledger.campaigns)
        out << "\ncampaign " << c.year << '-' << c.sequence << " held " << date(c.held);
    for (std::size_t i = 0; i < ledger.projects.size(); ++i) {
        const oracle::Project &p = ledger.projects[i];
        out << "\nproject " << i << " zone " << p.zone << " industrial " << p.industrial << " planned "
            << date(p.plannedStart) << ' ' << date(p.plannedProduce) << ' ' << date(p.plannedAttain)
            << " sign " << date(p.sign) << " start " << date(p.start) << " produce " << date(p.produce)
            << " attain " << date(p.attain) << " statistics " << date(p.statistics) << " suspended "
            << date(p.suspended) << " terminated " << date(p.terminated) << " outputs";
        for (const auto &[month, value] : p.outputs)
            out << ' ' << date(month) << '=' << value;
    }
    for (const oracle::Entry &e : ledger.entries)
        out << "\nentry project " << e.project << " campaign " << e.campaign << ' ' << e.list
            << " investment " << e.investment.value_or(-1) << " output " << e.output.value_or(-1);
    return out.str();
}

} // namespace yipi::indicators
