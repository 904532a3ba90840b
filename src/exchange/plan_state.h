// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/custom_fields.h"
#include "exchange/dictionary_index.h"
#include "exchange/project_index.h"

#include <QSet>

#include <functional>
#include <unordered_map>

namespace yipi::exchange::detail {

/// Identifies an entry (campaign, project, batch), a report (project, month) or a target (zone, year,
/// indicator).
struct RecordKey {
    qint64 a = 0, b = 0, c = 0;
    friend bool operator==(const RecordKey &, const RecordKey &) = default;
};
struct RecordKeyHash {
    std::size_t operator()(const RecordKey &key) const { return qHashMulti(0, key.a, key.b, key.c); }
};

/// Everything that the rows of all sheets know and change.
struct PlanState {
    PlanState(const LedgerSnapshot &ledger, std::function<QString()> makeUid);

    RecordDraft<CampaignEntry> *entry(qint64 campaign, qint64 project, Batch batch);
    RecordDraft<CampaignEntry> &addEntry(qint64 campaign, qint64 project, Batch batch);
    RecordDraft<MonthlyProgress> &report(qint64 project, Month month); ///< made when there is none
    const MonthlyProgress *ledgerReport(qint64 project, Month month) const;
    /// As the plan leaves it so far; null when there is none.
    const MonthlyProgress *plannedReport(qint64 project, Month month) const;

    const Target *ledgerTarget(qint64 zone, qint64 year, TargetIndicator indicator) const;
    RecordDraft<Target> &target(qint64 zone, qint64 year,
                                TargetIndicator indicator); ///< made if there is none

    /// All of it as records to write, dictionaries before what refers to them. Ends the plan: the projects'
    /// values are in the changes then.
    std::vector<RecordChange> takeChanges();

    TemporaryIds ids;
    ZoneIndex zones;
    DictionaryIndex dictionary;
    ProjectIndex projects;
    CustomFields customFields;
    std::function<QString()> makeUid;
    QString fileZone;               ///< that the name of the present file names; empty = none
    const RowChoices *choices = {}; ///< of the present file
    int rowsDetailed = 0;           ///< whose changes are kept one by one
    QSet<QString> seenRows;         ///< to tell repeated rows
    QSet<QString> toldDoubts;       ///< so that a project on three lists is asked about once

private:
    std::vector<RecordDraft<CampaignEntry>> m_entries;
    std::unordered_map<RecordKey, std::size_t, RecordKeyHash> m_entryAt;
    std::vector<RecordDraft<MonthlyProgress>> m_reports;
    std::unordered_map<RecordKey, std::size_t, RecordKeyHash> m_reportAt;
    std::vector<RecordDraft<Target>> m_targets;
    std::unordered_map<RecordKey, std::size_t, RecordKeyHash> m_targetAt;
    std::unordered_map<RecordKey, const Target *, RecordKeyHash> m_ledgerTargets;
    std::unordered_map<RecordKey, const CampaignEntry *, RecordKeyHash> m_ledgerEntries;
    std::unordered_map<RecordKey, const MonthlyProgress *, RecordKeyHash> m_ledgerReports;
};

} // namespace yipi::exchange::detail
