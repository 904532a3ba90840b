// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change_set.h"
#include "services/search_index.h"

#include <QDate>
#include <QObject>

namespace yipi::services {

/// What can be found in a ledger, in the order in which equally good answers are listed.
enum class SearchKind { Project, Enterprise, Person, Problem, Zone, Chain, Campaign };

/// 项目, 企业, 人员 …
QString title(SearchKind kind);

/// One answer.
struct SearchHit {
    SearchKind kind = SearchKind::Project;
    qint64 id = 0; ///< of the record, of a problem its project's; of a person its number in this index
    QString title;
    QString detail; ///< the second line: 2303-XY-02 · 孝义经开区 · 开工 · investor
    pinyin::MatchQuality quality = pinyin::MatchQuality::Mixed;
};

/// The answers of one kind, best first.
struct SearchGroup {
    SearchKind kind = SearchKind::Project;
    std::size_t total = 0; ///< all there are
    bool isCut = false;    ///< there may be more than `total`
    std::vector<SearchHit> hits;
};

/// Finds projects, enterprises, people, problems, zones, chains and campaigns of the open ledger as written,
/// by pinyin and by first letters. The index is made elsewhere (`loadSearchIndex`); from then on each change
/// only marks its records, and the next search takes them in.
class SearchService : public QObject {
    Q_OBJECT

public:
    explicit SearchService(const LedgerService &ledger, QObject *parent = nullptr);

    bool isReady() const { return m_index.has_value(); }
    /// Call before `loadSearchIndex`: what changes from here on is taken in behind it.
    void prepareForIndex() { m_dirty = {}; }
    void setIndex(SearchIndex index);
    /// At most `most` of each kind that has any, the kind with the best answer first. Without an index: only
    /// zones, chains and campaigns. Cost: one pass over the texts.
    Result<std::vector<SearchGroup>> search(const QString &typed, QDate asOf, std::size_t most);
    /// The projects of an enterprise or a person that a search gave; empty for other kinds.
    std::vector<qint64> projectsOf(const SearchHit &hit) const;

Q_SIGNALS:
    void ready();
    /// So much changed that a new index is cheaper than patching; until it is there the old one answers.
    void outdated();

private:
    /// An answer that is not yet told in words.
    struct Found {
        qint64 id = 0;
        pinyin::MatchQuality quality = pinyin::MatchQuality::Mixed;
        std::uint32_t length = 0;
    };
    struct FoundGroup {
        std::vector<Found> list;
        bool isCut = false;
    };

    void note(const AppliedChangeSet &applied);
    /// Gives up patching when there is too much of it.
    void weigh();
    Result<void> catchUp();
    FoundGroup find(SearchKind kind, const pinyin::TextQuery &query) const;
    FoundGroup findProjects(const pinyin::TextQuery &query) const;
    FoundGroup findNamed(SearchKind kind, const pinyin::TextQuery &query) const;
    Result<SearchGroup> told(SearchKind kind, FoundGroup found, const pinyin::TextQuery &query, QDate asOf,
                             std::size_t most) const;
    /// Title and second line; false when the record is gone.
    Result<bool> tell(SearchHit &hit, const pinyin::TextQuery &query, QDate asOf) const;
    Result<bool> tellProject(SearchHit &hit, QDate asOf) const;
    Result<bool> tellEnterprise(SearchHit &hit) const;
    Result<bool> tellProblem(SearchHit &hit, const pinyin::TextQuery &query) const;
    bool tellPerson(SearchHit &hit) const;
    bool tellNamed(SearchHit &hit) const;

    const LedgerService &m_ledger;
    std::optional<SearchIndex> m_index;
    DirtyRecords m_dirty;
    bool m_isOutdated = false;
};

} // namespace yipi::services
