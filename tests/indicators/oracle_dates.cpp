// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle_dates.h"

namespace oracle {

namespace {

QDate firstOf(std::initializer_list<QDate> days) {
    QDate first;
    for (const QDate day : days)
        if (day.isValid() && (!first.isValid() || day < first))
            first = day;
    return first;
}

QDate endOfMonth(QDate day) {
    return QDate(day.year(), day.month(), day.daysInMonth());
}

/// The day an entry of the list that declares an event stands for, when the project has no date of its own.
QDate orCampaign(const Ledger &ledger, QDate own, const Row &row, const char *list) {
    if (own.isValid() || row.kind != Row::OfEntry || ledger.entries[row.index].list != list)
        return own;
    return held(ledger.campaigns[ledger.entries[row.index].campaign]);
}

} // namespace

bool isBy(QDate day, QDate asOf) {
    return day.isValid() && day <= asOf;
}

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

QDate signDay(const Ledger &ledger, int project) {
    QDate first = ledger.projects[project].sign;
    if (first.isValid())
        return first;
    for (const Entry &entry : ledger.entries)
        if (entry.project == project && entry.list == "sign")
            first = firstOf({first, held(ledger.campaigns[entry.campaign])});
    return first;
}

QDate plannedDay(const Project &project, const std::string &event) {
    if (event == "started")
        return project.plannedStart;
    if (event == "produced")
        return project.plannedProduce;
    return event == "attained" ? project.plannedAttain : QDate();
}

QDate eventDay(const Ledger &ledger, const Row &row, const std::string &event) {
    if (event == "finished")
        return ledger.milestones[row.index].actual;
    const Project &p = ledger.projects[row.project];
    if (event == "started")
        return firstOf({p.start, p.produce, p.attain});
    if (event == "produced")
        return firstOf({p.produce, p.attain});
    if (event == "attained")
        return p.attain;
    if (event == "in_statistics")
        return p.statistics;
    if (event == "fulfilled")
        return p.fulfilled;
    if (event == "signed")
        return signDay(ledger, row.project);
    for (const auto &[month, value] : p.funds) // funds_in_place
        if (value > 0)
            return endOfMonth(month);
    return {};
}

QDate dueDay(const Ledger &ledger, const Rules &rules, const std::string &event, const Row &row) {
    if (event == "finished") {
        const QDate planned = ledger.milestones[row.index].planned;
        return planned.isValid() ? planned.addDays(rules.grace) : QDate();
    }
    const Project &p = ledger.projects[row.project];
    if (const QDate planned = plannedDay(p, event); planned.isValid())
        return planned.addDays(rules.grace);
    QDate base;
    int months = 0;
    if (event == "started") {
        base =
            row.kind == Row::OfEntry ? orCampaign(ledger, p.sign, row, "sign") : signDay(ledger, row.project);
        months = rules.signToStart;
    } else if (event == "produced") {
        base = orCampaign(ledger, p.start, row, "start");
        months = rules.startToProduce;
    } else {
        base = orCampaign(ledger, p.produce, row, "produce");
        months = rules.produceToAttain;
    }
    return base.isValid() ? base.addMonths(months).addDays(rules.grace) : QDate();
}

long long latestBy(const std::map<QDate, long long> &reports, QDate asOf) {
    long long latest = 0;
    for (const auto &[month, value] : reports)
        if (month <= asOf)
            latest = value;
    return latest;
}

} // namespace oracle
