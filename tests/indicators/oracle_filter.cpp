// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle_dates.h"

namespace oracle {

namespace {

std::string stage(const Project &p, QDate asOf) {
    if (isBy(p.terminated, asOf))
        return "terminated";
    if (isBy(p.suspended, asOf))
        return "suspended";
    if (isBy(p.attain, asOf))
        return "attained";
    if (isBy(p.produce, asOf))
        return "producing";
    if (isBy(p.start, asOf))
        return "started";
    if (isBy(p.sign, asOf))
        return "signed";
    return "reserved";
}

bool isInZones(const Ledger &ledger, const Cut &cut, int zone) {
    if (!cut.city.isEmpty() && (zone < 0 || ledger.zones[zone].city != cut.city))
        return false;
    return cut.zones.empty() || cut.zones.contains(zone);
}

bool projectPasses(const Ledger &ledger, const Cut &cut, int project, QDate asOf) {
    const Project &p = ledger.projects[project];
    if (!isInZones(ledger, cut, p.zone))
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

bool asksForEntries(const Cut &cut) {
    return !cut.list.empty() || cut.first || cut.last;
}

bool entryPasses(const Ledger &ledger, const Cut &cut, const Entry &entry) {
    const Campaign &campaign = ledger.campaigns[entry.campaign];
    const std::pair key(campaign.year, campaign.sequence);
    return (cut.list.empty() || cut.list == entry.list) && (!cut.first || key >= *cut.first) &&
           (!cut.last || key <= *cut.last);
}

bool asksForMoreThanZones(const Cut &cut) {
    return asksForEntries(cut) || !cut.chains.empty() || !cut.stage.empty() || cut.minInvestment ||
           cut.strategic || cut.industrial || !cut.text.isEmpty();
}

} // namespace

bool passes(const Ledger &ledger, const Cut &cut, const Row &row, QDate asOf) {
    if (row.kind == Row::OfTask)
        return !asksForMoreThanZones(cut) && isInZones(ledger, cut, ledger.tasks[row.index].zone);
    if (!projectPasses(ledger, cut, row.project, asOf))
        return false;
    if (row.kind == Row::OfEntry)
        return entryPasses(ledger, cut, ledger.entries[row.index]);
    if (!asksForEntries(cut))
        return true;
    for (const Entry &entry : ledger.entries)
        if (entry.project == row.project && entryPasses(ledger, cut, entry))
            return true;
    return false;
}

} // namespace oracle
