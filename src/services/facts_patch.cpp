// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facts_patch.h"

#include "services/custom_columns.h"
#include "services/fact_readers.h"
#include "services/project_facts_patch.h"
#include "services/record_row.h"
#include "services/touched_records.h"

#include <algorithm>

namespace yipi::services {

using indicators::EntryFact;
using indicators::Facts;
using indicators::MilestoneFact;
using indicators::ProjectFact;
using storage::LedgerStore;

namespace {

/// A set that writes more than this is an import, behind which everything is read anew.
constexpr std::size_t kMostPatched = 5000;

/// Brings one dictionary up to date. Gives the new place of each former member, or nothing when all stayed.
template <class E>
Result<std::vector<std::int32_t>> patchDictionary(std::vector<E> &list, const TouchedRecords &touched,
                                                  const LedgerStore &store) {
    auto records = touched.read(kKindOf<E>, store);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<qint64> before;
    for (const E &e : list)
        before.push_back(e.id);
    std::erase_if(list, [&](const E &e) { return touched.of(kKindOf<E>).contains(e.id); });
    for (const Record &record : *records)
        list.push_back(fromRecord<E>(record));
    std::sort(list.begin(), list.end(), [](const E &a, const E &b) { return isListedBefore(a, b); });
    const auto place = indexById(list);
    std::vector<std::int32_t> moved;
    bool isSame = true;
    for (const qint64 id : before) {
        const auto it = place.find(id);
        isSame = isSame && it != place.end() && it->second == std::int32_t(moved.size());
        moved.push_back(it == place.end() ? -1 : it->second);
    }
    return isSame ? std::vector<std::int32_t>() : moved;
}

void follow(std::int32_t &member, const std::vector<std::int32_t> &moved) {
    if (member >= 0 && !moved.empty())
        member = moved[std::size_t(member)];
}

Result<void> patchDictionaries(Facts &facts, const TouchedRecords &touched, const LedgerStore &store) {
    for (const EntityKind kind : {EntityKind::Zone, EntityKind::IndustryChain, EntityKind::Campaign})
        if (!touched.of(kind).empty())
            facts.renew(); // dates of campaigns and places in the lists count for every row
    if (!touched.of(EntityKind::Zone).empty()) {
        const auto moved = patchDictionary(facts.zones, touched, store);
        if (!moved)
            return Failure(moved.error());
        if (!moved->empty()) {
            for (auto &p : facts.projects)
                follow(p.zone, *moved);
            for (auto &target : facts.targets)
                follow(target.zone, *moved);
            sortTargets(facts.targets);
        }
    }
    if (!touched.of(EntityKind::IndustryChain).empty()) {
        const auto moved = patchDictionary(facts.chains, touched, store);
        if (!moved)
            return Failure(moved.error());
        if (!moved->empty())
            for (auto &p : facts.projects)
                follow(p.chain, *moved);
    }
    if (!touched.of(EntityKind::Campaign).empty()) {
        const auto moved = patchDictionary(facts.campaigns, touched, store);
        if (!moved)
            return Failure(moved.error());
        if (!moved->empty())
            for (auto &entry : facts.entries)
                follow(entry.campaign, *moved);
    }
    return {};
}

/// A renamed enterprise is searched for in the projects that it invests in.
Result<void> addProjectsOfEnterprises(TouchedRecords &touched, const AppliedChangeSet &applied,
                                      const LedgerStore &store) {
    static const int kInvestor = entityInfo(EntityKind::Project).indexOf(QStringLiteral("investor"));
    for (const AppliedRecord &record : applied.records) {
        if (record.entity != EntityKind::Enterprise || record.kind != RecordChange::Kind::Update)
            continue;
        const auto projects = store.find(EntityKind::Project, kInvestor, Value(record.id));
        if (!projects)
            return Failure(projects.error());
        for (const Record &project : *projects)
            touched.add(EntityKind::Project, project.id);
    }
    return {};
}

Result<void> patchEntries(Facts &facts, const TouchedRecords &touched, const LedgerStore &store,
                          bool projectsMoved) {
    const auto &ids = touched.of(EntityKind::CampaignEntry);
    auto records = touched.read(EntityKind::CampaignEntry, store);
    if (!records)
        return Failure(std::move(records).error());
    const EntryReader reader(facts);
    const auto byId = [](const EntryFact &a, const EntryFact &b) { return a.id < b.id; };
    std::vector<EntryFact> added;
    std::size_t replaced = 0;
    bool isIndexed = !projectsMoved;
    for (const Record &record : *records) {
        const EntryFact fact = reader.fact(RecordRow(record, reader.fields()));
        const auto it = std::lower_bound(facts.entries.begin(), facts.entries.end(), fact, byId);
        if (it == facts.entries.end() || it->id != fact.id) {
            added.push_back(fact);
            continue;
        }
        isIndexed = isIndexed && it->project == fact.project && it->batch == fact.batch;
        *it = fact;
        facts.changed.push_back(fact.project);
        ++replaced;
    }
    const std::size_t gone = ids.size() - replaced - added.size();
    if (gone > 0)
        std::erase_if(facts.entries, [&](const EntryFact &e) {
            return ids.contains(e.id) && std::none_of(records->begin(), records->end(),
                                                      [&](const Record &r) { return r.id == e.id; });
        });
    if (!added.empty()) {
        const auto middle = std::ptrdiff_t(facts.entries.size());
        facts.entries.insert(facts.entries.end(), added.begin(), added.end());
        std::inplace_merge(facts.entries.begin(), facts.entries.begin() + middle, facts.entries.end(), byId);
    }
    if (!isIndexed || gone > 0 || !added.empty())
        facts.indexEntries();
    return {};
}

/// The records of a kind that belong to a project, in id order, given to `visit`.
template <class Visit>
Result<void> visitRecordsOf(qint64 project, EntityKind kind, const std::vector<int> &fields,
                            const LedgerStore &store, Visit &&visit) {
    const int field = entityInfo(kind).indexOf(QStringLiteral("project"));
    const auto records = store.find(kind, field, Value(project));
    if (!records)
        return Failure(records.error());
    for (const Record &record : *records)
        visit(RecordRow(record, fields));
    return {};
}

/// The projects that still are in the facts, by index.
std::set<std::uint32_t> indexesOf(const std::set<qint64> &projects, const Facts &facts) {
    std::set<std::uint32_t> indexes;
    for (const qint64 id : projects)
        if (const auto it = facts.projectIndex.find(id); it != facts.projectIndex.end())
            indexes.insert(it->second);
    return indexes;
}

Result<void> patchReports(Facts &facts, const TouchedRecords &touched, const LedgerStore &store) {
    if (touched.of(EntityKind::MonthlyProgress).empty())
        return {};
    const auto projects = touched.projectsOf(EntityKind::MonthlyProgress, store);
    if (!projects)
        return Failure(projects.error());
    const ReportReader reader(facts);
    ReportFacts read;
    const auto indexes = indexesOf(*projects, facts);
    for (const std::uint32_t project : indexes)
        if (auto done =
                visitRecordsOf(facts.projects[project].id, EntityKind::MonthlyProgress, reader.fields(),
                               store, [&](const RecordRow &row) { reader.read(row, read); });
            !done)
            return done;
    read.sort();
    replaceReports(facts, indexes, read);
    return {};
}

Result<void> patchMilestones(Facts &facts, const TouchedRecords &touched, const LedgerStore &store) {
    if (touched.of(EntityKind::Milestone).empty())
        return {};
    const auto projects = touched.projectsOf(EntityKind::Milestone, store);
    if (!projects)
        return Failure(projects.error());
    const MilestoneReader reader(facts);
    const auto byProject = [](const MilestoneFact &a, const MilestoneFact &b) {
        return a.project < b.project;
    };
    facts.renew();
    for (const std::uint32_t project : indexesOf(*projects, facts)) {
        std::vector<MilestoneFact> read;
        auto done = visitRecordsOf(facts.projects[project].id, EntityKind::Milestone, reader.fields(), store,
                                   [&](const RecordRow &row) { read.push_back(reader.fact(row)); });
        if (!done)
            return done;
        auto &all = facts.milestones;
        const auto [first, last] =
            std::equal_range(all.begin(), all.end(), MilestoneFact{0, project, 0, 0}, byProject);
        const auto kept = std::min(last - first, std::ptrdiff_t(read.size()));
        std::copy(read.begin(), read.begin() + kept, first);
        if (first + kept != last)
            all.erase(first + kept, last);
        else
            all.insert(last, read.begin() + kept, read.end());
    }
    return {};
}

Result<void> patchTargets(Facts &facts, const TouchedRecords &touched, const LedgerStore &store) {
    const auto &ids = touched.of(EntityKind::Target);
    if (ids.empty())
        return {};
    const auto records = touched.read(EntityKind::Target, store);
    if (!records)
        return Failure(records.error());
    facts.renew();
    std::erase_if(facts.targets, [&](const auto &target) { return ids.contains(target.id); });
    const auto zones = indexById(facts.zones);
    for (const Record &record : *records)
        facts.targets.push_back(targetFact(fromRecord<Target>(record), zones));
    sortTargets(facts.targets);
    return {};
}

} // namespace

Result<bool> patchFacts(Facts &facts, const AppliedChangeSet &applied, const LedgerStore &store,
                        const QHash<qint64, QString> &enterpriseNames) {
    if (applied.records.size() > kMostPatched)
        return false;
    TouchedRecords touched(applied);
    auto done = addProjectsOfEnterprises(touched, applied, store);
    if (done)
        done = patchDictionaries(facts, touched, store);
    bool projectsMoved = false;
    if (done) {
        const auto moved = patchProjects(facts, touched, store, enterpriseNames);
        if (moved)
            projectsMoved = *moved;
        else
            done = Failure(moved.error());
    }
    if (done)
        done = patchEntries(facts, touched, store, projectsMoved);
    if (done)
        done = patchReports(facts, touched, store);
    if (done)
        done = patchMilestones(facts, touched, store);
    if (done)
        done = patchTargets(facts, touched, store);
    if (done)
        done = patchCustomColumns(facts, touched, store);
    if (!done)
        return Failure(std::move(done).error());
    return true;
}

} // namespace yipi::services
