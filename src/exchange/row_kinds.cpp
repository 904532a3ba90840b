// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_kinds.h"

#include "domain/text_parsing.h"
#include "exchange/row_words.h"
#include "exchange/title_words.h"

#include <QRegularExpression>

namespace yipi::exchange::detail {

MergedCells::MergedCells(const Sheet &sheet, int fromRow) {
    constexpr int kTallest = 2000; // taller ranges are decoration or an attack
    qint64 cellsLeft = 2'000'000;
    for (const CellRange &range : sheet.merged) {
        if (range.firstRow < fromRow)
            continue;
        const int lastRow = std::min(range.lastRow, int(sheet.rows.size()));
        if (range.lastColumn - range.firstColumn >= 2)
            m_wideRows.insert(range.firstRow, true);
        cellsLeft -= lastRow - range.firstRow;
        if (lastRow <= range.firstRow || lastRow - range.firstRow > kTallest || cellsLeft < 0)
            continue;
        const auto column = quint64(range.firstColumn);
        m_bottom.insert(quint64(range.firstRow) << 16 | column, lastRow);
        for (int row = range.firstRow + 1; row <= lastRow; ++row)
            m_top.insert(quint64(row) << 16 | column, range.firstRow);
    }
}

RowKinds::RowKinds(const Sheet &sheet, const SheetLayout &layout, const ZoneIndex &zones,
                   const MergedCells &merged)
    : m_sheet(sheet)
    , m_layout(layout)
    , m_zones(zones)
    , m_merged(merged)
    , m_headings(zones) {
    for (const IgnoredRow &line : layout.linesAbove)
        if (line.reason == QStringLiteral("title")) {
            m_titleTexts.insert(foldedName(line.text));
            m_headings.enterTitle(line.text);
        }
    for (int row = layout.headerRow; row < layout.dataRow(); ++row) {
        QHash<int, QString> texts;
        for (const SheetColumn &column : layout.columns)
            if (const QString text = foldedName(sheet.cell(row, column.mapping.column).text); !text.isEmpty())
                texts.insert(column.mapping.column, text);
        for (const QString &text : texts)
            m_allHeaderTexts.insert(text);
        m_headerTexts.push_back(texts);
    }
    for (const SheetColumn &column : layout.columns)
        if (column.isRead()) {
            const auto at = std::size_t(column.mapping.column);
            m_isReadColumn.resize(std::max(m_isReadColumn.size(), at + 1));
            m_isReadColumn[at] = true;
        }
    if (const auto *name = layout.columnOf(EntityKind::Project, u"name"))
        m_nameColumn = name->mapping.column;
    for (const QStringView field : {u"zone", u"investor", u"code"})
        if (const auto *column = layout.columnOf(EntityKind::Project, field))
            m_identityColumns.push_back(column->mapping.column);
}

QString RowKinds::rowText(int row) const {
    QStringList texts;
    for (const Cell &cell : m_sheet.rows[std::size_t(row) - 1])
        if (cell.kind != Cell::Kind::Empty && texts.size() < 4)
            texts << normalisedText(cell.text);
    return texts.join(u' ').left(80);
}

bool RowKinds::isRepeatedHeader(int row) const {
    return std::any_of(m_headerTexts.begin(), m_headerTexts.end(), [&](const QHash<int, QString> &texts) {
        int same = 0, filled = 0;
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const QString text = foldedName(m_sheet.cell(row, it.key()).text);
            filled += text.isEmpty() ? 0 : 1;
            same += text == it.value() ? 1 : 0;
        }
        return same >= 2 && same * 10 >= filled * 6;
    });
}

bool RowKinds::isSection(int row, const QString &first, const QString &name, int filled) const {
    static const QRegularExpression kNumbered(
        QStringLiteral("^([(]?[一二三四五六七八九十]{1,3}([)、.,:]|$)|第[一二三四五六七八九十]+章)"));
    for (const int column : m_identityColumns)
        if (const Cell &cell = m_sheet.cell(row, column);
            cell.kind != Cell::Kind::Empty && foldedName(cell.text) != first && column != m_nameColumn)
            return false;
    if (kNumbered.match(first).hasMatch() || kNumbered.match(name).hasMatch())
        return true;
    // Without numbering only a lone text counts: one over merged columns, or the name of a zone.
    static const QRegularExpression kCount(QStringLiteral("\\d+[个项家](\\)|项目)?$"));
    return filled == 1 && (m_merged.isWide(row) || kCount.match(first).hasMatch() ||
                           (m_zones.find(first) && name.isEmpty()));
}

QString RowKinds::reasonToIgnore(int row) {
    static const QRegularExpression kNumbering(QStringLiteral("^[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?$"));
    const auto &cells = m_sheet.rows[std::size_t(row) - 1];
    int filled = 0, meaningful = 0;
    QString first, second;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString &text = cells[i].text;
        if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
            continue;
        if (++filled == 1)
            first = foldedName(text);
        else if (filled == 2)
            second = foldedName(text);
        meaningful += i + 1 < m_isReadColumn.size() && m_isReadColumn[i + 1] ? 1 : 0;
    }
    if (filled == 0)
        return QStringLiteral("blank");
    const QString name = m_nameColumn > 0 ? foldedName(m_sheet.cell(row, m_nameColumn).text) : QString();
    if (m_allHeaderTexts.contains(first) && isRepeatedHeader(row))
        return QStringLiteral("repeated_header");
    if (filled == 1 && m_titleTexts.contains(first))
        return QStringLiteral("title"); // printed again on each page
    if (filled == 1 && isUnitLine(first))
        return QStringLiteral("unit");
    if (filled <= 3 && isNoteText(first))
        return QStringLiteral("note");
    if (isTotalText(first) || isTotalText(name))
        return QStringLiteral("subtotal");
    if (isSection(row, first, name, filled)) {
        const bool numberApart = kNumbering.match(first).hasMatch() && !second.isEmpty();
        m_headingText = numberApart ? first + u'、' + second : first;
        m_headingLevel = m_headings.enter(m_headingText);
        return QStringLiteral("section");
    }
    const bool insideMerged = m_nameColumn > 0 && m_merged.topRow(row, m_nameColumn) != row;
    if (meaningful == 0 && !insideMerged)
        return QStringLiteral("blank"); // only a running number, or notes beside the table
    return {};
}

} // namespace yipi::exchange::detail
