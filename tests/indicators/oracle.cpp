// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

#include "oracle_dates.h"

namespace oracle {

namespace {

bool startsWith(const std::string &text, const char *start) {
    return text.rfind(start, 0) == 0;
}

bool isInScope(const Ledger &ledger, const Rule &rule, const Campaign &campaign, QDate asOf) {
    const QDate day = held(campaign);
    const std::pair key(campaign.year, campaign.sequence);
    if (rule.campaigns == "held_at_least_months")
        return day.addMonths(rule.heldMonths) <= asOf;
    if (rule.campaigns == "range")
        return (!rule.first || key >= *rule.first) && (!rule.last || key <= *rule.last);
    if (rule.campaigns == "before_current") {
        // There must be a more recent one.
        for (const Campaign &other : ledger.campaigns) {
            const QDate otherDay = held(other);
            const std::pair otherKey(other.year, other.sequence);
            if (otherDay <= asOf && (otherDay > day || (otherDay == day && otherKey > key)))
                return true;
        }
        return false;
    }
    return true;
}

/// Whether the row has come into being by the as-of date.
bool isPresent(const Ledger &ledger, const Rule &rule, const Row &row, QDate asOf) {
    if (isList(rule.population))
        return held(ledger.campaigns[ledger.entries[row.index].campaign]) <= asOf;
    if (rule.population == "reserve")
        return isBy(ledger.projects[row.project].reserved, asOf);
    if (rule.population == "projects")
        return isBy(signDay(ledger, row.project), asOf);
    if (rule.population == "planned")
        return plannedDay(ledger.projects[row.project], rule.event).isValid();
    return true;
}

/// Whether campaigns and year are those that the rule takes.
bool isTaken(const Ledger &ledger, const Rule &rule, const Row &row, QDate asOf) {
    const auto isOfYear = [&](QDate day) { return rule.period == "all" || day.year() == asOf.year(); };
    if (isList(rule.population)) {
        const Campaign &campaign = ledger.campaigns[ledger.entries[row.index].campaign];
        return isInScope(ledger, rule, campaign, asOf) && isOfYear(held(campaign));
    }
    if (rule.population == "reserve")
        return isOfYear(ledger.projects[row.project].reserved);
    if (rule.population == "projects")
        return isOfYear(signDay(ledger, row.project));
    if (rule.population == "planned")
        return plannedDay(ledger.projects[row.project], rule.event).year() == asOf.year();
    return true;
}

/// Nothing = not declared.
std::optional<long long> weightOf(const Ledger &ledger, const Rule &rule, const Row &row) {
    const auto known = [](long long value) {
        return value < 0 ? std::nullopt : std::optional<long long>(value);
    };
    if (rule.weight == "investment")
        return row.kind == Row::OfEntry ? ledger.entries[row.index].investment
                                        : known(ledger.projects[row.project].investment);
    if (rule.weight == "output")
        return row.kind == Row::OfEntry ? ledger.entries[row.index].output
                                        : known(ledger.projects[row.project].expectedOutput);
    return 1;
}

/// The latest report of the as-of year, with the plan last named in that year.
std::optional<YearReport> yearReport(const Project &p, QDate asOf) {
    std::optional<YearReport> latest;
    for (const auto &[month, report] : p.years) {
        if (month > asOf || month.year() != asOf.year())
            continue;
        const auto plan = report.plan ? report.plan : latest ? latest->plan : std::nullopt;
        latest = YearReport{plan, report.done};
    }
    return latest;
}

/// A task counts below the line, what fulfils it above.
std::optional<Part> partOfTasks(const Ledger &ledger, const Rule &rule, const Row &row, QDate asOf) {
    if (row.kind == Row::OfTask) {
        const Task &task = ledger.tasks[row.index];
        return task.year == asOf.year() ? std::optional(Part{0, task.value, false}) : std::nullopt;
    }
    const Project &p = ledger.projects[row.project];
    if (rule.target == "annual_investment") {
        const auto report = yearReport(p, asOf);
        return report && report->done > 0 ? std::optional(Part{report->done, 0, true}) : std::nullopt;
    }
    const QDate day = startsWith(rule.target, "sign")    ? signDay(ledger, row.project)
                      : startsWith(rule.target, "start") ? eventDay(ledger, row, "started")
                                                         : eventDay(ledger, row, "produced");
    if (!isBy(day, asOf) || day.year() != asOf.year())
        return {};
    if (rule.target.ends_with("_count"))
        return Part{1, 0, true};
    return p.investment < 0 ? std::nullopt : std::optional(Part{p.investment, 0, true});
}

std::optional<Part> partByValue(const Ledger &ledger, const Rules &rules, const Rule &rule, const Row &row,
                                QDate asOf) {
    const Project &p = ledger.projects[row.project];
    long long value = 0, declared = 0;
    if (rule.event == "invested") {
        const auto report = yearReport(p, asOf);
        if (!report || !report->plan)
            return {};
        value = report->done;
        declared = *report->plan;
    } else {
        const auto weight = weightOf(ledger, rule, row);
        if (!weight)
            return {};
        value = latestBy(rule.event == "attained" ? p.outputs : p.funds, asOf);
        declared = *weight;
    }
    if (rule.dueOnly && !isBy(dueDay(ledger, rules, rule.event, row), asOf))
        return {};
    if (rule.cap && value > declared)
        value = declared;
    return Part{value, declared, value > 0};
}

std::optional<Part> partByCount(const Ledger &ledger, const Rules &rules, const Rule &rule, const Row &row,
                                QDate asOf) {
    const auto weight = weightOf(ledger, rule, row);
    if (!weight)
        return {};
    bool isDue = true, knowsDue = true;
    if (rule.dueOnly || rule.leaveEarly) {
        const QDate due = dueDay(ledger, rules, rule.event, row);
        knowsDue = due.isValid();
        isDue = isBy(due, asOf);
    }
    if (rule.dueOnly && !knowsDue)
        return {};
    const bool isEarly = knowsDue && !isDue;
    const bool above = isBy(eventDay(ledger, row, rule.event), asOf) && !(rule.leaveEarly && isEarly);
    const bool below = !rule.dueOnly || isDue;
    if (!above && !below)
        return {};
    return Part{above ? *weight : 0, below ? *weight : 0, above};
}

} // namespace

bool isList(const std::string &population) {
    return population == "sign" || population == "start" || population == "produce";
}

bool isByValue(const Rule &rule) {
    return rule.event == "invested" || (rule.event == "attained" && rule.weight == "output") ||
           (rule.event == "funds_in_place" && rule.weight == "investment");
}

std::vector<Row> rows(const Ledger &ledger, const Rule &rule) {
    std::vector<Row> result;
    if (isList(rule.population)) {
        for (int i = 0; i < int(ledger.entries.size()); ++i)
            if (ledger.entries[i].list == rule.population)
                result.push_back({Row::OfEntry, i, ledger.entries[i].project});
        return result;
    }
    if (rule.population == "milestones") {
        for (int i = 0; i < int(ledger.milestones.size()); ++i)
            result.push_back({Row::OfMilestone, i, ledger.milestones[i].project});
        return result;
    }
    for (int i = 0; i < int(ledger.projects.size()); ++i)
        result.push_back({Row::OfProject, i, i});
    for (int i = 0; rule.population == "targets" && i < int(ledger.tasks.size()); ++i)
        if (ledger.tasks[i].indicator == rule.target)
            result.push_back({Row::OfTask, i, -1});
    return result;
}

bool isThere(const Ledger &ledger, const Rules &rules, int rate, const Row &row, QDate asOf) {
    const Rule &rule = rules.rates[rate];
    // Of the projects only those belong to tasks that fulfil them.
    if (rule.population == "targets" && row.kind == Row::OfProject)
        return part(ledger, rules, rate, row, asOf).has_value();
    return isPresent(ledger, rule, row, asOf);
}

std::optional<Part> part(const Ledger &ledger, const Rules &rules, int rate, const Row &row, QDate asOf) {
    const Rule &rule = rules.rates[rate];
    if (!isPresent(ledger, rule, row, asOf) || !isTaken(ledger, rule, row, asOf))
        return {};
    if (row.project >= 0) {
        const Project &p = ledger.projects[row.project];
        if (rule.industrialOnly && !p.industrial)
            return {};
        if (rule.terminated == "exclude" && isBy(p.terminated, asOf))
            return {};
        if (rule.terminated == "exclude_approved" && isBy(p.removalApproved, asOf))
            return {};
    }
    if (rule.chainedTo >= 0) {
        const auto before = part(ledger, rules, rule.chainedTo, row, asOf);
        if (!before || !before->inNumerator)
            return {};
    }
    if (rule.population == "targets")
        return partOfTasks(ledger, rule, row, asOf);
    return isByValue(rule) ? partByValue(ledger, rules, rule, row, asOf)
                           : partByCount(ledger, rules, rule, row, asOf);
}

} // namespace oracle
