// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_layout.h"

#include "domain/text_parsing.h"
#include "exchange/table_search.h"
#include "exchange/title_words.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace yipi::exchange::detail {

namespace {

SheetColumn columnFrom(const QStringList &levels, int number) {
    SheetColumn column;
    column.mapping.column = number;
    column.mapping.header = levels.join(u'/');
    column.key = headerKey(levels.join(QString()));
    if (const auto match = matchHeader(levels)) {
        column.match = *match;
        column.mapping.confidence = match->confidence;
        if (match->field) {
            const EntityInfo &info = entityInfo(match->entity);
            column.field = info.indexOf(match->field->key);
            column.mapping.entity = info.key;
            column.mapping.field = match->field->key;
        }
    }
    for (auto level = levels.crbegin(); level != levels.crend() && !column.mapping.unit; ++level)
        column.mapping.unit = unitIn(*level);
    return column;
}

/// The lines above the header, and that of the header.
void readLinesAbove(SheetLayout &layout, const Sheet &sheet) {
    for (int row = layout.firstRow; row < layout.headerRow; ++row) {
        QStringList texts;
        for (const Cell &cell : sheet.rows[std::size_t(row) - 1])
            if (cell.kind != Cell::Kind::Empty)
                texts << normalisedText(cell.text);
        const QString line = texts.join(u' ');
        const bool isUnit = isUnitLine(line);
        layout.linesAbove.push_back({row,
                                     line.isEmpty() ? QStringLiteral("blank")
                                     : isUnit       ? QStringLiteral("unit")
                                                    : QStringLiteral("title"),
                                     line});
        layout.titleText += u'\n' + line;
    }
    for (int row = layout.headerRow; row < layout.dataRow(); ++row)
        layout.linesAbove.push_back({row, QStringLiteral("header"), {}});
}

/// The list that the line nearest to the header names.
SheetKind kindOfLines(const SheetLayout &layout) {
    for (auto line = layout.linesAbove.crbegin(); line != layout.linesAbove.crend(); ++line)
        if (const SheetKind kind = kindInTitle(line->text); kind != SheetKind::Unknown)
            return kind;
    return SheetKind::Unknown;
}

std::optional<int> yearIn(const QString &text) {
    static const QRegularExpression kYear(QStringLiteral("(20\\d{2})\\s*年"));
    const auto m = kYear.match(normalisedText(text));
    return m.hasMatch() ? std::optional(m.captured(1).toInt()) : std::nullopt;
}

/// What the title of this table says; what it leaves out holds on from the table above.
void readTitle(SheetLayout &layout, const Sheet &sheet, const ImportOptions &options, const TablePlace &place,
               const SheetLayout *above) {
    const bool isOneOfSeveral = layout.table > 0;
    const TitleWords title = titleWords(layout.titleText, sheet.name);
    SheetKind kind = isOneOfSeveral ? kindOfLines(layout) : title.kind;
    if (kind == SheetKind::Unknown)
        kind = isOneOfSeveral ? title.kind : kindOfLines(layout);
    if (kind == SheetKind::Unknown && above && place.hasSameHeader)
        kind = above->kind;
    layout.kind = options.kind.value_or(kind);
    layout.titleCampaign = title.campaign ? title.campaign : above ? above->titleCampaign : std::nullopt;
    layout.campaign = options.campaign ? options.campaign : layout.titleCampaign;
    QDate date = title.date;
    if (!date.isValid() && above && layout.titleCampaign == above->titleCampaign)
        date = above->campaignDate;
    if (!layout.titleCampaign || layout.campaign == layout.titleCampaign) // else the day of another campaign
        layout.campaignDate = date;
    layout.month = options.month ? options.month
                   : title.month ? title.month
                   : above       ? above->month
                                 : std::nullopt;
    layout.hasMixedUnits =
        above && (above->hasMixedUnits || (title.unit && above->unit && title.unit != above->unit));
    layout.unit = title.unit || !above || layout.hasMixedUnits ? title.unit : above->unit;
    layout.year = yearIn(layout.titleText);
    if (!layout.year && above)
        layout.year = above->year;
}

/// Tells layouts apart: the headers in their order and the kind that the title says. Next month's sheet has
/// another month and year in them and is the same layout.
QString fingerprintOf(const SheetLayout &layout) {
    static const QRegularExpression kTime(QStringLiteral("\\d+(?=年|月|-\\d+月)"));
    QStringList words{key(layout.kind)};
    for (const SheetColumn &column : layout.columns)
        words << foldedName(column.mapping.header).replace(kTime, QStringLiteral("N"));
    constexpr int kDigits = 20; // 80 bits: no two layouts of an office will meet
    return QString::fromLatin1(
               QCryptographicHash::hash(words.join(u'\n').toUtf8(), QCryptographicHash::Sha1).toHex())
        .left(kDigits);
}

SheetLayout layoutOf(const Sheet &sheet, const ImportOptions &options, const TablePlace &place, int table,
                     const SheetLayout *above) {
    SheetLayout layout;
    layout.table = table;
    layout.firstRow = place.firstRow;
    layout.lastRow = place.lastRow;
    layout.headerRow = place.header.row;
    layout.headerRows = place.header.depth;
    layout.titleText = sheet.name;
    readLinesAbove(layout, sheet);
    const HeaderSearch header(sheet, layout.headerRow, layout.dataRow() - 1);
    for (int column = 1; column <= header.columns(); ++column)
        if (const QStringList levels = header.levels(place.header, column); !levels.isEmpty())
            layout.columns.push_back(columnFrom(levels, column));
    readTitle(layout, sheet, options, place, above);
    layout.fingerprint = fingerprintOf(layout);
    return layout;
}

} // namespace

void SheetColumn::assign(const FieldInfo &info, EntityKind entity, double confidence) {
    match = HeaderMatch{&info, entity, confidence};
    field = entityInfo(entity).indexOf(info.key);
    mapping.entity = entityInfo(entity).key;
    mapping.field = info.key;
    mapping.confidence = confidence;
}

void SheetColumn::leaveOut(bool isKnown) {
    match = HeaderMatch{};
    match.special = isKnown ? HeaderMatch::Special::NotStored : HeaderMatch::Special::None;
    field = -1;
    mapping.entity.clear();
    mapping.field.clear();
    mapping.confidence = 0;
}

const SheetColumn *SheetLayout::columnOf(EntityKind entity, QStringView field) const {
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const SheetColumn &column) {
        return column.isRead() && column.match.entity == entity && column.mapping.field == field;
    });
    return it == columns.end() ? nullptr : &*it;
}

std::vector<SheetLayout> layoutsOf(const Sheet &sheet, const ImportOptions &options) {
    const auto places = tablesOf(sheet);
    std::vector<SheetLayout> layouts;
    layouts.reserve(places.size()); // each may look at the one above it
    for (std::size_t i = 0; i < places.size(); ++i)
        layouts.push_back(layoutOf(sheet, options, places[i], places.size() > 1 ? int(i) + 1 : 0,
                                   i > 0 ? &layouts[i - 1] : nullptr));
    return layouts;
}

} // namespace yipi::exchange::detail
