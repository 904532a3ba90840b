// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_rules.h"

namespace yipi::indicators {

namespace {

std::string someEvent(Random &random, const std::string &population) {
    if (population == "progress")
        return "invested";
    if (population == "milestones")
        return "finished";
    if (population == "planned")
        return oneOf<std::string>(random, {"started", "produced", "attained"});
    if (population == "reserve" && chance(random, 30))
        return "signed";
    return oneOf<std::string>(
        random, {"started", "produced", "attained", "in_statistics", "fulfilled", "funds_in_place"});
}

std::string someWeight(Random &random, const std::string &population) {
    if (population == "progress")
        return "plan";
    if (population == "milestones")
        return "items";
    return oneOf<std::string>(random, {"count", "count", "investment", "output"});
}

bool hasDeadline(const std::string &event) {
    return event == "started" || event == "produced" || event == "attained" || event == "finished";
}

void takeCampaigns(Random &random, oracle::Rule &rule) {
    rule.campaigns = oneOf<std::string>(random, {"all", "before_current", "held_at_least_months", "range"});
    rule.heldMonths = number(random, 1, 14);
    if (rule.campaigns != "range")
        return;
    const std::pair first(number(random, 2022, 2024), number(random, 1, 4));
    const std::pair last(number(random, 2022, 2024), number(random, 1, 5));
    if (chance(random, 70))
        rule.first = std::min(first, last);
    if (!rule.first || chance(random, 70))
        rule.last = std::max(first, last);
}

/// Over the numerator of an earlier rate, where the files allow that.
void chain(Random &random, const std::vector<oracle::Rule> &rates, oracle::Rule &rule) {
    if (rates.empty() || !chance(random, 40))
        return;
    const int base = number(random, 0, int(rates.size()) - 1);
    const oracle::Rule &before = rates[std::size_t(base)];
    if (oracle::isByValue(before) || before.population == "targets")
        return;
    rule.chainedTo = base;
    rule.population = before.population;
}

oracle::Rule someRule(Random &random, const std::vector<oracle::Rule> &rates) {
    static const char *const kIds[] = {"start", "produce", "attain", "on_time_start", "fifth"};
    oracle::Rule rule;
    rule.id = kIds[rates.size()];
    rule.population =
        oneOf<std::string>(random, {"sign", "start", "produce", "sign", "start", "produce", "reserve",
                                    "projects", "planned", "progress", "milestones", "targets"});
    chain(random, rates, rule);
    rule.industrialOnly = chance(random, 25);
    rule.terminated = oneOf<std::string>(random, {"keep", "keep", "exclude", "exclude_approved"});
    if (rule.population == "targets") {
        rule.target = someTarget(random);
        rule.event.clear();
        return rule;
    }
    if (oracle::isList(rule.population))
        takeCampaigns(random, rule);
    rule.event = someEvent(random, rule.population);
    rule.weight = someWeight(random, rule.population);
    const bool byValue = oracle::isByValue(rule);
    rule.dueOnly = hasDeadline(rule.event) && chance(random, 40);
    rule.leaveEarly = hasDeadline(rule.event) && !byValue && chance(random, 40);
    rule.cap = byValue && chance(random, 40);
    if (oracle::isList(rule.population) || rule.population == "reserve" || rule.population == "projects")
        rule.period = chance(random, 30) ? "as_of_year" : "all";
    return rule;
}

} // namespace

std::string someTarget(Random &random) {
    return oneOf<std::string>(random, {"sign_count", "sign_investment", "start_count", "start_investment",
                                       "produce_count", "produce_investment", "annual_investment"});
}

oracle::Rules someRules(Random &random) {
    oracle::Rules rules;
    rules.signToStart = number(random, 0, 14);
    rules.startToProduce = number(random, 0, 26);
    rules.produceToAttain = number(random, 0, 14);
    rules.grace = chance(random, 50) ? 0 : number(random, 1, 45);
    rules.yellow = number(random, 0, 40);
    rules.red = rules.yellow + number(random, 0, 90);
    for (int i = number(random, 1, 5); i > 0; --i)
        rules.rates.push_back(someRule(random, rules.rates));
    return rules;
}

} // namespace yipi::indicators
