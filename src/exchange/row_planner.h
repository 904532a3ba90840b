// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/column_totals.h"
#include "exchange/importer.h"
#include "exchange/plan_state.h"
#include "exchange/row_reader.h"

namespace yipi::exchange::detail {

/// Decides for each data row of one sheet what becomes of the ledger, and does it to the plan's state. A
/// rejected or skipped row leaves no trace there.
class RowPlanner {
public:
    RowPlanner(PlanState &state, const SheetLayout &layout, SheetPlan &plan, FindingList &findings,
               const ImportOptions &options);

    PlannedRow plan(const RowData &data, const SectionWords &section);
    const ColumnTotals &totals() const { return m_totals; }

private:
    struct Target {
        qint64 zone = 0;
        QString zoneText; ///< that names it; empty when a known zone's section does
        bool zoneIsNew = false;
        std::optional<Batch> batch;
        std::optional<CampaignKey> campaign;
        ProjectIndex::Match match;
        bool isChosen = false;  ///< which project it is was asked and answered
        bool fillsGaps = false; ///< what the ledger has already stays
        bool keepsName = false; ///< the row calls the chosen project otherwise
    };
    struct Report {
        Month month;
        std::vector<const ProgressValue *> values;
    };

    /// A value of the ledger that a row would change, and where the row says so.
    struct Conflict {
        const FieldInfo *field = nullptr;
        int column = 0;
        QString before, now;
    };

    QString zoneOfFile();
    bool resolveZone(const RowData &data, const SectionWords &section, Target &target);
    std::optional<CampaignKey> campaignNamedBy(const QString &text);
    bool resolveList(const RowData &data, const SectionWords &section, Target &target);
    const RowChoice *choiceFor(const RowData &data) const;
    bool resolveProject(const RowData &data, Target &target);
    void heed(const RowChoice &choice, Target &target) const;
    bool isCodeFree(const RowData &data, int handle);
    bool hasNameAndZone(const RowData &data, const Target &target);
    bool resolveReports(const RowData &data, const Target &target, std::vector<Report> &reports);
    std::optional<Month> monthOf(const RowData &data, const ProgressValue &value, const Target &target);
    bool isOfOtherYear(const RowData &data, const ProgressValue &value, Month month);
    bool isRepeated(const RowData &data, const Target &target, const std::vector<Report> &reports);
    QString rowKey(int handle, const Target &target, const std::vector<Report> &reports) const;
    std::optional<Conflict> conflictWith(const Project &project, const RowData &data, const Target &target,
                                         const std::vector<Report> &reports);
    bool mayChange(const RowData &data, const Target &target, const std::vector<Report> &reports,
                   PlannedRow &row);

    void change(const RowData &data, const Target &target, const std::vector<Report> &reports,
                PlannedRow &row);
    void apply(const RowData &data, const Target &target, const std::vector<Report> &reports,
               PlannedRow &row);
    static std::vector<std::pair<int, Value>> gapsOnly(std::vector<std::pair<int, Value>> values,
                                                       const Record &known);
    std::vector<qint64> ledgerIds(const std::vector<int> &handles) const;
    std::vector<std::pair<int, Value>> projectValues(const RowData &data, const Target &target);
    static bool isChange(int field, const Value &before, const Value &after); ///< not just written otherwise
    int applyProject(const RowData &data, const std::vector<std::pair<int, Value>> &values,
                     ProjectDraft &draft, PlannedRow &row);
    int applyReports(const std::vector<Report> &reports, const Target &target, const ProjectDraft &draft,
                     PlannedRow &row);
    int applyCustom(const RowData &data, const Target &target, const ProjectDraft &draft, PlannedRow &row);
    QString shownReference(int field, const Value &value) const;
    void keepName(const RowData &data, const ProjectDraft &draft, std::vector<std::pair<int, Value>> &values);
    int applyEntry(const RowData &data, const Target &target, const Campaign &campaign,
                   const ProjectDraft &draft);
    /// The day of the row's campaign that the row or the title tells; invalid when neither does.
    QDate heldOnSaid(const RowData &data, const Target &target) const;
    const Campaign &campaignOf(const RowData &data, const Target &target);
    void settleCampaignDate(const RowData &data, const Campaign &campaign, QDate said);
    std::optional<int> recodedTwin(const RowData &data, const Target &target);
    void tellSimilar(const RowData &data, const Target &target, PlannedRow &row);
    void tellDenied(const RowData &data, const ProjectDraft &draft);
    void tellDoubts(const RowData &data, const std::vector<Report> &reports, const ProjectDraft &draft);
    int applyEvent(const RowData &data, Batch batch, const Campaign &campaign, ProjectDraft &draft);

    /// Counts the row's money: what the records hold now, and what they did not take.
    void tally(const RowData &data, const Target &target, const std::vector<Report> &reports,
               const ProjectDraft &draft);
    /// The row with its further columns appended to its remarks, or to those that the project has.
    RowData withAppended(const RowData &data, const Target &target);

    int columnOf(const char *field, EntityKind entity = EntityKind::Project) const;
    void error(const QString &code, const RowData &data, const char *field, const QString &value,
               const QString &message, const QString &suggestion = {});
    void warning(const QString &code, const RowData &data, const char *field, const QString &value,
                 const QString &message);

    PlanState &m_state;
    const SheetLayout &m_layout;
    SheetPlan &m_plan;
    FindingList &m_findings;
    const ImportOptions &m_options;
    ColumnTotals m_totals;
    QHash<QString, std::optional<CampaignKey>> m_campaigns; ///< that texts name
    bool m_hasDeclaredColumns = false; ///< a sheet that we exported: entries carry their own figures
};

} // namespace yipi::exchange::detail
