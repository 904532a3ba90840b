// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/importer.h"

#include "exchange/campaign_sheet.h"
#include "exchange/column_mapping.h"
#include "exchange/column_plan.h"
#include "exchange/table_planner.h"
#include "exchange/target_sheet.h"
#include "exchange/unit_slips.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace yipi::exchange {

namespace {

using namespace detail;

constexpr int kRowsBetweenReports = 500;

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
        m_usualInvestment = usualInvestment(ledger.projects);
    }
    Result<ImportPlan> plan();

private:
    Result<void> checkOptions() const;
    Result<void> planSource(const ImportSource &source);
    Result<void> planSheet(const Sheet &sheet);
    Result<void> planTargets(const Sheet &sheet, const TargetLayout &layout, SheetPlan &plan);
    Result<void> planTable(const Sheet &sheet, SheetLayout &layout, SheetSums &sumsAbove);
    bool tellIfLeftOut(const Sheet &sheet, bool hasHeader);
    bool goOn();

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

/// Says why a sheet is not imported; false when it is.
bool WorkbookPlanner::tellIfLeftOut(const Sheet &sheet, bool hasHeader) {
    const bool isHidden = sheet.isHidden && m_options.sheet.isEmpty();
    const auto warn = [&](const QString &code, const QString &message) {
        m_findings.warning(code, 0, 0, {}, sheet.name, message);
    };
    if (hasHeader && isHidden)
        warn(QStringLiteral("hidden_sheet"),
             QStringLiteral("隐藏的工作表未导入；需要时请取消隐藏，或指定导入该工作表"));
    else if (hasHeader && m_options.kind == SheetKind::Target)
        warn(QStringLiteral("no_header"), QStringLiteral("这是项目表，不是任务目标表，未导入"));
    else if (!hasHeader && !sheet.isHidden && !sheet.rows.empty() &&
             !sheet.name.contains(QStringLiteral("说明")))
        warn(QStringLiteral("no_header"), QStringLiteral("找不到含“项目名称”的表头，这张工作表未导入"));
    return !hasHeader || isHidden || m_options.kind == SheetKind::Target;
}

Result<void> WorkbookPlanner::planTable(const Sheet &sheet, SheetLayout &layout, SheetSums &sumsAbove) {
    m_findings.beginSheet(sheet.name, layout.table);
    if (auto settled =
            settleColumns(layout, sheet, m_options, m_state.zones, m_state.customFields, m_findings);
        !settled)
        return settled;
    TablePlanner table(m_state, sheet, layout, m_options, m_findings, sumsAbove);
    auto plan = table.plan(m_usualInvestment, [this] { return goOn(); });
    if (!plan)
        return Failure(std::move(plan).error());
    m_plan.sheets.push_back(std::move(*plan));
    return {};
}

Result<void> WorkbookPlanner::planSheet(const Sheet &sheet) {
    m_findings.beginSheet(sheet.name);
    if (const int header = campaignHeader(sheet); header > 0) {
        m_plan.sheets.push_back(planCampaigns(sheet, header, m_state, m_findings));
        return {};
    }
    std::vector<SheetLayout> layouts = layoutsOf(sheet, m_options);
    SheetPlan plan;
    plan.sheet = sheet.name;
    plan.lastRow = int(sheet.rows.size());
    const bool isLeftOut = sheet.isHidden && m_options.sheet.isEmpty();
    const bool mayBeTargets = !m_options.kind || m_options.kind == SheetKind::Target;
    if (layouts.empty() && !isLeftOut && mayBeTargets)
        if (const TargetLayout targets = targetLayoutOf(sheet, m_options); targets.headerRow > 0)
            return planTargets(sheet, targets, plan);
    if (tellIfLeftOut(sheet, !layouts.empty())) {
        m_plan.sheets.push_back(std::move(plan));
        return {};
    }
    SheetSums sums;
    for (SheetLayout &layout : layouts)
        if (auto planned = planTable(sheet, layout, sums); !planned)
            return planned;
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
    m_plan.changes.changes = m_state.takeChanges();
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
    // Of version 4 as QUuid::createUuid(), but not each from the system's generator, which takes longer than
    // all the rest of a planned row.
    std::array<quint32, 4> random;
    QRandomGenerator::global()->fillRange(random.data(), qsizetype(random.size()));
    constexpr quint32 kVersion = 0x4000, kVariant = 0x80;
    const auto byte = [&](std::size_t word, int shift) { return uchar(random[word] >> shift); };
    return QUuid(random[0], ushort(random[1] >> 16), ushort((random[1] & 0x0FFF) | kVersion),
                 uchar((byte(2, 24) & 0x3F) | kVariant), byte(2, 16), byte(2, 8), byte(2, 0), byte(3, 24),
                 byte(3, 16), byte(3, 8), byte(3, 0))
        .toString(QUuid::WithoutBraces);
}

} // namespace yipi::exchange
