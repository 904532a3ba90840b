// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/importer.h"

#include "exchange/campaign_sheet.h"
#include "exchange/column_plan.h"
#include "exchange/row_planner.h"
#include "exchange/target_sheet.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace yipi::exchange {

namespace {

using namespace detail;

constexpr int kRowsBetweenReports = 500;

/// The middle of a list; 0 when it is too short to tell anything.
qint64 medianOf(std::vector<qint64> values) {
    constexpr std::size_t kFewest = 5;
    if (values.size() < kFewest)
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isSlip(qint64 value, qint64 usual) {
    constexpr qint64 kUnitSlip = 1000; // 万/亿 differ by 10,000
    return value > 0 && usual > 0 && (value / usual >= kUnitSlip || usual / value >= kUnitSlip);
}

/// Plans sheet after sheet against one state.
class WorkbookPlanner {
public:
    WorkbookPlanner(std::span<const ImportSource> sources, const ImportOptions &options,
                    const LedgerSnapshot &ledger, const ProgressReport &progress, const UidSource &makeUid)
        : m_sources(sources)
        , m_options(options)
        , m_progress(progress)
        , m_state(ledger, makeUid) {
        for (const ImportSource &source : sources) {
            m_plan.files << source.workbook->file;
            for (const Sheet &sheet : source.workbook->sheets)
                m_rowsInAll += qint64(sheet.rows.size());
        }
        std::vector<qint64> investments;
        for (const Project &project : ledger.projects)
            if (project.totalInvestment && project.totalInvestment->yuan() > 0)
                investments.push_back(project.totalInvestment->yuan());
        m_usualInvestment = medianOf(std::move(investments));
    }
    Result<ImportPlan> plan();

private:
    Result<void> checkOptions() const;
    Result<void> planSource(const ImportSource &source);
    Result<void> planSheet(const Sheet &sheet);
    Result<void> planTargets(const Sheet &sheet, const TargetLayout &layout, SheetPlan &plan);
    Result<void> planRows(const Sheet &sheet, const SheetLayout &layout, SheetPlan &plan);
    bool goOn();
    static void count(SheetPlan &plan, const PlannedRow &row);
    struct ReadInvestment {
        int row = 0;
        qint64 yuan = 0;
        bool isNew = false; ///< the ledger does not have it yet
    };
    void tellSlips(const SheetLayout &layout, const std::vector<ReadInvestment> &read);

    std::span<const ImportSource> m_sources;
    ImportOptions m_options; ///< with the mapping of the present file
    const ProgressReport &m_progress;
    PlanState m_state;
    ImportPlan m_plan;
    FindingList m_findings{m_plan};
    qint64 m_usualInvestment = 0; ///< median of the ledger, 元
    qint64 m_rowsInAll = 0;
    qint64 m_rowsDone = 0;
};

bool WorkbookPlanner::goOn() {
    if (++m_rowsDone % kRowsBetweenReports != 0 || !m_progress)
        return true;
    return m_progress(int(std::min<qint64>(1000, 1000 * m_rowsDone / std::max<qint64>(m_rowsInAll, 1))));
}

void WorkbookPlanner::count(SheetPlan &plan, const PlannedRow &row) {
    switch (row.verdict) {
    case RowVerdict::Added:
        ++plan.added;
        break;
    case RowVerdict::Updated:
        ++plan.updated;
        break;
    case RowVerdict::Unchanged:
        ++plan.unchanged;
        break;
    case RowVerdict::Skipped:
        ++plan.skipped;
        break;
    case RowVerdict::Rejected:
        ++plan.rejected;
        break;
    }
}

Result<void> WorkbookPlanner::checkOptions() const {
    QStringList names;
    for (const ImportSource &source : m_sources) {
        for (const Sheet &sheet : source.workbook->sheets)
            names << sheet.name;
        if (auto mapped = checkMapping(source.mapping, *source.workbook); !mapped) {
            mapped.error().place.file = source.workbook->file;
            return mapped;
        }
    }
    if (!m_options.sheet.isEmpty() && !names.contains(m_options.sheet))
        return fail(ErrorCode::NotFound, QStringLiteral("文件中没有工作表“%1”。").arg(m_options.sheet),
                    QStringLiteral("文件中有：%1。").arg(names.join(QStringLiteral("、"))));
    if (!m_options.zone.isEmpty() && !m_options.createZones && !m_state.zones.find(m_options.zone)) {
        const QString nearest = m_state.zones.nearest(m_options.zone);
        return fail(ErrorCode::UnknownZone, QStringLiteral("台账中没有开发区“%1”。").arg(m_options.zone),
                    nearest.isEmpty() ? QStringLiteral("请先建立开发区，或选择新建开发区。")
                                      : QStringLiteral("最接近的是“%1”。").arg(nearest));
    }
    return {};
}

Result<void> WorkbookPlanner::planRows(const Sheet &sheet, const SheetLayout &layout, SheetPlan &plan) {
    constexpr int kLongGap = 1000; // a longer run of blank rows is told as one
    const MergedCells merged(sheet, layout.dataRow());
    RowKinds kinds(sheet, layout, m_state.zones, merged);
    RowReader reader(sheet, layout, merged, m_findings);
    RowPlanner planner(m_state, layout, plan, m_findings, m_options);
    const int last = int(sheet.rows.size());
    int gap = 0;
    std::vector<ReadInvestment> investments;
    for (int row = layout.dataRow(); row <= last; ++row) {
        if (!goOn())
            return fail(ErrorCode::Cancelled, QStringLiteral("已取消导入。"));
        const QString reason = kinds.reasonToIgnore(row);
        if (!reason.isEmpty()) {
            gap = reason == QStringLiteral("blank") ? gap + 1 : 0;
            if (gap <= kLongGap)
                plan.ignored.push_back({row, reason, kinds.rowText(row)});
            continue;
        }
        gap = 0;
        const RowData data = reader.read(row);
        const PlannedRow planned = planner.plan(data, kinds.sectionZone());
        count(plan, planned);
        plan.rows.push_back(planned);
        if (data.investment && planned.verdict != RowVerdict::Skipped)
            investments.push_back(
                {row, data.investment->yuan(),
                 planned.verdict == RowVerdict::Added || planned.verdict == RowVerdict::Rejected});
        row = std::max(row, reader.lastRow(row));
    }
    m_findings.tellShared();
    tellSlips(layout, investments);
    return {};
}

/// 万 for 亿 or the other way round: an investment far from the others of its column, or of the ledger when
/// the column is short, and a whole column far from the ledger.
void WorkbookPlanner::tellSlips(const SheetLayout &layout, const std::vector<ReadInvestment> &read) {
    const auto *column = layout.columnOf(EntityKind::Project, u"total_investment");
    if (!column)
        return;
    std::vector<qint64> values;
    for (const ReadInvestment &investment : read)
        if (investment.yuan > 0)
            values.push_back(investment.yuan);
    const qint64 inLedger = m_usualInvestment;
    const qint64 inColumn = medianOf(values);
    const auto wan = [](qint64 yuan) { return Money::fromYuan(yuan).shortText(MoneyUnit::Wan); };
    const auto warn = [&](int row, const QString &value, const QString &message) {
        m_findings.warning(QStringLiteral("unit_suspect"), row, column->mapping.column,
                           QStringLiteral("total_investment"), value, message);
    };
    if (isSlip(inColumn, inLedger))
        warn(layout.headerRow, column->mapping.header,
             QStringLiteral(
                 "这一列的中位数是 %1 万元，台账中项目的中位数是 %2 万元，相差一千倍以上，请核对单位")
                 .arg(wan(inColumn), wan(inLedger)));
    const qint64 usual = inColumn > 0 ? inColumn : inLedger;
    for (const ReadInvestment &investment : read)
        if (investment.isNew && isSlip(investment.yuan, usual))
            warn(
                investment.row, wan(investment.yuan) + QStringLiteral(" 万元"),
                QStringLiteral("与%1的中位数 %2 万元相差一千倍以上，请核对单位是万元还是亿元")
                    .arg(inColumn > 0 ? QStringLiteral("这一列") : QStringLiteral("台账中项目"), wan(usual)));
}

Result<void> WorkbookPlanner::planTargets(const Sheet &sheet, const TargetLayout &layout, SheetPlan &plan) {
    plan.kind = SheetKind::Target;
    plan.headerRow = layout.headerRow;
    plan.headerRows = 1;
    plan.unit = layout.unit;
    TargetSheet targets(m_state, sheet, layout, plan, m_findings, m_options);
    targets.mapColumns();
    for (int row = layout.headerRow + 1; row <= int(sheet.rows.size()); ++row) {
        if (!goOn())
            return fail(ErrorCode::Cancelled, QStringLiteral("已取消导入。"));
        targets.readRow(row);
    }
    m_plan.sheets.push_back(std::move(plan));
    return {};
}

Result<void> WorkbookPlanner::planSheet(const Sheet &sheet) {
    m_findings.beginSheet(sheet.name);
    if (const int header = campaignHeader(sheet); header > 0) {
        SheetPlan &campaigns = m_plan.sheets.emplace_back(planCampaigns(sheet, header, m_state, m_findings));
        for (const PlannedRow &row : campaigns.rows)
            count(campaigns, row);
        return {};
    }
    SheetLayout layout = layoutOf(sheet, m_options);
    SheetPlan plan;
    plan.sheet = sheet.name;
    const bool isLeftOut = sheet.isHidden && m_options.sheet.isEmpty();
    const bool mayBeTargets = !m_options.kind || m_options.kind == SheetKind::Target;
    if (layout.headerRow == 0 && !isLeftOut && mayBeTargets)
        if (const TargetLayout targets = targetLayoutOf(sheet, m_options); targets.headerRow > 0)
            return planTargets(sheet, targets, plan);
    if (layout.headerRow == 0 || isLeftOut || m_options.kind == SheetKind::Target) {
        if (layout.headerRow > 0 && !isLeftOut)
            m_findings.warning(QStringLiteral("no_header"), 0, 0, {}, sheet.name,
                               QStringLiteral("这是项目表，不是任务目标表，未导入"));
        else if (layout.headerRow > 0)
            m_findings.warning(QStringLiteral("hidden_sheet"), 0, 0, {}, sheet.name,
                               QStringLiteral("隐藏的工作表未导入；需要时请取消隐藏，或指定导入该工作表"));
        else if (!sheet.isHidden && !sheet.rows.empty() && !sheet.name.contains(QStringLiteral("说明")))
            m_findings.warning(QStringLiteral("no_header"), 0, 0, {}, sheet.name,
                               QStringLiteral("找不到含“项目名称”的表头，这张工作表未导入"));
        m_plan.sheets.push_back(std::move(plan));
        return {};
    }
    if (auto settled = settleColumns(layout, sheet, m_options, m_findings); !settled)
        return settled;
    plan.headerRow = layout.headerRow;
    plan.headerRows = layout.headerRows;
    plan.unit = layout.unit ? layout.unit : m_options.unit;
    plan.campaign = layout.campaign;
    plan.ignored = layout.linesAbove;
    plan.kind = layout.kind != SheetKind::Unknown ? layout.kind : kindByColumns(layout);
    if (plan.kind == SheetKind::Unknown && !layout.columnOf(EntityKind::CampaignEntry, u"batch"))
        m_findings.warning(
            QStringLiteral("unknown_kind"), 0, 0, {}, sheet.name,
            QStringLiteral("看不出是签约、开工、投产还是进展表，只更新项目，不记入批次；可在导入时指定批次"));
    if (layout.titleCampaign && layout.titleCampaign != layout.campaign)
        m_findings.warning(QStringLiteral("campaign_contradicts"), 0, 0, QStringLiteral("campaign"),
                           layout.titleCampaign->text(),
                           QStringLiteral("工作表的标题写的是 %1，按导入时指定的 %2 记入，请确认没有选错")
                               .arg(layout.titleCampaign->chineseText(), layout.campaign->chineseText()));
    if (auto planned = planRows(sheet, layout, plan); !planned)
        return planned;
    for (SheetColumn &column : layout.columns)
        plan.columns.push_back(std::move(column.mapping));
    m_plan.sheets.push_back(std::move(plan));
    return {};
}

/// Whether a header was found on any of these sheets.
bool hasHeader(std::span<const SheetPlan> sheets) {
    return std::any_of(sheets.begin(), sheets.end(),
                       [](const SheetPlan &sheet) { return sheet.headerRow > 0; });
}

Result<void> WorkbookPlanner::planSource(const ImportSource &source) {
    const Workbook &workbook = *source.workbook;
    const std::size_t first = m_plan.sheets.size();
    m_options.mapping = source.mapping;
    m_state.choices = &source.choices;
    m_state.fileZone = m_state.zones.namedBy(QFileInfo(workbook.file).completeBaseName());
    m_findings.beginFile(workbook.file);
    for (const Sheet &sheet : workbook.sheets)
        if (m_options.sheet.isEmpty() || sheet.name == m_options.sheet)
            if (auto planned = planSheet(sheet); !planned) {
                planned.error().place.file = workbook.file;
                return planned;
            }
    const std::span sheets = std::span(m_plan.sheets).subspan(first);
    for (SheetPlan &sheet : sheets)
        sheet.file = workbook.file;
    if (m_sources.size() > 1 && !hasHeader(sheets)) {
        m_findings.beginSheet({});
        m_findings.error(
            QStringLiteral("no_header"), 0, 0, {}, {},
            QStringLiteral("整个文件中找不到表头，没有读到任何一行；请从清单中移去，或改正后再导入"));
    }
    return {};
}

Result<ImportPlan> WorkbookPlanner::plan() {
    if (auto checked = checkOptions(); !checked)
        return Failure(checked.error());
    for (const ImportSource &source : m_sources)
        if (auto planned = planSource(source); !planned)
            return Failure(planned.error());
    if (!hasHeader(m_plan.sheets))
        return fail(
            ErrorCode::NoHeader, QStringLiteral("找不到表头。"),
            QStringLiteral("表头里至少要有“项目名称”和另一列（如“开发区”“总投资”），任务目标表要有“开发区”"
                           "“指标”“任务数”；也可以下载导入模板填写。"));
    m_plan.changes.title = QStringLiteral("导入 %1").arg(m_plan.filesText().section(u'/', -1));
    m_plan.changes.source = ChangeSource::Import;
    m_plan.changes.changes = m_state.changes();
    return std::move(m_plan);
}

} // namespace

Result<ImportPlan> planImport(std::span<const ImportSource> sources, const ImportOptions &options,
                              const LedgerSnapshot &ledger, const ProgressReport &progress,
                              const UidSource &makeUid) {
    auto plan = WorkbookPlanner(sources, options, ledger, progress, makeUid).plan();
    if (!plan && plan.error().place.file.isEmpty() && sources.size() == 1)
        plan.error().place.file = sources.front().workbook->file;
    return plan;
}

Result<ImportPlan> planImport(const Workbook &workbook, const ImportOptions &options,
                              const LedgerSnapshot &ledger, const ProgressReport &progress,
                              const UidSource &makeUid) {
    const ImportSource source{&workbook, options.mapping, {}};
    return planImport(std::span(&source, 1), options, ledger, progress, makeUid);
}

QString randomUid() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace yipi::exchange
