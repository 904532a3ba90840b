// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle_dates.h"

namespace oracle {

namespace {

/// The kind of a rate's list: what has not happened, and the list that declares what must have come before.
struct Kind {
    const char *rate, *kind, *missing, *before, *ownList;
};

constexpr Kind kKinds[] = {{"start", "not_started", "started", "", "sign"},
                           {"produce", "not_produced", "produced", "started", "start"},
                           {"attain", "not_attained", "attained", "produced", "produce"}};

/// Nothing when the row is not on the list.
std::optional<Late> lateOf(const Ledger &ledger, const Rules &rules, int rate, const Kind &kind,
                           const Row &row, QDate asOf) {
    const Rule &rule = rules.rates[rate];
    const Project &p = ledger.projects[row.project];
    // In the denominator: a due-only rate leaves out what is not due.
    if (!part(ledger, rules, rate, row, asOf) ||
        (rule.dueOnly && !isBy(dueDay(ledger, rules, rule.event, row), asOf)))
        return {};
    if (isBy(eventDay(ledger, row, kind.missing), asOf))
        return {};
    const std::string before = kind.before;
    const bool isOwnList = row.kind == Row::OfEntry && ledger.entries[row.index].list == kind.ownList;
    if (!before.empty() && !isOwnList && !isBy(eventDay(ledger, row, before), asOf))
        return {};
    const bool byOutput = rule.event == "attained" && rule.weight == "output";
    const auto declared =
        row.kind == Row::OfEntry ? ledger.entries[row.index].output : std::optional(p.expectedOutput);
    if (rule.id == "attain" && byOutput && latestBy(p.outputs, asOf) >= *declared)
        return {};
    Late late{row.project, kind.kind, dueDay(ledger, rules, kind.missing, row), "green"};
    if (rule.id != "start" && !isBy(late.due, asOf))
        return {};
    const auto days = late.due.isValid() ? late.due.daysTo(asOf) : -1;
    if (days >= rules.yellow)
        late.light = "yellow";
    if (days >= rules.red)
        late.light = "red";
    if (isBy(p.terminated, asOf))
        late.light = "done";
    return late;
}

} // namespace

std::vector<Late> overdue(const Ledger &ledger, const Rules &rules, QDate asOf, const Cut &cut) {
    std::map<std::pair<int, std::string>, Late> found;
    for (int rate = 0; rate < int(rules.rates.size()); ++rate)
        for (const Kind &kind : kKinds) {
            const Rule &rule = rules.rates[rate];
            // What is not of projects cannot have been missed by one.
            const bool isOfProjects =
                isList(rule.population) || rule.population == "projects" || rule.population == "planned";
            if (rule.id != kind.rate || !isOfProjects)
                continue;
            for (const Row &row : rows(ledger, rule)) {
                if (!passes(ledger, cut, row, asOf))
                    continue;
                const auto late = lateOf(ledger, rules, rate, kind, row, asOf);
                if (!late)
                    continue;
                // Of several entries of a project the one due first.
                const auto at = found.try_emplace({late->project, late->kind}, *late).first;
                if (!at->second.due.isValid() || (late->due.isValid() && late->due < at->second.due))
                    at->second = *late;
            }
        }
    std::vector<Late> result;
    for (const auto &[key, late] : found)
        result.push_back(late);
    return result;
}

} // namespace oracle
