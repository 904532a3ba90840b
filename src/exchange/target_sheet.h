// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/finding_list.h"
#include "exchange/plan_state.h"
#include "exchange/row_kinds.h"

namespace yipi::exchange::detail {

/// Where a sheet of yearly tasks (任务目标) has what. Either one row an indicator (指标, 任务数), or one
/// column an indicator (签约个数, 签约投资额 …).
struct TargetLayout {
    struct Column {
        int column = 0; ///< from 1; 0 = none
        QString header;
        std::optional<MoneyUnit> unit;
    };
    int headerRow = 0; ///< from 1; 0 = this is no such sheet
    Column zone, year, indicator, count, amount, curve;
    std::vector<std::pair<TargetIndicator, Column>> byIndicator;
    std::optional<int> titleYear;
    std::optional<MoneyUnit> unit; ///< of the unit line
};

/// Finds the header. A table with one column an indicator must say 任务 or 目标 above it or in its name:
/// figures of what was done look the same.
TargetLayout targetLayoutOf(const Sheet &sheet, const ImportOptions &options);

/// Reads the rows of such a sheet into the plan's state.
class TargetSheet {
public:
    TargetSheet(PlanState &state, const Sheet &sheet, const TargetLayout &layout, SheetPlan &plan,
                FindingList &findings, const ImportOptions &options);
    void readRow(int row);
    void mapColumns(); ///< tells how the columns were understood

private:
    struct Task {
        TargetIndicator indicator = TargetIndicator::SignCount;
        const TargetLayout::Column *column = nullptr; ///< that holds the figure
    };

    QString text(int row, int column) const;
    bool isIgnored(int row);
    std::optional<qint64> zoneOf(int row);
    std::optional<qint64> yearOf(int row);
    std::optional<std::vector<Task>> tasksOf(int row);
    bool readFigure(int row, const Task &task, Target &target);
    PlannedRow planTarget(int row, const Task &task, qint64 zone, qint64 year);
    bool mayChange(int row, const Target &before, const Target &now, PlannedRow &planned);
    void error(const QString &code, int row, int column, const char *field, const QString &message);

    PlanState &m_state;
    const Sheet &m_sheet;
    const TargetLayout &m_layout;
    SheetPlan &m_plan;
    FindingList &m_findings;
    const ImportOptions &m_options;
    MergedCells m_merged;
};

} // namespace yipi::exchange::detail
