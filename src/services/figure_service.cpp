// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/figure_service.h"

#include "indicators/campaign_dates.h"

#include "domain/project.h"
#include <algorithm>

namespace yipi::services {

using indicators::RuleSet;

namespace {

const QString kDefaultRules = QStringLiteral("basic");

const Campaign *atHand(const std::vector<Campaign> &campaigns, Month asOf) {
    // The bulletin of a month is written in the next one: a campaign held by then is the one at hand.
    const QDate written = asOf.plus(1).lastDay();
    const Campaign *found = nullptr;
    for (const auto &campaign : campaigns) {
        const QDate held = indicators::heldOn(campaign);
        if (held.isValid() && held <= written && (!found || indicators::heldOn(*found) <= held))
            found = &campaign;
    }
    return found;
}

} // namespace

QString knownAtNote(QDate date) {
    return QStringLiteral("数据以 %1 终了时台账所记为准，此后的补录和更正没有计入")
        .arg(date.toString(Qt::ISODate));
}

FigureService::FigureService(const LedgerService &ledger)
    : m_ledger(ledger)
    , m_engine(ledger.facts()) {}

Result<void> FigureService::refuseInUse(const QString &id, const QString &deed) const {
    const auto used = ruleSet({});
    const StoredRules *file = m_library.file(id);
    if (!used || (*used)->id != id || !file || file->hidesPreset)
        return {};
    return fail(ErrorCode::Refused, QStringLiteral("本台账正在使用口径“%1”，不能%2").arg((*used)->name, deed),
                QStringLiteral("请先为台账改用其他口径。"));
}

Result<void> FigureService::removeRules(const QString &id) {
    if (auto free = refuseInUse(id, QStringLiteral("删除")); !free)
        return free;
    return m_library.remove(id);
}

Result<void> FigureService::renameRules(const QString &id, const QString &newId) {
    if (auto free = refuseInUse(id, QStringLiteral("改编号")); !free)
        return free;
    return m_library.rename(id, newId);
}

Result<const RuleSet *> FigureService::ruleSet(const QString &id) const {
    QString wanted = id.isEmpty() ? m_ledger.ruleSetId() : id;
    if (wanted.isEmpty())
        wanted = kDefaultRules;
    QStringList known;
    for (const auto &set : ruleSets()) {
        if (set.id == wanted)
            return &set;
        known << set.id;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("没有口径“%1”").arg(wanted),
                known.isEmpty() ? QStringLiteral("没有找到任何口径文件，请检查程序的 data/rules 文件夹。")
                                : QStringLiteral("现有口径：%1。").arg(known.join(QStringLiteral("、"))));
}

Result<const indicators::Engine *> FigureService::engine(const FigureScope &scope) const {
    if (!scope.knownAt)
        return &m_engine;
    if (!m_past || m_past->date != *scope.knownAt || m_past->revision != m_ledger.revision()) {
        auto read = m_ledger.factsKnownAt(*scope.knownAt);
        if (!read)
            return Failure(std::move(read).error());
        if (read->projects.empty() && !m_ledger.facts().projects.empty())
            return fail(ErrorCode::NotFound,
                        QStringLiteral("%1 时台账中还没有任何项目").arg(scope.knownAt->toString(Qt::ISODate)),
                        QStringLiteral("请选择较晚的日期。"));
        m_past = std::make_unique<Past>(*scope.knownAt, m_ledger.revision(), std::move(*read));
    }
    return &m_past->engine;
}

Result<const indicators::Facts *> FigureService::facts(const FigureScope &scope) const {
    const auto known = engine(scope);
    if (!known)
        return Failure(known.error());
    return &(*known)->facts();
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

void FigureService::warmUp() const {
    constexpr int kMonths = 12;
    const FigureScope scope{defaultMonth(), {}, {}};
    // A ledger without usable rules says so when its figures are asked for.
    (void)trend(scope, scope.asOf.plus(-kMonths), indicators::GroupBy::Zone);
    (void)overdueItems(scope);
}

std::optional<CampaignKey> FigureService::campaignAtHand(Month asOf) const {
    const Campaign *campaign = atHand(m_ledger.campaigns(), asOf);
    return campaign ? std::optional(campaign->key()) : std::nullopt;
}

Result<std::optional<CampaignAtHand>> FigureService::campaignAtHand(const FigureScope &scope) const {
    const auto known = facts(scope);
    if (!known)
        return Failure(known.error());
    const Campaign *campaign = atHand((*known)->campaigns, scope.asOf);
    if (!campaign)
        return std::nullopt;
    FigureScope wider = scope;
    wider.filter.firstCampaign.reset();
    wider.filter.lastCampaign.reset();
    auto figures = summary(wider, campaign->key());
    if (!figures)
        return Failure(std::move(figures).error());
    return CampaignAtHand{std::move(*figures), campaign->heldOn};
}

/// Asks the engine of the scope with the rules of the scope.
template <class Ask>
auto FigureService::answer(const FigureScope &scope, Ask &&ask) const {
    using Answer = std::invoke_result_t<Ask, const indicators::Engine &, const RuleSet &>;
    constexpr bool kMayFail = requires(Answer a) {
        a.error();
    };
    using Outcome = std::conditional_t<kMayFail, Answer, Result<Answer>>;
    const auto rules = ruleSet(scope.rulesId);
    if (!rules)
        return Outcome(Failure(rules.error()));
    const auto known = engine(scope);
    if (!known)
        return Outcome(Failure(known.error()));
    return Outcome(ask(**known, **rules));
}

Result<indicators::RateTable> FigureService::rates(const FigureScope &scope, indicators::Cut by) const {
    return answer(scope, [&](const auto &engine, const RuleSet &rules) {
        return engine.rates(rules, scope.asOf, by, scope.filter);
    });
}

Result<indicators::RateTable> FigureService::trend(const FigureScope &scope, Month first,
                                                   indicators::GroupBy by) const {
    return answer(scope, [&](const auto &engine, const RuleSet &rules) {
        return engine.trend(rules, first, scope.asOf, scope.filter, by);
    });
}

Result<indicators::Explanation> FigureService::explain(const FigureScope &scope,
                                                       const QString &rateId) const {
    return answer(scope, [&](const auto &engine, const RuleSet &rules) {
        return engine.explain(rules, rateId, scope.asOf, scope.filter);
    });
}

Result<indicators::RuleComparison> FigureService::compareRules(const FigureScope &scope, const QString &a,
                                                               const QString &b, indicators::Cut by) const {
    const auto ofA = ruleSet(a), ofB = ruleSet(b);
    const auto known = engine(scope);
    if (!ofA || !ofB || !known)
        return Failure(!ofA ? ofA.error() : !ofB ? ofB.error() : known.error());
    return indicators::compareRules(**known, **ofA, **ofB, scope.asOf, by, scope.filter);
}

Result<std::vector<indicators::DifferingRow>> FigureService::differingRows(const FigureScope &scope,
                                                                           const QString &a, const QString &b,
                                                                           const QString &rateId) const {
    const auto ofA = ruleSet(a), ofB = ruleSet(b);
    const auto known = engine(scope);
    if (!ofA || !ofB || !known)
        return Failure(!ofA ? ofA.error() : !ofB ? ofB.error() : known.error());
    return indicators::differingRows(**known, **ofA, **ofB, rateId, scope.asOf, scope.filter);
}

indicators::CampaignSummary FigureService::summary(CampaignKey campaign, const ProjectFilter &filter) const {
    return m_engine.summary(campaign, filter);
}

Result<indicators::CampaignSummary> FigureService::summary(const FigureScope &scope,
                                                           CampaignKey campaign) const {
    const auto known = engine(scope);
    if (!known)
        return Failure(known.error());
    return (*known)->summary(campaign, scope.filter);
}

Result<std::vector<Record>> FigureService::projects(const FigureScope &scope,
                                                    std::span<const qint64> ids) const {
    return scope.knownAt ? m_ledger.recordsKnownAt(*scope.knownAt, EntityKind::Project, ids)
                         : m_ledger.records(EntityKind::Project, ids);
}

Result<std::vector<indicators::OverdueItem>> FigureService::overdueItems(const FigureScope &scope) const {
    return answer(scope, [&](const auto &engine, const RuleSet &rules) {
        return engine.overdue(rules, scope.asOf, scope.filter);
    });
}

Result<indicators::OverdueSummary> FigureService::overdueSummary(const FigureScope &scope,
                                                                 std::size_t most) const {
    return answer(scope, [&](const auto &engine, const RuleSet &rules) {
        return engine.overdueSummary(rules, scope.asOf, scope.filter, most);
    });
}

Result<std::vector<OverdueLine>> FigureService::overdue(const FigureScope &scope) const {
    auto items = overdueItems(scope);
    if (!items)
        return Failure(std::move(items).error());
    return overdueLines(*items, scope);
}

Result<std::vector<OverdueLine>>
FigureService::overdueLines(std::span<const indicators::OverdueItem> items) const {
    return overdueLines(items, {});
}

Result<std::vector<OverdueLine>> FigureService::overdueLines(std::span<const indicators::OverdueItem> items,
                                                             const FigureScope &scope) const {
    std::vector<qint64> ids;
    for (const auto &item : items)
        ids.push_back(item.projectId);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto records = projects(scope, ids);
    if (!records)
        return Failure(std::move(records).error());
    std::unordered_map<qint64, Project> byId;
    for (const auto &record : *records)
        byId.emplace(record.id, fromRecord<Project>(record));
    std::vector<OverdueLine> lines;
    lines.reserve(items.size());
    for (const auto &item : items) {
        const Project &p = byId[item.projectId];
        lines.push_back({item, p.code, p.name, m_ledger.referenceText(EntityKind::Zone, p.zone.id), p.patron,
                         p.serviceOfficer});
    }
    return lines;
}

} // namespace yipi::services
