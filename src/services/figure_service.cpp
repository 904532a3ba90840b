// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/figure_service.h"

#include "indicators/campaign_dates.h"

#include "domain/project.h"
#include "services/locations.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace yipi::services {

using indicators::RuleSet;

namespace {

const QString kDefaultRules = QStringLiteral("basic");

void loadRules(const QString &folder, std::vector<RuleSet> &sets, QStringList &problems) {
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            problems << QStringLiteral("读不了口径文件 %1：%2").arg(file.fileName(), file.errorString());
            continue;
        }
        auto set = indicators::parseRuleSet(file.readAll(), name);
        if (!set) {
            problems << set.error().text();
            continue;
        }
        // The office's own file of the same name wins over the shipped one.
        const auto it =
            std::find_if(sets.begin(), sets.end(), [&](const RuleSet &s) { return s.id == set->id; });
        if (it != sets.end())
            *it = std::move(*set);
        else
            sets.push_back(std::move(*set));
    }
}

} // namespace

FigureService::FigureService(const LedgerService &ledger)
    : m_ledger(ledger)
    , m_engine(ledger.facts()) {
    loadRules(dataFolder() + QStringLiteral("/rules"), m_ruleSets, m_problems);
    loadRules(userRulesFolder(), m_ruleSets, m_problems);
}

Result<const RuleSet *> FigureService::ruleSet(const QString &id) const {
    QString wanted = id.isEmpty() ? m_ledger.ruleSetId() : id;
    if (wanted.isEmpty())
        wanted = kDefaultRules;
    QStringList known;
    for (const auto &set : m_ruleSets) {
        if (set.id == wanted)
            return &set;
        known << set.id;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有口径“%1”").arg(wanted),
                known.isEmpty() ? QStringLiteral("没有找到任何口径文件，请检查程序的 data/rules 文件夹。")
                                : QStringLiteral("现有口径：%1。").arg(known.join(QStringLiteral("、"))));
}

Month FigureService::lastMonth() const {
    const auto &facts = m_ledger.facts();
    Month last = Month::of(QDate::currentDate());
    bool found = false;
    const auto see = [&](Month month) {
        last = found ? std::max(last, month) : month;
        found = true;
    };
    for (const auto &campaign : facts.campaigns)
        if (const QDate held = indicators::heldOn(campaign); held.isValid())
            see(Month::of(held));
    for (const auto &output : facts.outputs)
        see(Month::fromIndex(output.month));
    for (const auto &p : facts.projects)
        for (const indicators::Day day : {p.sign, p.start, p.produce, p.attain})
            if (day)
                see(Month::of(indicators::dateOf(day)));
    return last;
}

Month FigureService::defaultMonth() const {
    const Month last = std::min(lastMonth(), Month::of(QDate::currentDate()));
    const auto &outputs = m_ledger.facts().outputs;
    if (outputs.empty())
        return last;
    const auto newest = std::max_element(outputs.begin(), outputs.end(),
                                         [](const auto &a, const auto &b) { return a.month < b.month; });
    // The newest report is the month being worked on, unless events show that reports stopped long ago.
    const Month reported = Month::fromIndex(newest->month);
    return reported.plus(1) < last ? last : reported;
}

std::optional<CampaignKey> FigureService::campaignAtHand(Month asOf) const {
    // The bulletin of a month is written in the next one: a campaign held by then is the one at hand.
    const QDate written = asOf.plus(1).lastDay();
    const Campaign *atHand = nullptr;
    for (const auto &campaign : m_ledger.campaigns()) {
        const QDate held = indicators::heldOn(campaign);
        if (held.isValid() && held <= written && (!atHand || indicators::heldOn(*atHand) <= held))
            atHand = &campaign;
    }
    return atHand ? std::optional(atHand->key()) : std::nullopt;
}

std::optional<CampaignAtHand> FigureService::campaignAtHand(const FigureScope &scope) const {
    const auto key = campaignAtHand(scope.asOf);
    if (!key)
        return std::nullopt;
    ProjectFilter filter = scope.filter;
    filter.firstCampaign.reset();
    filter.lastCampaign.reset();
    const auto &campaigns = m_ledger.campaigns();
    const auto it = std::find_if(campaigns.begin(), campaigns.end(),
                                 [&](const Campaign &campaign) { return campaign.key() == *key; });
    return CampaignAtHand{summary(*key, filter), it->heldOn};
}

Result<indicators::RateTable> FigureService::rates(const FigureScope &scope, indicators::Cut by) const {
    auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    return m_engine.rates(**rules, scope.asOf, by, scope.filter);
}

Result<indicators::RateTable> FigureService::trend(const FigureScope &scope, Month first,
                                                   indicators::GroupBy by) const {
    auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    return m_engine.trend(**rules, first, scope.asOf, scope.filter, by);
}

Result<indicators::Explanation> FigureService::explain(const FigureScope &scope,
                                                       const QString &rateId) const {
    auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    return m_engine.explain(**rules, rateId, scope.asOf, scope.filter);
}

indicators::CampaignSummary FigureService::summary(CampaignKey campaign, const ProjectFilter &filter) const {
    return m_engine.summary(campaign, filter);
}

Result<std::vector<indicators::OverdueItem>> FigureService::overdueItems(const FigureScope &scope) const {
    auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Failure(std::move(rules).error());
    return m_engine.overdue(**rules, scope.asOf, scope.filter);
}

Result<std::vector<OverdueLine>> FigureService::overdue(const FigureScope &scope) const {
    auto items = overdueItems(scope);
    if (!items)
        return Failure(std::move(items).error());
    return overdueLines(*items);
}

Result<std::vector<OverdueLine>>
FigureService::overdueLines(std::span<const indicators::OverdueItem> items) const {
    std::vector<qint64> ids;
    for (const auto &item : items)
        ids.push_back(item.projectId);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto records = m_ledger.records(EntityKind::Project, ids);
    if (!records)
        return Failure(std::move(records).error());
    std::unordered_map<qint64, Project> projects;
    for (const auto &record : *records)
        projects.emplace(record.id, fromRecord<Project>(record));
    std::vector<OverdueLine> lines;
    lines.reserve(items.size());
    for (const auto &item : items) {
        const Project &p = projects[item.projectId];
        lines.push_back({item, p.code, p.name, m_ledger.referenceText(EntityKind::Zone, p.zone.id), p.patron,
                         p.serviceOfficer});
    }
    return lines;
}

} // namespace yipi::services
