// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/row_planner.h"
#include "exchange/subtotal_check.h"
#include "exchange/unit_slips.h"

#include <functional>

namespace yipi::exchange::detail {

/// Plans one table, row by row, against the plan's state. Its columns must be settled.
class TablePlanner {
public:
    TablePlanner(PlanState &state, const Sheet &sheet, const SheetLayout &layout,
                 const ImportOptions &options, FindingList &findings, SheetSums &sumsAbove);

    /// `usualInvestment` of the ledger, 元, 0 = unknown. `goOn` is asked before each row; false cancels
    /// (Cancelled).
    Result<SheetPlan> plan(qint64 usualInvestment, const std::function<bool()> &goOn);

private:
    void describe();
    bool isIgnored(int row);
    void planRow(int row);
    void tellIfNotIndustrial(const RowData &data);
    void addSectionWords(RowData &data);
    void tellUnknownKind(int row);
    void tellHidden();

    const Sheet &m_sheet;
    const SheetLayout &m_layout;
    const ImportOptions &m_options;
    FindingList &m_findings;
    MergedCells m_merged;
    RowKinds m_kinds;
    SubtotalCheck m_subtotals;
    SheetPlan m_plan;
    RowReader m_reader;
    RowPlanner m_planner;
    std::vector<ReadInvestment> m_investments;
    std::vector<int> m_hiddenRows; ///< that hold data
    int m_gap = 0;                 ///< blank rows in a run
};

} // namespace yipi::exchange::detail
