// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/project_facts_patch.h"

#include "services/record_row.h"

#include <algorithm>
#include <limits>
#include <map>

namespace yipi::services {

using indicators::Facts;
using indicators::ProjectFact;
using storage::LedgerStore;

namespace {

constexpr auto kGone = std::numeric_limits<std::uint32_t>::max();

struct NewProject {
    ProjectFact fact;
    std::string searchText;
};

std::string_view searchTextOf(const Facts &facts, std::size_t project) {
    const std::size_t begin = project == 0 ? 0 : facts.searchEnd[project - 1];
    return std::string_view(facts.searchText).substr(begin, facts.searchEnd[project] - begin);
}

void keepRanges(ProjectFact &fact, const ProjectFact &before) {
    fact.outputBegin = before.outputBegin;
    fact.outputEnd = before.outputEnd;
    fact.fundsBegin = before.fundsBegin;
    fact.fundsEnd = before.fundsEnd;
    fact.planBegin = before.planBegin;
    fact.planEnd = before.planEnd;
}

void replaceProject(Facts &facts, std::uint32_t index, NewProject project) {
    keepRanges(project.fact, facts.projects[index]);
    facts.projects[index] = project.fact;
    facts.changed.push_back(index);
    const std::string_view before = searchTextOf(facts, index);
    if (before == project.searchText)
        return;
    const auto shift = std::ptrdiff_t(project.searchText.size()) - std::ptrdiff_t(before.size());
    facts.searchText.replace(std::size_t(before.data() - facts.searchText.data()), before.size(),
                             project.searchText);
    for (std::size_t i = index; i < facts.searchEnd.size(); ++i)
        facts.searchEnd[i] = std::size_t(std::ptrdiff_t(facts.searchEnd[i]) + shift);
}

void appendProject(Facts &facts, NewProject project) {
    ProjectFact &fact = project.fact;
    fact.outputBegin = fact.outputEnd = std::uint32_t(facts.outputs.size());
    fact.fundsBegin = fact.fundsEnd = std::uint32_t(facts.funds.size());
    fact.planBegin = fact.planEnd = std::uint32_t(facts.plans.size());
    facts.projectIndex.emplace(fact.id, std::uint32_t(facts.projects.size()));
    facts.projects.push_back(fact);
    facts.searchText += project.searchText;
    facts.searchEnd.push_back(facts.searchText.size());
    facts.entryBegin.push_back(facts.entryBegin.empty() ? 0 : facts.entryBegin.back());
}

/// Writes one array of report facts anew in the order of the projects, whose ranges still speak of the old
/// one; `parts` stand for those of their projects.
template <class F>
void repack(Facts &facts, std::vector<F> &all, std::uint32_t ProjectFact::*begin,
            std::uint32_t ProjectFact::*end, const std::map<std::uint32_t, std::vector<F>> &parts) {
    std::vector<F> packed;
    packed.reserve(all.size() + 16);
    for (std::uint32_t project = 0; project < facts.projects.size(); ++project) {
        ProjectFact &p = facts.projects[project];
        const auto from = std::uint32_t(packed.size());
        if (const auto part = parts.find(project); part != parts.end())
            packed.insert(packed.end(), part->second.begin(), part->second.end());
        else
            packed.insert(packed.end(), all.begin() + p.*begin, all.begin() + p.*end);
        p.*begin = from;
        p.*end = std::uint32_t(packed.size());
    }
    all = std::move(packed);
}

template <class F>
void replaceParts(Facts &facts, std::vector<F> &all, std::uint32_t ProjectFact::*begin,
                  std::uint32_t ProjectFact::*end, const std::set<std::uint32_t> &projects,
                  const std::vector<OfProject<F>> &read) {
    std::map<std::uint32_t, std::vector<F>> parts;
    for (const std::uint32_t project : projects)
        parts[project]; // also one that has none any more
    for (const auto &item : read)
        parts[item.project].push_back(item.fact);
    const bool fits = std::all_of(parts.begin(), parts.end(), [&](const auto &part) {
        const ProjectFact &p = facts.projects[part.first];
        return part.second.size() == p.*end - p.*begin;
    });
    if (!fits)
        return repack(facts, all, begin, end, parts);
    for (const auto &[project, part] : parts)
        std::copy(part.begin(), part.end(), all.begin() + facts.projects[project].*begin);
}

/// Projects come or go between others: everything is written in its new order, by one pass an array.
class Reordering {
public:
    Reordering(Facts &facts, const std::set<qint64> &removed)
        : m_facts(facts)
        , m_removed(removed) {}

    void run(const std::map<qint64, NewProject> &added) {
        auto next = added.begin();
        for (std::size_t i = 0; i < m_facts.projects.size(); ++i) {
            const ProjectFact &p = m_facts.projects[i];
            for (; next != added.end() && next->first < p.id; ++next)
                put(next->second.fact, next->second.searchText);
            m_place.push_back(m_removed.contains(p.id) ? kGone : std::uint32_t(m_projects.size()));
            if (m_place.back() != kGone)
                put(p, searchTextOf(m_facts, i));
        }
        for (; next != added.end(); ++next)
            put(next->second.fact, next->second.searchText);
        carryOver();
    }

private:
    void put(const ProjectFact &fact, std::string_view searchText) {
        m_projects.push_back(fact);
        m_searchText += searchText;
        m_searchEnd.push_back(m_searchText.size());
    }

