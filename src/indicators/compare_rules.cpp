// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/compare_rules.h"

#include "indicators/rule_words.h"

#include <map>
#include <tuple>

namespace yipi::indicators {

namespace {

std::vector<RateDifference> ratesOf(const GroupResult *a, const GroupResult *b) {
    std::vector<RateDifference> rates;
    for (const GroupResult *group : {a, b})
        for (std::size_t i = 0; group && i < group->rates.size(); ++i) {
            const QString &id = group->rates[i].id;
            if (group == b && a && a->rate(id))
                continue;
            RateDifference rate{id, {}, {}, {}, {}};
            if (const RateResult *ofA = a ? a->rate(id) : nullptr)
                rate.a = *ofA;
            if (const RateResult *ofB = b ? b->rate(id) : nullptr)
                rate.b = *ofB;
            rate.title = rate.b ? rate.b->title : rate.a->title;
            if (rate.a && rate.b)
                rate.points = percentagePoints(rate.b->rate, rate.a->rate);
            rates.push_back(std::move(rate));
        }
    return rates;
}

GroupDifference groupOf(const GroupResult *a, const GroupResult *b) {
    const GroupResult &named = a ? *a : *b;
    return {named.key, named.key2, named.id, named.id2, ratesOf(a, b)};
}

const GroupResult *same(const GroupResult &group, const std::vector<GroupResult> &groups) {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const GroupResult &other) {
        return other.id == group.id && other.id2 == group.id2 && other.key == group.key &&
               other.key2 == group.key2;
    });
    return found == groups.end() ? nullptr : &*found;
}

/// Ids of entries, projects, milestones and tasks are counted apart.
enum class RowKind { Entry, Project, Milestone, Task };

RowKind kindOf(Population population, const ExplainedEntry &row) {
    if (isList(population))
        return RowKind::Entry;
    if (population == Population::Milestones)
        return RowKind::Milestone;
    return population == Population::Targets && row.projectId == 0 ? RowKind::Task : RowKind::Project;
}

/// By project, so that the rows of one stand together also when the sets look at different lists.
using RowName = std::tuple<qint64, CampaignKey, RowKind, qint64>;
using RowPlaces = std::map<RowName, RowPlace>;

Result<RowPlaces> placesOf(const Engine &engine, const RuleSet &rules, const QString &rateId, Month asOf,
                           const ProjectFilter &filter) {
    RowPlaces places;
    const RateRule *rule = rules.rate(rateId);
    if (!rule)
        return places;
    auto explanation = engine.explain(rules, rateId, asOf, filter);
    if (!explanation)
        return Failure(std::move(explanation).error());
    for (auto *list : {&explanation->included, &explanation->excluded})
        for (ExplainedEntry &row : *list)
            places[{row.projectId, row.campaign, kindOf(rule->population, row), row.entryId}] = {
                row.inDenominator, row.inNumerator, row.num, row.den, std::move(row.why)};
    return places;
}

/// Of a row that the set does not look at.
RowPlace nowhere(const RuleSet &rules, const QString &rateId) {
    RowPlace place;
    const RateRule *rule = rules.rate(rateId);
    place.why = rule ? QStringLiteral("这套口径统计%1，这一行不在其中").arg(title(rule->population))
                     : QStringLiteral("这套口径没有这个比率");
    return place;
}

QString zoneOf(const Facts &facts, qint64 project, qint64 row) {
    std::int32_t zone = -1;
    if (const auto found = facts.projectIndex.find(project); found != facts.projectIndex.end())
        zone = facts.projects[found->second].zone;
    for (const TargetFact &task : facts.targets)
        if (project == 0 && task.id == row)
            zone = task.zone;
    return zone < 0 ? QString() : facts.zones[static_cast<std::size_t>(zone)].name;
}

bool countsAlike(const RowPlace &a, const RowPlace &b) {
    return a.inDenominator == b.inDenominator && a.inNumerator == b.inNumerator && a.num == b.num &&
           a.den == b.den;
}

} // namespace

qint64 RateDifference::numDifference() const {
    return (b ? b->rate.num() : 0) - (a ? a->rate.num() : 0);
}

qint64 RateDifference::denDifference() const {
    return (b ? b->rate.den() : 0) - (a ? a->rate.den() : 0);
}

RuleComparison compareRules(const Engine &engine, const RuleSet &a, const RuleSet &b, Month asOf, Cut by,
                            const ProjectFilter &filter) {
    const RateTable ofA = engine.rates(a, asOf, by, filter);
    const RateTable ofB = engine.rates(b, asOf, by, filter);
    RuleComparison comparison{asOf, a.id, a.name, ofA.notice, b.id, b.name, ofB.notice, {}, {}};
    for (const GroupResult &group : ofA.groups)
        comparison.groups.push_back(groupOf(&group, same(group, ofB.groups)));
    for (const GroupResult &group : ofB.groups)
        if (!same(group, ofA.groups))
            comparison.groups.push_back(groupOf(nullptr, &group));
    comparison.total = groupOf(&ofA.total, &ofB.total);
    return comparison;
}

Result<std::vector<DifferingRow>> differingRows(const Engine &engine, const RuleSet &a, const RuleSet &b,
                                                const QString &rateId, Month asOf,
                                                const ProjectFilter &filter) {
    if (!a.rate(rateId) && !b.rate(rateId))
        return Failure(engine.explain(a, rateId, asOf, filter).error()); // names the rates there are
    auto ofA = placesOf(engine, a, rateId, asOf, filter);
    auto ofB = placesOf(engine, b, rateId, asOf, filter);
    if (!ofA || !ofB)
        return Failure(ofA ? std::move(ofB).error() : std::move(ofA).error());
    const RowPlace notInA = nowhere(a, rateId), notInB = nowhere(b, rateId);
    std::map<RowName, std::pair<const RowPlace *, const RowPlace *>> pairs;
    for (const auto &[name, place] : *ofA)
        pairs[name] = {&place, &notInB};
    for (const auto &[name, place] : *ofB) {
        const auto added = pairs.try_emplace(name, &notInA, &place);
        added.first->second.second = &place;
    }
    std::vector<DifferingRow> rows;
    for (const auto &[name, places] : pairs) {
        if (countsAlike(*places.first, *places.second))
            continue;
        const auto &[project, campaign, kind, row] = name;
        rows.push_back(
            {row, project, campaign, zoneOf(engine.facts(), project, row), *places.first, *places.second});
    }
    return rows;
}

} // namespace yipi::indicators
