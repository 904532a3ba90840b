// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_side.h"

#include "indicators/rule_words.h"

namespace yipi::indicators {

namespace {

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

TargetIndicator targetOf(const std::string &word) {
    return enumOf<TargetIndicator>({"sign_count", "sign_investment", "start_count", "start_investment",
                                    "produce_count", "produce_investment", "annual_investment"},
                                   word);
}

std::optional<CampaignKey> keyOf(const std::optional<std::pair<int, int>> &key) {
    return key ? std::optional(CampaignKey{key->first, key->second}) : std::nullopt;
}

Zone zoneOf(const oracle::Zone &from, qint64 id) {
    Zone zone;
    zone.id = id;
    zone.name = from.name;
    zone.city = from.city;
    zone.county = from.county;
    zone.category = *choiceFrom<ZoneCategory>(from.category);
    return zone;
}

void fillFact(ProjectFact &p, const oracle::Project &from) {
    p.investment = from.investment;
    p.expectedOutput = from.expectedOutput;
    p.zone = from.zone;
    p.chain = from.chain;
    p.industry = from.industry;
    p.strategicClass = from.strategicClass;
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
    p.reserved = dayOf(from.reserved);
    p.fulfilled = dayOf(from.fulfilled);
    p.removalApproved = dayOf(from.removalApproved);
    p.industrial = from.industrial;
    p.strategic = from.strategic;
}

PlanFact planOf(QDate month, const oracle::YearReport &report) {
    return {Month::of(month).index(), report.plan.value_or(-1), report.done};
}

void addDictionaries(Facts &facts, const oracle::Ledger &ledger) {
    for (const oracle::Zone &zone : ledger.zones)
        facts.zones.push_back(zoneOf(zone, qint64(facts.zones.size()) + 1));
    for (int i = 0; i < ledger.chains; ++i) {
        IndustryChain chain;
        chain.id = i + 1;
        chain.name = QStringLiteral("链%1").arg(i);
        facts.chains.push_back(chain);
    }
    for (int i = 0; i < ledger.industries; ++i)
        facts.industries.push_back(QStringLiteral("业%1").arg(i));
    for (int i = 0; i < ledger.strategicClasses; ++i)
        facts.strategicClasses.push_back(QStringLiteral("新%1").arg(i));
    for (const oracle::Campaign &from : ledger.campaigns) {
        Campaign campaign;
        campaign.id = qint64(facts.campaigns.size()) + 1;
        campaign.year = from.year;
        campaign.sequence = from.sequence;
        campaign.heldOn = from.held;
        facts.campaigns.push_back(campaign);
    }
}

void addProject(Facts &facts, const oracle::Project &from, bool textsTouch) {
    ProjectFact p;
    p.id = qint64(facts.projects.size()) + 1;
    fillFact(p, from);
    p.outputBegin = std::uint32_t(facts.outputs.size());
    for (const auto &[month, value] : from.outputs)
        facts.outputs.push_back({Month::of(month).index(), value});
    p.outputEnd = std::uint32_t(facts.outputs.size());
    p.fundsBegin = std::uint32_t(facts.funds.size());
    for (const auto &[month, value] : from.funds)
        facts.funds.push_back({Month::of(month).index(), value});
    p.fundsEnd = std::uint32_t(facts.funds.size());
    p.planBegin = std::uint32_t(facts.plans.size());
    for (const auto &[month, report] : from.years)
        facts.plans.push_back(planOf(month, report));
    p.planEnd = std::uint32_t(facts.plans.size());
    facts.searchText += (from.code + u'\n' + from.name + u'\n' + from.investor).toLower().toStdString();
    if (!textsTouch)
        facts.searchText += '\n';
    facts.searchEnd.push_back(facts.searchText.size());
    facts.projects.push_back(p);
}

void takeConditions(RateRule &rule, const oracle::Rule &from) {
    rule.period = enumOf<Period>({"all", "as_of_year"}, from.period);
    rule.campaigns =
        enumOf<CampaignScope>({"all", "before_current", "held_at_least_months", "range"}, from.campaigns);
    rule.heldAtLeastMonths = from.heldMonths;
    rule.firstCampaign = keyOf(from.first);
    rule.lastCampaign = keyOf(from.last);
    rule.entries = from.dueOnly ? EntryScope::DueOnly : EntryScope::All;
    rule.projects = from.industrialOnly ? ProjectScope::Industrial : ProjectScope::All;
    rule.terminated = enumOf<Terminated>({"keep", "exclude", "exclude_approved"}, from.terminated);
    rule.early = from.leaveEarly ? Early::Leave : Early::Count;
    rule.capAt100 = from.cap;
}

RateRule engineRule(const oracle::Rule &from) {
    RateRule rule;
    rule.id = QString::fromStdString(from.id);
    rule.title = rule.id;
    rule.population = enumOf<Population>(
        {"sign", "start", "produce", "reserve", "projects", "planned", "progress", "milestones", "targets"},
        from.population);
    takeConditions(rule, from);
    if (rule.population == Population::Targets) {
        rule.target = targetOf(from.target);
        rule.event = eventOf(rule.target);
        rule.weight = countsPieces(rule.target) ? Weight::Count : Weight::Investment;
        return rule;
    }
    rule.event = enumOf<Event>({"started", "produced", "attained", "in_statistics", "signed", "fulfilled",
                                "funds_in_place", "finished", "invested"},
                               from.event);
    rule.weight = enumOf<Weight>({"count", "investment", "output", "items", "plan"}, from.weight);
    return rule;
}

} // namespace

EntryFact entryFact(qint64 id, const oracle::Entry &from) {
    EntryFact entry;
    entry.id = id;
    entry.project = std::uint32_t(from.project);
    entry.campaign = from.campaign;
    entry.batch = batchOf(from.list);
    entry.investment = from.investment.value_or(-1);
    entry.output = from.output.value_or(-1);
    return entry;
}

Facts factsOf(const oracle::Ledger &ledger, bool textsTouch) {
    Facts facts;
    addDictionaries(facts, ledger);
    for (const oracle::Project &project : ledger.projects)
        addProject(facts, project, textsTouch);
    for (const oracle::Entry &entry : ledger.entries)
        facts.entries.push_back(entryFact(qint64(facts.entries.size()) + 1, entry));
    for (const oracle::Milestone &from : ledger.milestones)
        facts.milestones.push_back({qint64(facts.milestones.size()) + 1, std::uint32_t(from.project),
                                    dayOf(from.planned), dayOf(from.actual)});
    for (const oracle::Task &from : ledger.tasks)
        facts.targets.push_back({qint64(facts.targets.size()) + 1,
                                 from.zone,
                                 from.year,
                                 targetOf(from.indicator),
                                 from.value,
                                 {}});
    facts.indexEntries();
    return facts;
}

void replaceProject(Facts &facts, int project, const oracle::Project &now) {
    ProjectFact &p = facts.projects[std::size_t(project)];
    fillFact(p, now);
    std::size_t at = p.outputBegin;
    for (const auto &[month, value] : now.outputs)
        facts.outputs[at++].annualOutput = value;
    at = p.fundsBegin;
    for (const auto &[month, value] : now.funds)
        facts.funds[at++].inPlace = value;
    at = p.planBegin;
    for (const auto &[month, report] : now.years)
        facts.plans[at++] = planOf(month, report);
    facts.changed.push_back(std::uint32_t(project));
}

RuleSet engineRules(const oracle::Rules &rules) {
    RuleSet set;
    set.deadlines = {rules.signToStart, rules.startToProduce, rules.produceToAttain, rules.grace};
    set.lights = LightRules::byDays(rules.yellow, rules.red);
    for (const oracle::Rule &from : rules.rates) {
        set.rates.push_back(engineRule(from));
        if (from.chainedTo >= 0)
            set.rates.back().denominatorOf = set.rates[std::size_t(from.chainedTo)].id;
    }
    return set;
}

ProjectFilter engineFilter(const oracle::Cut &cut) {
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

} // namespace yipi::indicators
