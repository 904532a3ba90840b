// SPDX-License-Identifier: GPL-3.0-or-later
#include "derived_oracle.h"

namespace oracle {

namespace {

bool hasHappened(QDate date, QDate asOf) {
    return date.isValid() && date <= asOf;
}

QDate endOfMonth(QDate day) {
    return QDate(day.year(), day.month(), day.daysInMonth());
}

/// The last day of the month `months` after that of `day`.
QDate endOfMonthAfter(QDate day, int months) {
    return endOfMonth(QDate(day.year(), day.month(), 1).addMonths(months));
}

} // namespace

bool passesAsProject(const Ledger &ledger, const Cut &cut, int project, QDate asOf) {
    return passes(ledger, cut, Row{Row::OfProject, project, project}, asOf);
}

QDate eventDate(const Project &p, const std::string &event) {
    std::vector<QDate> proofs{p.attain};
    if (event == "produced" || event == "started")
        proofs.push_back(p.produce);
    if (event == "started")
        proofs.push_back(p.start);
    QDate first;
    for (const QDate date : proofs)
        if (date.isValid() && (!first.isValid() || date < first))
            first = date;
    return first;
}

QDate signDate(const Ledger &ledger, int project) {
    if (ledger.projects[project].sign.isValid())
        return ledger.projects[project].sign;
    QDate first;
    for (const Entry &entry : ledger.entries)
        if (entry.project == project && entry.list == "sign") {
            const QDate day = held(ledger.campaigns[entry.campaign]);
            if (!first.isValid() || day < first)
                first = day;
        }
    return first;
}

std::vector<CohortMember> cohortMembers(const Ledger &ledger, const Cut &cut, const std::string &by,
                                        const std::string &of, QDate asOf) {
    std::vector<CohortMember> members;
    const auto add = [&](int project, QDate sign, const Campaign *campaign) {
        CohortMember member{{}, sign, {}, project};
        if (hasHappened(sign, asOf)) {
            const int quarter = (sign.month() - 1) / 3 + 1;
            if (by == "campaign") {
                member.key = std::to_string(campaign->year) + "-" + std::to_string(campaign->sequence);
                member.periodEnd = sign;
            } else if (by == "year") {
                member.key = std::to_string(sign.year());
                member.periodEnd = QDate(sign.year(), 12, 31);
            } else {
                member.key = std::to_string(sign.year()) + "-Q" + std::to_string(quarter);
                member.periodEnd = endOfMonth(QDate(sign.year(), quarter * 3, 1));
            }
        }
        members.push_back(member);
    };
    if (by == "campaign" || of == "entries") {
        for (int i = 0; i < int(ledger.entries.size()); ++i) {
            const Entry &entry = ledger.entries[i];
            if (entry.list != "sign" || !passes(ledger, cut, Row{Row::OfEntry, i, entry.project}, asOf))
                continue;
            const Campaign &campaign = ledger.campaigns[entry.campaign];
            const QDate own = ledger.projects[entry.project].sign;
            add(entry.project, by != "campaign" && own.isValid() ? own : held(campaign), &campaign);
        }
    } else {
        for (int i = 0; i < int(ledger.projects.size()); ++i)
            if (passesAsProject(ledger, cut, i, asOf))
                add(i, signDate(ledger, i), nullptr);
    }
    return members;
}

CohortAnswer cohort(const Ledger &ledger, const std::vector<CohortMember> &members, const std::string &key,
                    const std::string &event, QDate asOf) {
    CohortAnswer answer;
    answer.over.fill(true);
    for (const CohortMember &member : members) {
        if (member.key != key)
            continue;
        ++answer.members;
        const QDate date = eventDate(ledger.projects[member.project], event);
        const bool happened = hasHappened(date, asOf);
        const QDate yearEnd(member.sign.year(), 12, 31);
        answer.sameYear += happened && date <= yearEnd;
        answer.sameYearOver &= (happened || yearEnd <= asOf) && member.periodEnd <= asOf;
        for (int k = 0; k < 25; ++k) {
            const QDate end = endOfMonthAfter(member.sign, k);
            answer.reached[k] += happened && date <= end;
            const bool open = !happened && end > asOf;
            answer.open[k] += open;
            answer.over[k] = answer.over[k] && !open && member.periodEnd <= asOf;
        }
    }
    return answer;
}

QDate startDue(const Ledger &ledger, const Rules &rules, const Entry &entry) {
    const Project &p = ledger.projects[entry.project];
    if (p.plannedStart.isValid())
        return p.plannedStart.addDays(rules.grace);
    QDate base = p.sign;
    if (!base.isValid() && entry.list == "sign")
        base = held(ledger.campaigns[entry.campaign]);
    return base.isValid() ? base.addMonths(rules.signToStart).addDays(rules.grace) : QDate();
}

std::optional<long long> targetPart(const Ledger &ledger, const std::string &indicator, int project,
                                    const std::vector<PlanReport> &plans, QDate asOf) {
    if (indicator == "annual_investment") {
        std::optional<long long> done;
        for (const PlanReport &plan : plans)
            if (plan.month.year() == asOf.year() && plan.month <= asOf)
                done = plan.done;
        return done;
    }
    const QDate date = indicator.starts_with("sign")    ? signDate(ledger, project)
                       : indicator.starts_with("start") ? eventDate(ledger.projects[project], "started")
                                                        : eventDate(ledger.projects[project], "produced");
    if (!hasHappened(date, asOf) || date.year() != asOf.year())
        return {};
    return indicator.ends_with("count") ? 1 : std::max(ledger.projects[project].investment, 0LL);
}

} // namespace oracle