    void carryOver() {
        m_facts.projects = std::move(m_projects);
        m_facts.searchText = std::move(m_searchText);
        m_facts.searchEnd = std::move(m_searchEnd);
        m_facts.projectIndex.clear();
        for (std::uint32_t i = 0; i < m_facts.projects.size(); ++i)
            m_facts.projectIndex.emplace(m_facts.projects[i].id, i);
        follow(m_facts.entries);
        follow(m_facts.milestones);
        for (indicators::CustomColumn &column : m_facts.customColumns)
            column.follow(m_place, kGone);
        repack(m_facts, m_facts.outputs, &ProjectFact::outputBegin, &ProjectFact::outputEnd, {});
        repack(m_facts, m_facts.funds, &ProjectFact::fundsBegin, &ProjectFact::fundsEnd, {});
        repack(m_facts, m_facts.plans, &ProjectFact::planBegin, &ProjectFact::planEnd, {});
    }

    template <class F>
    void follow(std::vector<F> &list) const {
        for (F &fact : list)
            fact.project = m_place[fact.project];
        std::erase_if(list, [](const F &fact) { return fact.project == kGone; });
    }

    Facts &m_facts;
    const std::set<qint64> &m_removed;
    std::vector<ProjectFact> m_projects;
    std::string m_searchText;
    std::vector<std::size_t> m_searchEnd;
    std::vector<std::uint32_t> m_place; ///< new index by old one
};

/// Keeps the list of a word as a load makes it, at the cost of a look at the projects only when a word is new
/// or may have lost its last project.
class WordWatch {
public:
    WordWatch(const Facts &facts, const WordList &list)
        : m_list(list)
        , m_known((facts.*list.words).size()) {}

    /// `after`: null when the project is gone.
    void see(const ProjectFact &before, const ProjectFact *after) {
        const std::int32_t word = before.*m_list.word;
        if (word >= 0 && (!after || after->*m_list.word != word))
            m_left.insert(word);
    }
    void settle(Facts &facts) const {
        const auto isUnused = [&](std::int32_t word) {
            return std::none_of(facts.projects.begin(), facts.projects.end(),
                                [&](const ProjectFact &p) { return p.*m_list.word == word; });
        };
        if ((facts.*m_list.words).size() == m_known && std::none_of(m_left.begin(), m_left.end(), isUnused))
            return;
        settleWords(facts, m_list);
        facts.renew();
    }

private:
    WordList m_list;
    std::size_t m_known;
    std::set<std::int32_t> m_left;
};

} // namespace

Result<bool> patchProjects(Facts &facts, const TouchedRecords &touched, const LedgerStore &store,
                           const QHash<qint64, QString> &enterpriseNames) {
    const auto &ids = touched.of(EntityKind::Project);
    if (ids.empty())
        return false;
    const auto records = touched.read(EntityKind::Project, store);
    if (!records)
        return Failure(records.error());
    ProjectReader reader(facts, enterpriseNames);
    std::vector<WordWatch> watches;
    for (const WordList &list : kWordLists)
        watches.emplace_back(facts, list);
    const auto see = [&watches](const ProjectFact &before, const ProjectFact *after) {
        for (WordWatch &watch : watches)
            watch.see(before, after);
    };
    std::map<qint64, NewProject> added;
    std::set<qint64> removed;
    for (const qint64 id : ids)
        if (facts.projectIndex.contains(id))
            removed.insert(id);
    for (const Record &record : *records) {
        const RecordRow row(record, reader.fields());
        NewProject project{reader.fact(row), reader.searchText(row)};
        const auto it = facts.projectIndex.find(record.id);
        if (it == facts.projectIndex.end()) {
            added.emplace(record.id, std::move(project));
            continue;
        }
        removed.erase(record.id);
        see(facts.projects[it->second], &project.fact);
        replaceProject(facts, it->second, std::move(project));
    }
    for (const qint64 id : removed)
        see(facts.projects[facts.projectIndex.at(id)], nullptr);

    const bool isBehind = removed.empty() && (added.empty() || facts.projects.empty() ||
                                              added.begin()->first > facts.projects.back().id);
    if (isBehind)
        for (auto &[id, project] : added)
            appendProject(facts, std::move(project));
    else
        Reordering(facts, removed).run(added);
    if (!isBehind || !added.empty())
        facts.renew();
    for (const WordWatch &watch : watches)
        watch.settle(facts);
    return !isBehind;
}

void replaceReports(Facts &facts, const std::set<std::uint32_t> &projects, const ReportFacts &read) {
    facts.changed.insert(facts.changed.end(), projects.begin(), projects.end());
    replaceParts(facts, facts.outputs, &ProjectFact::outputBegin, &ProjectFact::outputEnd, projects,
                 read.outputs);
    replaceParts(facts, facts.funds, &ProjectFact::fundsBegin, &ProjectFact::fundsEnd, projects, read.funds);
    replaceParts(facts, facts.plans, &ProjectFact::planBegin, &ProjectFact::planEnd, projects, read.plans);
}

} // namespace yipi::services
