// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan_state.h"

#include <algorithm>

namespace yipi::exchange::detail {

namespace {

RecordKey entryKey(qint64 campaign, qint64 project, Batch batch) {
    return {campaign, project, qint64(batch)};
}

RecordKey reportKey(qint64 project, Month month) {
    return {project, month.index(), 0};
}

RecordKey targetKey(qint64 zone, qint64 year, TargetIndicator indicator) {
    return {zone, year, qint64(indicator)};
}

std::optional<RecordChange> update(const Record &before, const Record &now) {
    RecordChange change;
    change.kind = RecordChange::Kind::Update;
    change.entity = now.kind;
    change.id = now.id;
    change.baseVersion = before.version;
    for (std::size_t i = 0; i < now.values.size(); ++i)
        if (now.values[i] != before.values[i])
            change.values.emplace_back(int(i), now.values[i]);
    return change.values.empty() ? std::nullopt : std::optional(std::move(change));
}

template <class E>
void addDrafts(std::vector<RecordChange> &changes, const std::vector<RecordDraft<E>> &drafts) {
    for (const auto &draft : drafts)
        if (!draft.before)
            changes.push_back(insertionOf(toRecord(draft.now)));
        else if (auto change = update(toRecord(*draft.before), toRecord(draft.now)))
            changes.push_back(std::move(*change));
}

template <class E>
void addNew(std::vector<RecordChange> &changes, const std::vector<E> &records) {
    for (const E &record : records)
        changes.push_back(insertionOf(toRecord(record)));
}

} // namespace

PlanState::PlanState(const LedgerSnapshot &ledger, std::function<QString()> uidSource)
    : zones(ledger.zones)
    , dictionary(ledger, ids)
    , projects(ledger.projects)
    , customFields(ledger, ids)
    , makeUid(std::move(uidSource)) {
    m_ledgerEntries.reserve(ledger.entries.size());
    for (const CampaignEntry &entry : ledger.entries)
        m_ledgerEntries.emplace(entryKey(entry.campaign.id, entry.project.id, entry.batch), &entry);
    m_ledgerReports.reserve(ledger.progress.size());
    for (const MonthlyProgress &report : ledger.progress)
        if (report.month)
            m_ledgerReports.emplace(reportKey(report.project.id, *report.month), &report);
    for (const Target &target : ledger.targets)
        m_ledgerTargets.emplace(targetKey(target.zone.id, target.year.value_or(0), target.indicator),
                                &target);
}

RecordDraft<CampaignEntry> *PlanState::entry(qint64 campaign, qint64 project, Batch batch) {
    const RecordKey key = entryKey(campaign, project, batch);
    if (const auto it = m_entryAt.find(key); it != m_entryAt.end())
        return &m_entries[it->second];
    const auto known = m_ledgerEntries.find(key);
    if (known == m_ledgerEntries.end())
        return nullptr;
    m_entryAt.emplace(key, m_entries.size());
    return &m_entries.emplace_back(RecordDraft<CampaignEntry>{*known->second, *known->second});
}

RecordDraft<CampaignEntry> &PlanState::addEntry(qint64 campaign, qint64 project, Batch batch) {
    RecordDraft<CampaignEntry> draft;
    draft.now.id = ids.next();
    draft.now.campaign.id = campaign;
    draft.now.project.id = project;
    draft.now.batch = batch;
    m_entryAt.emplace(entryKey(campaign, project, batch), m_entries.size());
    return m_entries.emplace_back(std::move(draft));
}

const MonthlyProgress *PlanState::ledgerReport(qint64 project, Month month) const {
    const auto it = m_ledgerReports.find(reportKey(project, month));
    return it == m_ledgerReports.end() ? nullptr : it->second;
}

const MonthlyProgress *PlanState::plannedReport(qint64 project, Month month) const {
    const auto it = m_reportAt.find(reportKey(project, month));
    return it == m_reportAt.end() ? ledgerReport(project, month) : &m_reports[it->second].now;
}

RecordDraft<MonthlyProgress> &PlanState::report(qint64 project, Month month) {
    const RecordKey key = reportKey(project, month);
    if (const auto it = m_reportAt.find(key); it != m_reportAt.end())
        return m_reports[it->second];
    RecordDraft<MonthlyProgress> draft;
    if (const MonthlyProgress *known = ledgerReport(project, month)) {
        draft.now = *known;
        draft.before = *known;
    } else {
        draft.now.id = ids.next();
        draft.now.project.id = project;
        draft.now.month = month;
    }
    m_reportAt.emplace(key, m_reports.size());
    return m_reports.emplace_back(std::move(draft));
}

const Target *PlanState::ledgerTarget(qint64 zone, qint64 year, TargetIndicator indicator) const {
    const auto it = m_ledgerTargets.find(targetKey(zone, year, indicator));
    return it == m_ledgerTargets.end() ? nullptr : it->second;
}

RecordDraft<Target> &PlanState::target(qint64 zone, qint64 year, TargetIndicator indicator) {
    const RecordKey key = targetKey(zone, year, indicator);
    if (const auto it = m_targetAt.find(key); it != m_targetAt.end())
        return m_targets[it->second];
    RecordDraft<Target> draft;
    if (const Target *known = ledgerTarget(zone, year, indicator)) {
        draft.now = *known;
        draft.before = *known;
    } else {
        draft.now.id = ids.next();
        draft.now.zone.id = zone;
        draft.now.year = year;
        draft.now.indicator = indicator;
    }
    m_targetAt.emplace(key, m_targets.size());
    return m_targets.emplace_back(std::move(draft));
}

std::vector<RecordChange> PlanState::takeChanges() {
    std::vector<RecordChange> changes;
    addNew(changes, zones.created());
    addNew(changes, dictionary.newChains());
    addNew(changes, dictionary.newEnterprises());
    addDrafts(changes, dictionary.campaigns());
    for (ProjectDraft &draft : projects.takeDrafts())
        if (draft.isNew)
            changes.push_back(insertionOf(std::move(draft.record)));
        else if (auto change = update(toRecord(projects.ledgerProject(draft.handle)), draft.record))
            changes.push_back(std::move(*change));
    addDrafts(changes, m_entries);
    addDrafts(changes, m_reports);
    addDrafts(changes, m_targets);
    for (const auto &custom : {customFields.newFields(), customFields.changedValues()})
        changes.insert(changes.end(), custom.begin(), custom.end());
    return changes;
}

} // namespace yipi::exchange::detail
