// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts_builder.h"

#include "indicators/rule_words.h"

#include <QFile>

namespace yipi::indicators {

std::int32_t FactsBuilder::zone(const QString &name, const QString &city, std::optional<qint64> sortOrder) {
    Zone zone;
    zone.id = qint64(m_facts.zones.size()) + 101;
    zone.name = name;
    zone.city = city;
    zone.sortOrder = sortOrder;
    m_facts.zones.push_back(zone);
    return std::int32_t(m_facts.zones.size()) - 1;
}

std::int32_t FactsBuilder::chain(const QString &name) {
    IndustryChain chain;
    chain.id = qint64(m_facts.chains.size()) + 201;
    chain.name = name;
    m_facts.chains.push_back(chain);
    return std::int32_t(m_facts.chains.size()) - 1;
}

std::int32_t FactsBuilder::industry(const QString &name) {
    m_facts.industries.push_back(name);
    return std::int32_t(m_facts.industries.size()) - 1;
}

std::int32_t FactsBuilder::campaign(int year, int sequence, const char *held) {
    Campaign campaign;
    campaign.id = qint64(m_facts.campaigns.size()) + 301;
    campaign.year = year;
    campaign.sequence = sequence;
    campaign.heldOn = dateOf(day(held));
    m_facts.campaigns.push_back(campaign);
    return std::int32_t(m_facts.campaigns.size()) - 1;
}

std::uint32_t FactsBuilder::project(const ProjectFact &fact, const QString &text) {
    m_facts.projects.push_back(fact);
    ProjectFact &project = m_facts.projects.back();
    project.id = qint64(m_facts.projects.size());
    project.outputBegin = project.outputEnd = std::uint32_t(m_facts.outputs.size());
    project.fundsBegin = project.fundsEnd = std::uint32_t(m_facts.funds.size());
    project.planBegin = project.planEnd = std::uint32_t(m_facts.plans.size());
    m_facts.searchText += text.toUtf8().toLower().toStdString(); // as the loader: Latin letters only
    m_facts.searchEnd.push_back(m_facts.searchText.size());
    return std::uint32_t(m_facts.projects.size()) - 1;
}

void FactsBuilder::output(Month month, qint64 annualOutput) {
    m_facts.outputs.push_back({month.index(), annualOutput});
    m_facts.projects.back().outputEnd = std::uint32_t(m_facts.outputs.size());
}

void FactsBuilder::funds(Month month, qint64 inPlace) {
    m_facts.funds.push_back({month.index(), inPlace});
    m_facts.projects.back().fundsEnd = std::uint32_t(m_facts.funds.size());
}

void FactsBuilder::yearInvestment(Month month, qint64 done, qint64 plan) {
    m_facts.plans.push_back({month.index(), plan, done});
    m_facts.projects.back().planEnd = std::uint32_t(m_facts.plans.size());
}

void FactsBuilder::milestone(const char *planned, const char *actual) {
    m_facts.milestones.push_back({qint64(m_facts.milestones.size()) + 1,
                                  std::uint32_t(m_facts.projects.size()) - 1, day(planned), day(actual)});
}

void FactsBuilder::target(std::int32_t zone, int year, TargetIndicator indicator, qint64 value) {
    m_facts.targets.push_back({qint64(m_facts.targets.size()) + 1, zone, year, indicator, value, {}});
}

qint64 FactsBuilder::entry(std::uint32_t project, std::int32_t campaign, Batch batch, qint64 investment,
                           qint64 output) {
    EntryFact entry;
    entry.id = qint64(m_facts.entries.size()) + 1;
    entry.project = project;
    entry.campaign = campaign;
    entry.batch = batch;
    entry.investment = investment;
    entry.output = output;
    m_facts.entries.push_back(entry);
    return entry.id;
}

const Facts &FactsBuilder::facts() {
    m_facts.projectIndex.clear();
    for (std::size_t i = 0; i < m_facts.projects.size(); ++i)
        m_facts.projectIndex[m_facts.projects[i].id] = std::uint32_t(i);
    m_facts.indexEntries();
    return m_facts;
}

RuleSet preset(const char *id) {
    const QString name = QString::fromLatin1(id) + QStringLiteral(".json");
    QFile file(QStringLiteral(YIPI_SOURCE_DIR "/data/rules/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    auto set = parseRuleSet(file.readAll(), name);
    EXPECT_TRUE(set) << set.error().text().toStdString();
    return set ? *set : RuleSet();
}

RuleSet ruleSetOf(const RateRule &rule) {
    RuleSet set;
    set.id = QStringLiteral("test");
    set.name = QStringLiteral("测试");
    set.rates.push_back(rule);
    return set;
}

RateRule countRule(Batch list, Event event) {
    return countRule(populationOf(list), event);
}

RateRule countRule(Population population, Event event) {
    RateRule rule;
    rule.id = QStringLiteral("r");
    rule.title = QStringLiteral("率");
    rule.population = population;
    rule.event = event;
    return rule;
}

QString fraction(const RateResult &result) {
    return QStringLiteral("%1/%2").arg(result.rate.num()).arg(result.rate.den());
}

QString fraction(const RateTable &table, const char *rateId) {
    const RateResult *result = table.total.rate(QString::fromLatin1(rateId));
    EXPECT_NE(result, nullptr) << rateId;
    return result ? fraction(*result) : QString();
}

} // namespace yipi::indicators
