// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_plan.h"

#include "domain/text_parsing.h"
#include "exchange/column_evidence.h"
#include "exchange/column_mapping.h"
#include "exchange/column_months.h"
#include "exchange/hidden_cells.h"
#include "exchange/side_table.h"
#include "exchange/title_words.h"

namespace yipi::exchange::detail {

namespace {

constexpr int kSamples = 20;
constexpr double kSure = 0.75; ///< below this the user is asked to look at a column

void takeSamples(SheetColumn &column, const Sheet &sheet, const SheetLayout &layout) {
    constexpr int kLookAhead = 200;
    const int last = std::min(layout.lastRow, layout.dataRow() + kLookAhead);
    for (int row = layout.dataRow(); row <= last && column.mapping.samples.size() < kSamples; ++row)
        if (const Cell &cell = sheet.cell(row, column.mapping.column); cell.kind != Cell::Kind::Empty)
            column.mapping.samples << normalisedText(cell.text);
}

/// A 批次 column of "2024年第2次" names campaigns; one of 签约/开工 names batches.
void settleBatchColumns(SheetLayout &layout) {
    const EntityInfo &entry = entityInfo(EntityKind::CampaignEntry);
    for (SheetColumn &column : layout.columns) {
        const bool isBatch = column.mapping.field == QStringLiteral("batch");
        if (column.match.entity != EntityKind::CampaignEntry || column.mapping.samples.isEmpty() ||
            (!isBatch && column.mapping.field != QStringLiteral("campaign")))
            continue;
        int campaigns = 0, batches = 0;
        for (const QString &sample : column.mapping.samples) {
            campaigns += campaignIn(sample) ? 1 : 0;
            batches += sample.contains(QStringLiteral("签约")) || sample.contains(QStringLiteral("开工")) ||
                               sample.contains(QStringLiteral("投产"))
                           ? 1
                           : 0;
        }
        if (isBatch && campaigns > batches)
            column.assign(entry.field(QStringLiteral("campaign")), EntityKind::CampaignEntry, 0.9);
        else if (!isBatch && batches > campaigns)
            column.assign(entry.field(QStringLiteral("batch")), EntityKind::CampaignEntry, 0.9);
    }
}

/// The month that a column of reports is for; a column without one has the sheet's.
std::optional<Month> monthOf(const SheetColumn &column, const SheetLayout &layout) {
    if (column.match.entity != EntityKind::MonthlyProgress || column.mapping.field == QStringLiteral("month"))
        return std::nullopt;
    return column.month ? column.month : layout.month;
}

/// 编号 over 1, 2, 3 … (perhaps anew in each section) counts rows: as codes they would join projects of
/// different sheets.
/// Not in a sheet that we exported, which has marks of its own, nor where the user says so.
bool isRunningNumber(const SheetColumn &column, const SheetLayout &layout) {
    if (column.mapping.field != QStringLiteral("code") || column.mapping.confidence > 1 ||
        layout.columnOf(EntityKind::Project, u"uid"))
        return false;
    int previous = 0, numbers = 0;
    for (const QString &sample : column.mapping.samples) {
        bool isNumber = false;
        const int number = sample.toInt(&isNumber);
        if (!isNumber)
            continue; // totals and headings
        if (sample.startsWith(u'0') || (number != 1 && number != previous + 1))
            return false;
        previous = number;
        ++numbers;
    }
    return numbers > 0;
}

/// Whether the header is the title of its field, which wins over a synonym beside it: 总投资 over 计划总投资.
bool isOwnTitle(const SheetColumn &column) {
    return headerKey(column.mapping.header.section(u'/', -1)) == headerKey(column.match.field->title);
}

bool isSurer(const SheetColumn &column, const SheetColumn &other) {
    if (column.mapping.confidence != other.mapping.confidence)
        return column.mapping.confidence > other.mapping.confidence;
    return isOwnTitle(column) && !isOwnTitle(other);
}

/// Two columns for one field (and month): the surer one is read, the first of equals.
void dropRivals(SheetLayout &layout, FindingList &findings) {
    QHash<QString, SheetColumn *> taken;
    for (SheetColumn &column : layout.columns) {
        if (!column.isRead() || column.match.special == HeaderMatch::Special::Appended)
            continue;
        const auto month = monthOf(column, layout);
        const QString id = column.mapping.entity + u'.' + column.mapping.field +
                           (column.match.isOutputSum ? QStringLiteral(" sum ") : QString()) +
                           (month ? QString::number(month->index()) : QString());
        SheetColumn *&holder = taken[id];
        if (!holder) {
            holder = &column;
            continue;
        }
        SheetColumn *loser = &column;
        if (isSurer(column, *holder))
            std::swap(holder, loser);
        findings.warning(QStringLiteral("duplicate_column"), layout.headerRow, loser->mapping.column,
                         loser->mapping.field, loser->mapping.header,
                         QStringLiteral("与“%1”列重复，本列未导入；要留下可把它对应到“并入备注”")
                             .arg(holder->mapping.header));
        loser->leaveOut();
    }
}

void reportDoubts(const SheetColumn &column, const SheetLayout &layout, FindingList &findings) {
    using Special = HeaderMatch::Special;
    if (!column.isRead()) {
        const bool isFigure = column.match.special == Special::BareFigure;
        const bool isUnknown =
            column.match.special == Special::None || column.match.special == Special::BareMonth || isFigure;
        if (isUnknown && !column.mapping.samples.isEmpty())
            findings.warning(QStringLiteral("unmapped_column"), layout.headerRow, column.mapping.column, {},
                             column.mapping.header,
                             isFigure
                                 ? QStringLiteral("没有写明是当月、今年以来还是开工以来累计的数，未导入；请在"
                                                  "表头写明，或指定它对应的字段")
                                 : QStringLiteral("不认识这一列，未导入；需要时请指定它对应的字段"));
    } else if (column.mapping.confidence < kSure) {
        findings.warning(QStringLiteral("unsure_column"), layout.headerRow, column.mapping.column,
                         column.mapping.field, column.mapping.header,
                         QStringLiteral("按“%1”读取，请确认").arg(column.match.field->title));
    }
}

/// The list that the titles over a table's own columns name: 签约 left of 开工, both in one line.
SheetKind kindLeftOf(int column, const Sheet &sheet, const SheetLayout &layout) {
    for (int row = layout.headerRow - 1; row >= layout.firstRow; --row)
        for (int i = 1; i < column; ++i)
            if (const SheetKind kind = kindInTitle(normalisedText(sheet.cell(row, i).text));
                kind != SheetKind::Unknown)
                return kind;
    return SheetKind::Unknown;
}

} // namespace

Result<void> settleColumns(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options,
                           const ZoneIndex &zones, CustomFields &customFields, FindingList &findings) {
    if (auto mapped = applyMapping(layout, sheet, options); !mapped)
        return mapped;
    if (auto settled = settleCustomColumns(layout, sheet, customFields); !settled)
        return settled;
    const int side = leaveOutSideTable(layout, findings);
    if (side > 0 && layout.kind == SheetKind::Unknown)
        layout.kind = kindLeftOf(side, sheet, layout);
    if (options.hidden == ImportOptions::HiddenCells::Skip)
        leaveOutHiddenColumns(layout, sheet);
    for (SheetColumn &column : layout.columns) {
        takeSamples(column, sheet, layout);
        if (isRunningNumber(column, layout)) {
            column.leaveOut();
            column.match.special = HeaderMatch::Special::Serial;
        }
    }
    weighContent(layout, zones);
    settleMonths(layout, findings);
    settleBatchColumns(layout);
    dropRivals(layout, findings);
    for (SheetColumn &column : layout.columns) {
        reportDoubts(column, layout, findings);
        const bool isMoney = column.isRead() && column.match.field->type == FieldType::Money;
        if (!isMoney)
            column.mapping.unit.reset();
        else if (!column.mapping.unit)
            column.mapping.unit = layout.unit ? layout.unit : options.unit;
        column.mapping.confidence = std::min(column.mapping.confidence, 1.0);
    }
    return {};
}

SheetKind kindByColumns(const SheetLayout &layout) {
    const auto has = [&](EntityKind entity, QStringView field) {
        return layout.columnOf(entity, field) != nullptr;
    };
    using enum EntityKind;
    if (has(CampaignEntry, u"batch"))
        return SheetKind::Unknown; // each row says its own
    if (has(MonthlyProgress, u"investment") || has(MonthlyProgress, u"cumulative_investment") ||
        has(MonthlyProgress, u"progress") || has(MonthlyProgress, u"year_investment") ||
        has(MonthlyProgress, u"funds_in_place") || hasMonthsSideBySide(layout))
        return SheetKind::Progress;
    const bool sign = has(Project, u"actual_sign");
    const bool start = has(Project, u"actual_start");
    const bool produce = has(Project, u"actual_produce") || has(MonthlyProgress, u"annual_output");
    if (int(sign) + int(start) + int(produce) != 1)
        return SheetKind::Unknown;
    return sign ? SheetKind::Sign : start ? SheetKind::Start : SheetKind::Produce;
}

} // namespace yipi::exchange::detail
