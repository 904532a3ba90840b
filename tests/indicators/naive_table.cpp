// SPDX-License-Identifier: GPL-3.0-or-later
#include "naive_table.h"

namespace yipi::indicators {

namespace {

const QString kNothing = QStringLiteral("未填");

QString orNothing(const QString &name) {
    return name.isEmpty() ? kNothing : name;
}

QString numbered(const QString &name, int index) {
    return index < 0 ? kNothing : name + QString::number(index);
}

QString sizeName(long long yuan) {
    constexpr long long kYi = 100'000'000;
    if (yuan < 0)
        return kNothing;
    if (yuan < kYi)
        return QStringLiteral("1 亿元以下");
    if (yuan < 5 * kYi)
        return QStringLiteral("1—5 亿元");
    if (yuan < 10 * kYi)
        return QStringLiteral("5—10 亿元");
    return yuan < 50 * kYi ? QStringLiteral("10—50 亿元") : QStringLiteral("50 亿元以上");
}

QString nameOfEntry(const oracle::Ledger &ledger, const oracle::Entry &entry, GroupBy by) {
    const oracle::Campaign &campaign = ledger.campaigns[std::size_t(entry.campaign)];
    if (by == GroupBy::Campaign)
        return QStringLiteral("%1-%2").arg(campaign.year).arg(campaign.sequence);
    if (by == GroupBy::Month)
        return oracle::held(campaign).toString(QStringLiteral("yyyy-MM"));
    return entry.list == "sign"    ? QStringLiteral("签约一批")
           : entry.list == "start" ? QStringLiteral("开工一批")
                                   : QStringLiteral("投产一批");
}

/// Tasks have a zone and nothing else.
QString nameOf(const oracle::Ledger &ledger, const oracle::Row &row, GroupBy by) {
    static const oracle::Project kNoProject;
    const oracle::Project &p = row.project < 0 ? kNoProject : ledger.projects[std::size_t(row.project)];
    const int zoneIndex = row.project < 0 ? ledger.tasks[std::size_t(row.index)].zone : p.zone;
    const oracle::Zone zone = zoneIndex < 0 ? oracle::Zone() : ledger.zones[std::size_t(zoneIndex)];
    switch (by) {
    case GroupBy::None:
        return {};
    case GroupBy::City:
        return orNothing(zone.city);
    case GroupBy::Zone:
        return orNothing(zone.name);
    case GroupBy::County:
        return orNothing(zone.county);
    case GroupBy::Category:
        return orNothing(zone.category);
    case GroupBy::Chain:
        return numbered(QStringLiteral("链"), p.chain);
    case GroupBy::Industry:
        return numbered(QStringLiteral("业"), p.industry);
    case GroupBy::StrategicClass:
        return p.strategicClass < 0 ? QStringLiteral("非战新")
                                    : numbered(QStringLiteral("新"), p.strategicClass);
    case GroupBy::SizeClass:
        return sizeName(p.investment);
    case GroupBy::Campaign:
    case GroupBy::Month:
    case GroupBy::Batch:
        break;
    }
    if (row.kind == oracle::Row::OfEntry)
        return nameOfEntry(ledger, ledger.entries[std::size_t(row.index)], by);
    return by == GroupBy::Batch ? QStringLiteral("不在清单") : kNothing;
}

GroupName groupOf(const oracle::Ledger &ledger, const oracle::Row &row, Cut by) {
    return {nameOf(ledger, row, by.first), nameOf(ledger, row, by.second)};
}

void addRate(NaiveTable &table, const oracle::Ledger &ledger, const oracle::Rules &rules, std::size_t rate,
             QDate asOf, const oracle::Cut &filter, Cut by) {
    for (const oracle::Row &row : oracle::rows(ledger, rules.rates[rate])) {
        const auto part = oracle::part(ledger, rules, int(rate), row, asOf);
        if (!part || !oracle::passes(ledger, filter, row, asOf))
            continue;
        for (NaiveGroup *group : {&table.total, &table.group(groupOf(ledger, row, by))}) {
            group->rates[rate].num += part->num;
            group->rates[rate].den += part->den;
        }
    }
}

void addLists(NaiveTable &table, const oracle::Ledger &ledger, QDate asOf, const oracle::Cut &filter,
              Cut by) {
    for (int i = 0; i < int(ledger.entries.size()); ++i) {
        const oracle::Entry &entry = ledger.entries[std::size_t(i)];
        const oracle::Row row{oracle::Row::OfEntry, i, entry.project};
        if (oracle::held(ledger.campaigns[std::size_t(entry.campaign)]) > asOf ||
            !oracle::passes(ledger, filter, row, asOf))
            continue;
        const std::size_t list = entry.list == "sign" ? 0 : entry.list == "start" ? 1 : 2;
        for (NaiveGroup *group : {&table.total, &table.group(groupOf(ledger, row, by))}) {
            ++group->lists[list].count;
            group->lists[list].investment += entry.investment.value_or(0);
            group->lists[list].output += entry.output.value_or(0);
        }
    }
}

} // namespace

bool NaiveGroup::isShown() const {
    return lists[0].count + lists[1].count + lists[2].count > 0 ||
           std::any_of(rates.begin(), rates.end(), [](const auto &rate) { return rate != oracle::Figure(); });
}

NaiveGroup &NaiveTable::group(const GroupName &name) {
    NaiveGroup &found = groups[name];
    found.rates.resize(total.rates.size());
    return found;
}

NaiveTable naiveTable(const oracle::Ledger &ledger, const oracle::Rules &rules, QDate asOf,
                      const oracle::Cut &filter, Cut by) {
    NaiveTable table;
    table.total.rates.resize(rules.rates.size());
    for (std::size_t rate = 0; rate < rules.rates.size(); ++rate)
        addRate(table, ledger, rules, rate, asOf, filter, by);
    addLists(table, ledger, asOf, filter, by);
    return table;
}

} // namespace yipi::indicators
