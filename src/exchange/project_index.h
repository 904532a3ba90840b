// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_plan.h"

#include <functional>
#include <unordered_map>

namespace yipi::exchange::detail {

/// Positions of the project fields that planning touches by name.
int projectField(const char *key);

/// A project as the plan will leave it.
struct ProjectDraft {
    Record record;
    bool isNew = false;
    int handle = 0;
    std::vector<bool> setHere; ///< fields that this import has set
};

/// By what a row names its project. Investor 0 = none given or not known yet.
struct ProjectName {
    QString uid;
    QString code;
    QString name;
    bool hasInvestor = false;
    qint64 investor = 0;
    qint64 zone = 0;
};

/// Finds the projects of the ledger and of earlier rows in constant time, and keeps what becomes of them.
class ProjectIndex {
public:
    ProjectIndex(const std::vector<Project> &projects);

    struct Match {
        std::optional<int> handle;
        bool isAmbiguous = false; ///< several fit equally well
        bool isNamesake = false;  ///< the same name in this zone with another investor
        bool isElsewhere = false; ///< the same name and investor in another zone
        bool isCopiedUid = false; ///< the hidden mark of one project beside the name of another
        std::vector<int> recoded; ///< the same name, investor and zone, but another code
        std::vector<int> others;  ///< of the first three: whom it may be as well
    };
    Match find(const ProjectName &name) const;
    /// The other project that has this code; empty when it is free.
    QString nameOfCodeHolder(const QString &code, int handle) const;
    /// A project in the same zone whose name differs only by a slip.
    std::optional<int> similar(const QString &name, qint64 zone);
    /// The project of the ledger with this id.
    std::optional<int> handleOf(qint64 id) const;
    QString nameOf(int handle) const;
    qint64 investmentOf(int handle) const; ///< total, 元; 0 when it is not known

    /// The draft of a project; made from the ledger when it is first asked for.
    ProjectDraft &draft(int handle);
    bool isNew(int handle) const { return handle >= m_ledgerSize; }
    int create(Record record); ///< gives its handle

    /// In the order in which they were first touched. Nothing is found any more after that.
    std::vector<ProjectDraft> takeDrafts() { return std::move(m_drafts); }
    const Project &ledgerProject(int handle) const { return m_projects[std::size_t(handle)]; }

private:
    /// What a name is compared by.
    struct KnownName {
        QString name, folded;
    };
    /// Handles that share a key, in their order, linked in one list for all keys.
    struct Chain {
        int first = kNone, last = kNone; ///< positions in m_links
    };
    struct Link {
        int handle = 0;
        int next = kNone;
    };
    static constexpr int kNone = -1;

    void addNames(int handle, const QString &uid, const QString &code, const QString &name);
    void addSimilarityKeys(int handle, qint64 zone);
    void append(Chain &chain, int handle);
    void followRenames();
    qint64 investorOf(int handle) const;
    qint64 zoneOf(int handle) const;
    QString codeOf(int handle) const;
    const ProjectDraft *draftOf(int handle) const;
    bool hasOtherUid(int handle, const QString &uid) const;

    const std::vector<Project> &m_projects;
    int m_ledgerSize;
    int m_newCount = 0;
    QHash<QString, int> m_byUid;
    QHash<QString, int> m_byCode;
    QHash<QString, std::vector<int>> m_byName;
    std::vector<ProjectDraft> m_drafts;
    std::vector<int> m_draftOf;     ///< by handle: position in m_drafts; −1 = not touched yet
    std::vector<KnownName> m_names; ///< by handle; those of drafts given out may be old
    std::vector<int> m_givenOut;    ///< handles of these drafts
    bool m_hasSimilarityKeys = false;
    /// By zone, first or last characters and marks that distinguish.
    std::unordered_map<std::size_t, Chain> m_bySimilarity;
    std::vector<Link> m_links;
};

} // namespace yipi::exchange::detail
