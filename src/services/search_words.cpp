// SPDX-License-Identifier: GPL-3.0-or-later
// What the search says about each answer.
#include "domain/enterprise.h"
#include "domain/life_cycle.h"
#include "domain/project.h"
#include "services/ledger_service.h"
#include "services/search_service.h"

#include <algorithm>

namespace yipi::services {

namespace {

constexpr qsizetype kProblemLength = 60;
constexpr qsizetype kBeforeMatch = 12; ///< of a long problem this much stands before what matched

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString countOfProjects(std::size_t count) {
    return QStringLiteral("%1 个项目").arg(count);
}

/// The line of a long text around what matched.
QString excerpt(const QString &text, const pinyin::TextQuery &query) {
    const QString line = text.simplified();
    if (line.size() <= kProblemLength)
        return line;
    const auto span = query.span(line);
    const qsizetype from = span ? std::max<qsizetype>(0, span->start - kBeforeMatch) : 0;
    return (from > 0 ? QStringLiteral("…") : QString()) + line.mid(from, kProblemLength) +
           (from + kProblemLength < line.size() ? QStringLiteral("…") : QString());
}

template <class E>
const E *byId(const std::vector<E> &list, qint64 id) {
    const auto it = std::find_if(list.begin(), list.end(), [id](const E &e) { return e.id == id; });
    return it == list.end() ? nullptr : &*it;
}

/// Projects of the member `place` of a dictionary.
std::size_t countIn(const indicators::Facts &facts, std::int32_t indicators::ProjectFact::*member,
                    std::ptrdiff_t place) {
    return std::size_t(std::ranges::count(facts.projects, std::int32_t(place), member));
}

/// One record, or nothing when it is gone.
template <class E>
Result<std::optional<E>> recordOf(const LedgerService &ledger, qint64 id) {
    const auto records = ledger.records(kKindOf<E>, std::span(&id, 1));
    if (!records)
        return Failure(records.error());
    return records->empty() ? std::optional<E>() : fromRecord<E>(records->front());
}

} // namespace

Result<bool> SearchService::tellProject(SearchHit &hit, QDate asOf) const {
    const auto project = recordOf<Project>(m_ledger, hit.id);
    if (!project)
        return Failure(project.error());
    if (!*project)
        return false;
    const Project &p = **project;
    hit.title = p.name;
    hit.detail = joined({p.code, m_ledger.referenceText(EntityKind::Zone, p.zone.id),
                         yipi::title(stageOf(p, asOf)), m_ledger.enterpriseName(p.investor.id)});
    return true;
}

Result<bool> SearchService::tellEnterprise(SearchHit &hit) const {
    const auto enterprise = recordOf<Enterprise>(m_ledger, hit.id);
    if (!enterprise)
        return Failure(enterprise.error());
    if (!*enterprise)
        return false;
    hit.title = (*enterprise)->name;
    hit.detail = joined({countOfProjects(m_index->links.projectsOfEnterprise(hit.id).size()),
                         (*enterprise)->homeProvince, (*enterprise)->creditCode});
    return true;
}

bool SearchService::tellPerson(SearchHit &hit) const {
    static const std::array kRoles{QStringLiteral("包联领导"), QStringLiteral("服务专员"),
                                   QStringLiteral("责任人")};
    const ProjectLinks::RoleCounts counts = m_index->links.rolesOf(hit.id);
    QStringList parts;
    for (std::size_t role = 0; role < counts.size(); ++role)
        if (counts[role] > 0)
            parts << QStringLiteral("%1 %2").arg(kRoles[role], countOfProjects(std::size_t(counts[role])));
    hit.title = m_index->links.personName(hit.id);
    hit.detail = joined(parts);
    return true;
}

Result<bool> SearchService::tellProblem(SearchHit &hit, const pinyin::TextQuery &query) const {
    const auto reports =
        m_ledger.recordsWhere(EntityKind::MonthlyProgress, QStringLiteral("project"), Value(hit.id));
    if (!reports)
        return Failure(reports.error());
    const auto report = newestProblem(*reports);
    if (!report)
        return false;
    hit.title = excerpt(report->problems, query);
    hit.detail = joined({m_ledger.referenceText(EntityKind::Project, hit.id),
                         report->month ? report->month->chineseText() : QString()});
    return true;
}

bool SearchService::tellNamed(SearchHit &hit) const {
    using indicators::ProjectFact;
    const indicators::Facts &facts = m_ledger.facts();
    if (hit.kind == SearchKind::Zone) {
        const Zone &zone = *byId(facts.zones, hit.id);
        const std::size_t projects = countIn(facts, &ProjectFact::zone, &zone - facts.zones.data());
        hit.title = zone.name;
        hit.detail = joined({countOfProjects(projects), zone.shortName, zone.county});
    } else if (hit.kind == SearchKind::Chain) {
        const IndustryChain &chain = *byId(facts.chains, hit.id);
        const std::size_t projects = countIn(facts, &ProjectFact::chain, &chain - facts.chains.data());
        hit.title = chain.name;
        hit.detail = joined({countOfProjects(projects), chain.leadDepartment});
    } else {
        const Campaign &campaign = *byId(facts.campaigns, hit.id);
        hit.title = campaign.key().chineseText();
        hit.detail = joined({campaign.title, campaign.heldOn.toString(Qt::ISODate)});
    }
    return true;
}

Result<bool> SearchService::tell(SearchHit &hit, const pinyin::TextQuery &query, QDate asOf) const {
    switch (hit.kind) {
    case SearchKind::Project:
        return tellProject(hit, asOf);
    case SearchKind::Enterprise:
        return tellEnterprise(hit);
    case SearchKind::Person:
        return tellPerson(hit);
    case SearchKind::Problem:
        return tellProblem(hit, query);
    default:
        return tellNamed(hit);
    }
}

} // namespace yipi::services
