// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dictionary_index.h"

#include "domain/text_parsing.h"

namespace yipi::exchange::detail {

namespace {

/// "氢能产业链" and "氢能" are one chain.
QString chainKey(const QString &name) {
    static const QString kKind = QStringLiteral("产业链");
    const QString key = foldedName(name);
    return key.size() > kKind.size() && key.endsWith(kKind) ? key.chopped(kKind.size()) : key;
}

} // namespace

DictionaryIndex::DictionaryIndex(const LedgerSnapshot &ledger, TemporaryIds &ids)
    : m_ids(ids)
    , m_knownEnterprises(ledger.enterprises) {
    for (const IndustryChain &chain : ledger.chains)
        addChain(chain.name, chain.id);
    for (const Campaign &campaign : ledger.campaigns) {
        m_campaigns.emplace(campaign.key(), RecordDraft<Campaign>{campaign, campaign});
        if (!campaign.title.isEmpty())
            m_campaignTitles.insert(foldedName(campaign.title), campaign.key());
    }
}

qint64 DictionaryIndex::enterprise(const QString &name, bool create) {
    const QString folded = foldedName(name);
    if (const qint64 id = m_knownEnterprises.value(folded, 0))
        return id;
    if (const qint64 id = m_enterprises.value(folded, 0); id != 0 || !create)
        return id;
    Enterprise enterprise;
    enterprise.id = m_ids.next();
    enterprise.name = name.trimmed();
    m_enterprises.insert(folded, enterprise.id);
    m_newEnterprises.push_back(enterprise);
    return enterprise.id;
}

QString DictionaryIndex::nameOf(EntityKind kind, qint64 id) const {
    for (const Enterprise &enterprise : m_newEnterprises)
        if (kind == EntityKind::Enterprise && enterprise.id == id)
            return enterprise.name;
    const auto &names = kind == EntityKind::Enterprise ? m_knownEnterprises : m_chains;
    QString longest; // a chain is known by a shorter name as well
    for (auto it = names.constBegin(); it != names.constEnd(); ++it)
        if (it.value() == id && it.key().size() > longest.size())
            longest = it.key();
    return longest;
}

/// The full name wins: a ledger may have both "氢能" and "氢能产业链".
void DictionaryIndex::addChain(const QString &name, qint64 id) {
    m_chains.insert(foldedName(name), id);
    if (const QString key = chainKey(name); !m_chains.contains(key))
        m_chains.insert(key, id);
}

std::optional<qint64> DictionaryIndex::chain(const QString &name) const {
    for (const QString &key : {foldedName(name), chainKey(name)})
        if (const auto it = m_chains.constFind(key); it != m_chains.constEnd())
            return *it;
    return std::nullopt;
}

qint64 DictionaryIndex::createChain(const QString &name) {
    IndustryChain chain;
    chain.id = m_ids.next();
    chain.name = name.trimmed();
    addChain(chain.name, chain.id);
    m_newChains.push_back(chain);
    return chain.id;
}

const Campaign *DictionaryIndex::campaign(CampaignKey key) const {
    const auto it = m_campaigns.find(key);
    return it == m_campaigns.end() ? nullptr : &it->second.now;
}

std::optional<CampaignKey> DictionaryIndex::campaignByTitle(const QString &title) const {
    const auto it = m_campaignTitles.constFind(foldedName(title));
    return it == m_campaignTitles.constEnd() ? std::nullopt : std::optional(*it);
}

const Campaign &DictionaryIndex::createCampaign(CampaignKey key, QDate heldOn) {
    Campaign campaign;
    campaign.id = m_ids.next();
    campaign.year = key.year;
    campaign.sequence = key.sequence;
    campaign.title = key.chineseText();
    campaign.heldOn = heldOn;
    return m_campaigns.emplace(key, RecordDraft<Campaign>{campaign, std::nullopt}).first->second.now;
}

void DictionaryIndex::dateCampaign(CampaignKey key, QDate heldOn) {
    m_campaigns.at(key).now.heldOn = heldOn;
}

void DictionaryIndex::nameCampaign(CampaignKey key, const QString &title) {
    m_campaigns.at(key).now.title = title;
    m_campaignTitles.insert(foldedName(title), key);
}

std::vector<RecordDraft<Campaign>> DictionaryIndex::campaigns() const {
    std::vector<RecordDraft<Campaign>> list;
    for (const auto &[key, draft] : m_campaigns)
        list.push_back(draft);
    return list;
}

} // namespace yipi::exchange::detail
