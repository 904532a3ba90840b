// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_planner.h"

#include "exchange/column_plan.h"
#include "exchange/hidden_cells.h"

namespace yipi::exchange::detail {

TablePlanner::TablePlanner(PlanState &state, const Sheet &sheet, const SheetLayout &layout,
                           const ImportOptions &options, FindingList &findings, SheetSums &sumsAbove)
    : m_sheet(sheet)
    , m_layout(layout)
    , m_options(options)
    , m_findings(findings)
    , m_merged(sheet, layout.dataRow())
    , m_kinds(sheet, layout, state.zones, m_merged)
    , m_subtotals(sheet, layout, findings, sumsAbove)
    , m_reader(sheet, layout, m_merged, findings)
    , m_planner(state, layout, m_plan, findings, options) {
    describe();
}

void TablePlanner::describe() {
    m_plan.sheet = m_sheet.name;
    m_plan.table = m_layout.table;
    m_plan.firstRow = m_layout.firstRow;
    m_plan.lastRow = m_layout.lastRow;
    m_plan.headerRow = m_layout.headerRow;
    m_plan.headerRows = m_layout.headerRows;
    m_plan.fingerprint = m_layout.fingerprint;
    m_plan.unit = m_layout.unit ? m_layout.unit : m_options.unit;
    m_plan.campaign = m_layout.campaign;
    m_plan.ignored = m_layout.linesAbove;
    m_plan.kind = m_layout.kind != SheetKind::Unknown ? m_layout.kind : kindByColumns(m_layout);
    for (const SheetColumn &column : m_layout.columns)
        m_plan.columns.push_back(column.mapping);
    if (m_layout.titleCampaign && m_layout.titleCampaign != m_layout.campaign)
        m_findings.warning(QStringLiteral("campaign_contradicts"), 0, 0, QStringLiteral("campaign"),
                           m_layout.titleCampaign->text(),
                           QStringLiteral("工作表的标题写的是 %1，按导入时指定的 %2 记入，请确认没有选错")
                               .arg(m_layout.titleCampaign->chineseText(), m_layout.campaign->chineseText()));
}

void TablePlanner::tellUnknownKind(int row) {
    if (m_plan.kind == SheetKind::Unknown && !m_layout.columnOf(EntityKind::CampaignEntry, u"batch") &&
        m_kinds.section().kind == SheetKind::Unknown && m_findings.firstTime(QStringLiteral("unknown_kind")))
        m_findings.warning(
            QStringLiteral("unknown_kind"), row, 0, {}, m_sheet.name,
            QStringLiteral("看不出是签约、开工、投产还是进展表，只更新项目，不记入批次；可在导入时指定批次"));
}

/// What a heading says and no column does.
void TablePlanner::addSectionWords(RowData &data) {
    const SectionWords section = m_kinds.section();
    if (section.isIndustrial && !m_layout.columnOf(EntityKind::Project, u"industrial"))
        data.project.emplace_back(entityInfo(EntityKind::Project).indexOf(QStringLiteral("industrial")),
                                  Value(qint64(*section.isIndustrial)));
}

/// 达效率 and others count 产业项目 only: a list that does not say which those are brings none.
void TablePlanner::tellIfNotIndustrial(const RowData &data) {
    static const int kIndustrial = entityInfo(EntityKind::Project).indexOf(QStringLiteral("industrial"));
    const bool isSaid = std::any_of(data.project.begin(), data.project.end(),
                                    [at = kIndustrial](const auto &value) { return value.first == at; });
    if (!isSaid && !m_layout.columnOf(EntityKind::Project, u"industrial"))
        m_findings.share(
            QStringLiteral("no_industrial"), data.row, 0, QStringLiteral("industrial"),
            QStringLiteral("表中没有“产业项目”或“项目类别”列，新项目按不是产业项目记，达效率不计入"
                           "它们；请增加该列，或导入后在台账中填写"));
}

bool TablePlanner::isIgnored(int row) {
    constexpr int kLongGap = 1000; // a longer run of blank rows is told as one
    QString reason = m_kinds.reasonToIgnore(row);
    if (reason == QStringLiteral("section"))
        m_subtotals.addHeading(row, m_kinds.headingLevel(), m_kinds.headingText());
    else if (reason == QStringLiteral("subtotal"))
        m_subtotals.addTotal(row);
    if (reason.isEmpty() && isHiddenRow(m_sheet, row)) {
        if (m_options.hidden == ImportOptions::HiddenCells::Skip)
            reason = QStringLiteral("hidden");
        else
            m_hiddenRows.push_back(row);
    }
    if (reason.isEmpty())
        return false;
    m_gap = reason == QStringLiteral("blank") ? m_gap + 1 : 0;
    if (m_gap <= kLongGap)
        m_plan.ignored.push_back({row, reason, m_kinds.rowText(row)});
    return true;
}

void TablePlanner::planRow(int row) {
    m_gap = 0;
    tellUnknownKind(row);
    RowData data = m_reader.read(row);
    m_subtotals.addRow(data);
    addSectionWords(data);
    const PlannedRow planned = m_planner.plan(data, m_kinds.section());
    m_plan.add(planned);
    if (planned.verdict == RowVerdict::Added)
        tellIfNotIndustrial(data);
    if (data.investment && planned.verdict != RowVerdict::Skipped)
        m_investments.push_back(
            {row, data.investment->yuan(),
             planned.verdict == RowVerdict::Added || planned.verdict == RowVerdict::Rejected});
}

void TablePlanner::tellHidden() {
    if (m_options.hidden == ImportOptions::HiddenCells::Ask)
        tellHiddenCells(m_sheet, m_layout, m_hiddenRows, m_findings);
}

Result<SheetPlan> TablePlanner::plan(qint64 usualInvestment, const std::function<bool()> &goOn) {
    for (int row = m_layout.dataRow(); row <= m_layout.lastRow; ++row) {
        if (!goOn())
            return fail(ErrorCode::Cancelled, QStringLiteral("已取消导入。"));
        if (isIgnored(row))
            continue;
        planRow(row);
        row = std::max(row, m_reader.lastRow(row));
    }
    if (m_plan.rows.empty())
        tellUnknownKind(m_layout.headerRow);
    m_findings.tellShared();
    m_subtotals.tellDifferences();
    tellHidden();
    tellUnitSlips(m_layout, m_investments, usualInvestment, m_findings);
    m_plan.totals = m_planner.totals().totals();
    return std::move(m_plan);
}

} // namespace yipi::exchange::detail
