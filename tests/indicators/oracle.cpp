// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle.h"

namespace oracle {

namespace {

bool by(QDate date, QDate asOf) {
    return date.isValid() && date <= asOf;
}

std::vector<QDate> datesOf(const Project &p, const std::string &event) {
    if (event == "started")
        return {p.start, p.produce, p.attain};
    if (event == "produced")
        return {p.produce, p.attain};
    if (event == "attained")
        return {p.attain};
    return {p.statistics};
}

bool happened(const Project &p, const std::string &event, QDate asOf) {
    for (QDate date : datesOf(p, event))
        if (by(date, asOf))
            return true;
    return false;
}

std::string stage(const Project &p, QDate asOf) {
    if (by(p.terminated, asOf))
        return "terminated";
    if (by(p.suspended, asOf))
        return "suspended";
    if (by(p.attain, asOf))
        return "attained";
    if (by(p.produce, asOf))
        return "producing";
    if (by(p.start, asOf))
        return "started";
    if (by(p.sign, asOf))
        return "signed";
    return "reserved";
}

QDate due(const Ledger &ledger, const Rules &rules, const std::string &event, const Entry &entry) {
    const Project &p = ledger.projects[entry.project];
    const QDate campaign = held(ledger.campaigns[entry.campaign]);
    QDate planned, base;
    int months = 0;
    if (event == "started") {
        planned = p.plannedStart;
        base = p.sign.isValid() ? p.sign : entry.list == "sign" ? campaign : QDate();
        months = rules.signToStart;
    } else if (event == "produced") {
        planned = p.plannedProduce;
        base = p.start.isValid() ? p.start : entry.list == "start" ? campaign : QDate();
        months = rules.startToProduce;
    } else {
        planned = p.plannedAttain;
        base = p.produce.isValid() ? p.produce : entry.list == "produce" ? campaign : QDate();
        months = rules.produceToAttain;
    }
    if (planned.isValid())
        return planned.addDays(rules.grace);
    return base.isValid() ? base.addMonths(months).addDays(rules.grace) : QDate();
}

bool inScope(const Ledger &ledger, const Rule &rule, const Campaign &campaign, QDate asOf) {
    const QDate day = held(campaign);
    if (day > asOf)
        return false;
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

long long reported(const Project &p, QDate asOf) {
    long long latest = 0;
    for (const auto &[month, value] : p.outputs)
        if (month <= asOf)
            latest = value;
    return latest;
}

} // namespace

QDate held(const Campaign &campaign) {
    if (campaign.held.isValid())
        return campaign.held;
    switch (campaign.sequence) {
    case 1:
        return QDate(campaign.year, 3, 31);
    case 2:
        return QDate(campaign.year, 6, 30);
    case 3:
        return QDate(campaign.year, 9, 30);
    default:
        return QDate(campaign.year, 12, 31);
    }
}

bool passes(const Ledger &ledger, const Cut &cut, int project, QDate asOf) {
    const Project &p = ledger.projects[project];
    if (!cut.city.isEmpty() && (p.zone < 0 || ledger.zones[p.zone].city != cut.city))
        return false;
    if (!cut.zones.empty() && !cut.zones.contains(p.zone))
        return false;
    if (!cut.chains.empty() && !cut.chains.contains(p.chain))
        return false;
    if (!cut.stage.empty() && stage(p, asOf) != cut.stage)
        return false;
    if (cut.minInvestment && p.investment < *cut.minInvestment)
        return false;
    if (cut.strategic && *cut.strategic != p.strategic)
        return false;
    if (cut.industrial && *cut.industrial != p.industrial)
        return false;
    if (cut.text.isEmpty())
        return true;
    for (const QString &text : {p.code, p.name, p.investor})
        if (text.contains(cut.text, Qt::CaseInsensitive))
            return true;
    return false;
}

bool passes(const Ledger &ledger, const Cut &cut, const Entry &entry, QDate asOf) {
    if (!cut.list.empty() && cut.list != entry.list)
        return false;
    const Campaign &campaign = ledger.campaigns[entry.campaign];
    const std::pair key(campaign.year, campaign.sequence);
    if ((cut.first && key < *cut.first) || (cut.last && key > *cut.last))
        return false;
    return passes(ledger, cut, entry.project, asOf);
}

std::optional<Part> part(const Ledger &ledger, const Rules &rules, int rate, const Entry &entry, QDate asOf) {
    const Rule &rule = rules.rates[rate];
    const Project &p = ledger.projects[entry.project];
    if (entry.list != rule.list || !inScope(ledger, rule, ledger.campaigns[entry.campaign], asOf))
        return {};
    if (rule.industrialOnly && !p.industrial)
        return {};
    if (rule.excludeTerminated && by(p.terminated, asOf))
        return {};
    if (rule.chainedTo >= 0) {
        const auto before = part(ledger, rules, rule.chainedTo, entry, asOf);
        if (!before || !before->inNumerator)
            return {};
    }
    std::optional<long long> weight = 1;
    if (rule.weight == "investment")
        weight = entry.investment;
    if (rule.weight == "output")
        weight = entry.output;
    if (!weight)
        return {};

    bool isDue = true, knowsDue = true;
    if (rule.dueOnly || rule.leaveEarly) {
        const QDate date = due(ledger, rules, rule.event, entry);
        knowsDue = date.isValid();
        isDue = by(date, asOf);
    }
    if (rule.event == "attained" && rule.weight == "output") {
        if (rule.dueOnly && !isDue)
            return {};
        long long actual = reported(p, asOf);
        if (rule.cap && actual > *weight)
            actual = *weight;
        return Part{actual, *weight, actual > 0};
    }
    if (rule.dueOnly && !knowsDue)
        return {};
    const bool early = knowsDue && !isDue;
    const bool counts = happened(p, rule.event, asOf) && !(rule.leaveEarly && early);
    const bool below = !rule.dueOnly || isDue;
    if (!counts && !below)
        return {};
    return Part{counts ? *weight : 0, below ? *weight : 0, counts};
}

Figure figure(const Ledger &ledger, const Rules &rules, int rate, QDate asOf,
              const std::vector<Entry> &entries) {
    Figure sum;
    for (const Entry &entry : entries)
        if (const auto one = part(ledger, rules, rate, entry, asOf)) {
            sum.num += one->num;
            sum.den += one->den;
        }
    return sum;
}

std::vector<Late> overdue(const Ledger &ledger, const Rules &rules, QDate asOf,
                          const std::vector<Entry> &entries) {
    std::map<std::pair<int, std::string>, Late> found;
    for (int rate = 0; rate < int(rules.rates.size()); ++rate) {
        const Rule &rule = rules.rates[rate];
        for (const Entry &entry : entries) {
            const Project &p = ledger.projects[entry.project];
            const auto one = part(ledger, rules, rate, entry, asOf);
            // In the denominator: a due-only rate leaves out what is not due.
            if (!one || (rule.dueOnly && !by(due(ledger, rules, rule.event, entry), asOf)))
                continue;
            Late late{entry.project, {}, {}, "green"};
            std::string missing;
            if (rule.id == "start" && !happened(p, "started", asOf)) {
                late.kind = "not_started";
                missing = "started";
            } else if (rule.id == "produce" && !happened(p, "produced", asOf) &&
                       (entry.list == "start" || happened(p, "started", asOf))) {
                late.kind = "not_produced";
                missing = "produced";
            } else if (rule.id == "attain" && !happened(p, "attained", asOf) &&
                       (entry.list == "produce" || happened(p, "produced", asOf))) {
                late.kind = "not_attained";
                missing = "attained";
                const bool byValue = rule.event == "attained" && rule.weight == "output";
                if (byValue && reported(p, asOf) >= *entry.output)
                    continue;
            } else {
                continue;
            }
            late.due = due(ledger, rules, missing, entry);
            if (late.kind != "not_started" && !by(late.due, asOf))
                continue;
            const auto days = late.due.isValid() ? late.due.daysTo(asOf) : -1;
            if (days >= rules.yellow)
                late.light = "yellow";
            if (days >= rules.red)
                late.light = "red";
            if (by(p.terminated, asOf))
                late.light = "done";
            // Of several entries of a project the one due first.
            const std::pair key(late.project, late.kind);
            const auto at = found.find(key);
            if (at == found.end() || !at->second.due.isValid() ||
                (late.due.isValid() && late.due < at->second.due))
                found[key] = late;
        }
    }
    std::vector<Late> result;
    for (const auto &[key, late] : found)
        result.push_back(late);
    return result;
}

} // namespace oracle
