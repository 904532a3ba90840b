// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/campaign_lists.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace yipi::services {

namespace {

std::optional<Money> difference(std::optional<Money> now, std::optional<Money> declared) {
    return now && declared ? std::optional(*now - *declared) : std::nullopt;
}

template <class Visit>
void forEachEntry(const indicators::Facts &facts, qint64 campaign, Batch batch, Visit &&visit) {
    const auto it = std::find_if(facts.campaigns.begin(), facts.campaigns.end(),
                                 [&](const Campaign &c) { return c.id == campaign; });
    const auto index = std::int32_t(it - facts.campaigns.begin());
    for (const auto &entry : facts.entries)
        if (entry.campaign == index && entry.batch == batch)
            visit(entry);
}

Value valueOf(std::optional<Money> money) {
    return money ? Value(money->yuan()) : Value();
}

QString nameOf(const LedgerService &ledger, qint64 campaign, Batch batch) {
    return QStringLiteral("%1 %2").arg(ledger.referenceText(EntityKind::Campaign, campaign), title(batch));
}

/// The projects of entries, by id.
Result<std::unordered_map<qint64, Project>> projectsOf(const LedgerService &ledger,
                                                       const std::vector<Record> &entries) {
    std::vector<qint64> ids;
    for (const Record &entry : entries)
        ids.push_back(fromRecord<CampaignEntry>(entry).project.id);
    auto records = ledger.records(EntityKind::Project, ids);
    if (!records)
        return Failure(std::move(records).error());
    std::unordered_map<qint64, Project> projects;
    for (const Record &record : *records)
        projects.emplace(record.id, fromRecord<Project>(record));
    return projects;
}

} // namespace

std::optional<Money> ListedProject::investmentDifference() const {
    return difference(project.totalInvestment, entry.declaredInvestment);
}
std::optional<Money> ListedProject::outputDifference() const {
    return difference(project.expectedOutput, entry.declaredOutput);
}

Result<std::vector<ListedProject>> campaignList(const LedgerService &ledger, qint64 campaign, Batch batch,
                                                QDate asOf) {
    std::vector<qint64> ids;
    forEachEntry(ledger.facts(), campaign, batch, [&](const auto &entry) { ids.push_back(entry.id); });
    auto entries = ledger.records(EntityKind::CampaignEntry, ids);
    if (!entries)
        return Failure(std::move(entries).error());
    auto projects = projectsOf(ledger, *entries);
    if (!projects)
        return Failure(std::move(projects).error());
    std::vector<ListedProject> list;
    for (const Record &record : *entries) {
        const auto entry = fromRecord<CampaignEntry>(record);
        if (const auto it = projects->find(entry.project.id); it != projects->end())
            list.push_back({entry, it->second, stageOf(it->second, asOf)});
    }
    std::unordered_map<qint64, std::size_t> place;
    for (const Zone &zone : ledger.zones())
        place.emplace(zone.id, place.size());
    std::stable_sort(list.begin(), list.end(), [&](const ListedProject &a, const ListedProject &b) {
        const auto key = [&](const ListedProject &listed) {
            const auto zone = place.find(listed.project.zone.id);
            return std::pair(zone == place.end() ? place.size() : zone->second, listed.project.code);
        };
        return key(a) < key(b);
    });
    return list;
}

ListTotals totalsOf(std::span<const ListedProject> list) {
    ListTotals totals;
    totals.count = qint64(list.size());
    for (const ListedProject &listed : list) {
        totals.declaredInvestment += listed.entry.declaredInvestment.value_or(Money());
        totals.currentInvestment += listed.project.totalInvestment.value_or(Money());
        totals.declaredOutput += listed.entry.declaredOutput.value_or(Money());
        totals.currentOutput += listed.project.expectedOutput.value_or(Money());
    }
    return totals;
}

qint64 listedCount(const LedgerService &ledger, qint64 campaign, Batch batch) {
    qint64 count = 0;
    forEachEntry(ledger.facts(), campaign, batch, [&](const auto &) { ++count; });
    return count;
}

Result<ChangeSet> listingOf(const LedgerService &ledger, qint64 campaign, Batch batch,
                            std::span<const qint64> projects) {
    std::unordered_set<qint64> listed;
    const indicators::Facts &facts = ledger.facts();
    forEachEntry(facts, campaign, batch,
                 [&](const auto &entry) { listed.insert(facts.projects[entry.project].id); });
    auto records = ledger.records(EntityKind::Project, projects);
    if (!records)
        return Failure(std::move(records).error());
    ChangeSet set;
    QStringList twice;
    for (const Record &record : *records) {
        const auto project = fromRecord<Project>(record);
        if (!listed.insert(project.id).second) {
            twice << QStringLiteral("“%1”").arg(project.name);
            continue;
        }
        CampaignEntry entry;
        entry.campaign = {campaign};
        entry.project = {project.id};
        entry.batch = batch;
        entry.declaredInvestment = project.totalInvestment;
        entry.declaredOutput = project.expectedOutput;
        RecordChange change{RecordChange::Kind::Insert, EntityKind::CampaignEntry, 0, 0, {}};
        const Record values = toRecord(entry);
        for (std::size_t i = 0; i < values.values.size(); ++i)
            if (!isEmpty(values.values[i]))
                change.values.emplace_back(int(i), values.values[i]);
        set.changes.push_back(std::move(change));
    }
    if (!twice.isEmpty())
        return fail(ErrorCode::Refused,
                    QStringLiteral("%1已经在%2中，没有添加")
                        .arg(twice.join(QStringLiteral("、")), nameOf(ledger, campaign, batch)),
                    QStringLiteral("请取消选择它们后再添加。"));
    if (set.changes.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("没有选择要加入%1的项目").arg(title(batch)));
    set.title =
        QStringLiteral("%1添加 %2 个项目").arg(nameOf(ledger, campaign, batch)).arg(set.changes.size());
    return set;
}

Result<ChangeSet> refreezingOf(const LedgerService &ledger, std::span<const qint64> entries,
                               const QString &reason) {
    static const EntityInfo &info = entityInfo(EntityKind::CampaignEntry);
    static const int kInvestment = info.indexOf(QStringLiteral("declared_investment"));
    static const int kOutput = info.indexOf(QStringLiteral("declared_output"));
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::Refused, QStringLiteral("申报数已经冻结，重新冻结要写明原因"));
    auto records = ledger.records(EntityKind::CampaignEntry, entries);
    if (!records)
        return Failure(std::move(records).error());
    auto projects = projectsOf(ledger, *records);
    if (!projects)
        return Failure(std::move(projects).error());
    ChangeSet set;
    set.reason = reason.trimmed();
    for (const Record &record : *records) {
        const auto entry = fromRecord<CampaignEntry>(record);
        const auto project = projects->find(entry.project.id);
        if (project == projects->end())
            continue;
        RecordChange change{
            RecordChange::Kind::Update, EntityKind::CampaignEntry, entry.id, entry.version, {}};
        if (entry.declaredInvestment != project->second.totalInvestment)
            change.values.emplace_back(kInvestment, valueOf(project->second.totalInvestment));
        if (entry.declaredOutput != project->second.expectedOutput)
            change.values.emplace_back(kOutput, valueOf(project->second.expectedOutput));
        if (!change.values.empty())
            set.changes.push_back(std::move(change));
    }
    if (set.changes.empty())
        return fail(ErrorCode::Refused, QStringLiteral("所选项目的申报数与当前值一致，不用重新冻结"));
    set.title = QStringLiteral("按当前值重新冻结 %1 个项目的申报数").arg(set.changes.size());
    return set;
}

} // namespace yipi::services
