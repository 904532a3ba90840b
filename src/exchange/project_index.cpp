// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/project_index.h"

#include "domain/text_parsing.h"
#include "exchange/edit_distance.h"

#include <array>

namespace yipi::exchange::detail {

namespace {

QString textOf(const Value &value) {
    return isEmpty(value) ? QString() : std::get<QString>(value);
}

qint64 numberOf(const Value &value) {
    return isEmpty(value) ? 0 : std::get<qint64>(value);
}

/// What a name shares with those that differ from it by a slip: the zone, all marks that distinguish, and the
/// beginning or the end.
std::array<std::size_t, 2> similarityKeys(QStringView folded, qint64 zone) {
    const QString marks = distinguishingMarks(folded);
    const auto key = [&](QStringView end) { return qHashMulti(0, zone, end, marks); };
    constexpr qsizetype kEnd = 4;
    return {key(folded.first(std::min(kEnd, folded.size()))),
            key(folded.last(std::min(kEnd, folded.size())))};
}

} // namespace

int projectField(const char *key) {
    return entityInfo(EntityKind::Project).indexOf(QString::fromLatin1(key));
}

ProjectIndex::ProjectIndex(const std::vector<Project> &projects)
    : m_projects(projects)
    , m_ledgerSize(int(projects.size())) {
    m_byName.reserve(m_ledgerSize);
    m_byUid.reserve(m_ledgerSize);
    m_draftOf.assign(projects.size(), kNone);
    m_names.reserve(projects.size());
    for (int i = 0; i < m_ledgerSize; ++i) {
        const Project &project = projects[std::size_t(i)];
        addNames(i, project.uid, project.code, project.name);
    }
}

void ProjectIndex::addNames(int handle, const QString &uid, const QString &code, const QString &name) {
    if (!uid.isEmpty())
        m_byUid.insert(uid, handle);
    if (!code.isEmpty())
        m_byCode.insert(foldedName(code), handle);
    m_names.push_back({name, foldedName(name)});
    m_byName[m_names.back().folded].push_back(handle);
}

/// A row may rename a project.
void ProjectIndex::followRenames() {
    for (const int handle : m_givenOut) {
        KnownName &known = m_names[std::size_t(handle)];
        if (const QString name = nameOf(handle); name != known.name) {
            known = {name, foldedName(name)};
            if (m_hasSimilarityKeys)
                addSimilarityKeys(handle, zoneOf(handle));
        }
    }
    m_givenOut.clear();
}

const ProjectDraft *ProjectIndex::draftOf(int handle) const {
    const int position = m_draftOf[std::size_t(handle)];
    return position == kNone ? nullptr : &m_drafts[std::size_t(position)];
}

qint64 ProjectIndex::investorOf(int handle) const {
    static const auto kField = std::size_t(projectField("investor"));
    const ProjectDraft *draft = draftOf(handle);
    return draft ? numberOf(draft->record.values[kField]) : m_projects[std::size_t(handle)].investor.id;
}

qint64 ProjectIndex::zoneOf(int handle) const {
    static const auto kField = std::size_t(projectField("zone"));
    const ProjectDraft *draft = draftOf(handle);
    return draft ? numberOf(draft->record.values[kField]) : m_projects[std::size_t(handle)].zone.id;
}

QString ProjectIndex::nameOf(int handle) const {
    static const auto kField = std::size_t(projectField("name"));
    const ProjectDraft *draft = draftOf(handle);
    return draft ? textOf(draft->record.values[kField]) : m_projects[std::size_t(handle)].name;
}

qint64 ProjectIndex::investmentOf(int handle) const {
    static const auto kField = std::size_t(projectField("total_investment"));
    if (const ProjectDraft *draft = draftOf(handle))
        return numberOf(draft->record.values[kField]);
    return m_projects[std::size_t(handle)].totalInvestment.value_or(Money()).yuan();
}

QString ProjectIndex::codeOf(int handle) const {
    static const auto kField = std::size_t(projectField("code"));
    const ProjectDraft *draft = draftOf(handle);
    return draft ? textOf(draft->record.values[kField]) : m_projects[std::size_t(handle)].code;
}

/// Two rows with marks of their own are two projects, however much else they share.
bool ProjectIndex::hasOtherUid(int handle, const QString &uid) const {
    static const auto kField = std::size_t(projectField("uid"));
    return !uid.isEmpty() && isNew(handle) && textOf(draftOf(handle)->record.values[kField]) != uid;
}

ProjectIndex::Match ProjectIndex::find(const ProjectName &name) const {
    Match match;
    if (const auto it = m_byUid.constFind(name.uid); !name.uid.isEmpty() && it != m_byUid.constEnd()) {
        // A row copied inside an exported sheet carries the mark of its model: then the mark has been used
        // already.
        const bool used = draftOf(*it) != nullptr;
        if (!used || name.name.isEmpty() || foldedName(nameOf(*it)) == foldedName(name.name)) {
            match.handle = *it;
            return match;
        }
        match.isCopiedUid = true;
    }
    if (!name.code.isEmpty())
        if (const auto it = m_byCode.constFind(foldedName(name.code));
            it != m_byCode.constEnd() && !hasOtherUid(*it, name.uid)) {
            match.handle = *it;
            return match;
        }
    const auto named = m_byName.constFind(foldedName(name.name));
    if (name.name.isEmpty() || named == m_byName.constEnd())
        return match;
    std::vector<int> fitting, exact;
    for (const int handle : *named) {
        if (hasOtherUid(handle, match.isCopiedUid ? QString() : name.uid))
            continue;
        const qint64 investor = investorOf(handle);
        const bool sameInvestor = name.hasInvestor && investor == name.investor && investor != 0;
        if (!name.code.isEmpty() && !codeOf(handle).isEmpty()) { // another code is another project
            if (sameInvestor && zoneOf(handle) == name.zone)
                match.recoded.push_back(handle);
            continue;
        }
        if (name.hasInvestor && investor != 0 && !sameInvestor) {
            if (zoneOf(handle) == name.zone) {
                match.isNamesake = true;
                match.others.push_back(handle);
            }
            continue;
        }
        if (name.zone != 0 && zoneOf(handle) != name.zone) {
            if (sameInvestor) {
                match.isElsewhere = true;
                match.others.push_back(handle);
            }
            continue;
        }
        fitting.push_back(handle);
        if (sameInvestor)
            exact.push_back(handle);
    }
    const auto &best = exact.empty() ? fitting : exact;
    if (best.size() == 1)
        match.handle = best.front();
    match.isAmbiguous = best.size() > 1;
    if (match.isAmbiguous)
        match.others = best;
    return match;
}

QString ProjectIndex::nameOfCodeHolder(const QString &code, int handle) const {
    const auto it = m_byCode.constFind(foldedName(code));
    const bool isOther =
        it != m_byCode.constEnd() && *it != handle && foldedName(codeOf(*it)) == foldedName(code);
    return isOther ? nameOf(*it) : QString();
}

ProjectDraft &ProjectIndex::draft(int handle) {
    int &position = m_draftOf[std::size_t(handle)];
    m_givenOut.push_back(handle);
    if (position == kNone) {
        position = int(m_drafts.size());
        ProjectDraft draft{toRecord(m_projects[std::size_t(handle)]), false, handle, {}};
        draft.setHere.resize(draft.record.values.size());
        m_drafts.push_back(std::move(draft));
    }
    return m_drafts[std::size_t(position)];
}

int ProjectIndex::create(Record record) {
    static const int kUid = projectField("uid");
    static const int kCode = projectField("code");
    static const int kName = projectField("name");
    const auto text = [&](int field) { return textOf(record.values[std::size_t(field)]); };
    const int handle = int(m_projects.size() + std::size_t(m_newCount++));
    addNames(handle, text(kUid), text(kCode), text(kName));
    ProjectDraft draft{std::move(record), true, handle, {}};
    draft.setHere.resize(draft.record.values.size());
    m_draftOf.push_back(int(m_drafts.size()));
    m_drafts.push_back(std::move(draft));
    if (m_hasSimilarityKeys)
        addSimilarityKeys(handle, zoneOf(handle));
    return handle;
}

void ProjectIndex::addSimilarityKeys(int handle, qint64 zone) {
    for (const std::size_t key : similarityKeys(m_names[std::size_t(handle)].folded, zone))
        append(m_bySimilarity[key], handle);
}

void ProjectIndex::append(Chain &chain, int handle) {
    const int added = int(m_links.size());
    m_links.push_back({handle});
    if (chain.last == kNone)
        chain.first = added;
    else
        m_links[std::size_t(chain.last)].next = added;
    chain.last = added;
}

std::optional<int> ProjectIndex::similar(const QString &name, qint64 zone) {
    constexpr int kMostCompared = 60; // names that begin alike are compared, but never all with all
    followRenames();
    if (!m_hasSimilarityKeys) {
        m_hasSimilarityKeys = true;
        for (int i = 0; i < m_ledgerSize; ++i)
            addSimilarityKeys(i, m_projects[std::size_t(i)].zone.id);
        for (int i = m_ledgerSize; i < int(m_draftOf.size()); ++i)
            addSimilarityKeys(i, zoneOf(i));
    }
    const QString folded = foldedName(name);
    for (const std::size_t key : similarityKeys(folded, zone)) {
        const auto it = m_bySimilarity.find(key);
        if (it == m_bySimilarity.end())
            continue;
        int left = kMostCompared;
        for (int at = it->second.first; at != kNone && left-- > 0; at = m_links[std::size_t(at)].next) {
            const int handle = m_links[std::size_t(at)].handle;
            if (areSimilarNames(folded, m_names[std::size_t(handle)].folded))
                return handle;
        }
    }
    return std::nullopt;
}

std::optional<int> ProjectIndex::handleOf(qint64 id) const {
    const auto it = std::find_if(m_projects.begin(), m_projects.end(),
                                 [id](const Project &project) { return project.id == id; });
    return it == m_projects.end() ? std::nullopt : std::optional(int(it - m_projects.begin()));
}

} // namespace yipi::exchange::detail
