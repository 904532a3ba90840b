// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enterprise.h"
#include "exchange/import_plan.h"
#include "exchange/zone_index.h"

#include <map>

namespace yipi::exchange::detail {

/// A record as the ledger has it (if it does) and as the plan will leave it.
template <class E>
struct RecordDraft {
    E now;
    std::optional<E> before;
};

/// The smaller records that rows name: enterprises, chains and campaigns. Unknown ones are made on demand.
class DictionaryIndex {
public:
    DictionaryIndex(const LedgerSnapshot &ledger, TemporaryIds &ids);

    /// Id of the enterprise; 0 when it is not known and `create` is off.
    qint64 enterprise(const QString &name, bool create);
    std::optional<qint64> chain(const QString &name) const;
    qint64 createChain(const QString &name);
    /// What a chain or an enterprise is called; found by looking through all of them.
    QString nameOf(EntityKind kind, qint64 id) const;
    const Campaign *campaign(CampaignKey key) const;
    std::optional<CampaignKey> campaignByTitle(const QString &title) const;
    const Campaign &createCampaign(CampaignKey key, QDate heldOn);
    void dateCampaign(CampaignKey key, QDate heldOn); ///< of a campaign that is known
    void nameCampaign(CampaignKey key, const QString &title);

    const std::vector<Enterprise> &newEnterprises() const { return m_newEnterprises; }
    const std::vector<IndustryChain> &newChains() const { return m_newChains; }
    /// All of them, new, dated and unchanged.
    std::vector<RecordDraft<Campaign>> campaigns() const;

private:
    void addChain(const QString &name, qint64 id);

    TemporaryIds &m_ids;
    const QHash<QString, qint64> &m_knownEnterprises;
    QHash<QString, qint64> m_enterprises; ///< new ones
    QHash<QString, qint64> m_chains;
    std::map<CampaignKey, RecordDraft<Campaign>> m_campaigns;
    QHash<QString, CampaignKey> m_campaignTitles;
    std::vector<Enterprise> m_newEnterprises;
    std::vector<IndustryChain> m_newChains;
};

} // namespace yipi::exchange::detail
