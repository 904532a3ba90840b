// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/facts_loader.h"

#include "services/custom_columns.h"
#include "services/fact_readers.h"

#include <algorithm>

namespace yipi::services {

using indicators::Facts;
using indicators::ProjectFact;
using storage::RecordSource;
using storage::RowView;

namespace {

template <class E>
Result<std::vector<E>> readList(const RecordSource &source) {
    auto records = source.readAll(kKindOf<E>);
    if (!records)
        return Failure(std::move(records).error());
    std::vector<E> list;
    list.reserve(records->size());
    for (const auto &record : *records)
        list.push_back(fromRecord<E>(record));
    return list;
}

template <class E>
Result<void> loadDictionary(const RecordSource &source, std::vector<E> &list) {
    auto read = readList<E>(source);
    if (!read)
        return Failure(std::move(read).error());
    list = std::move(*read);
    std::sort(list.begin(), list.end(), [](const E &a, const E &b) { return isListedBefore(a, b); });
    return {};
}

Result<void> loadProjects(Facts &facts, const RecordSource &source,
                          const QHash<qint64, QString> &enterpriseNames) {
    ProjectReader reader(facts, enterpriseNames);
    auto done = source.scan(EntityKind::Project, reader.fields(), [&](const RowView &row) {
        facts.projectIndex.emplace(row.id(), std::uint32_t(facts.projects.size()));
        facts.projects.push_back(reader.fact(row));
        facts.searchText += reader.searchText(row);
        facts.searchEnd.push_back(facts.searchText.size());
    });
    for (const WordList &list : kWordLists)
        settleWords(facts, list);
    return done;
}

Result<void> loadEntries(Facts &facts, const RecordSource &source) {
    const EntryReader reader(facts);
    auto done = source.scan(EntityKind::CampaignEntry, reader.fields(),
                            [&](const RowView &row) { facts.entries.push_back(reader.fact(row)); });
    facts.indexEntries();
    return done;
}

/// Puts sorted facts into one array and tells each project its range.
template <class F>
void distribute(Facts &facts, const std::vector<OfProject<F>> &sorted, std::vector<F> &all,
                std::uint32_t ProjectFact::*begin, std::uint32_t ProjectFact::*end) {
    all.reserve(sorted.size());
    std::size_t at = 0;
    for (std::uint32_t project = 0; project < facts.projects.size(); ++project) {
        facts.projects[project].*begin = std::uint32_t(all.size());
        for (; at < sorted.size() && sorted[at].project == project; ++at)
            all.push_back(sorted[at].fact);
        facts.projects[project].*end = std::uint32_t(all.size());
    }
}

Result<void> loadReports(Facts &facts, const RecordSource &source) {
    const ReportReader reader(facts);
    ReportFacts read;
    auto done = source.scan(EntityKind::MonthlyProgress, reader.fields(),
                            [&](const RowView &row) { reader.read(row, read); });
    read.sort();
    distribute(facts, read.outputs, facts.outputs, &ProjectFact::outputBegin, &ProjectFact::outputEnd);
    distribute(facts, read.funds, facts.funds, &ProjectFact::fundsBegin, &ProjectFact::fundsEnd);
    distribute(facts, read.plans, facts.plans, &ProjectFact::planBegin, &ProjectFact::planEnd);
    return done;
}

Result<void> loadMilestones(Facts &facts, const RecordSource &source) {
    const MilestoneReader reader(facts);
    auto done = source.scan(EntityKind::Milestone, reader.fields(),
                            [&](const RowView &row) { facts.milestones.push_back(reader.fact(row)); });
    std::stable_sort(facts.milestones.begin(), facts.milestones.end(),
                     [](const auto &a, const auto &b) { return a.project < b.project; });
    return done;
}

Result<void> loadTargets(Facts &facts, const RecordSource &source) {
    auto targets = readList<Target>(source);
    if (!targets)
        return Failure(std::move(targets).error());
    const auto zones = indexById(facts.zones);
    for (const Target &target : *targets)
        facts.targets.push_back(targetFact(target, zones));
    sortTargets(facts.targets);
    return {};
}

} // namespace

Result<Facts> loadFacts(const RecordSource &source, const QHash<qint64, QString> &enterpriseNames) {
    Facts facts;
    auto done = loadDictionary(source, facts.zones);
    if (done)
        done = loadDictionary(source, facts.chains);
    if (done)
        done = loadDictionary(source, facts.campaigns);
    if (done)
        done = loadProjects(facts, source, enterpriseNames);
    if (done)
        done = loadEntries(facts, source);
    if (done)
        done = loadReports(facts, source);
    if (done)
        done = loadMilestones(facts, source);
    if (done)
        done = loadTargets(facts, source);
    if (done)
        done = loadCustomColumns(facts, source);
    if (!done)
        return Failure(std::move(done).error());
    return facts;
}

Result<QHash<qint64, QString>> readEnterpriseNames(const RecordSource &source) {
    const auto &info = entityInfo(EntityKind::Enterprise);
    QHash<qint64, QString> names;
    auto done =
        source.scan(EntityKind::Enterprise, {info.indexOf(QStringLiteral("name"))}, [&](const RowView &row) {
            const std::string_view name = row.text(0);
            names.insert(row.id(), QString::fromUtf8(name.data(), qsizetype(name.size())));
        });
    if (!done)
        return Failure(std::move(done).error());
    return names;
}

} // namespace yipi::services
