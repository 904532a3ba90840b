// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/enterprise.h"
#include "exchange/import_plan.h"
#include "exchange/zone_index.h"

#include <map>

namespace yipi::exchange::detail {

/// The smaller records that rows name: enterprises, chains and campaigns. Unknown ones are made on demand.
class DictionaryIndex {
public:
    DictionaryIndex(const LedgerSnapshot &ledger, TemporaryIds &ids);

    /// Id of the enterprise; 0 when it is not known and `create` is off.
    qint64 enterprise(const QString &name, bool create);
    std::optional<qint64> chain(const QString &name) const;
    qint64 createChain(const QString &name);
    const Campaign *campaign(CampaignKey key) const;
    std::optional<CampaignKey> campaignByTitle(const QString &title) const;
    const Campaign &createCampaign(CampaignKey key, QDate heldOn);

    const std::vector<Enterprise> &newEnterprises() const { return m_newEnterprises; }
    const std::vector<IndustryChain> &newChains() const { return m_newChains; }
    const std::vector<Campaign> &newCampaigns() const { return m_newCampaigns; }

private:
    void addChain(const QString &name, qint64 id);

    TemporaryIds &m_ids;
    const QHash<QString, qint64> &m_knownEnterprises;
    QHash<QString, qint64> m_enterprises; ///< new ones
    QHash<QString, qint64> m_chains;
    std::map<CampaignKey, Campaign> m_campaigns;
    QHash<QString, CampaignKey> m_campaignTitles;
    std::vector<Enterprise> m_newEnterprises;
    std::vector<IndustryChain> m_newChains;
    std::vector<Campaign> m_newCampaigns;
};

} // namespace yipi::exchange::detail
