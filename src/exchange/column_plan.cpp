// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_plan.h"

#include "domain/text_parsing.h"
#include "exchange/title_words.h"

#include <nlohmann/json.hpp>

namespace yipi::exchange::detail {

namespace {

constexpr int kSamples = 20;
constexpr double kSure = 0.75; ///< below this the user is asked to look at a column

void takeSamples(SheetColumn &column, const Sheet &sheet, int fromRow) {
    constexpr int kLookAhead = 200;
    const int last = int(std::min<std::size_t>(sheet.rows.size(), std::size_t(fromRow + kLookAhead)));
    for (int row = fromRow; row <= last && column.mapping.samples.size() < kSamples; ++row)
        if (const Cell &cell = sheet.cell(row, column.mapping.column); cell.kind != Cell::Kind::Empty)
            column.mapping.samples << normalisedText(cell.text);
}

void map(SheetColumn &column, const FieldInfo *field, EntityKind entity, double confidence) {
    column.match = HeaderMatch{field, entity, confidence};
    column.field = field ? entityInfo(entity).indexOf(field->key) : -1;
    column.mapping.entity = field ? entityInfo(entity).key : QString();
    column.mapping.field = field ? field->key : QString();
    column.mapping.confidence = confidence;
}

/// "total_investment" or "campaign_entry.batch"; null for an unknown key.
const FieldInfo *fieldByKey(const QString &text, EntityKind &entity) {
    for (const EntityKind kind :
         {EntityKind::Project, EntityKind::CampaignEntry, EntityKind::MonthlyProgress}) {
        const EntityInfo &info = entityInfo(kind);
        const QString own = text.startsWith(info.key + u'.') ? text.mid(info.key.size() + 1) : text;
        if (const int index = info.indexOf(own); index >= 0) {
            entity = kind;
            return &info.fields[std::size_t(index)];
        }
    }
    if (text == QStringLiteral("held_on") || text == QStringLiteral("campaign.held_on")) {
        entity = EntityKind::Campaign;
        return &entityInfo(entity).field(QStringLiteral("held_on"));
    }
    return nullptr;
}

Failure badMapping(const QString &what) {
    return fail(ErrorCode::InvalidValue, QStringLiteral("列映射文件不对：%1。").arg(what),
                QStringLiteral("应形如 {\"工作表名\": {\"F\": \"total_investment\"}}。"));
}

Result<void> applyMapping(SheetLayout &layout, const Sheet &sheet, const QByteArray &json) {
    if (json.isEmpty())
        return {};
    const auto document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!document.is_object())
        return badMapping(QStringLiteral("不是 JSON 对象"));
    const auto found = document.find(sheet.name.toStdString());
    if (found == document.end())
        return {};
    if (!found->is_object())
        return badMapping(QStringLiteral("工作表“%1”的内容不是对象").arg(sheet.name));
    for (const auto &[key, value] : found->items()) {
        const QString name = QString::fromStdString(key);
        if (!value.is_string())
            return badMapping(QStringLiteral("“%1”的字段不是文字").arg(name));
        const auto column =
            std::find_if(layout.columns.begin(), layout.columns.end(), [&](const SheetColumn &c) {
                return columnLetters(c.mapping.column) == name || c.mapping.header == name;
            });
        if (column == layout.columns.end()) {
            QStringList known;
            for (const SheetColumn &c : layout.columns)
                known << columnLetters(c.mapping.column) + u' ' + c.mapping.header;
            return badMapping(QStringLiteral("工作表“%1”没有“%2”列，有：%3")
                                  .arg(sheet.name, name, known.join(QStringLiteral("、"))));
        }
        const QString field = QString::fromStdString(value.get<std::string>());
        EntityKind entity = EntityKind::Project;
        const FieldInfo *info = field.isEmpty() ? nullptr : fieldByKey(field, entity);
        if (!info && !field.isEmpty())
            return badMapping(QStringLiteral("没有名为“%1”的字段").arg(field));
        map(*column, info, entity, 2.0); // stronger than every header; shown as 1
        column->match.special = info ? HeaderMatch::Special::None : HeaderMatch::Special::NotStored;
    }
    return {};
}

/// Share of samples that read as the field; money and dates only, other types take anything.
double fitOf(const SheetColumn &column) {
    const FieldInfo &field = *column.match.field;
    if (field.type != FieldType::Date && field.type != FieldType::Money && field.type != FieldType::Integer)
        return 1;
    int read = 0;
    for (const QString &sample : column.mapping.samples)
        read += parseValue(field, sample, MoneyUnit::Wan).value ? 1 : 0;
    return column.mapping.samples.isEmpty() ? 1 : double(read) / double(column.mapping.samples.size());
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
            map(column, &entry.field(QStringLiteral("campaign")), EntityKind::CampaignEntry, 0.9);
        else if (!isBatch && batches > campaigns)
            map(column, &entry.field(QStringLiteral("batch")), EntityKind::CampaignEntry, 0.9);
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

/// Two columns for one field (and month): the surer one is read, the first of equals.
void dropRivals(SheetLayout &layout, FindingList &findings) {
    QHash<QString, SheetColumn *> taken;
    for (SheetColumn &column : layout.columns) {
        if (!column.isRead())
            continue;
        const auto month = monthOf(column, layout);
        const QString id = column.mapping.entity + u'.' + column.mapping.field +
                           (month ? QString::number(month->index()) : QString());
        SheetColumn *&holder = taken[id];
        if (!holder) {
            holder = &column;
            continue;
        }
        SheetColumn *loser = &column;
        if (column.mapping.confidence > holder->mapping.confidence)
            std::swap(holder, loser);
        findings.warning(QStringLiteral("duplicate_column"), layout.headerRow, loser->mapping.column,
                         loser->mapping.field, loser->mapping.header,
                         QStringLiteral("与“%1”列重复，本列未导入").arg(holder->mapping.header));
        map(*loser, nullptr, EntityKind::Project, 0);
        loser->match.special = HeaderMatch::Special::NotStored;
    }
}

void settleMonth(SheetColumn &column, const SheetLayout &layout) {
    if (!column.isRead() || column.match.entity != EntityKind::MonthlyProgress || column.match.month == 0)
        return;
    const int year = column.match.year > 0 ? column.match.year
                     : layout.month        ? layout.month->year()
                     : layout.campaign     ? layout.campaign->year
                                           : 0;
    if (year > 0)
        column.month = Month(year, column.match.month);
}

void reportDoubts(const SheetColumn &column, const SheetLayout &layout, FindingList &findings) {
    using Special = HeaderMatch::Special;
    if (!column.isRead()) {
        if (column.match.special == Special::None && !column.mapping.samples.isEmpty())
            findings.warning(QStringLiteral("unmapped_column"), layout.headerRow, column.mapping.column, {},
                             column.mapping.header,
                             QStringLiteral("不认识这一列，未导入；需要时请指定它对应的字段"));
    } else if (column.mapping.confidence < kSure) {
        findings.warning(QStringLiteral("unsure_column"), layout.headerRow, column.mapping.column,
                         column.mapping.field, column.mapping.header,
                         QStringLiteral("按“%1”读取，请确认").arg(column.match.field->title));
    }
}

} // namespace

Result<void> settleColumns(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options,
                           FindingList &findings) {
    if (auto mapped = applyMapping(layout, sheet, options.mapping); !mapped)
        return mapped;
    for (SheetColumn &column : layout.columns) {
        takeSamples(column, sheet, layout.dataRow());
        if (column.isRead() && column.mapping.confidence < 0.9 && fitOf(column) < 0.5)
            map(column, nullptr, EntityKind::Project, 0);
        if (isRunningNumber(column, layout)) {
            map(column, nullptr, EntityKind::Project, 0);
            column.match.special = HeaderMatch::Special::Serial;
        }
        settleMonth(column, layout);
    }
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

Result<void> checkMapping(const QByteArray &json, const Workbook &workbook) {
    if (json.isEmpty())
        return {};
    const auto document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!document.is_object())
        return badMapping(QStringLiteral("不是 JSON 对象"));
    QStringList known;
    for (const Sheet &sheet : workbook.sheets)
        known << sheet.name;
    for (const auto &[key, value] : document.items())
        if (const QString name = QString::fromStdString(key); !known.contains(name))
            return badMapping(
                QStringLiteral("文件中没有工作表“%1”，有：%2").arg(name, known.join(QStringLiteral("、"))));
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
        has(MonthlyProgress, u"funds_in_place"))
        return SheetKind::Progress;
    const bool sign = has(Project, u"actual_sign");
    const bool start = has(Project, u"actual_start");
    const bool produce = has(Project, u"actual_produce") || has(MonthlyProgress, u"annual_output");
    if (int(sign) + int(start) + int(produce) != 1)
        return SheetKind::Unknown;
    return sign ? SheetKind::Sign : start ? SheetKind::Start : SheetKind::Produce;
}

} // namespace yipi::exchange::detail
