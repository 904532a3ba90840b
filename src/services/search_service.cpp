// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/search_service.h"

#include "services/ledger_service.h"

#include <algorithm>
#include <array>

namespace yipi::services {

using pinyin::MatchQuality;
using pinyin::TextIndex;
using pinyin::TextQuery;

namespace {

constexpr std::array kKinds{SearchKind::Project, SearchKind::Enterprise, SearchKind::Person,
                            SearchKind::Problem, SearchKind::Zone,       SearchKind::Chain,
                            SearchKind::Campaign};
/// Behind more changes than this, those of an import, the index is read anew.
constexpr std::size_t kMostPatched = 5000;
/// First letters fit almost any long text; problems are found by what they say.
constexpr MatchQuality kWorstOfProblems = MatchQuality::Pinyin;

template <class F>
bool isBetter(const F &a, const F &b) {
    return std::tie(a.quality, a.length, a.id) < std::tie(b.quality, b.length, b.id);
}

} // namespace

QString title(SearchKind kind) {
    static const std::array kTitles{
        QStringLiteral("项目"),   QStringLiteral("企业"),   QStringLiteral("人员"), QStringLiteral("问题"),
        QStringLiteral("开发区"), QStringLiteral("产业链"), QStringLiteral("活动")};
    return kTitles[std::size_t(kind)];
}

SearchService::SearchService(const LedgerService &ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger) {
    connect(&ledger, &LedgerService::ledgerChanged, this, &SearchService::note);
}

void SearchService::setIndex(SearchIndex index) {
    m_index = std::move(index);
    m_isOutdated = false;
    Q_EMIT ready();
    weigh();
}

void SearchService::weigh() {
    if (!m_index || m_isOutdated || m_dirty.size() <= kMostPatched)
        return;
    m_isOutdated = true;
    Q_EMIT outdated();
}

void SearchService::note(const AppliedChangeSet &applied) {
    const int projectOfReport = entityInfo(EntityKind::MonthlyProgress).indexOf(QStringLiteral("project"));
    for (const AppliedRecord &record : applied.records) {
        if (record.entity == EntityKind::Project)
            m_dirty.projects.insert(record.id);
        if (record.entity == EntityKind::Enterprise)
            m_dirty.enterprises.insert(record.id);
        if (record.entity != EntityKind::MonthlyProgress)
            continue;
        m_dirty.reports.insert(record.id);
        for (const FieldDelta &delta : record.fields)
            if (delta.field == projectOfReport)
                for (const Value &value : {delta.before, delta.after})
                    if (const auto *project = std::get_if<qint64>(&value))
                        m_dirty.reportProjects.insert(*project);
    }
    weigh();
}

Result<void> SearchService::catchUp() {
    if (!m_index || m_isOutdated || m_dirty.size() == 0)
        return {};
    auto patched = patchSearchIndex(*m_index, m_dirty, m_ledger);
    if (patched)
        m_dirty = {};
    return patched;
}

SearchService::FoundGroup SearchService::findProjects(const TextQuery &query) const {
    const TextIndex::Hits names = m_index->projectNames.find(query);
    const TextIndex::Hits codes = m_index->projectCodes.find(query);
    FoundGroup found{{}, names.isCut || codes.isCut};
    for (const auto *hits : {&names, &codes})
        for (const TextIndex::Hit &hit : hits->list)
            found.list.push_back({hit.id, hit.quality, hit.length});
    std::sort(found.list.begin(), found.list.end(), [](const Found &a, const Found &b) {
        return std::tie(a.id, a.quality, a.length) < std::tie(b.id, b.quality, b.length);
    });
    const auto isSame = [](const Found &a, const Found &b) { return a.id == b.id; };
    found.list.erase(std::unique(found.list.begin(), found.list.end(), isSame), found.list.end());
    return found;
}

SearchService::FoundGroup SearchService::findNamed(SearchKind kind, const TextQuery &query) const {
    FoundGroup found;
    const auto see = [&](qint64 id, const QStringList &names) {
        std::optional<Found> best;
        for (const QString &name : names)
            if (const auto quality = query.quality(name)) {
                const Found answer{id, *quality, std::uint32_t(name.size())};
                if (!best || isBetter(answer, *best))
                    best = answer;
            }
        if (best)
            found.list.push_back(*best);
    };
    if (kind == SearchKind::Zone)
        for (const Zone &zone : m_ledger.zones())
            see(zone.id, {zone.name, zone.shortName, zone.code});
    if (kind == SearchKind::Chain)
        for (const IndustryChain &chain : m_ledger.chains())
            see(chain.id, {chain.name});
    if (kind == SearchKind::Campaign)
        for (const Campaign &campaign : m_ledger.campaigns())
            see(campaign.id, {campaign.key().chineseText(), campaign.key().text(), campaign.title});
    return found;
}

SearchService::FoundGroup SearchService::find(SearchKind kind, const TextQuery &query) const {
    if (kind >= SearchKind::Zone)
        return findNamed(kind, query);
    if (!m_index)
        return {};
    if (kind == SearchKind::Project)
        return findProjects(query);
    const TextIndex::Hits hits = kind == SearchKind::Enterprise ? m_index->enterprises.find(query)
                                 : kind == SearchKind::Person
                                     ? m_index->links.people().find(query)
                                     : m_index->problems.find(query, kWorstOfProblems);
    FoundGroup found{{}, hits.isCut};
    for (const TextIndex::Hit &hit : hits.list)
        if (kind != SearchKind::Person || m_index->links.isNamed(hit.id))
            found.list.push_back({hit.id, hit.quality, hit.length});
    return found;
}

Result<SearchGroup> SearchService::told(SearchKind kind, FoundGroup found, const TextQuery &query, QDate asOf,
                                        std::size_t most) const {
    SearchGroup group{kind, found.list.size(), found.isCut, {}};
    const std::size_t shown = std::min(most, found.list.size());
    std::partial_sort(found.list.begin(), found.list.begin() + std::ptrdiff_t(shown), found.list.end(),
                      isBetter<Found>);
    for (std::size_t i = 0; i < shown; ++i) {
        SearchHit hit{kind, found.list[i].id, {}, {}, found.list[i].quality};
        const auto isThere = tell(hit, query, asOf);
        if (!isThere)
            return Failure(isThere.error());
        if (*isThere)
            group.hits.push_back(std::move(hit));
    }
    return group;
}

Result<std::vector<SearchGroup>> SearchService::search(const QString &typed, QDate asOf, std::size_t most) {
    std::vector<SearchGroup> groups;
    const TextQuery query(typed);
    if (query.isEmpty())
        return groups;
    if (const auto current = catchUp(); !current)
        return Failure(current.error());
    for (const SearchKind kind : kKinds) {
        auto group = told(kind, find(kind, query), query, asOf, most);
        if (!group)
            return Failure(group.error());
        if (!group->hits.empty())
            groups.push_back(std::move(*group));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const SearchGroup &a, const SearchGroup &b) {
        return a.hits.front().quality < b.hits.front().quality;
    });
    return groups;
}

std::vector<qint64> SearchService::projectsOf(const SearchHit &hit) const {
    if (m_index && hit.kind == SearchKind::Enterprise)
        return m_index->links.projectsOfEnterprise(hit.id);
    if (m_index && hit.kind == SearchKind::Person)
        return m_index->links.projectsOfPerson(hit.title);
    return {};
}

} // namespace yipi::services
